/** `clinical/` as a phone would have it: the same files, bundled by the project's own build, at work in Chromium. */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ALL_RULES } from '../../app/clinical/rules/all.ts'
import { scriptForBrowser } from '../browser-build.ts'
import { clinicalAtWork } from '../clinical-at-work.ts'
import { openBrowser } from './browser.ts'

const FILES = readdirSync('app/clinical', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .sort()

/** Every file of the room, whole, and the work. */
const ENTRY = [
  ...FILES.map((file, i) => `import * as file${i} from '${path.resolve('app/clinical', file)}'`),
  `import { clinicalAtWork } from '${path.resolve('tests/clinical-at-work.ts')}'`,
  `window.room = { ${FILES.map((file, i) => `'${file}': file${i}`).join(', ')} }`,
  'window.work = clinicalAtWork',
].join('\n')

declare global {
  interface Window {
    room: Record<string, object>
    work: () => string
  }
}

let browser: Browser
let page: Page
let script: string
const errors: string[] = []

beforeAll(async () => {
  ;[browser, script] = await Promise.all([openBrowser(), scriptForBrowser(ENTRY)])
  page = await browser.newPage()
  page.on('pageerror', ({ message }) => errors.push(message))
  page.on('console', (message) => errors.push(message.text()))
  await page.addScriptTag({ content: script, type: 'module' })
  await page.waitForFunction(() => 'work' in window)
})
afterAll(() => browser.close())

test('every file of the room is loaded there, with all it exports, and nothing is missed', async () => {
  const loaded = await page.evaluate(() =>
    Object.entries(window.room).map(([file, own]) => [file, Object.keys(own).sort()]),
  )
  const here = await Promise.all(
    FILES.map(async (file) => {
      const own: object = await import(path.resolve('app/clinical', file))
      return [file, Object.keys(own).sort()]
    }),
  )
  expect(loaded).toEqual(here)
  expect(loaded.length).toBeGreaterThan(200)
  expect(errors).toEqual([])
})

test('it names nothing that only Node has', () => {
  expect(script).not.toMatch(
    /\bprocess\.(?:env|version|nextTick)|\bBuffer\.|\brequire\(|__vite-browser-external/,
  )
})

test('it says the same of the same people as here, letter by letter', async () => {
  const here = clinicalAtWork()
  expect(await page.evaluate(() => window.work())).toBe(here)
  // Of everything there is, and not of nothing.
  for (const { id } of ALL_RULES) expect(here, id).toContain(`"rule":"${id}"`)
  expect(here.length).toBeGreaterThan(100_000)
})
