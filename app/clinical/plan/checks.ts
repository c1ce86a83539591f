/**
 * What a check of an edited plan can say, and how much it weighs.
 *
 * `blocks`: this plan is not signed. `exception`: a prescriber may, with a reason, and the medical director is
 * shown it. `note`: said, and nothing more. Sign-off: docs/clinical/plan.md
 */
import type { Evidence, Missing } from '../rules/rule.ts'
import type { Plan, PlanField } from './shape.ts'

export type CheckSeverity = 'blocks' | 'exception' | 'note'

export const CHECKS = {
  unreadable: 'blocks',
  'protocol-unsigned': 'blocks',
  'protocol-not-in-force': 'blocks',
  'protocol-other-version': 'blocks',
  'protocol-contradicts': 'blocks',
  'limit-missing': 'blocks',
  'fact-missing': 'blocks',
  'line-missing': 'blocks',
  'no-end': 'blocks',
  'ends-too-early': 'blocks',
  're-evaluation-outside': 'blocks',
  'route-not-signed': 'blocks',
  'dose-above-own-ceiling': 'blocks',
  'support-person-missing': 'blocks',
  'support-person-not-as-signed': 'blocks',

  'level-below-facts': 'exception',
  'form-not-signed': 'exception',
  'hold-not-signed': 'exception',
  'first-dose-above-band': 'exception',
  'dose-above-band': 'exception',
  'ceiling-above-band': 'exception',
  'step-above-band': 'exception',
  'steps-closer': 'exception',
  'raised-too-far': 'exception',
  'raised-too-soon': 'exception',
  'more-sessions': 'exception',
  'spacing-shorter': 'exception',
  'fewer-readings': 'exception',
  'look-ins-rarer': 'exception',
  'observation-shorter': 'exception',
  'standing-reading-left-out': 'exception',
  'support-hours-shorter': 'exception',
  'therapist-weaker': 'exception',
  'integration-not-offered': 'exception',
  'ends-later': 'exception',
  'end-moved-later': 'exception',
  'review-later': 'exception',
  're-evaluation-later': 'exception',

  'level-above-facts': 'note',
  'something-unknown': 'note',
  'first-dose-below-band': 'note',
  'dose-raised': 'note',
  'dose-kept-under-more-care': 'note',
  'no-whole-units': 'note',
  'integration-hours-other': 'note',
  'questionnaires-rarer': 'note',
  'sessions-do-not-fit': 'note',
  'protocol-ends-first': 'note',
  'protocol-invented': 'note',
} as const satisfies Record<string, CheckSeverity>

export type CheckCode = keyof typeof CHECKS

export type PlanCheck = {
  code: CheckCode
  severity: CheckSeverity
  field?: PlanField
  /** What the plan says, and what the protocol, the facts or the plan before say instead. */
  planned: string
  signed: string
  evidence: Evidence
  missing: readonly Missing[]
  /** Of an exception: why, in the prescriber's words. Given for these very numbers; others ask again. */
  reason?: string
}

/** One check that says something. */
export const check = (
  code: CheckCode,
  {
    field,
    planned = '',
    signed = '',
    evidence = {},
    missing = [],
  }: Partial<Omit<PlanCheck, 'code' | 'severity'>>,
): PlanCheck => ({
  code,
  severity: CHECKS[code],
  ...(field && { field }),
  planned,
  signed,
  evidence,
  missing,
})

/** What still keeps the plan from being signed: what blocks, and exceptions without a reason. */
export const stillOpen = (checks: readonly PlanCheck[]): PlanCheck[] =>
  checks.filter(
    ({ severity, reason }) =>
      severity === 'blocks' || (severity === 'exception' && (reason === undefined || reason.trim() === '')),
  )

/** What the medical director is shown of a signed plan. */
export const exceptionsOf = (checks: readonly PlanCheck[]): PlanCheck[] =>
  checks.filter(({ severity }) => severity === 'exception')

/**
 * The plan with its reasons: those just given, by the check's code, and before them those it had and which still
 * fit. A reason for something that is no longer so is dropped.
 */
export function withReasons(
  plan: Plan,
  checks: readonly PlanCheck[],
  given: { readonly [Code in CheckCode]?: string | undefined },
): Plan {
  const exceptions = exceptionsOf(checks).flatMap(({ code, planned, signed, reason }) => {
    const said = (given[code] ?? reason ?? '').trim()
    return said === '' ? [] : [{ code, planned, signed, reason: said }]
  })
  return { ...plan, exceptions }
}
