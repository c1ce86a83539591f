/**
 * The dose of an edited plan. A prescriber sets it; here it is compared, and nothing is proposed.
 * Sign-off: docs/clinical/plan.md
 */
import { daysFrom } from '../calendar-day.ts'
import { isSameCourse } from '../plan.ts'
import type { CautionLevel } from '../protocol/course.ts'
import { limitAt } from '../protocol.ts'
import { bandNumber } from './bands.ts'
import { isMoreCareful, moreCareful } from './caution.ts'
import type { Checking } from './checking.ts'
import { check, type PlanCheck } from './checks.ts'

export function doseChecks(checking: Checking): PlanCheck[] {
  const { plan, caution, context, lines } = checking
  const { doseMg, ceilingMg, unitStrengthMg } = plan.values
  if (doseMg === null) return []
  const planned = String(doseMg)
  const found: PlanCheck[] = []
  const say = (code: PlanCheck['code'], signed: number, evidence: PlanCheck['evidence'] = {}) =>
    found.push(check(code, { field: 'doseMg', planned, signed: String(signed), evidence }))

  if (ceilingMg !== null && doseMg > ceilingMg) say('dose-above-own-ceiling', ceilingMg)
  const highest = lines.ceilingMg.value
  if (highest !== null && doseMg > highest) say('dose-above-band', highest, lines.ceilingMg.evidence)
  if (unitStrengthMg !== null && !isWhole(doseMg / unitStrengthMg)) say('no-whole-units', unitStrengthMg)

  const level = moreCareful(caution.level, plan.level)
  const before = context.previous?.plan
  const isGoingOn = isSameCourse(before, context.today) && before.values.doseMg !== null
  return [
    ...found,
    ...(isGoingOn ? [] : firstDoseChecks(doseMg, level, checking)),
    ...againstPrevious(doseMg, level, checking),
  ]
}

/** Half a unit is not asked for without saying so. Rounding of the division is no part of it. */
const isWhole = (units: number): boolean => Math.abs(units - Math.round(units)) <= Number.EPSILON * units

function firstDoseChecks(doseMg: number, level: CautionLevel, { protocol }: Checking): PlanCheck[] {
  const { limits } = protocol
  const highest = bandNumber('firstMaxMg', level, limits)
  const own = (limitAt(limits, 'dose.bands') ?? []).find((band) => band.level === level)?.firstMinMg
  const least = own ?? limitAt(limits, 'dose.firstMinMg')
  const said = { field: 'doseMg', planned: String(doseMg) } as const
  if (highest.isSigned && doseMg > highest.value) {
    const evidence = { [highest.path]: highest.value }
    return [check('first-dose-above-band', { ...said, signed: String(highest.value), evidence })]
  }
  if (least === undefined || doseMg >= least) return []
  return [check('first-dose-below-band', { ...said, signed: String(least) })]
}

function againstPrevious(doseMg: number, level: CautionLevel, { protocol, context }: Checking): PlanCheck[] {
  const { previous, today } = context
  const before = previous?.plan.values.doseMg ?? null
  if (!previous || before === null) return []
  const said = { field: 'doseMg', planned: String(doseMg), signed: String(before) } as const
  if (doseMg <= before)
    return doseMg === before && isMoreCareful(level, previous.plan.level)
      ? [check('dose-kept-under-more-care', said)]
      : []
  const found = [check('dose-raised', said)]
  const step = bandNumber('stepMaxMg', level, protocol.limits)
  if (step.isSigned && doseMg - before > step.value)
    found.push(check('raised-too-far', { ...said, evidence: { [step.path]: step.value } }))
  const { lastRaisedOn } = previous
  if (lastRaisedOn === 'never') return found
  const wait = bandNumber('minDaysBetweenSteps', level, protocol.limits)
  const days = lastRaisedOn === undefined ? undefined : daysFrom(lastRaisedOn, today)
  if (wait.isSigned && (days === undefined || days < wait.value)) {
    const missing = days === undefined ? ([{ kind: 'fact', name: 'lastRaisedOn' }] as const) : []
    const evidence = { [wait.path]: wait.value, daysSinceLastStep: days }
    found.push(check('raised-too-soon', { ...said, evidence, missing }))
  }
  return found
}
