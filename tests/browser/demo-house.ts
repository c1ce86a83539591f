/** The built server, started as a person would start it, and a real browser before it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

export type DemoHouse = {
  origin: string
  browser: Browser
  /** A page of a browser nobody used before. */
  visit: (options?: BrowserContextOptions) => Promise<Page>
  close: () => Promise<void>
}

export async function openDemoHouse(): Promise<DemoHouse> {
  const home = mkdtempSync(path.join(os.tmpdir(), 'groundwork-browser-'))
  chmodSync(home, 0o755) // started by root, PostgreSQL runs as another account and must get in
  const port = await freePort()
  const server = spawn(process.execPath, ['dist/server/server.js'], {
    env: { ...process.env, PORT: String(port), DATA_DIR: path.join(home, 'data'), GROUNDWORK_MODE: 'demo' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const origin = `http://localhost:${port}`
  await untilReady(server, origin)
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] })
  return {
    origin,
    browser,
    visit: async (options = {}) => (await browser.newContext({ baseURL: origin, ...options })).newPage(),
    close: async () => {
      await browser.close()
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGTERM')
      await ended
      rmSync(home, { recursive: true, force: true })
    },
  }
}

function chromiumPath(): string {
  const places = [
    process.env.CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ]
  const found = places.find((place) => place !== undefined && existsSync(place))
  if (found === undefined) throw new Error('no Chromium: npm test finds or installs one')
  return found
}

async function untilReady(server: ChildProcess, origin: string) {
  let said = ''
  for (const stream of [server.stdout, server.stderr]) stream?.on('data', (chunk) => (said += chunk))
  for (let i = 0; i < 600; i += 1) {
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}: ${said}`)
    if (
      await fetch(`${origin}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`the server was not ready in a minute: ${said}`)
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = net.createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
