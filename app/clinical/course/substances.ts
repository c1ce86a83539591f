/** Alcohol and other substances, asked again: what rule F14 looks at. Made here and nowhere else. */
import type { SexAtBirth } from '../facts/conditions.ts'
import type { CourseFacts } from '../facts/course.ts'
import type { Bounds } from '../instruments/answers.ts'
import { auditC } from '../instruments/audit-c.ts'
import { dast10 } from '../instruments/dast10.ts'
import type { Answers } from '../instruments/instrument.ts'
import { totalOrBounds } from '../instruments/total.ts'
import { HOW_OFTEN } from '../intake/parts.ts'
import { numberOf, type Told, wordOf } from '../intake/question.ts'

/** Each as it was answered over time, the oldest first, the intake among it. An empty list: it was never asked. */
export type SubstancesSoFar = {
  sexAtBirth: SexAtBirth | undefined
  auditC: readonly Answers[]
  dast10: readonly Answers[]
  /** Our own questions, in whichever form they were asked. */
  own: readonly Told[]
  /** Which of those are asked now, by their names; the others a scale covers. */
  ownAsked: readonly string[]
}

export function substanceFacts(soFar: SubstancesSoFar): CourseFacts {
  const { sexAtBirth, own, ownAsked } = soFar
  const [auditCTotal, previousAuditCTotal] = lastTwo(soFar.auditC, (answers) =>
    totalOrBounds(auditC.score(answers)),
  )
  const [dast10Total, previousDast10Total] = lastTwo(soFar.dast10, (answers) =>
    totalOrBounds(dast10.score(answers)),
  )
  return {
    sexAtBirth,
    ...{ auditCTotal, previousAuditCTotal, dast10Total, previousDast10Total },
    isSubstanceUseWorse: isWorse(own.at(-2), own.at(-1), ownAsked),
  }
}

/** With answers missing, between its ends. */
type Total = number | Bounds | 'not-loaded'

/** Asked for the first time, what is reached now was not reached before. */
function lastTwo(series: readonly Answers[], total: (answers: Answers) => number | Bounds): [Total, Total] {
  const [before, now] = [series.at(-2), series.at(-1)]
  if (now === undefined) return ['not-loaded', 'not-loaded']
  return [total(now), before === undefined ? 'not-loaded' : total(before)]
}

/**
 * Days of heavy drinking where there were none, or drugs or medicines more often than before. What was left open makes it
 * unknown, unless another is worse; what was not asked before has nothing to be worse than.
 */
function isWorse(
  before: Told | undefined,
  now: Told | undefined,
  asked: readonly string[],
): boolean | undefined {
  if (now === undefined) return asked.length === 0 ? false : undefined
  if (before === undefined) return false
  const steps = asked
    .filter((name) => before[name] !== undefined)
    .map((name) => [stepIn(before, name), stepIn(now, name)] as const)
  if (steps.some(([was, is]) => was !== undefined && is !== undefined && is > was)) return true
  return steps.some((pair) => pair.includes(undefined)) ? undefined : false
}

/** Of the days: none, or any. Of the others: from never to daily. */
function stepIn(told: Told, name: string): number | undefined {
  const days = numberOf(told, name)
  if (days !== undefined) return Number(days > 0)
  const often = HOW_OFTEN.find((word) => word === wordOf(told, name))
  return often && HOW_OFTEN.indexOf(often)
}

/** The TAPS-1 asks the same by the same steps: its answers stand in one row with ours. */
export function toldInTaps1(answers: Answers): Told {
  const step = (linkId: string) => {
    const answer = answers[linkId]
    return typeof answer === 'number' ? answer : undefined
  }
  const often = (linkId: string) => HOW_OFTEN[step(linkId) ?? -1]
  const drinks = step('taps1-alcohol')
  return {
    'alcohol-days': drinks === undefined ? undefined : Number(drinks > 0),
    drugs: often('taps1-drugs'),
    medicinesBeyond: often('taps1-medicines'),
  }
}
