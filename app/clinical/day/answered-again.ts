/**
 * What answering again may change. It adds, and takes nothing away: whatever an answer of this session has brought up
 * stands until a prescriber has spoken with the person and opened it. A pressure to review may be taken again after the
 * signed rest, by the server's clock; one that holds, and any other reading, is a prescriber's to open. Hours since a
 * meal go by as the clock goes. What the record says is judged by the record.
 *
 * Source: rules C03 and C05 of docs/clinical/rules.md. Sign-off: docs/clinical/day-check.md
 */
import { numberOf, type Told } from '../intake/question.ts'
import { SEVERITIES } from '../outcome.ts'
import { type Limits, limitAt } from '../protocol.ts'
import type { Finding } from '../rules/rule.ts'
import type { GateFinding } from '../session/events.ts'
import type { Judgement } from '../session/state.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** Taken again after a rest, in the band of the review and in no other. */
const isAfterRest = ({ ruleId, severity }: Pick<Finding, 'ruleId' | 'severity'>): boolean =>
  ruleId === 'C05' && severity === 'review'
/** A reading that was not there, or cannot be true, is taken again at once. */
const READINGS: readonly string[] = ['C05', 'C06', 'C07']
/**
 * A meal is as long ago as the clock says, the words of B33 ask to be told when somebody is back, and of the others the
 * record speaks, whatever is answered.
 */
const JUDGED_ANEW: readonly string[] = ['B33', 'C03', 'C07', 'C11', 'C16', 'C17', 'C19', 'C22', 'C23']

/**
 * What nobody may open (†) would never be over: there the next answers count, once a clinician has settled the alert.
 *
 * @param at epoch milliseconds, when the sheet it was found in came in
 * @returns undefined for what the next answers may clear; a rest nobody signed is never over
 */
export function staysUntil(
  { ruleId, severity, isUnknown, isFinal }: Pick<Finding, 'ruleId' | 'severity' | 'isUnknown' | 'isFinal'>,
  at: number,
  limits: Limits,
): GateFinding['staysUntil'] {
  if (isUnknown || isFinal || JUDGED_ANEW.includes(ruleId)) return undefined
  const rest = isAfterRest({ ruleId, severity }) ? limitAt(limits, 'vitals.before.restMinutes') : undefined
  return rest === undefined ? 'opened' : at + rest * MINUTE_MS
}

/** What is over without anybody having to speak with the person: readings taken again, and a meal that is long ago. */
export const passesByItself = ({
  rules,
  severity,
  isUnknown,
}: Pick<Finding, 'rules' | 'severity' | 'isUnknown'>): boolean =>
  rules.every(({ id }) =>
    isUnknown ? READINGS.includes(id) : id === 'C03' || id === 'C07' || isAfterRest({ ruleId: id, severity }),
  )

/**
 * What holds now: what was found in the latest answers, and what stands of the ones before.
 *
 * @param at epoch milliseconds, when the latest answers came in
 */
export function withStanding(
  before: Pick<Judgement, 'findings' | 'opened'> | undefined,
  now: readonly GateFinding[],
  at: number,
): GateFinding[] {
  const standing = (before?.findings ?? []).filter(
    ({ ruleId, staysUntil: until }) =>
      before?.opened.includes(ruleId) === false &&
      (until === 'opened' || (until !== undefined && !(at >= until))),
  )
  const both = now.map((one) => {
    const other = standing.find(({ ruleId }) => ruleId === one.ruleId)
    return other ? strongerOf(one, other) : one
  })
  return [...both, ...standing.filter(({ ruleId }) => !now.some((one) => one.ruleId === ruleId))]
}

function strongerOf(a: GateFinding, b: GateFinding): GateFinding {
  const until = laterOf(a.staysUntil, b.staysUntil)
  return {
    ruleId: a.ruleId,
    severity: SEVERITIES.find((severity) => severity === a.severity || severity === b.severity) ?? a.severity,
    ...((a.isFinal || b.isFinal) && { isFinal: true }),
    ...(until !== undefined && { staysUntil: until }),
  }
}

type Until = GateFinding['staysUntil']
const laterOf = (a: Until, b: Until): Until =>
  a === 'opened' || b === 'opened' ? 'opened' : a !== undefined && b !== undefined ? Math.max(a, b) : (a ?? b)

/** A sheet, and when it came in: epoch milliseconds. */
export type ToldAt = { told: Told; at: number }

const GOING_BY = [
  ['foodHours', HOUR_MS],
  ['drinkMinutes', MINUTE_MS],
] as const

/** What was told last, with no meal and no drink longer ago than what was told before allows by now. */
export function asTimeGoesBy({ told, at }: ToldAt, before: readonly ToldAt[]): Told {
  const longest = GOING_BY.flatMap(([name, unit]) => {
    const said = numberOf(told, name)
    if (said === undefined) return []
    const earlier = before.flatMap((one) => {
      const then = numberOf(one.told, name)
      return then === undefined ? [] : [then + (at - one.at) / unit]
    })
    return [[name, Math.min(said, ...earlier)] as const]
  })
  return { ...told, ...Object.fromEntries(longest) }
}
