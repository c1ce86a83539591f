/**
 * Who gets in, written by hand and read like a contract: the tests hold the code
 * against it. What is not written here is refused. A route or an action without
 * a row fails; so does a row without its route.
 */
import type { Action } from '../app/access/actions.ts'
import type { PersonRole } from '../app/access/actor.ts'

/**
 * How somebody stands to the patient they ask about, or, where there is none, to
 * the practice. Exactly one thing is different from the relation that gets in.
 */
export const RELATIONS = [
  'self', // the patient themselves; for others: their own id, which is no patient's
  'care-team', // on the care team, with no end
  'until-later', // on the care team until a minute from now
  'expired', // on the care team until a moment ago
  'revoked', // was on the care team; taken back
  'stranger', // a patient of the practice whose care team is others’, while they are on somebody else’s
  'elsewhere', // on the care team of a patient of another practice; a patient of that one, a member here
  'namesake', // on the care team in another practice where all the same ids exist
  'ended', // on the care team, and their own membership has ended
  'nobody', // an id no patient has
  'pretender', // on the care team, under another role than the one they claim
] as const
export type Relation = (typeof RELATIONS)[number]

const TEAM = ['care-team', 'until-later'] as const
/** Relations in which the actor is a member here, under their own role. */
const MEMBER = RELATIONS.filter((relation) => relation !== 'ended' && relation !== 'pretender')
/** Of patients: those whose record is in this practice. */
const PATIENT = MEMBER.filter((relation) => relation !== 'elsewhere')

type Cells = Partial<Record<PersonRole, readonly Relation[]>>

/** Every action a person can ask a permit for. */
export const ACTION_ROWS: Record<Action, Cells> = {
  'read-today': { patient: ['self'] },
  'submit-answers': { patient: ['self'] },
  'read-chart': { prescriber: TEAM },
  'close-finding': { prescriber: TEAM },
  'review-intake': { prescriber: TEAM },
  'read-segment': { prescriber: TEAM },
  'read-worklist': { prescriber: MEMBER },
  'list-people': { therapist: MEMBER, 'support-person': MEMBER, 'care-coordinator': MEMBER },
  'read-preparation': { patient: ['self'] },
  prepare: { patient: ['self'] },
  'read-own-people': { patient: ['self'] },
  'change-people': { patient: ['self'] },
  'read-briefing': { 'support-person': TEAM },
  'agree-to-support': { 'support-person': TEAM },
  'read-booking': { prescriber: TEAM, 'care-coordinator': TEAM },
  'book-session': { prescriber: TEAM, 'care-coordinator': TEAM },
  'cancel-session': { patient: ['self'] },
  'choose-way-on': { patient: ['self'] },
  'list-integration': { therapist: MEMBER, prescriber: MEMBER },
  'settle-integration': { therapist: TEAM, prescriber: TEAM },
  'read-duty': { prescriber: MEMBER, 'care-coordinator': MEMBER },
  'plan-duty': { prescriber: MEMBER, 'care-coordinator': MEMBER },
  'read-own-day': { patient: ['self'] },
  'tell-day': { patient: ['self'] },
  'record-own-event': { patient: ['self'] },
  'read-session': { 'support-person': TEAM },
  'watch-session': { prescriber: TEAM },
  'tell-day-beside': { 'support-person': TEAM },
  'record-event': { 'support-person': TEAM },
  'answer-for-session': { prescriber: TEAM },
  'judge-day': {}, // jobs alone
  'answer-alert': { prescriber: TEAM, 'care-coordinator': TEAM },
  'list-alerts': { prescriber: MEMBER, 'care-coordinator': MEMBER },
  'list-sessions': { prescriber: MEMBER },
  'read-protocol': {
    prescriber: MEMBER,
    'medical-director': MEMBER,
    'care-coordinator': MEMBER,
    admin: MEMBER,
    'protocol-reviewer': MEMBER,
  },
  'read-instruments': { prescriber: MEMBER, 'medical-director': MEMBER, admin: MEMBER },
  'load-instrument': { 'medical-director': MEMBER },
  'withdraw-instrument': { 'medical-director': MEMBER },
  'read-protocol-versions': { prescriber: MEMBER, 'medical-director': MEMBER, 'protocol-reviewer': MEMBER },
  'draft-protocol': { prescriber: MEMBER, 'medical-director': MEMBER },
  'sign-protocol': { prescriber: MEMBER, 'medical-director': MEMBER, 'protocol-reviewer': MEMBER },
  'retire-protocol': { 'medical-director': MEMBER },
  'read-rules': { prescriber: MEMBER, 'medical-director': MEMBER, 'protocol-reviewer': MEMBER },
  'read-plan': { prescriber: TEAM },
  'draft-plan': { prescriber: TEAM },
  'sign-plan': { prescriber: TEAM },
  'read-exceptions': { 'medical-director': MEMBER },
  'read-own-plan': { patient: ['self'] },
  'read-supply': { prescriber: TEAM, 'care-coordinator': TEAM },
  'order-supply': { prescriber: TEAM },
  'record-supply': { 'care-coordinator': TEAM, prescriber: TEAM },
  'explain-count': { prescriber: TEAM },
  'confirm-supply': { patient: ['self'] },
  'change-own-way': { patient: ['self'] },
  'decide-course': { prescriber: TEAM },
  'read-shared': { therapist: TEAM, 'support-person': TEAM },
  'list-journeys': { prescriber: MEMBER, 'care-coordinator': MEMBER },
  'tell-care-team': {}, // jobs alone
  'tell-person': {}, // jobs alone
  'follow-session': {}, // jobs alone
  'follow-next-day': {}, // jobs alone
  'escalate-alert': {}, // jobs alone
  'read-public-profile': {}, // visitors alone
  'take-assessment': {}, // visitors alone
  register: {}, // visitors alone
  'begin-enrolment': { patient: ['self'] },
  'read-consents': { patient: ['self'] },
  'sign-consents': { patient: ['self'] },
}

/** `anybody` needs no login; `anybody signed in` needs one and reads no record. */
export type RouteRow = Cells | 'anybody' | 'anybody signed in'

export const ROUTE_ROWS: Record<string, RouteRow> = {
  'GET /': 'anybody',
  'GET /help': 'anybody',
  'GET /leave': 'anybody',
  'GET /assessment': 'anybody',
  'POST /assessment': 'anybody',
  'GET /register': 'anybody',
  'POST /register': 'anybody',
  'GET /register/sent': 'anybody',
  'GET /healthz': 'anybody',
  'GET /readyz': 'anybody',

  'GET /sign-in': 'anybody',
  'POST /sign-in': 'anybody',
  'GET /sign-in/link': 'anybody',
  'POST /sign-in/link': 'anybody',
  'GET /sign-in/link/:token': 'anybody',
  'POST /sign-in/link/:token': 'anybody',
  'GET /sign-in/second-step': 'anybody',
  'POST /sign-in/second-step': 'anybody',
  'GET /login/api/passkey/generate-authenticate-options': 'anybody',
  'POST /login/api/passkey/verify-authentication': 'anybody',
  'GET /login/api/passkey/generate-register-options': 'anybody',
  'POST /login/api/passkey/verify-registration': 'anybody',
  'POST /sign-out': 'anybody',
  'GET /signed-out': 'anybody',

  'GET /demo': 'anybody',
  'POST /demo': 'anybody',
  'GET /demo/mail': 'anybody',
  'GET /demo/clock': 'anybody',
  'POST /demo/clock': 'anybody',

  'GET /start': 'anybody signed in',
  'POST /sign-out-everywhere': 'anybody signed in',
  'GET /account': 'anybody signed in',
  'POST /account/passkeys/remove': 'anybody signed in',
  'POST /account/sign-ins/end': 'anybody signed in',
  'GET /account/password': 'anybody signed in',
  'POST /account/password': 'anybody signed in',
  'GET /account/second-step': 'anybody signed in',
  'POST /account/second-step': 'anybody signed in',
  'POST /account/second-step/confirm': 'anybody signed in',
  'GET /account/second-step/off': 'anybody signed in',
  'POST /account/second-step/off': 'anybody signed in',

  'GET /portal': { patient: PATIENT },
  'GET /portal/check-in': { patient: PATIENT },
  'POST /portal/check-in': { patient: PATIENT },
  'GET /portal/check-in/thank-you': { patient: PATIENT },
  'GET /portal/plan': { patient: PATIENT },
  'GET /portal/supply': { patient: PATIENT },
  'POST /portal/supply/arrived': { patient: PATIENT },
  'POST /portal/supply/count': { patient: PATIENT },
  'GET /portal/follow-up': { patient: PATIENT },
  'POST /portal/follow-up': { patient: PATIENT },
  'GET /portal/follow-up/thank-you': { patient: PATIENT },
  'GET /portal/follow-up/:of': { patient: PATIENT },
  'POST /portal/follow-up/:of': { patient: PATIENT },
  'GET /portal/progress': { patient: PATIENT },
  'GET /portal/pause': { patient: PATIENT },
  'POST /portal/pause': { patient: PATIENT },
  'GET /portal/after': { patient: PATIENT },

  'GET /portal/consents': { patient: PATIENT },
  'GET /portal/consents/:number': { patient: PATIENT },
  'POST /portal/consents/:number': { patient: PATIENT },

  'GET /portal/intake': { patient: PATIENT },
  'POST /portal/intake': { patient: PATIENT },
  'GET /portal/intake/sent': { patient: PATIENT },
  'GET /portal/intake/:part': { patient: PATIENT },
  'POST /portal/intake/:part': { patient: PATIENT },

  'GET /console': { prescriber: MEMBER },
  'GET /console/patients/:patientId': { prescriber: TEAM },
  'POST /console/patients/:patientId/findings/:findingId/close': { prescriber: TEAM },
  'GET /console/patients/:patientId/plan': { prescriber: TEAM },
  'POST /console/patients/:patientId/plan': { prescriber: TEAM },
  'POST /console/patients/:patientId/plan/draw': { prescriber: TEAM },
  'GET /console/patients/:patientId/plan/sign': { prescriber: TEAM },
  'POST /console/patients/:patientId/plan/sign': { prescriber: TEAM },
  'GET /console/patients/:patientId/supply': { prescriber: TEAM, 'care-coordinator': TEAM },
  'GET /console/patients/:patientId/supply/sheet': { prescriber: TEAM },
  'POST /console/patients/:patientId/supply/order': { prescriber: TEAM },
  'POST /console/patients/:patientId/supply/reference': { prescriber: TEAM },
  'POST /console/patients/:patientId/supply/withdraw': { prescriber: TEAM },
  'POST /console/patients/:patientId/supply/delivery': { prescriber: TEAM, 'care-coordinator': TEAM },
  'POST /console/patients/:patientId/supply/loss': { prescriber: TEAM, 'care-coordinator': TEAM },
  'POST /console/patients/:patientId/supply/explain': { prescriber: TEAM },
  'GET /console/exceptions': { 'medical-director': MEMBER },
  'GET /console/patients/:patientId/decide': { prescriber: TEAM },
  'POST /console/patients/:patientId/decide': { prescriber: TEAM },
  'GET /console/people': { prescriber: MEMBER, 'care-coordinator': MEMBER },
  'GET /console/patients/:patientId/review': { prescriber: TEAM },
  'POST /console/patients/:patientId/review': { prescriber: TEAM },
  'POST /console/patients/:patientId/review/record': { prescriber: TEAM },
  'GET /console/patients/:patientId/segments/:segment': { prescriber: TEAM },
  'GET /console/protocol': {
    prescriber: MEMBER,
    'medical-director': MEMBER,
    'care-coordinator': MEMBER,
    admin: MEMBER,
    'protocol-reviewer': MEMBER,
  },

  'GET /console/instruments': { prescriber: MEMBER, 'medical-director': MEMBER, admin: MEMBER },
  'POST /console/instruments': { 'medical-director': MEMBER },
  'GET /console/instruments/wordings/:wordingId': {
    prescriber: MEMBER,
    'medical-director': MEMBER,
    admin: MEMBER,
  },
  'POST /console/instruments/wordings/:wordingId/withdraw': { 'medical-director': MEMBER },

  'GET /console/protocol/versions': {
    prescriber: MEMBER,
    'medical-director': MEMBER,
    'protocol-reviewer': MEMBER,
  },
  'POST /console/protocol/versions': { prescriber: MEMBER, 'medical-director': MEMBER },
  'GET /console/protocol/versions/:version': {
    prescriber: MEMBER,
    'medical-director': MEMBER,
    'protocol-reviewer': MEMBER,
  },
  'GET /console/protocol/versions/:version/changes': {
    prescriber: MEMBER,
    'medical-director': MEMBER,
    'protocol-reviewer': MEMBER,
  },
  'GET /console/protocol/versions/:version/edit': { prescriber: MEMBER, 'medical-director': MEMBER },
  'POST /console/protocol/versions/:version/edit': { prescriber: MEMBER, 'medical-director': MEMBER },
  'GET /console/protocol/versions/:version/sign': {
    prescriber: MEMBER,
    'medical-director': MEMBER,
    'protocol-reviewer': MEMBER,
  },
  'POST /console/protocol/versions/:version/sign': {
    prescriber: MEMBER,
    'medical-director': MEMBER,
    'protocol-reviewer': MEMBER,
  },
  'GET /console/protocol/versions/:version/retire': { 'medical-director': MEMBER },
  'POST /console/protocol/versions/:version/retire': { 'medical-director': MEMBER },
  'GET /console/rules': { prescriber: MEMBER, 'medical-director': MEMBER, 'protocol-reviewer': MEMBER },

  'GET /care-team/people/:patientId': { therapist: TEAM, 'support-person': TEAM },

  'GET /portal/prepare': { patient: PATIENT },
  'GET /portal/prepare/mindset': { patient: PATIENT },
  'POST /portal/prepare/mindset': { patient: PATIENT },
  'GET /portal/prepare/setting': { patient: PATIENT },
  'POST /portal/prepare/setting': { patient: PATIENT },
  'GET /portal/prepare/grounding': { patient: PATIENT },
  'POST /portal/prepare/grounding': { patient: PATIENT },
  'GET /portal/prepare/wishes': { patient: PATIENT },
  'POST /portal/prepare/wishes': { patient: PATIENT },
  'GET /portal/people': { patient: PATIENT },
  'GET /portal/people/add': { patient: PATIENT },
  'POST /portal/people/add': { patient: PATIENT },
  'POST /portal/people/remove': { patient: PATIENT },
  'POST /portal/people/share': { patient: PATIENT },
  'POST /portal/people/send': { patient: PATIENT },
  'GET /portal/booking': { patient: PATIENT },
  'POST /portal/booking/cancel': { patient: PATIENT },
  'POST /portal/booking/way-on': { patient: PATIENT },
  'GET /care-team/agree/:patientId': { 'support-person': TEAM },
  'POST /care-team/agree/:patientId': { 'support-person': TEAM },
  'GET /care-team/integration': { therapist: MEMBER, prescriber: MEMBER },
  'POST /care-team/integration/:patientId': { therapist: TEAM, prescriber: TEAM },
  'GET /console/duty': { prescriber: MEMBER, 'care-coordinator': MEMBER },
  'POST /console/duty': { prescriber: MEMBER, 'care-coordinator': MEMBER },
  'POST /console/duty/end': { prescriber: MEMBER, 'care-coordinator': MEMBER },
  'GET /console/patients/:patientId/booking': { prescriber: TEAM, 'care-coordinator': TEAM },
  'POST /console/patients/:patientId/booking': { prescriber: TEAM, 'care-coordinator': TEAM },
  'POST /console/patients/:patientId/booking/integration': { prescriber: TEAM, 'care-coordinator': TEAM },
  'POST /console/patients/:patientId/booking/cancel': { prescriber: TEAM, 'care-coordinator': TEAM },
  'POST /console/patients/:patientId/booking/ground': { prescriber: TEAM, 'care-coordinator': TEAM },

  'GET /portal/day': { patient: PATIENT },
  'POST /portal/day': { patient: PATIENT },
  'POST /portal/day/not-today': { patient: PATIENT },
  'GET /portal/day/off': { patient: PATIENT },
  'GET /portal/day/now': { patient: PATIENT },
  'POST /portal/day/now': { patient: PATIENT },
  'GET /portal/day/help': { patient: PATIENT },
  'POST /portal/day/help': { patient: PATIENT },
  'GET /portal/day/aside': { patient: PATIENT },
  'POST /portal/day/aside': { patient: PATIENT },
  'GET /portal/next-day': { patient: PATIENT },
  'POST /portal/next-day': { patient: PATIENT },
  'GET /portal/next-day/thanks': { patient: PATIENT },
  'GET /care-team/day/:patientId': { 'support-person': TEAM },
  'POST /care-team/day/:patientId': { 'support-person': TEAM },
  'GET /care-team/day/:patientId/now': { 'support-person': TEAM },
  'POST /care-team/day/:patientId/now': { 'support-person': TEAM },
  'GET /care-team/day/:patientId/look': { 'support-person': TEAM },
  'GET /care-team/day/:patientId/readings': { 'support-person': TEAM },
  'GET /care-team/day/:patientId/tonight': { 'support-person': TEAM },
  'GET /care-team/day/:patientId/help': { 'support-person': TEAM },
  'POST /care-team/day/:patientId/help': { 'support-person': TEAM },
  'GET /care-team/day/:patientId/comfort': { 'support-person': TEAM },
  'GET /care-team/day/:patientId/end': { 'support-person': TEAM },
  'GET /console/alerts': { prescriber: MEMBER, 'care-coordinator': MEMBER },
  'POST /console/alerts/:patientId': { prescriber: TEAM, 'care-coordinator': TEAM },
  'GET /console/sessions': { prescriber: MEMBER },
  'GET /console/sessions/:patientId': { prescriber: TEAM },
  'POST /console/sessions/:patientId': { prescriber: TEAM },

  'GET /people': { therapist: MEMBER, 'support-person': MEMBER, 'care-coordinator': MEMBER },
}
