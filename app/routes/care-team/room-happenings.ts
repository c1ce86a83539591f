/** What the buttons and forms beside somebody in a session say happened. */
import { BREATHS, READINGS, SIGNS, TONIGHT_SIGNS } from '../../clinical/day/questions.ts'
import { readyToEnd } from '../../clinical/instruments/ready-to-end.ts'
import { WAKING_WORDS } from '../../clinical/instruments/waking.ts'
import { listOf, numberOf, type Told, wordOf } from '../../clinical/intake/question.ts'
import type { Happening } from '../../clinical/session/events.ts'
import { AppError } from '../../system/errors.ts'
import { readAnswers } from '../answers-form.ts'

/**
 * What each button says; empty where nothing was answered.
 *
 * @throws AppError invalid for a button of nobody’s
 */
export function happeningsOf(kind: unknown, fields: Record<string, unknown>, told: Told): Happening[] {
  switch (kind) {
    case 'start':
      return [{ kind: 'dose-started', units: whole(fields.units) ?? Number.NaN }]
    case 'well':
      return [{ kind: 'look-in', isWell: true }]
    case 'comfort':
      return [{ kind: 'comfort-needed' }]
    case 'stands':
      return [{ kind: 'stands-up' }]
    case 'distress':
      return distressIn(fields)
    case 'look':
      return looked(told)
    case 'tonight': {
      const seen = listOf(told, 'tonight')
      return seen ? [{ kind: 'tonight', signs: seenOf(TONIGHT_SIGNS, seen) }] : []
    }
    case 'readings': {
      const readings = Object.fromEntries(
        READINGS.flatMap(({ name }) => {
          const value = numberOf(told, name)
          return value === undefined ? [] : [[name, value]]
        }),
      )
      return Object.keys(readings).length > 0 ? [{ kind: 'vitals', readings }] : []
    }
    case 'confirm':
      return [{ kind: 'alert-settled', alert: String(fields.alert) }]
    case 'gone':
      return [{ kind: 'support-person-gone' }]
    case 'back':
      return [{ kind: 'support-person-back' }]
    case 'extra':
      return [{ kind: 'more-taken' }]
    case 'stop':
      return [{ kind: 'stop' }]
    case 'end': {
      const read = readAnswers(readyToEnd, fields)
      const answers = read.status === 'read' ? read.answers : {}
      return [...distressIn(fields), { kind: 'end-list', answers }]
    }
    case 'close':
      return [{ kind: 'closed' }]
    default:
      throw new AppError('invalid', 'a button nobody has')
  }
}

const whole = (value: unknown): number | undefined =>
  typeof value === 'string' && /^\s*\d{1,3}\s*$/.test(value) ? Number(value) : undefined

/** Anything but a whole number from 0 to 10 was not said. */
function distressIn(fields: Record<string, unknown>): Happening[] {
  const points = whole(fields.points)
  return points === undefined || points > 10 ? [] : [{ kind: 'distress', points }]
}

/**
 * A look: how awake, each sign seen or not, and how hard it is. What was not said is not written, and without a word
 * on how they wake nobody has looked: the look stays due.
 */
function looked(told: Told): Happening[] {
  const waking = WAKING_WORDS.find((word) => word === wordOf(told, 'waking'))
  const signs = listOf(told, 'signs')
  const points = numberOf(told, 'theirDistress')
  const isWell = signs?.length === 0 && (waking === 'at-once' || waking === 'when-spoken-to')
  const breaths = numberOf(told, BREATHS.name)
  const readings = {
    ...(signs && seenOf(SIGNS, signs)),
    ...(breaths !== undefined && { [BREATHS.name]: breaths }),
  }
  return [
    ...(Object.keys(readings).length > 0 ? [{ kind: 'vitals' as const, readings }] : []),
    ...(points === undefined ? [] : [{ kind: 'distress' as const, points }]),
    ...(waking ? [{ kind: 'look-in' as const, isWell, waking }] : []),
  ]
}

/** Each that was looked for: seen or not. */
const seenOf = (signs: readonly string[], seen: readonly string[]): Record<string, number> =>
  Object.fromEntries(signs.map((sign) => [sign, seen.includes(sign) ? 1 : 0]))
