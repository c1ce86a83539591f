/**
 * An edited plan against the signed protocol, the patient's facts and the plan signed before.
 *
 * It is compared with what the protocol draws at the level the facts ask for, or at the plan's own where that is
 * more careful. Nothing is changed and nothing proposed. Source: rules B34 and B35.
 * Sign-off: docs/clinical/plan.md
 */
import { daysFrom } from '../calendar-day.ts'
import { isSameCourse, type PlanProtocol } from '../plan.ts'
import { statusOf } from '../rule-calendar.ts'
import { type Evidence, union } from '../rules/rule.ts'
import { cautionLevel, isMoreCareful, moreCareful } from './caution.ts'
import type { CheckContext, Checking } from './checking.ts'
import { CHECKS, type CheckCode, check, type PlanCheck } from './checks.ts'
import { doseChecks } from './dose-checks.ts'
import type { PlanFacts } from './facts.ts'
import { protocolLines } from './lines.ts'
import { PLAN_FIELDS, type Plan, type PlanField, parsePlan, printed } from './shape.ts'
import { isLooser } from './strictness.ts'

/** Strongest first. Total: a plan of whatever shape has checks; what is none has one that blocks. */
export function checkPlan(
  plan: Plan,
  facts: PlanFacts,
  protocol: PlanProtocol,
  context: CheckContext,
): PlanCheck[] {
  if (parsePlan(plan) === undefined) return [check('unreadable', {})]
  const caution = cautionLevel(facts, protocol.limits)
  const level = moreCareful(caution.level, plan.level)
  const startsOn = plan.values.startsOn ?? undefined
  const lines = protocolLines({ facts, limits: protocol.limits, level, startsOn }, protocol.version)
  const checking: Checking = { plan, facts, protocol, context, caution, lines }
  const found = [
    ...protocolChecks(checking),
    ...levelChecks(checking),
    ...PLAN_FIELDS.flatMap((field) => missingChecks(field, checking)),
    ...unsignedChecks(checking),
    ...PLAN_FIELDS.flatMap((field) => lineChecks(field, checking)),
    ...doseChecks(checking),
    ...supportChecks(checking),
    ...endChecks(checking),
    ...roomChecks(checking),
    ...integrationChecks(checking),
  ]
  const order = Object.keys(CHECKS)
  return found.map((one) => reasoned(one, plan)).sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code))
}

function reasoned(one: PlanCheck, { exceptions }: Plan): PlanCheck {
  if (one.severity !== 'exception') return one
  const given = exceptions.find(
    ({ code, planned, signed }) => code === one.code && planned === one.planned && signed === one.signed,
  )
  return given ? { ...one, reason: given.reason } : one
}

function protocolChecks({ plan, protocol, context: { today } }: Checking): PlanCheck[] {
  const { version, contentHash, inForce, isSigned, isInvented } = protocol
  const planned = `${plan.protocol.version} ${plan.protocol.contentHash}`
  const signed = `${version} ${contentHash}`
  // Whether the end is near is no matter here, so nobody has to have signed what near is.
  const status = statusOf(inForce, today, undefined)
  // As text, no end comes after every day.
  const [ends, planEnds] = [inForce.endsOn ?? 'no-end', printed(plan.values.endsOn)]
  return [
    ...(isSigned ? [] : [check('protocol-unsigned', { signed })]),
    ...(status.state === 'closed' ? [check('protocol-not-in-force', { signed: status.reason })] : []),
    ...(planned === signed ? [] : [check('protocol-other-version', { planned, signed })]),
    ...(ends < planEnds
      ? [check('protocol-ends-first', { field: 'endsOn', planned: planEnds, signed: ends })]
      : []),
    ...(isInvented ? [check('protocol-invented', { signed })] : []),
  ]
}

function levelChecks({ plan, caution, lines }: Checking): PlanCheck[] {
  const both = { planned: plan.level, signed: caution.level }
  const asking = caution.lines.filter(({ asksFor }) => isMoreCareful(asksFor, plan.level))
  const evidence = Object.assign({}, ...asking.map((line) => line.evidence)) as Evidence
  const unknown = union(caution.missing, lines.isStandingReading.missing)
  return [
    ...(isMoreCareful(caution.level, plan.level) ? [check('level-below-facts', { ...both, evidence })] : []),
    ...(isMoreCareful(plan.level, caution.level) ? [check('level-above-facts', both)] : []),
    ...(unknown.length > 0 ? [check('something-unknown', { missing: unknown })] : []),
  ]
}

const WHEN_MISSING: { readonly [Field in PlanField]?: CheckCode } = {
  endsOn: 'no-end',
  supportPerson: 'support-person-missing',
}

function missingChecks(field: PlanField, { plan, lines }: Checking): PlanCheck[] {
  if (plan.values[field] !== null) return []
  const { why, evidence } = lines[field]
  return [check(WHEN_MISSING[field] ?? 'line-missing', { field, signed: why, evidence })]
}

/** Each limit and fact the protocol's own lines lack, once; whatever was written into the plan instead. */
function unsignedChecks({ lines }: Checking): PlanCheck[] {
  const open = PLAN_FIELDS.map((field) => lines[field]).filter(({ value }) => value === null)
  return [
    ...open
      .filter(({ why }) => why === 'contradicts')
      .map(({ field, evidence }) => check('protocol-contradicts', { field, evidence })),
    ...union(...open.map(({ missing }) => missing))
      .filter(({ name }) => name !== 'startsOn')
      .map((missing) =>
        check(missing.kind === 'limit' ? 'limit-missing' : 'fact-missing', {
          planned: missing.name,
          missing: [missing],
        }),
      ),
  ]
}

/** Said when a line is looser than the protocol's. The dose and the support person have checks of their own. */
const WHEN_LOOSER: { readonly [Field in PlanField]?: CheckCode } = {
  stepMaxMg: 'step-above-band',
  ceilingMg: 'ceiling-above-band',
  daysBetweenSteps: 'steps-closer',
  sessions: 'more-sessions',
  daysBetweenSessions: 'spacing-shorter',
  readingAtMinutes: 'fewer-readings',
  lookInMinutes: 'look-ins-rarer',
  observationMinutes: 'observation-shorter',
  isStandingReading: 'standing-reading-left-out',
  therapist: 'therapist-weaker',
  integration: 'integration-not-offered',
  questionnaires: 'questionnaires-rarer',
  endsOn: 'ends-later',
  reviewAfterSessions: 'review-later',
  reEvaluateOn: 're-evaluation-later',
}

/** Said when a line is none of what is signed. */
const WHEN_OTHER: { readonly [Field in PlanField]?: CheckCode } = {
  route: 'route-not-signed',
  unit: 'form-not-signed',
  unitStrengthMg: 'form-not-signed',
  residue: 'hold-not-signed',
  holdMinutes: 'hold-not-signed',
}

function lineChecks<Field extends PlanField>(field: Field, { plan, lines }: Checking): PlanCheck[] {
  const value = plan.values[field]
  const { value: signed, options, evidence } = lines[field]
  const [looser, other] = [WHEN_LOOSER[field], WHEN_OTHER[field]]
  if (value === null) return []
  const allowed = options?.map(String) ?? (signed === null ? undefined : [printed(signed)])
  if (other && allowed && !allowed.includes(printed(value)))
    return [check(other, { field, planned: printed(value), signed: allowed.join(', '), evidence })]
  if (!looser || signed === null || !isLooser(field, value, signed)) return []
  return [check(looser, { field, planned: printed(value), signed: printed(signed), evidence })]
}

/** Nobody signs away who is there; for how long, a prescriber may, with a reason. */
function supportChecks({ plan, lines }: Checking): PlanCheck[] {
  const [value, signed] = [plan.values.supportPerson, lines.supportPerson.value]
  if (value === null || signed === null) return []
  const found = { field: 'supportPerson', planned: printed(value), signed: printed(signed) } as const
  const { evidence } = lines.supportPerson
  const isOther = value.minimumAgeYears < signed.minimumAgeYears || (signed.isSober && !value.isSober)
  return [
    ...(isOther ? [check('support-person-not-as-signed', { ...found, evidence })] : []),
    ...(value.staysHours < signed.staysHours ? [check('support-hours-shorter', { ...found, evidence })] : []),
  ]
}

function endChecks({ plan, context }: Checking): PlanCheck[] {
  const { endsOn, reEvaluateOn } = plan.values
  const startsOn = printed(plan.values.startsOn)
  // That it is missing is said by itself.
  if (endsOn === null) return []
  const found: PlanCheck[] = []
  if (endsOn < context.today || endsOn <= startsOn)
    found.push(
      check('ends-too-early', { field: 'endsOn', planned: endsOn, signed: startsOn || context.today }),
    )
  if (reEvaluateOn !== null && (reEvaluateOn > endsOn || reEvaluateOn < startsOn))
    found.push(
      check('re-evaluation-outside', { field: 'reEvaluateOn', planned: reEvaluateOn, signed: endsOn }),
    )
  const before = context.previous?.plan
  const endedOn = isSameCourse(before, context.today) ? printed(before.values.endsOn) : endsOn
  if (endsOn > endedOn)
    found.push(check('end-moved-later', { field: 'endsOn', planned: endsOn, signed: endedOn }))
  return found
}

/** Whether the sessions have room between the first day and the last. */
function roomChecks({ plan }: Checking): PlanCheck[] {
  const { startsOn, endsOn, sessions, daysBetweenSessions } = plan.values
  const days = daysFrom(printed(startsOn), printed(endsOn))
  if (days === undefined || sessions === null || daysBetweenSessions === null) return []
  if ((sessions - 1) * daysBetweenSessions <= days) return []
  return [check('sessions-do-not-fit', { field: 'sessions', planned: `${sessions}`, signed: `${days}` })]
}

function integrationChecks({ plan: { values }, lines }: Checking): PlanCheck[] {
  const [planned, signed] = [values.integration, lines.integration.value]
  if (!planned || !signed || printed({ ...planned, isOffered: true }) === printed(signed)) return []
  return [
    check('integration-hours-other', {
      field: 'integration',
      planned: printed(planned),
      signed: printed(signed),
    }),
  ]
}
