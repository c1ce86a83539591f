import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Refusal } from '../app/system/errors.ts'
import { PRACTICE } from './harbour-street.ts'
import { readPracticeFile } from './practice-file.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'practice-file-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const admin = {
  name: 'Jordan Price',
  email: 'Jordan@Practice.example ',
  credentials: 'Owner',
  roles: ['admin'],
}
const good = { ...PRACTICE, staff: [admin] }

function read(content: unknown) {
  const file = path.join(folder, 'practice.json')
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return readPracticeFile(file)
}

test('a practice as a person writes it down is read, addresses in small letters', async () => {
  expect(await read(good)).toEqual({ ...good, staff: [{ ...admin, email: 'jordan@practice.example' }] })
})

test.each<[string, unknown, string]>([
  ['no JSON', '{"name": ', 'is not JSON'],
  ['nothing but text', '"practice"', 'the file: '],
  ['a wrong time zone', { ...good, timeZone: 'Miami' }, 'timeZone: a time zone such as America/New_York.'],
  ['no staff', { ...good, staff: [] }, 'staff: at least one admin.'],
  [
    'nobody who administers',
    { ...good, staff: [{ ...admin, roles: ['prescriber'] }] },
    'at least one admin.',
  ],
  ['a role nobody has', { ...good, staff: [{ ...admin, roles: ['owner'] }] }, 'staff.0.roles.0: '],
  ['a patient among the staff', { ...good, staff: [{ ...admin, roles: ['patient'] }] }, 'staff.0.roles.0: '],
  ['patients', { ...good, patients: [] }, 'patients'],
  ['a field spelled otherwise', { ...good, timezone: 'UTC' }, 'timezone'],
  ['an address that is none', { ...good, staff: [{ ...admin, email: 'jordan' }] }, 'staff.0.email: '],
  [
    'one address for two',
    { ...good, staff: [admin, { ...admin, email: 'JORDAN@practice.example' }] },
    'an address of their own for everybody.',
  ],
  ['no name', { ...good, name: '  ' }, 'name: '],
  [
    'a state in words',
    { ...good, profile: { ...good.profile, states: [{ code: 'Fl', name: 'Florida', counties: 67 }] } },
    'profile.states.0.code: two capital letters.',
  ],
  ['a telephone in words', { ...good, profile: { ...good.profile, phone: 'call us' } }, 'profile.phone: '],
])('%s is refused in a sentence that says where', async (_, content, sentence) => {
  await expect(read(content)).rejects.toThrow(Refusal)
  await expect(read(content)).rejects.toThrow(sentence)
})

test('a file that is not there is refused', async () => {
  await expect(readPracticeFile(path.join(folder, 'nothing.json'))).rejects.toThrow('cannot be read')
})
