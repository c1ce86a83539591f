import { expect, test } from 'vitest'
import { INTAKE_FACTS } from '../facts/intake.ts'
import { recordIdsOf } from './record-ids.ts'

test('no fact of a sensitive segment is without a sheet to name', () => {
  const kinds = ['thoughts', 'habits', 'earlier', 'list', 'private', 'alone', 'clinician']
  const ids = recordIdsOf(new Map(kinds.map((kind) => [`intake-${kind}`, kind])))
  const sensitive = Object.entries(INTAKE_FACTS).filter(([, { segment }]) => segment !== 'general')
  const asked = sensitive
    .map(([name]) => name)
    .filter((name) => !['auditCTotal', 'dast10Total'].includes(name))
  expect(asked.filter((name) => ids[name] === undefined)).toEqual([])
})
