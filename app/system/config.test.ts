import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { readConfig, readSecret, weaknessOf } from './config.ts'
import { Refusal } from './errors.ts'

const SECRET = 'q7Zk1vX0pLw9sRt3uYb5nMd8fGh2jKc4eAa6iOoQ1wE2'
const production = {
  GROUNDWORK_MODE: 'production',
  GROUNDWORK_SECRET: SECRET,
  ORIGIN: 'https://practice.example',
  SMTP_URL: 'smtps://user:pass@mail.example',
  MAIL_FROM: 'Practice <hello@practice.example>',
}
const read = (env: NodeJS.ProcessEnv, nodeVersion = 'v24.1.0') => readConfig({ env, nodeVersion })

describe('the configuration', () => {
  test('with nothing set is the demo on this machine', () => {
    expect(read({})).toMatchObject({
      mode: 'demo',
      host: '127.0.0.1',
      port: 3000,
      origin: 'http://localhost:3000',
    })
    expect(read({ PORT: '4000', HOST: '' })).toMatchObject({ port: 4000, origin: 'http://localhost:4000' })
  })

  test('for a practice is complete', () => {
    expect(read(production)).toMatchObject({ mode: 'production', origin: 'https://practice.example' })
  })

  test.each<[string, NodeJS.ProcessEnv, RegExp]>([
    ['a port that is none', { PORT: 'eighty' }, /PORT cannot be used/],
    ['a mode that is none', { GROUNDWORK_MODE: 'staging' }, /GROUNDWORK_MODE cannot be used/],
    [
      'the demo seen from outside',
      { HOST: '0.0.0.0', TRUSTED_PROXY: '10.0.0.1' },
      /listens on this machine alone/,
    ],
    ['the demo with real mail', { SMTP_URL: 'smtp://mail.example' }, /no real mail/],
    ['a public bind without a proxy', { ...production, HOST: '0.0.0.0' }, /TRUSTED_PROXY/],
    ['no secret', { ...production, GROUNDWORK_SECRET: '' }, /GROUNDWORK_SECRET is missing/],
    ['a short secret', { ...production, GROUNDWORK_SECRET: SECRET.slice(0, 42) }, /too short/],
    ['a secret like aaaa…', { ...production, GROUNDWORK_SECRET: 'a'.repeat(64) }, /repeats itself/],
    ['plain http', { ...production, ORIGIN: 'http://practice.example' }, /https:\/\//],
    ['no mail server', { ...production, SMTP_URL: '' }, /SMTP_URL/],
    ['no sender', { ...production, MAIL_FROM: '' }, /MAIL_FROM/],
  ])('refuses %s in one sentence', (_, env, sentence) => {
    expect(() => read(env)).toThrow(Refusal)
    expect(() => read(env)).toThrow(sentence)
  })

  test('refuses a Node without security fixes for a practice, unless told otherwise', () => {
    expect(() => read(production, 'v20.20.2')).toThrow(/Node 20/)
    expect(() => read(production, 'v22.0.0')).not.toThrow()
    expect(() => read({ ...production, ALLOW_OLD_NODE: '1' }, 'v20.20.2')).not.toThrow()
    expect(() => read({}, 'v20.20.2')).not.toThrow()
  })

  test('never repeats a secret in its sentence', () => {
    for (const GROUNDWORK_SECRET of ['short-but-mine', 'b'.repeat(50)]) {
      expect(() => read({ ...production, GROUNDWORK_SECRET })).not.toThrow(GROUNDWORK_SECRET)
    }
  })
})

describe('the secret', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'secret-'))
    return () => rmSync(folder, { recursive: true })
  })

  test('of the demo is made once, strong, and only its owner reads it', () => {
    const made = readSecret('demo', folder, {})
    expect(weaknessOf(made.secret)).toBeUndefined()
    expect(readdirSync(folder)).toEqual([])
    made.keep()
    expect(readSecret('demo', folder, {}).secret).toBe(made.secret)
    expect(readdirSync(folder)).toEqual(['secret'])
    expect(statSync(path.join(folder, 'secret')).mode & 0o777).toBe(0o600)
  })

  test('of two first starts at once is the first one’s; the other is told, and leaves nothing', () => {
    const [first, second] = [readSecret('demo', folder, {}), readSecret('demo', folder, {})]
    first.keep()
    expect(() => second.keep()).toThrow(/at the same moment: start again/)
    expect(readSecret('demo', folder, {}).secret).toBe(first.secret)
    expect(readdirSync(folder)).toEqual(['secret'])
  })

  test.each([
    ['empty, as a full disk leaves it', '', /The secret in .*secret is missing: bring the file back/],
    ['cut off', SECRET.slice(0, 42), /is too short: bring the file back/],
    ['like aaaa…', 'a'.repeat(64), /repeats itself: bring the file back/],
  ])('in a file that is %s is refused, and the file stays', (_, content, sentence) => {
    writeFileSync(path.join(folder, 'secret'), content)
    expect(() => readSecret('demo', folder, {})).toThrow(Refusal)
    expect(() => readSecret('demo', folder, {})).toThrow(sentence)
    expect(readFileSync(path.join(folder, 'secret'), 'utf8')).toBe(content)
  })

  test('that cannot be read, or not be written, is told in one sentence', () => {
    mkdirSync(path.join(folder, 'secret'))
    expect(() => readSecret('demo', folder, {})).toThrow(/secret cannot be read \(EISDIR\)/)
    expect(() => readSecret('demo', path.join(folder, 'secret', 'gone'), {}).keep()).toThrow(
      /secret cannot be written \(ENOENT\)/,
    )
  })

  test.each([
    [42, 'is too short'],
    [43, undefined],
    [44, undefined],
  ])('of %i characters: %s', (length, weakness) => {
    expect(weaknessOf(SECRET.slice(0, length))).toBe(weakness)
  })
})
