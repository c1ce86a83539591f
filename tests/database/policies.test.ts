/**
 * Row-level security, table by table: who sees, adds and changes whose rows, under every kind of permit. And the
 * reverse: each condition of each policy is taken away in turn, and that must be noticed.
 */
import { isDeepStrictEqual } from 'node:util'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NOBODY } from '../../app/access/actor.ts'
import { roleName } from '../../app/database/roles.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'
import {
  addition,
  EVERYBODY,
  everyRow,
  forgery,
  PEOPLE,
  SCOPES,
  settingsOf,
  TABLES,
  type Whose,
} from './policies-scene.ts'

const app = roleName('app')
let postgres: TestDatabase
/** Whom no policy binds, and who speaks as the app for a while. */
let superuser: pg.Client
beforeAll(async () => {
  postgres = await openTestDatabase()
  superuser = new pg.Client(postgres.server)
  await superuser.connect()
  await superuser.query(`
    create schema trial;
    grant usage on schema trial to ${app};
    -- True when a policy lets it in: that it is there already is said after that was asked.
    create function trial.adds(statement text) returns boolean language plpgsql as $$
    begin
      execute statement;
      return true;
    exception when insufficient_privilege then return false;
      when unique_violation then return true;
    end $$;
    create function trial.changes(statement text) returns void language plpgsql as $$
    begin
      execute statement;
    exception when insufficient_privilege then null;
    end $$`)
  await superuser.query(`begin; set local session_replication_role = replica; ${everyRow()}; commit`)
})
afterAll(async () => {
  await superuser.end()
  await postgres.close()
})

type Scope = string
const FROM_OUTSIDE = ['therapist', 'support-person']
const PERSONS = ['patient', 'another patient', 'prescriber', 'care-coordinator', ...FROM_OUTSIDE]
/** Of these, each names one patient. */
const ALL = [...PERSONS, 'job']
const KEEPER = 'who keeps a session'
/** What the log of a session is written with, and nothing the patient told or shows. */
const KEPT: Readonly<Record<Command, readonly string[]>> = {
  SELECT: [
    ...['patient', 'care_team_member', 'communication', 'patient_key', 'enrolment', 'enrolment_step'],
    'unit_event',
  ],
  INSERT: ['enrolment_step', 'unit_event'],
  UPDATE: ['enrolment'],
}
const LISTS = Object.keys(SCOPES).filter((name) => name.startsWith('list'))
const OWN_LIST: readonly Whose[] = ['mine', 'shown']
/** Also what has ended: it says of nobody more than that one's own name stands there. */
const NAMED_IN: readonly Whose[] = ['mine', 'shown', 'past', 'over']
const onEveryList = Object.fromEntries(LISTS.map((list) => [list, OWN_LIST]))

type Signed = {
  /** Who does not see it of the one patient. Everybody else in `ALL` does. */
  hiddenFrom?: readonly Scope[]
  /** Whose rows a list shows; none unless said. */
  lists?: Readonly<Record<Scope, readonly Whose[]>>
  /** Who may add one to the one patient, in their own name. */
  addedBy?: readonly Scope[]
  /** Who may change one of the one patient, a change they may make, and one in another name that nobody may. */
  changedBy?: { who: readonly Scope[]; set: string; forged?: string }
}

/** By hand: what the policies of each table come to. */
const SIGNED: Readonly<Record<string, Signed>> = {
  patient: { lists: onEveryList },
  related_person: {},
  care_team_member: { lists: Object.fromEntries(LISTS.map((list) => [list, NAMED_IN])) },
  questionnaire_response: {
    hiddenFrom: FROM_OUTSIDE,
    lists: { ...onEveryList, 'list: therapist': ['shown'], 'list: support-person': ['shown'] },
    addedBy: PERSONS,
  },
  questionnaire_response_seen: { addedBy: PERSONS },
  finding: {
    lists: onEveryList,
    addedBy: ALL,
    changedBy: {
      who: PERSONS,
      set: `closed_at = now(), closed_by = access.actor(), closed_because = 'x'`,
      forged: `closed_at = now(), closed_by = gen_random_uuid(), closed_because = 'x'`,
    },
  },
  communication: { addedBy: ['job'], changedBy: { who: ['job'], set: 'sent_at = now()' } },
  patient_key: { addedBy: ALL },
  enrolment: { lists: onEveryList, addedBy: ALL, changedBy: { who: ALL, set: 'since = now()' } },
  enrolment_step: { addedBy: ALL },
  answer_sheet: { hiddenFrom: ['care-coordinator', ...FROM_OUTSIDE], addedBy: ALL },
  consent: { addedBy: ['patient'], changedBy: { who: ['patient'], set: 'withdrawn_at = now()' } },
  share: {
    lists: { 'list: therapist': NAMED_IN, 'list: support-person': OWN_LIST },
    addedBy: ['patient'],
    changedBy: { who: ['patient'], set: 'revoked_at = now()' },
  },
  plan_version: {
    hiddenFrom: ['therapist'],
    lists: { ...onEveryList, 'list: therapist': ['shown'] },
    addedBy: ['prescriber'],
    changedBy: { who: ['patient', 'another patient', 'prescriber'], set: 'drafted_by = access.actor()' },
  },
  supply_order: {
    lists: onEveryList,
    addedBy: ['prescriber'],
    changedBy: { who: ['prescriber'], set: `earlier_references = '[1]'` },
  },
  unit_event: { addedBy: ALL },
  dosing_session: { lists: onEveryList, addedBy: ALL, changedBy: { who: ALL, set: 'ended_at = now()' } },
  appointment: { lists: onEveryList, addedBy: ALL, changedBy: { who: ALL, set: 'state_at = now()' } },
  session_event: { lists: onEveryList, addedBy: ALL },
  alert: {
    lists: onEveryList,
    addedBy: ALL,
    changedBy: { who: ALL, set: `seen_by = access.actor(), seen_by_name = 'x', seen_at = now()` },
  },
  invitation: { changedBy: { who: ['patient', 'support-person'], set: 'mailed_at = now()' } },
  contact_point: {
    // The rows of the scene are a patient's own; a person of theirs sees one for who is in reserve.
    hiddenFrom: ['another patient', 'care-coordinator', 'therapist', 'job'],
    addedBy: ['support-person'],
    changedBy: { who: ['support-person'], set: 'told_at = now()' },
  },
  preparation_part: { addedBy: ['patient'] },
  standing_ground: { addedBy: ['prescriber', 'care-coordinator'] },
}

/** Whom rows are added for: one's own is let in where that is signed, and nobody else's. */
const ADDED_FOR = ['mine', 'other', 'namesake'] as const

/** Left out: what a condition says of the row's own state, such as a signature. Other tests know those. */
const ABOUT_WHOM = /\baccess\.|\bteam\.|\bshare\./

const BY_CARE_TEAM = [
  // The care team is read under policies of its own, which show on a list one's own places here and nothing else.
  "seen_on_list: access.kind() = 'list'::text",
  'seen_on_list: team.practice_id = access.practice()',
  'seen_on_list: team.actor_id = access.actor()',
]
const BY_PATIENT = [
  // Two policies hold at once, and both name the practice. Nobody but a patient has a patient's id.
  'by_patient: practice_id = access.practice()',
  "by_patient: access.role() = 'patient'::text",
  'carried_on: practice_id = access.practice()',
  'taken_back_by_patient: practice_id = access.practice()',
  "taken_back_by_patient: access.role() = 'patient'::text",
  'written: practice_id = access.practice()',
]
/** What is shared is read under policies of its own, too. */
const BY_SHARE = ['shared: share.practice_id = access.practice()']
/** Conditions whose absence changes nothing, because another holds the same. */
const HELD_TWICE: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    ['patient', 'finding', 'enrolment', 'dosing_session', 'appointment', 'session_event', 'alert'].map(
      (table) => [table, BY_CARE_TEAM] as const,
    ),
  ),
  questionnaire_response: [...BY_CARE_TEAM, ...BY_SHARE],
  plan_version: [
    ...[...BY_CARE_TEAM, ...BY_SHARE],
    // A session is read under policies of its own.
    'withheld_select: session.session_id = access.own_session_kept(plan_version.patient_id)',
  ],
  answer_sheet: [
    // Both policies name the practice. Of an intention, tests/database/prepare.test.ts knows.
    'private: practice_id = access.practice()',
    'private: authored_by = access.actor()',
    'seen: practice_id = access.practice()',
    'seen: share.practice_id = answer_sheet.practice_id',
    'seen: share.patient_id = answer_sheet.patient_id',
    // What they told themselves: tests/database/keeping.test.ts.
    "withheld_select: access.role() <> 'support-person'::text",
  ],
  consent: BY_PATIENT,
  share: BY_PATIENT,
  contact_point: [
    // Nobody else on the team has told one; and whose of two numbers it is: tests/database/how-to-reach.test.ts.
    'told: patient_id = access.patient()',
    "told_anew: access.role() = 'support-person'::text",
    'told_anew: actor_id = access.actor()',
  ],
  supply_order: [
    // What a change leaves is narrower still; and an order rests on a plan that is read under policies of its own.
    "carried_on: access.role() = ANY (ARRAY['prescriber'::text, 'care-coordinator'::text, 'patient'::text])",
    'ordered: practice_id = access.practice()',
    'ordered: patient_id = access.patient()',
    ...BY_CARE_TEAM,
  ],
}

const COMMANDS = ['SELECT', 'INSERT', 'UPDATE'] as const
type Command = (typeof COMMANDS)[number]
/** For each scope that gets to anything: the command, and whose rows. */
type Reach = Record<string, Whose[]>

function signedReach(table: string): Reach {
  const { hiddenFrom = [], lists = {}, addedBy = [], changedBy } = SIGNED[table] ?? {}
  const on = (command: Command, who: readonly Scope[]) =>
    who.map((scope) => [`${command} ${scope}`, ['mine'] as const] as const)
  const reach = [
    ...on(
      'SELECT',
      ALL.filter((scope) => !hiddenFrom.includes(scope)),
    ),
    ...Object.entries(lists).map(([scope, seen]) => [`SELECT ${scope}`, seen] as const),
    ...on('INSERT', addedBy),
    ...on('UPDATE', changedBy?.who ?? []),
    ...COMMANDS.flatMap((command) => on(command, KEPT[command].includes(table) ? [KEEPER] : [])),
  ]
  return Object.fromEntries(reach.map(([scope, whose]) => [scope, [...whose]]))
}

/** Each without a where: what comes back is what the policies leave. */
function attempt(table: string, scope: Scope, command: Command): string {
  const settings = SCOPES[scope]
  const found = (of: string, as: string = command) =>
    `select '${as} ${scope}' as scope, practice_id as practice, patient_id as patient from ${of}`
  const ifAdded = (statement: string, whose: Whose, as?: string) => {
    const { practice, patient } = PEOPLE[whose]
    const row = `(values ('${practice}', '${patient}')) as p (practice_id, patient_id)`
    return `${found(row, as)} where trial.adds(${pg.escapeLiteral(statement)});`
  }
  const forged = forgery(table)
  // A constant: a change that reads no row is held by the policy for changes alone.
  const ifChanged = (set: string, as?: string) =>
    `savepoint unchanged; select trial.changes(${pg.escapeLiteral(`update ${table} set ${set}`)}); reset role;
     ${found(table, as)} where xmin::text::bigint >= pg_current_xact_id()::text::bigint; rollback to unchanged;`
  const { set, forged: forgedSet } = SIGNED[table]?.changedBy ?? {}
  const does = {
    SELECT: `${found(table)};`,
    INSERT: [
      ...ADDED_FOR.map((whose) => ifAdded(addition(table, whose, settings?.actor ?? NOBODY), whose)),
      ...(forged === undefined ? [] : [ifAdded(forged, 'mine', 'INSERT in another name')]),
    ].join(' '),
    UPDATE: [
      ...(set === undefined ? [] : [ifChanged(set)]),
      ...(forgedSet === undefined ? [] : [ifChanged(forgedSet, 'UPDATE in another name')]),
    ].join(' '),
  }
  return `savepoint before; ${settingsOf(settings)} set local role ${app}; ${does[command]} rollback to before;`
}

type Asked = { commands: readonly Command[]; scopes: readonly Scope[]; first: string }
type Row = { scope?: string; practice: string; patient: string }

/** What everybody gets to, once something else was done to the database; nothing of either stays. */
async function reachOf(
  table: string,
  { commands = COMMANDS, scopes = Object.keys(SCOPES), first = '' }: Partial<Asked> = {},
): Promise<Reach> {
  const attempts = commands.flatMap((command) => scopes.map((scope) => attempt(table, scope, command)))
  const answers: unknown = await superuser.query(
    `begin; ${first} set local session_replication_role = replica; select pg_current_xact_id(); ${attempts.join(' ')} rollback`,
  )
  const reach = new Map<string, Set<string>>()
  for (const { rows } of answers as pg.QueryResult<Row>[])
    for (const { scope, practice, patient } of rows)
      if (scope !== undefined) reach.set(scope, (reach.get(scope) ?? new Set()).add(`${practice} ${patient}`))
  return Object.fromEntries(
    [...reach].map(([scope, found]) => [
      scope,
      EVERYBODY.filter((whose) => found.has(`${PEOPLE[whose].practice} ${PEOPLE[whose].patient}`)),
    ]),
  )
}

const list = async <Row extends pg.QueryResultRow>(query: string): Promise<Row[]> =>
  (await superuser.query<Row>(query)).rows

test('every table with a patient in it is here, with a row of everybody', async () => {
  const found = await list<{ name: string; may_change: boolean }>(`
    select c.relname as name, has_any_column_privilege('${app}', c.oid, 'update') as may_change
    from pg_catalog.pg_class c join pg_catalog.pg_attribute a on a.attrelid = c.oid
    where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and a.attname = 'patient_id'
    order by 1`)
  const names = found.map(({ name }) => name)
  expect(Object.keys(SIGNED).sort()).toEqual(names)
  expect([...TABLES].sort()).toEqual(names)
  expect(
    Object.keys(SIGNED)
      .filter((table) => SIGNED[table]?.changedBy)
      .sort(),
  ).toEqual(found.filter(({ may_change }) => may_change).map(({ name }) => name))
  for (const table of names) {
    const rows = await list<{ people: string }>(
      `select count(distinct (practice_id, patient_id)) as people from ${table}`,
    )
    expect(rows[0]?.people, table).toBe(String(EVERYBODY.length))
  }
})

test.each(TABLES)('of %s everybody gets to what is signed, and to nothing else', async (table) => {
  expect(await reachOf(table)).toEqual(signedReach(table))
})

describe('removing any one condition of a policy is noticed', () => {
  type Policy = { name: string; command: Command; using: string | null; check: string | null }

  const policiesOf = (table: string) =>
    list<Policy>(`
      select policyname as name, cmd as command, qual as using, with_check as check from pg_policies
      where schemaname = 'public' and tablename = '${table}' and '${app}' = any (roles) order by 1`)

  /** Those to whom a gap opens most often, and then the others. */
  const KEEN = [
    ...['patient', 'prescriber', 'list: therapist', 'practice: prescriber', 'public: patient', KEEPER],
  ]
  const IN_TURN = [KEEN, Object.keys(SCOPES).filter((scope) => !KEEN.includes(scope))]

  async function isNoticed(table: string, command: Command, weaken: string): Promise<boolean> {
    const signed = signedReach(table)
    for (const scopes of IN_TURN) {
      const reach = await reachOf(table, { commands: [command], scopes, first: weaken })
      const keys = scopes.map((scope) => `${command} ${scope}`)
      const expected = Object.entries(signed).filter(([key]) => keys.includes(key))
      if (!isDeepStrictEqual(reach, Object.fromEntries(expected))) return true
    }
    return false
  }

  test.each(TABLES)('of %s', async (table) => {
    const unnoticed: string[] = []
    for (const { name, command, using, check } of await policiesOf(table))
      for (const condition of conditionsOf(`${using} ${check}`)) {
        const without = (text: string) => text.replaceAll(`(${condition})`, 'true')
        const parts = [using && `using (${without(using)})`, check && `with check (${without(check)})`]
        const weaken = `alter policy ${name} on ${table} ${parts.filter(Boolean).join(' ')};`
        if (!(await isNoticed(table, command, weaken))) unnoticed.push(`${name}: ${condition}`)
      }
    expect(unnoticed).toEqual(HELD_TWICE[table] ?? [])
  })
})

/** The innermost comparisons of a policy, as the catalogue writes it, that speak of who asks or about whom. */
function conditionsOf(policy: string): Set<string> {
  const opened: number[] = []
  const found = new Set<string>()
  for (const [at, letter] of [...policy].entries()) {
    if (letter === '(') opened.push(at)
    if (letter !== ')') continue
    const inside = policy.slice((opened.pop() ?? 0) + 1, at)
    if (/^[\w.]+(\(\))? (=|<>|>|IS) /.test(inside) && !/ (AND|OR) /.test(inside) && ABOUT_WHOM.test(inside))
      found.add(inside)
  }
  return found
}
