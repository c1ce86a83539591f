import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const notices = readFileSync('THIRD-PARTY-NOTICES', 'utf8')
const { dependencies, optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))

test('the third-party notices say what is installed', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/notices.mjs', '--check'], {
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
  expect(status).toBe(0)
})

test.each(Object.entries({ ...dependencies, ...optionalDependencies }))('name %s %s', (name, version) => {
  expect(notices).toContain(`\n${name} ${version} `)
})

test.each([
  ['PostgreSQL', 'THE UNIVERSITY OF CALIFORNIA SPECIFICALLY DISCLAIMS ANY WARRANTIES'],
  ['the typeface', 'SIL OPEN FONT LICENSE Version 1.1'],
  ['the questionnaire', 'The PTSD Checklist for DSM-5 (PCL-5)'],
])('hold the words %s asks for', (_, words) => {
  expect(notices.replace(/\s+/g, ' ')).toContain(words)
})
