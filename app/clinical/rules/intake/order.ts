import type { Order } from '../../facts/conditions.ts'
import type { IntakeFacts } from '../../facts/intake.ts'
import { type Limits, limitAt, type NumberPath } from '../../protocol.ts'
import { above, against, below, block, both, type Condition, judged } from '../condition.ts'
import type { Rule } from '../rule.ts'
import { INTAKE } from './about.ts'

/**
 * B34: an order outside what is signed. The software compares every number of the order with the protocol and
 * proposes none; without a signed protocol nothing is ordered. A number for which the signed plan holds a prescriber's
 * reason does not stop the order, and a limit nobody signed still does.
 */
export const orderOutsideProtocol: Rule<IntakeFacts> = {
  ...INTAKE,
  id: 'B34',
  version: 2,
  severities: ['block'],
  whenUnknown: 'block',
  limits: [
    'dose.unitStrengthsMg',
    'dose.firstMinMg',
    'dose.firstMaxMg',
    'dose.absoluteMaxMg',
    'dose.isWeightBased',
    'dose.absoluteMaxMgPerKg',
    'dose.stepMaxMg',
    'dose.minDaysBetweenSteps',
    'course.minDaysBetweenSessions',
    'refill.maxUnits',
  ],
  sections: ['P-5'],
  judge: (facts, limits) => {
    const { order } = facts
    if (order === 'none-yet') return { outcome: 'clear', evidence: {} }
    if (order === undefined)
      return { outcome: 'unknown', evidence: {}, missing: [{ kind: 'fact', name: 'order' }] }
    return judged(block(...checksOf(order, facts.weightKg, limits)))
  },
}

function checksOf(order: Order, weightKg: number | undefined, limits: Limits): Condition[] {
  const departs = (field: string) => order.departsIn.some((one) => one === field)
  const compared =
    (comparison: 'above' | 'below') => (field: string, value: number | string, path: NumberPath) =>
      unlessReasoned(departs(field), named(field, against(comparison, 'order', value, limits, path)))
  const [exceeds, isUnder] = [compared('above'), compared('below')]

  const checks = [
    isUnsignedStrength(order.unitStrengthMg, limits),
    exceeds('doseMg', order.doseMg, 'dose.absoluteMaxMg'),
    exceeds('units', order.units, 'refill.maxUnits'),
    isUnder('daysBetweenSessions', order.daysBetweenSessions, 'course.minDaysBetweenSessions'),
    both(isWeightBased(limits), unlessReasoned(departs('doseMg'), perKg(order.doseMg, weightKg, limits))),
  ]
  if (order.stepMg === 'first-order')
    checks.push(
      exceeds('doseMg', order.doseMg, 'dose.firstMaxMg'),
      isUnder('doseMg', order.doseMg, 'dose.firstMinMg'),
    )
  else checks.push(exceeds('stepMg', order.stepMg, 'dose.stepMaxMg'))
  if (order.stepMg !== 'first-order' && order.stepMg > 0)
    checks.push(isUnder('daysSinceLastStep', order.daysSinceLastStep, 'dose.minDaysBetweenSteps'))
  return checks
}

/** Only what is known to depart can have been reasoned. */
const unlessReasoned = (isReasoned: boolean, condition: Condition): Condition =>
  isReasoned && condition.holds === true ? { holds: false, evidence: {}, missing: [] } : condition

/** The evidence says which number of the order it was, and only where it does not fit. */
function named(field: string, condition: Condition): Condition {
  if (condition.holds === false) return { ...condition, evidence: {} }
  const { order, ...rest } = condition.evidence
  return { ...condition, evidence: { order: order === undefined ? undefined : `${field} ${order}`, ...rest } }
}

function isUnsignedStrength(unitStrengthMg: number, limits: Limits): Condition {
  const path = 'dose.unitStrengthsMg'
  const signed = limitAt(limits, path)
  if (signed === undefined)
    return { holds: undefined, evidence: {}, missing: [{ kind: 'limit', name: path }] }
  if (signed.includes(unitStrengthMg)) return { holds: false, evidence: {}, missing: [] }
  const evidence = { order: `unitStrengthMg ${unitStrengthMg}`, [path]: signed.join(', ') }
  return { holds: true, evidence, missing: [] }
}

function isWeightBased(limits: Limits): Condition {
  const path = 'dose.isWeightBased'
  const isSigned = limitAt(limits, path)
  if (isSigned === undefined)
    return { holds: undefined, evidence: {}, missing: [{ kind: 'limit', name: path }] }
  return { holds: isSigned, evidence: {}, missing: [] }
}

function perKg(doseMg: number, weightKg: number | undefined, limits: Limits): Condition {
  const value = weightKg === undefined || weightKg <= 0 ? undefined : doseMg / weightKg
  const checked = named('doseMg per kg', against('above', 'order', value, limits, 'dose.absoluteMaxMgPerKg'))
  const missing = checked.missing.map((one) => (one.kind === 'fact' ? { ...one, name: 'weightKg' } : one))
  return { ...checked, missing }
}

/** B35: where the dose goes by weight, the weight is there and can be true. */
export const weightAndHeight: Rule<IntakeFacts> = {
  ...INTAKE,
  id: 'B35',
  version: 1,
  severities: ['block'],
  whenUnknown: 'block',
  limits: [
    'dose.isWeightBased',
    'intake.plausibleWeightFromKg',
    'intake.plausibleWeightToKg',
    'intake.plausibleHeightFromCm',
    'intake.plausibleHeightToCm',
  ],
  sections: ['P-5'],
  judge: (facts, limits) => {
    const weightBased = isWeightBased(limits)
    return judged(
      block(
        both(weightBased, below(facts, 'weightKg', limits, 'intake.plausibleWeightFromKg')),
        both(weightBased, above(facts, 'weightKg', limits, 'intake.plausibleWeightToKg')),
        both(weightBased, below(facts, 'heightCm', limits, 'intake.plausibleHeightFromCm')),
        both(weightBased, above(facts, 'heightCm', limits, 'intake.plausibleHeightToCm')),
      ),
    )
  },
}
