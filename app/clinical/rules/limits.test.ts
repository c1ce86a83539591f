/** Every number of the protocol that a rule names decides something in it, and no number makes a rule stumble. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pathsOf } from '../../../tests/arbitrary-facts.ts'
import { type GroupUnderTest, inEveryGroup } from '../../../tests/every-rule.ts'
import { type Words, words } from '../../content/words.ts'
import { integrationWindow } from '../integration-window.ts'
import type { Limits } from '../protocol.ts'

/**
 * Numbers that stand in the question somebody was asked, and how it reads with them. A rule compares nothing with them,
 * and needs them signed.
 */
const IN_THE_QUESTION: Readonly<Record<string, Readonly<Record<string, Asked>>>> = {
  B17: { 'intake.pdmpWindowDays': ({ review }, days) => review.record.prescribers(days) },
  C04: {
    'fasting.alcoholHours': ({ ownDay }, hours) => ownDay.taken.alcohol(text(hours)),
    'fasting.sedativeHours': ({ ownDay }, hours) => ownDay.taken.sedative(text(hours)),
    'fasting.cannabisHours': ({ ownDay }, hours) => ownDay.taken.cannabis(text(hours)),
  },
}
type Asked = (say: Words, signed: number | undefined) => string
const text = (signed: number | undefined) => (signed === undefined ? undefined : String(signed))

/** Numbers that a fact was made with before the rule reads it. It needs them signed. */
const IN_THE_FACT: Readonly<Record<string, readonly string[]>> = {
  C23: ['integration.windowFromHours', 'integration.windowToHours'],
}

/** Numbers that a clinician goes by, such as when to look again. A rule shows them. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  C05: ['vitals.before.restMinutes'],
  D06: ['instruments.suds.recheckMinutes'],
  D16: ['vitals.during.repeatMinutes'],
  E12: ['session.rouseEveryMinutes'],
}

/** The protocol with something else in one place. */
function withLimit(limits: Limits, path: string, value: unknown): Limits {
  const copy: Record<string, unknown> = structuredClone(limits)
  const keys = path.split('.')
  let at = copy
  for (const key of keys.slice(0, -1)) at = at[key] as Record<string, unknown>
  at[keys.at(-1) ?? ''] = value
  return copy as Limits
}

const limitIn = (limits: Limits, path: string): unknown =>
  path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], limits)

/** What else might have been signed there. */
function otherThan(value: unknown): unknown[] {
  if (typeof value === 'number') return [0, value - 1, value + 1, value / 2, value * 2, -1_000_000, 1_000_000]
  if (typeof value === 'boolean') return [!value]
  if (!Array.isArray(value)) return []
  const blocked = value.map((one: unknown) =>
    typeof one === 'object' && one !== null && 'action' in one ? { ...one, action: 'block' } : one,
  )
  return [[], value.slice(0, 1), [...value, 'something else'], blocked, value.map((one) => Number(one) + 30)]
}

/** Facts that differ from an ordinary person's in a few things, so that one thing does not hide another. */
function nearlyOrdinary<Facts extends object>({
  arbitraries,
  ordinary,
  others,
}: GroupUnderTest<Facts>): Facts[] {
  const names = Object.keys(arbitraries)
  const some = fc
    .tuple(
      fc.record(arbitraries),
      fc.constantFrom({}, ...others),
      fc.subarray(names, { maxLength: Math.min(8, names.length) }),
    )
    .map(([any, other, changed]) => ({
      ...ordinary,
      ...other,
      ...Object.fromEntries(Object.entries(any).filter(([name]) => changed.includes(name))),
    }))
  return fc.sample(some, { seed: 11, numRuns: 3_000 }) as Facts[]
}

inEveryGroup((group) => {
  describe(group.name, () => {
    const { rules, signed, arbitraries } = group
    const people = nearlyOrdinary(group)
    const protocols = [signed, withLimit(signed, 'dose', { ...signed.dose, isWeightBased: true })]

    test.each(rules.flatMap((rule) => rule.limits.map((path) => [rule.id, path, rule] as const)))(
      '%s answers otherwise when %s is another number',
      (_id, path, rule) => {
        const value = limitIn(signed, path)
        expect(value, 'the invented protocol has no such limit').toBeDefined()
        const isShown = SHOWN[rule.id]?.includes(path) ?? false
        const isAsked =
          Object.hasOwn(IN_THE_QUESTION[rule.id] ?? {}, path) || IN_THE_FACT[rule.id]?.includes(path)
        const answer = (facts: typeof group.ordinary, limits: Limits) => {
          const { outcome, evidence } = rule.judge(facts, limits)
          return isShown ? evidence[path] : outcome
        }
        const isChanged = protocols.some((protocol) => {
          const others = (isAsked ? [undefined] : otherThan(value)).map((other) =>
            withLimit(protocol, path, other),
          )
          return people.some((facts) => {
            const before = answer(facts, protocol)
            return others.some((limits) => answer(facts, limits) !== before)
          })
        })
        expect(isChanged).toBe(true)
      },
    )

    test('no numbers a protocol might hold make a rule throw, or answer what it says it cannot', () => {
      const numbers = pathsOf(signed).filter((path) => typeof limitIn(signed, path) === 'number')
      const odd = fc.oneof(fc.integer({ min: -300, max: 300 }), fc.double(), fc.constant(undefined))
      const anyProtocol = fc
        .array(fc.tuple(fc.constantFrom(...numbers), odd), { maxLength: 12 })
        .map((changes) => changes.reduce((limits, [path, value]) => withLimit(limits, path, value), signed))
      fc.assert(
        fc.property(fc.record(arbitraries), anyProtocol, (facts, limits) => {
          const faults = rules.filter((rule) => {
            const { outcome } = rule.judge(facts as typeof group.ordinary, limits)
            return !['clear', 'unknown', ...rule.severities].includes(outcome)
          })
          expect(faults.map(({ id }) => id)).toEqual([])
        }),
      )
    })
  })
})

describe('a number that no rule compares with anything', () => {
  const asked = Object.values(IN_THE_QUESTION).flatMap((limits) => Object.entries(limits))
  const inEveryLanguage = asked.flatMap(([path, ask]) =>
    Object.entries(words).map(([language, say]) => [path, language, (n?: number) => ask(say, n)] as const),
  )

  test.each(inEveryLanguage)('%s stands in the question, in %s, as it is signed', (_path, _language, ask) => {
    expect(ask(37)).toMatch(/\b37\b/)
    expect(ask(38)).toBe(ask(37).replace('37', '38'))
    expect(ask(undefined)).not.toMatch(/\d|undefined/)
  })

  test.each([
    { windowFromHours: 23, windowToHours: 72 },
    { windowFromHours: 24, windowToHours: 73 },
    { windowFromHours: 24 },
    { windowToHours: 72 },
  ])('the hours %j for meeting the therapist make another window than 24 and 72', (hours) => {
    const end = { plannedAt: 0 }
    expect(integrationWindow(end, hours)).not.toEqual(
      integrationWindow(end, { windowFromHours: 24, windowToHours: 72 }),
    )
  })
})
