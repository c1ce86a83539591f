import type { Role } from './actor.ts'

/**
 * What a permit reaches: one patient, the patients on the actor's own list, the
 * practice without any patient, one patient for a job, or what anybody may see.
 */
export type Kind = 'patient' | 'list' | 'practice' | 'system' | 'public'

type ActionRule = {
  kind: Kind
  /** Who may. A role that is not listed is refused. */
  roles: readonly Role[]
  /** A write leaves a second audit event, inside its own transaction. */
  writes: boolean
}

/** Everything anybody can do here. A pair of action and role that is not listed is refused. */
export const ACTIONS = {
  'read-today': { kind: 'patient', roles: ['patient'], writes: false },
  'submit-answers': { kind: 'patient', roles: ['patient'], writes: true },
  'read-chart': { kind: 'patient', roles: ['prescriber'], writes: false },
  'close-finding': { kind: 'patient', roles: ['prescriber'], writes: true },
  'review-intake': { kind: 'patient', roles: ['prescriber'], writes: true },
  'read-segment': { kind: 'patient', roles: ['prescriber'], writes: false },
  'read-worklist': { kind: 'list', roles: ['prescriber'], writes: false },
  'list-people': { kind: 'list', roles: ['therapist', 'support-person', 'care-coordinator'], writes: false },
  'read-preparation': { kind: 'patient', roles: ['patient'], writes: false },
  prepare: { kind: 'patient', roles: ['patient'], writes: true },
  'read-own-people': { kind: 'patient', roles: ['patient'], writes: false },
  'change-people': { kind: 'patient', roles: ['patient'], writes: true },
  'read-briefing': { kind: 'patient', roles: ['support-person'], writes: false },
  'agree-to-support': { kind: 'patient', roles: ['support-person'], writes: true },
  'read-booking': { kind: 'patient', roles: ['prescriber', 'care-coordinator'], writes: false },
  'book-session': { kind: 'patient', roles: ['prescriber', 'care-coordinator'], writes: true },
  'cancel-session': { kind: 'patient', roles: ['patient'], writes: true },
  'choose-way-on': { kind: 'patient', roles: ['patient'], writes: true },
  'list-integration': { kind: 'list', roles: ['therapist', 'prescriber'], writes: false },
  'settle-integration': { kind: 'patient', roles: ['therapist', 'prescriber'], writes: true },
  'read-duty': { kind: 'practice', roles: ['prescriber', 'care-coordinator'], writes: false },
  'plan-duty': { kind: 'practice', roles: ['prescriber', 'care-coordinator'], writes: true },
  'read-own-day': { kind: 'patient', roles: ['patient'], writes: false },
  'tell-day': { kind: 'patient', roles: ['patient'], writes: true },
  'record-own-event': { kind: 'patient', roles: ['patient'], writes: true },
  'read-session': { kind: 'patient', roles: ['support-person'], writes: false },
  'watch-session': { kind: 'patient', roles: ['prescriber'], writes: false },
  'tell-day-beside': { kind: 'patient', roles: ['support-person'], writes: true },
  'record-event': { kind: 'patient', roles: ['support-person'], writes: true },
  'answer-for-session': { kind: 'patient', roles: ['prescriber'], writes: true },
  'judge-day': { kind: 'system', roles: ['system'], writes: true },
  'answer-alert': { kind: 'patient', roles: ['prescriber', 'care-coordinator'], writes: true },
  'list-alerts': { kind: 'list', roles: ['prescriber', 'care-coordinator'], writes: false },
  'list-sessions': { kind: 'list', roles: ['prescriber'], writes: false },
  'read-protocol': {
    kind: 'practice',
    roles: ['prescriber', 'medical-director', 'care-coordinator', 'admin', 'protocol-reviewer'],
    writes: false,
  },
  'read-instruments': { kind: 'practice', roles: ['prescriber', 'medical-director', 'admin'], writes: false },
  'load-instrument': { kind: 'practice', roles: ['medical-director'], writes: true },
  'withdraw-instrument': { kind: 'practice', roles: ['medical-director'], writes: true },
  'read-protocol-versions': {
    kind: 'practice',
    roles: ['prescriber', 'medical-director', 'protocol-reviewer'],
    writes: false,
  },
  'draft-protocol': { kind: 'practice', roles: ['prescriber', 'medical-director'], writes: true },
  'sign-protocol': {
    kind: 'practice',
    roles: ['prescriber', 'medical-director', 'protocol-reviewer'],
    writes: true,
  },
  'retire-protocol': { kind: 'practice', roles: ['medical-director'], writes: true },
  'read-rules': {
    kind: 'practice',
    roles: ['prescriber', 'medical-director', 'protocol-reviewer'],
    writes: false,
  },
  'read-plan': { kind: 'patient', roles: ['prescriber'], writes: false },
  'draft-plan': { kind: 'patient', roles: ['prescriber'], writes: true },
  'sign-plan': { kind: 'patient', roles: ['prescriber'], writes: true },
  'read-exceptions': { kind: 'list', roles: ['medical-director'], writes: false },
  'read-own-plan': { kind: 'patient', roles: ['patient'], writes: false },
  'read-supply': { kind: 'patient', roles: ['prescriber', 'care-coordinator'], writes: false },
  'order-supply': { kind: 'patient', roles: ['prescriber'], writes: true },
  'record-supply': { kind: 'patient', roles: ['care-coordinator', 'prescriber'], writes: true },
  'explain-count': { kind: 'patient', roles: ['prescriber'], writes: true },
  'confirm-supply': { kind: 'patient', roles: ['patient'], writes: true },
  'change-own-way': { kind: 'patient', roles: ['patient'], writes: true },
  'decide-course': { kind: 'patient', roles: ['prescriber'], writes: true },
  'read-shared': { kind: 'patient', roles: ['therapist', 'support-person'], writes: false },
  'list-journeys': { kind: 'list', roles: ['prescriber', 'care-coordinator'], writes: false },
  'tell-care-team': { kind: 'system', roles: ['system'], writes: true },
  'tell-person': { kind: 'system', roles: ['system'], writes: true },
  'follow-session': { kind: 'system', roles: ['system'], writes: true },
  'follow-next-day': { kind: 'system', roles: ['system'], writes: true },
  'escalate-alert': { kind: 'system', roles: ['system'], writes: true },
  'read-public-profile': { kind: 'public', roles: ['visitor'], writes: false },
  'take-assessment': { kind: 'public', roles: ['visitor'], writes: false },
  register: { kind: 'public', roles: ['visitor'], writes: true },
  'begin-enrolment': { kind: 'patient', roles: ['patient'], writes: true },
  'read-consents': { kind: 'patient', roles: ['patient'], writes: false },
  'sign-consents': { kind: 'patient', roles: ['patient'], writes: true },
} as const satisfies Record<string, ActionRule>

export type Action = keyof typeof ACTIONS

export type ActionOf<K extends Kind> = {
  [A in Action]: (typeof ACTIONS)[A]['kind'] extends K ? A : never
}[Action]

/** Actions that name one patient. */
export type AboutPatient = ActionOf<'patient' | 'system'>

export const ruleOf = (action: Action): ActionRule => ACTIONS[action]

/** Whether one of these roles may ask for it at all: what a page offers. The answer is a permit's. */
export const isOpenTo = (action: Action, roles: readonly Role[]): boolean =>
  roles.some((role) => ruleOf(action).roles.includes(role))
