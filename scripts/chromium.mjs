/** The browser for the browser tests. It is found, installed, or asked for in one line: never skipped. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { isDebianRoot, run, Stop } from './run.mjs'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** @returns the path of a Chromium that starts */
export async function ensureChromium() {
  const found = findChromium()
  if (found) return found
  if (!isDebianRoot())
    throw new Stop(
      'The browser tests need Chromium: run `sudo apt-get install -y chromium` (or set CHROMIUM to the path of one), then try again.',
    )
  await aptInstall('chromium')
  const installed = findChromium()
  if (!installed)
    throw new Stop('apt-get installed chromium, but it does not start: try `chromium --version`.')
  return installed
}

function findChromium() {
  const wanted = process.env.CHROMIUM
  if (wanted && !starts(wanted))
    throw new Stop(`CHROMIUM is ${wanted}, which does not start: correct or unset it.`)
  return wanted || PLACES.find((place) => existsSync(place) && starts(place))
}

const starts = (program) =>
  spawnSync(program, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0

/** Installs a Debian package without a question. */
export async function aptInstall(name) {
  console.log(`Installing ${name} (apt-get) …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const steps = [
    ['update', '-q'],
    ['install', '-q', '-y', '--no-install-recommends', name],
  ]
  for (const step of steps) {
    const { code } = await run('apt-get', step, { env })
    if (code !== 0) throw new Stop(`apt-get ${step[0]} failed, so ${name} is missing; the reason is above.`)
  }
}
