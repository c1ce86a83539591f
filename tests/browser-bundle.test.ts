import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { createBuilder, type Plugin } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const ENTRY = 'virtual:a-script-that-reaches-too-far'

let out: string
beforeAll(() => {
  out = mkdtempSync(path.resolve('node_modules/.bundle-test-'))
})
afterAll(() => rmSync(out, { recursive: true }))

/** Builds for the browser alone; or one script of this text instead of ours. */
async function build(text?: string) {
  const entry: Plugin = {
    name: 'entry',
    resolveId: (id) => (id === ENTRY ? ENTRY : undefined),
    load: (id) => (id === ENTRY ? text : undefined),
  }
  const builder = await createBuilder({
    logLevel: 'silent',
    plugins: [entry],
    environments: {
      client: {
        build: { outDir: out, emptyOutDir: true, ...(text && { rolldownOptions: { input: [ENTRY] } }) },
      },
    },
  })
  const { client } = builder.environments
  if (!client) throw new Error('there is no client environment')
  return builder.build(client)
}

describe('the browser’s bundle', () => {
  test('holds nothing of the server rooms', async () => {
    await build()
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
      const text = `import * as reached from '${path.resolve('app', reached)}'\nwindow.name = String(reached)`
      await expect(build(text)).rejects.toThrow(/server room/)
    },
  )
})
