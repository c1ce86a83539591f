import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { breaches, COMPOSITION, MAY_IMPORT, MAY_USE, roomOf } from './rooms.ts'

const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .map((file) => `app/${file}`)
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))

describe('the rooms', () => {
  test.each(files)('%s stays within its room’s reach', (file) => {
    expect(breaches(file, readFileSync(file, 'utf8'))).toEqual([])
  })

  test('are all on the list, and nothing else is', () => {
    const there = new Set(files.flatMap((file) => roomOf(file) ?? []))
    there.delete(COMPOSITION)
    expect([...there].sort()).toEqual(Object.keys(MAY_IMPORT).sort())
    expect(Object.keys(MAY_USE).sort()).toEqual(Object.keys(MAY_IMPORT).sort())
  })

  test('have no two that import each other, directly or around a corner', () => {
    const reach = (room: string, seen = new Set<string>()): Set<string> => {
      for (const next of MAY_IMPORT[room] ?? []) if (!seen.has(next)) reach(next, seen.add(next))
      return seen
    }
    for (const room of Object.keys(MAY_IMPORT)) expect(reach(room).has(room), room).toBe(false)
  })

  test('have no rooms for what nobody could name, and no barrels', () => {
    const names = files.flatMap((file) => file.split('/'))
    for (const name of ['utils', 'lib', 'common', 'helpers', 'types', 'services', 'index.ts', 'index.tsx'])
      expect(names).not.toContain(name)
  })

  test('have files a person can read in one go', () => {
    const long = files.filter((file) => readFileSync(file, 'utf8').split('\n').length > 350)
    expect(long).toEqual([])
  })
})

describe('the walls hold against', () => {
  test.each<[string, string, string, string]>([
    [
      'a room out of reach',
      'app/ui/page.tsx',
      `import { db } from '../records/findings.ts'`,
      'ui may not import records',
    ],
    [
      'a type out of reach',
      'app/clinical/a.ts',
      `import type { X } from '../system/log.ts'`,
      'clinical may not import system',
    ],
    [
      'an export out of reach',
      'app/content/a.ts',
      `export { x } from '../care/a.ts'`,
      'content may not import care',
    ],
    [
      'a dynamic import',
      'app/ui/a.ts',
      `const x = await import('../access/permit.ts')`,
      'ui may not import access',
    ],
    [
      'a computed import',
      'app/ui/a.ts',
      'const x = await import(name)',
      'ui does not use a computed address',
    ],
    [
      'a program’s start',
      'app/care/a.ts',
      `import { x } from '../house.ts'`,
      'care may not import app/house.ts, which is in no room',
    ],
    [
      'a room that is none',
      'app/utils/a.ts',
      '',
      'utils is no room: give it a row in MAY_IMPORT or move the file',
    ],
    ['a foreign package', 'app/records/a.ts', `import axios from 'axios'`, 'records does not use axios'],
    ['node in a pure room', 'app/clinical/a.ts', `import fs from 'node:fs'`, 'clinical does not use node:fs'],
    [
      'a database file routes need not know',
      'app/routes/a.ts',
      `import { migrate } from '../database/migrate.ts'`,
      'routes may not import app/database/migrate.ts',
    ],
    ['SQL in a route', 'app/routes/a.ts', 'const x = sql`select 1`', 'routes does not speak SQL'],
    ['a query in care', 'app/care/a.ts', `trx.selectFrom('patient')`, 'care does not speak SQL'],
    ['kysely itself in care', 'app/care/a.ts', `import { sql } from 'kysely'`, 'care does not use kysely'],
    ['a clock in clinical', 'app/clinical/a.ts', 'const t = Date.now()', 'clinical uses Date.now'],
    ['today in clinical', 'app/clinical/a.ts', 'const t = new Date()', 'clinical reads a clock'],
    ['today without new', 'app/clinical/a.ts', 'const t = Date()', 'clinical reads a clock'],
    [
      'a date of the machine’s zone',
      'app/clinical/a.ts',
      'const t = new Date(2026, 10, 23)',
      'clinical makes a date of the machine’s own zone',
    ],
    ...['getHours', 'getDay', 'getDate', 'getMonth', 'getFullYear', 'getTimezoneOffset', 'setHours'].map(
      (name): [string, string, string, string] => [
        `${name} in clinical`,
        'app/clinical/a.ts',
        `const t = at.${name}(1)`,
        `clinical uses ${name}, which is local`,
      ],
    ),
    [
      'the machine’s language in clinical',
      'app/clinical/a.ts',
      'const t = at?.toLocaleDateString()',
      'clinical uses toLocaleDateString, which is local',
    ],
    [
      'hours without a zone',
      'app/clinical/a.ts',
      `const t = new Intl.DateTimeFormat('en', { hour: 'numeric' })`,
      'clinical uses Intl.DateTimeFormat without a zone',
    ],
    ['full zod in clinical', 'app/clinical/a.ts', `import { z } from 'zod'`, 'clinical does not use zod'],
    ['chance in clinical', 'app/clinical/a.ts', 'const t = Math.random()', 'clinical uses Math.random'],
    ['the network in clinical', 'app/clinical/a.ts', `fetch('/x')`, 'clinical uses fetch'],
    [
      'a forged permit',
      'app/records/a.ts',
      `const p = { actor } as Permit<'x'>`,
      'only Permit.ask makes a permit',
    ],
  ])('%s', (_, file, source, breach) => {
    expect(breaches(file, source)).toContain(breach)
  })

  test('what is allowed passes', () => {
    const source = `import type { Kysely } from 'kysely'\nimport { inScope } from '../access/permit.ts'\nconst at = new Date(0)`
    expect(breaches('app/care/a.ts', source)).toEqual([])
  })

  test.each([
    'const t = new Date(at).toISOString()',
    'const t = new Date(at).getUTCHours()',
    `const t = new Intl.DateTimeFormat('en', { timeZone: zone, hour: 'numeric' })`,
    `import * as z from 'zod/mini'`,
  ])('clinical may do what answers the same everywhere: %s', (source) => {
    expect(breaches('app/clinical/a.ts', source)).toEqual([])
  })
})
