/**
 * People near and far, with a row of each of them in every table that has a patient in it, and settings as a permit
 * makes them. Rows go in without triggers and foreign keys, so that what is refused is refused by a policy.
 */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { NOBODY } from '../../app/access/actor.ts'

const [here, elsewhere] = [randomUUID(), randomUUID()]
const mine = randomUUID()

/** Whose row it is, seen from the staff below. */
export const PEOPLE = {
  /** Whom a permit is about. Shows those from outside that there are sessions, and the rest not any more. */
  mine: { practice: here, patient: mine },
  /** On everybody's list as well, and shows them everything. */
  shown: { practice: here, patient: randomUUID() },
  /** On the list of somebody else. */
  other: { practice: here, patient: randomUUID() },
  /** Took back their access, and forgot what they had shown. */
  past: { practice: here, patient: randomUUID() },
  /** Whose time of access ran out. */
  over: { practice: here, patient: randomUUID() },
  /** Of another practice, under the same id and with the same staff: only the practice tells them apart. */
  namesake: { practice: elsewhere, patient: mine },
}
export type Whose = keyof typeof PEOPLE
export const EVERYBODY = Object.keys(PEOPLE) as Whose[]

export const STAFF = {
  prescriber: randomUUID(),
  'care-coordinator': randomUUID(),
  therapist: randomUUID(),
  'support-person': randomUUID(),
  'medical-director': randomUUID(),
}
const OUTSIDE = ['therapist', 'support-person'] as const
/** A prescriber on the care team of `other` alone. */
export const stranger = randomUUID()
/**
 * A support person whose access to `mine` was taken back, under the permit they keep while a session is open. Here they
 * keep none: what is of a session they find nothing of. tests/database/keeping.test.ts knows what one opens.
 */
export const keeper = randomUUID()

type Settings = { kind: string; role: string; actor: string } | undefined
const asStaff = (kind: string, roles: readonly (keyof typeof STAFF)[]): [string, Settings][] =>
  roles.map((role) => [`${kind}: ${role}`, { kind, role, actor: STAFF[role] }])

/**
 * What row-level security is told. Each names the same patient, also where a permit would name none: that must not
 * matter. Nobody is given a permit as `another patient`; it shows that of two checks each is there.
 */
export const SCOPES: Readonly<Record<string, Settings>> = Object.fromEntries([
  ['unset', undefined],
  ['patient', { kind: 'patient', role: 'patient', actor: mine }],
  ['another patient', { kind: 'patient', role: 'patient', actor: PEOPLE.other.patient }],
  ...asStaff('patient', ['prescriber', 'care-coordinator', ...OUTSIDE]).map(
    ([name, settings]) => [name.replace('patient: ', ''), settings] as const,
  ),
  ['who keeps a session', { kind: 'patient', role: 'support-person', actor: keeper }],
  ['job', { kind: 'system', role: 'system', actor: NOBODY }],
  ...asStaff('list', ['prescriber', 'care-coordinator', ...OUTSIDE, 'medical-director']),
  ...asStaff('practice', ['prescriber', 'medical-director']),
  ['public: visitor', { kind: 'public', role: 'visitor', actor: NOBODY }],
  ['public: patient', { kind: 'public', role: 'patient', actor: mine }],
  ...asStaff('no such kind', ['prescriber']),
])

/** The statements that make them so, until the end of the transaction. */
export const settingsOf = (settings: Settings): string =>
  settings === undefined
    ? ''
    : Object.entries({
        ...{ practice_id: here, actor_id: settings.actor, role: settings.role, kind: settings.kind },
        patient_id: mine,
      })
        .map(([name, value]) => `set local app.${name} = '${value}';`)
        .join(' ')

type Value = string | number | null
type Row = Readonly<Record<string, Value>>
const [AT, LATER, BEFORE] = ['2026-11-01T12:00:00Z', '2100-01-01T00:00:00Z', '2020-01-01T00:00:00Z']

/** What is opened by having been shared alone. */
const KEPT = ['scores', 'plan', 'wishes']

/** What each table says of one person beside whose it is. The first is what others try to add. `by`: who writes. */
const ROWS: Readonly<Record<string, (by: string, whose: Whose) => readonly Row[]>> = {
  patient: () => [
    {
      ...{ given_name: 'Invented', family_name: 'Person', born_on: '1990-01-01', state: 'FL' },
      ...{ place: 'Miami', language: 'en' },
    },
  ],
  related_person: () => [{ related_person_id: randomUUID(), name: 'Somebody', relationship: 'friend' }],
  care_team_member: (_, whose) => {
    const ends = {
      ...{ mine: { until: null }, shown: { until: LATER }, other: {}, namesake: {} },
      ...{ past: { revoked_at: BEFORE }, over: { until: BEFORE } },
    }[whose]
    const team: Row[] = (whose === 'other' ? [stranger] : Object.values(STAFF)).map((id) => ({
      actor_id: id,
      ...ends,
    }))
    return whose === 'mine' ? [...team, { actor_id: keeper, revoked_at: AT }] : team
  },
  questionnaire_response: () => [
    {
      ...{ questionnaire_response_id: randomUUID(), instrument: 'pcl-5', instrument_version: '1' },
      ...{ language: 'en', answers: '{}', authored_at: AT },
    },
  ],
  questionnaire_response_seen: (by) => [
    { questionnaire_response_id: randomUUID(), seen_by: by, seen_by_name: 'x', seen_at: AT },
  ],
  finding: () => [
    {
      ...{ finding_id: randomUUID(), answer_sheet_id: randomUUID(), rule_id: 'F01', rule_version: 1 },
      ...{ is_unknown: 'false', severity: 'review', evidence: '{}' },
    },
  ],
  communication: () => [{ communication_key: randomUUID(), recipient_id: stranger }],
  patient_key: () => [{ wrapped: 'x' }],
  enrolment: () => [{ enrolment_id: randomUUID(), state: 'ready', since: AT }],
  enrolment_step: (by) => [
    {
      ...{ enrolment_id: randomUUID(), step: 1, to_state: 'ready', taken_by: by, taken_by_name: 'x' },
      ...{ taken_as: 'patient', taken_at: AT },
    },
  ],
  answer_sheet: (by) => [
    {
      ...{ answer_sheet_id: randomUUID(), kind: 'wishes', version: 1, sealed: 'x', authored_by: by },
      ...{ authored_as: 'patient', authored_at: AT },
    },
  ],
  consent: () => [
    {
      ...{ consent_id: randomUUID(), kind: 'telehealth', text_version: 1, language: 'en' },
      ...{ signed_name: 'x', signed_at: AT },
    },
  ],
  share: (_, whose) => {
    const given = (recipients: readonly string[], categories: readonly string[], ends: Row = {}) =>
      recipients.flatMap((recipient_id) =>
        categories.map((category) => ({
          ...{ share_id: randomUUID(), recipient_id, category, given_at: AT, ...ends },
        })),
      )
    const outside = OUTSIDE.map((role) => STAFF[role])
    if (whose === 'other') return given([stranger], [...KEPT, 'session'])
    if (whose !== 'mine') return given(outside, [...KEPT, 'session'])
    return [
      ...given(outside, ['session']),
      ...given(outside, KEPT, { revoked_at: BEFORE }),
      ...given(outside, KEPT, { until: BEFORE }),
      ...given([stranger], KEPT),
    ]
  },
  plan_version: (by) => {
    const draft = {
      ...{ version: 2, plan: '{}', protocol_version: 1, drafted_by: by, drafted_by_name: 'x' },
      drafted_at: AT,
    }
    return [draft, { ...draft, version: 1, signed_by: by, signed_by_name: 'x', signed_at: AT }]
  },
  supply_order: (by) => [
    {
      ...{ supply_order_id: randomUUID(), plan_version: 1, units: 4, strength_mg: 50, ordered_by: by },
      ...{ ordered_by_name: 'x', ordered_at: AT },
    },
  ],
  unit_event: (by) => [
    {
      ...{ unit_event_id: randomUUID(), event: '{}', happened_at: AT, recorded_by: by },
      ...{ recorded_by_name: 'x', recorded_as: 'patient', recorded_at: AT },
    },
  ],
  dosing_session: (by) => [
    {
      ...{ session_id: randomUUID(), plan_version: 1, protocol_version: 1, starts_at: AT },
      ...{ planned_end_at: LATER, time_zone: 'UTC', duty_clinician_id: stranger },
      ...{ support_person_id: stranger, backup_person_id: by },
      ...{ booked_by: by, booked_by_name: 'x', booked_at: AT },
    },
  ],
  appointment: (by) => [
    {
      ...{ appointment_id: randomUUID(), kind: 'integration', with_id: randomUUID(), starts_at: AT },
      ...{ time_zone: 'UTC', state: 'booked', booked_by: by, booked_at: AT },
    },
  ],
  session_event: (by) => [
    { session_id: randomUUID(), event_id: randomUUID(), event: '{}', sent_by: by, sent_as: 'patient' },
  ],
  alert: (by) => [
    {
      ...{ alert_id: randomUUID(), cause: 'x', level: 'confirm', raised_by: by, raised_as: 'patient' },
      ...{ raised_at: AT, is_in_cover: 'true' },
    },
  ],
  invitation: () => [
    {
      ...{ invitation_id: randomUUID(), part: 'support', name: 'x', account_id: randomUUID() },
      ...{ actor_id: STAFF['support-person'], is_near: 'true', invited_at: AT },
    },
  ],
  contact_point: (by) => [
    { actor_id: by, part: 'backup', sealed: 'x', told_at: AT },
    ...(by === STAFF['support-person']
      ? []
      : [{ actor_id: STAFF['support-person'], part: 'support', sealed: 'x', told_at: AT }]),
  ],
  preparation_part: () => [{ part: 'mindset', done_at: AT }],
  standing_ground: (by) => [
    {
      ...{ ground_id: randomUUID(), subject: 'licence', state: 'FL', from_on: '2026-01-01' },
      ...{ ends_on: '2027-01-01', recorded_by: by, recorded_by_name: 'x', recorded_at: AT },
    },
  ],
}
export const TABLES = Object.keys(ROWS)

const insertOf = (table: string, whose: Whose, row: Row): string => {
  const { practice, patient } = PEOPLE[whose]
  const all = Object.entries({ practice_id: practice, patient_id: patient, ...row })
  const values = all.map(([, value]) => (value === null ? 'null' : pg.escapeLiteral(String(value))))
  return `insert into ${table} (${all.map(([column]) => column).join(', ')}) values (${values.join(', ')})`
}

/** One row for somebody, written by an actor. */
export function addition(table: string, whose: Whose, by: string): string {
  const [row] = ROWS[table]?.(by, whose) ?? []
  if (!row) throw new Error(`no row of ${table} for ${whose}`)
  return insertOf(table, whose, row)
}

/** One about `mine` in the name of nobody there is; undefined where a row does not say who wrote it. */
export function forgery(table: string): string | undefined {
  const forger = randomUUID()
  const statement = addition(table, 'mine', forger)
  return statement.includes(forger) ? statement : undefined
}

/** Everybody's rows in every table, each written by themselves. */
export const everyRow = (): string =>
  EVERYBODY.flatMap((whose) =>
    Object.entries(ROWS).flatMap(([table, rows]) =>
      rows(PEOPLE[whose].patient, whose).map((row) => insertOf(table, whose, row)),
    ),
  ).join('; ')

/** Everybody as a member, patients too; and the staff in the other practice as well. */
export const everyMember = (): string =>
  [
    ...EVERYBODY.map((whose) => ({
      practice: PEOPLE[whose].practice,
      id: PEOPLE[whose].patient,
      role: 'patient',
    })),
    ...Object.entries({ ...STAFF, [stranger]: stranger }).flatMap(([role, id]) =>
      [here, elsewhere].map((practice) => ({ practice, id, role: role === stranger ? 'prescriber' : role })),
    ),
  ]
    .map(
      ({ practice, id, role }) =>
        `insert into member (practice_id, actor_id, account_id, name, roles)
         values ('${practice}', '${id}', '${randomUUID()}', 'x', array['${role}'])`,
    )
    .join('; ')
