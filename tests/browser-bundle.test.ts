import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildForBrowser } from './browser-build.ts'

let out: string
beforeAll(() => {
  out = mkdtempSync(path.resolve('node_modules/.bundle-test-'))
})
afterAll(() => rmSync(out, { recursive: true }))

const reachingFor = (module: string) =>
  `import * as reached from '${module}'\nwindow.name = Object.keys(reached).join()`

describe('the browser’s bundle', () => {
  test('holds nothing of the server rooms', async () => {
    await buildForBrowser({ out })
    const scripts = readdirSync(path.join(out, 'assets')).filter((file) => file.endsWith('.js'))
    expect(scripts.length).toBeGreaterThan(0)
    for (const file of scripts)
      expect(readFileSync(path.join(out, 'assets', file), 'utf8'), file).not.toMatch(
        /kysely|postgres|better-auth|access\.ask/,
      )
  })

  test.each(['records/findings.ts', 'access/permit.ts', 'system/config.ts'])(
    'is not built when a page’s script reaches for %s',
    async (reached) => {
      const text = reachingFor(path.resolve('app', reached))
      await expect(buildForBrowser({ text })).rejects.toThrow(/server room/)
    },
  )

  test.each(['node:crypto', 'fs'])('is not built when a script reaches for %s', async (reached) => {
    await expect(buildForBrowser({ text: reachingFor(reached) })).rejects.toThrow(
      `imports ${reached}, which no browser has`,
    )
  })
})
