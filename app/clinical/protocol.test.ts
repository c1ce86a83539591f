import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Limits, limitAt } from './protocol.ts'

const signed: Limits = {
  dose: { isWeightBased: false, unitStrengthsMg: [10] },
  vitals: { before: { holdSystolicMmHg: 160 } },
  session: { silence: { callSupportPersonMinutes: 0 } },
}

describe('a limit is read where it stands', () => {
  test('and nothing signed is undefined, whatever part of the way is there', () => {
    expect(limitAt(signed, 'vitals.before.holdSystolicMmHg')).toBe(160)
    expect(limitAt(signed, 'vitals.before.holdDiastolicMmHg')).toBeUndefined()
    expect(limitAt(signed, 'vitals.during.repeatMinutes')).toBeUndefined()
    expect(limitAt({}, 'vitals.before.holdSystolicMmHg')).toBeUndefined()
  })

  test('and no, none and zero are signed numbers like others', () => {
    expect(limitAt(signed, 'dose.isWeightBased')).toBe(false)
    expect(limitAt(signed, 'session.silence.callSupportPersonMinutes')).toBe(0)
    expect(limitAt(signed, 'dose.unitStrengthsMg')).toEqual([10])
  })

  test('and what was stored as null was signed by nobody', () => {
    const stored: Limits = JSON.parse('{"course":{"maxSessions":null}}')
    expect(limitAt(stored, 'course.maxSessions')).toBeUndefined()
  })
})

/** Comments, texts and the version of a rule are no numbers of a protocol; neither are the ends of a list or the length of a text. */
const NO_LIMITS = [
  /\/\*[\s\S]*?\*\//g,
  /\/\/.*/g,
  /'[^']*'/g,
  /`[^`]*`/g,
  /version: \d+/g,
  /\[0\]|at\(-1\)/g,
  /maxLength\(\d+\)/g,
]

test('no number of a protocol stands in the code of a rule or a plan', () => {
  const files = ['app/clinical/rules', 'app/clinical/plan'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => `${folder}/${file}`),
  )
  const numbers = files.flatMap((file) => {
    const code = NO_LIMITS.reduce((text, no) => text.replace(no, ''), readFileSync(file, 'utf8'))
    return (code.match(/(?<![\w.])\d+(\.\d+)?/g) ?? [])
      .filter((number) => number !== '0' && number !== '1')
      .map((number) => `${file}: ${number}`)
  })
  expect(numbers).toEqual([])
})
