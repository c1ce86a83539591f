import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createDemoMail } from './mail-demo.ts'

let home: string
let folder: string
let minute: number
const now = () => new Date(Date.UTC(2026, 0, 1, 0, minute))
beforeEach(() => {
  home = mkdtempSync(path.join(os.tmpdir(), 'demo-mail-'))
  folder = path.join(home, 'demo-mail')
  minute = 0
})
afterEach(() => rmSync(home, { recursive: true }))

const message = (id: string) => ({ id, to: 'jo@example.org', subject: 'A link for you', text: 'Hello' })

test('what was sent can be read, newest first', async () => {
  const mail = createDemoMail(folder, now)
  expect(await mail.list()).toEqual([])
  await mail.send(message('first'))
  minute += 1
  await mail.send(message('second'))
  expect((await mail.list()).map(({ id, at }) => [id, at.getUTCMinutes()])).toEqual([
    ['second', 1],
    ['first', 0],
  ])
})

test('the same mail sent again is one mail, as it was the first time', async () => {
  const mail = createDemoMail(folder, now)
  await Promise.all([mail.send(message('once')), mail.send(message('once'))])
  minute += 1
  await mail.send({ ...message('once'), text: 'Other words' })
  expect(await mail.list()).toMatchObject([{ id: 'once', text: 'Hello' }])
  expect(readdirSync(folder)).toHaveLength(1)
})

test('at most two hundred are kept, the oldest go', async () => {
  const mail = createDemoMail(folder, now)
  for (let i = 0; i <= 201; i += 1) {
    minute = i
    await mail.send(message(`mail-${i}`))
  }
  const ids = (await mail.list()).map(({ id }) => id)
  expect(ids).toHaveLength(200)
  expect(ids.at(0)).toBe('mail-201')
  expect(ids.at(-1)).toBe('mail-2')
})

test('an id cannot name a file elsewhere, and only this account can read the mail', async () => {
  const mail = createDemoMail(folder, now)
  await mail.send(message('../../escaped'))
  const [file = ''] = readdirSync(folder)
  expect(file).toMatch(/^[0-9a-f]{64}\.json$/)
  expect(statSync(path.join(folder, file)).mode & 0o777).toBe(0o600)
  expect(statSync(folder).mode & 0o777).toBe(0o700)
})

test('a file that is no mail is passed over', async () => {
  const mail = createDemoMail(folder, now)
  await mail.send(message('kept'))
  writeFileSync(path.join(folder, 'broken.json'), '{"id":')
  writeFileSync(path.join(folder, 'other.json'), '{"hello":1}')
  expect(await mail.list()).toHaveLength(1)
})
