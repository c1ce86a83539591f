/**
 * The authorization matrix: every route and every action, for every role and
 * relation, against what tests/authorization-matrix.ts says. And the reverse:
 * each single check is taken away in turn, and the matrix must notice.
 */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ACTIONS, type Action, ruleOf } from '../../app/access/actions.ts'
import { NOBODY, PEOPLE_ROLES, type PersonRole } from '../../app/access/actor.ts'
import type { Login } from '../../app/access/login/login.ts'
import { Permit } from '../../app/access/permit.ts'
import type { Services } from '../../app/routes/env.ts'
import type { Route } from '../../app/routes/route.ts'
import { ROUTES } from '../../app/routes/routes.ts'
import { type OpenTestApp, openTestApp, openTestLogin } from '../app.ts'
import { ACTION_ROWS, RELATIONS, type Relation, ROUTE_ROWS } from '../authorization-matrix.ts'
import { joinCareTeam, makeMember, makePatient, makePractice } from '../people.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'

let postgres: TestDatabase
let here: string
let elsewhere: string
let house: OpenTestApp
let login: Login
let wordingId: string
beforeAll(async () => {
  postgres = await openTestDatabase()
  here = await makePractice(postgres.everything)
  elsewhere = await makePractice(postgres.everything)
  login = await openTestLogin(postgres)
  for (const role of PEOPLE_ROLES)
    for (const relation of RELATIONS) cast.set(`${role} ${relation}`, await castOne(role, relation))
  wordingId = await loadText()
  const demoPeople = [...cast.values()].map(({ accountId }) => ({ accountId, name: '', role: '', about: '' }))
  house = openApp(ROUTES, {
    demo: {
      people: demoPeople,
      isComplete: async () => true,
      forward: async () => {},
      listMail: async () => [],
    },
  })
})
afterAll(() => postgres.close())

const openApp = (routes: readonly Route[] = ROUTES, change: Partial<Services> = {}) =>
  openTestApp(postgres, { practiceId: here, login, routes, change })

type Person = { id: string; practiceId: string; roles: PersonRole[]; accountId: string; about: string }
/** One person for every role and relation, and whom they ask about. */
const cast = new Map<string, Person>()
const personFor = (role: PersonRole, relation: Relation): Person => {
  const person = cast.get(`${role} ${relation}`)
  if (!person) throw new Error(`nobody was cast as ${role} ${relation}`)
  return person
}

async function castOne(role: PersonRole, relation: Relation): Promise<Person> {
  const { everything } = postgres
  const id = randomUUID()
  const isPatientHere = role === 'patient' && relation !== 'elsewhere' && relation !== 'pretender'
  const roleHere = relation === 'pretender' ? otherThan(role) : role
  const made = isPatientHere
    ? await makePatient(everything, here, id)
    : await makeMember(everything, here, [roleHere], id)
  const accountId = await login.createAccount({ email: `${id}@test.invalid`, name: made.name })
  await everything.updateTable('member').set({ account_id: accountId }).where('actor_id', '=', id).execute()
  const person = { id, practiceId: here, roles: [role], accountId }
  const patientIn = async (practiceId: string) => (await makePatient(everything, practiceId)).id

  switch (relation) {
    case 'self':
      return { ...person, about: id }
    case 'nobody':
      return { ...person, about: randomUUID() }
    case 'stranger': {
      const about = await patientIn(here)
      const colleague = await makeMember(everything, here, [role])
      await joinCareTeam(everything, { id: about, practiceId: here }, colleague.id)
      await joinCareTeam(everything, { id: await patientIn(here), practiceId: here }, id)
      return { ...person, about }
    }
    case 'elsewhere':
    case 'namesake': {
      const about = role === 'patient' && relation === 'elsewhere' ? id : await patientIn(elsewhere)
      if (role === 'patient') await makePatient(everything, elsewhere, id)
      else await makeMember(everything, elsewhere, [role], id)
      await joinCareTeam(everything, { id: about, practiceId: elsewhere }, id)
      if (relation === 'namesake') await makePatient(everything, here, about)
      return { ...person, about }
    }
    case 'ended': {
      await everything
        .updateTable('member')
        .set({ ended_at: new Date() })
        .where('actor_id', '=', id)
        .execute()
      // Still a member of another practice, which is no way in here.
      await makeMember(everything, elsewhere, [role], id)
      const about = role === 'patient' ? id : await patientIn(here)
      await joinCareTeam(everything, { id: about, practiceId: here }, id)
      return { ...person, about }
    }
    case 'pretender': {
      const about = await patientIn(here)
      await joinCareTeam(everything, { id: about, practiceId: here }, id)
      return { ...person, about }
    }
    case 'care-team':
    case 'until-later':
    case 'expired':
    case 'revoked': {
      const about = await patientIn(here)
      const ends = {
        'care-team': {},
        'until-later': { until: new Date(Date.now() + 600_000) },
        expired: { until: new Date(Date.now() - 1) },
        revoked: { revokedAt: new Date() },
      }[relation]
      await joinCareTeam(everything, { id: about, practiceId: here }, id, ends)
      return { ...person, about }
    }
  }
}

const otherThan = (role: PersonRole): PersonRole => (role === 'admin' ? 'therapist' : 'admin')

const actions = Object.keys(ACTIONS) as Action[]
const cells = PEOPLE_ROLES.flatMap((role) => RELATIONS.map((relation) => ({ role, relation })))

/** May this person do this? Asked of the real permit office. */
async function isGranted(action: Action, role: PersonRole, relation: Relation): Promise<boolean> {
  const { about, ...person } = personFor(role, relation)
  const isAboutPatient = ['patient', 'system'].includes(ruleOf(action).kind)
  const asked = isAboutPatient
    ? Permit.ask(postgres.db, person, action as 'read-chart', about)
    : Permit.ask(postgres.db, person, action as 'read-worklist')
  return asked.then(
    () => true,
    () => false,
  )
}

/** Every cell of the actions whose answer differs from the signed table, or the first few. */
async function differingActions(
  looked: readonly Action[] = actions,
  upTo = Number.POSITIVE_INFINITY,
): Promise<string[]> {
  const differing = await differingJobs()
  for (const action of looked)
    for (const { role, relation } of cells) {
      if (differing.length >= upTo) return differing
      const isSigned = ACTION_ROWS[action][role]?.includes(relation) ?? false
      if ((await isGranted(action, role, relation)) !== isSigned)
        differing.push(`${action} ${role} ${relation}`)
    }
  return differing
}

/** Jobs are nobody’s role: they may ask about a patient who is here, and nobody may speak as one. */
async function differingJobs(): Promise<string[]> {
  const { about, id: person } = personFor('prescriber', 'care-team')
  const ask = async (role: string, patientId: string, by = NOBODY) => {
    const { rows } = await sql<{ granted: boolean }>`
      select access.ask(${here}, ${by}, ${role}, 'system', 'tell-care-team', ${patientId}, true, null) as granted
    `.execute(postgres.db)
    return rows[0]?.granted
  }
  const answers = {
    'a job about a patient here': await ask('system', about),
    'a job about a patient elsewhere': await ask('system', personFor('prescriber', 'elsewhere').about),
    'a person as a job': await ask('prescriber', about, person),
  }
  const signed: Partial<Record<string, boolean>> = { 'a job about a patient here': true }
  return Object.entries(answers).flatMap(([what, answer]) =>
    answer === (signed[what] ?? false) ? [] : [what],
  )
}

type Outcome = 'in' | 'sign-in' | 'not-found' | 'broken'

function outcomeOf({ status, headers }: Response): Outcome {
  if (status >= 500) return 'broken'
  if (status === 401 || (status === 303 && headers.get('location')?.startsWith('/sign-in?next=')))
    return 'sign-in'
  return status === 404 ? 'not-found' : 'in'
}

const keyOf = ({ method, path }: Pick<Route, 'method' | 'path'>) => `${method} ${path}`
const isAboutPatientInPath = ({ path }: Route) => path.includes(':patientId')

/** What a route answers somebody; each time with a login of its own, since some routes end it. */
async function ask(app: OpenTestApp, route: Route, role: PersonRole, relation: Relation): Promise<Outcome> {
  const person = personFor(role, relation)
  const findingId = isAboutPatientInPath(route) ? await openFinding(person.about) : ''
  const path = route.path
    .replace(':patientId', person.about)
    .replace(':findingId', findingId)
    .replace(':wordingId', wordingId)
    .replace(':token', 'x'.repeat(43))
    .replace(':version', '1')
    .replace(':number', '1')
    .replace(':part', 'you')
    .replace(':segment', 'pregnancy')
  if (route.path.startsWith('/care-team/people')) await shareSomething(person)
  const cookie = await house.signIn(person.accountId)
  return outcomeOf(
    await app.request(route.method, path, cookie, { because: 'Looked at', accountId: person.accountId }),
  )
}

/** A finding to close, so that a refusal is the permit's and not for want of something to close. */
async function openFinding(patientId: string): Promise<string> {
  const { everything } = postgres
  const patient = await everything
    .selectFrom('patient')
    .select('patient_id')
    .where('practice_id', '=', here)
    .where('patient_id', '=', patientId)
    .executeTakeFirst()
  const findingId = randomUUID()
  if (!patient) return findingId
  const of = { practice_id: here, patient_id: patientId, questionnaire_response_id: randomUUID() }
  await everything
    .insertInto('questionnaire_response')
    .values({
      ...{ ...of, instrument: 'pcl-5', instrument_version: '1.0.0', language: 'en', answers: '{}' },
      ...{ total: null, authored_at: new Date() },
    })
    .execute()
  await everything
    .insertInto('finding')
    .values({
      ...{ ...of, finding_id: findingId, rule_id: 'F01', rule_version: 1, protocol_version: null },
      ...{ is_unknown: true, severity: 'review', evidence: '{}' },
    })
    .execute()
  return findingId
}

/** Something to read, so that a refusal is the permit's and not for want of anything shared. */
async function shareSomething({ id, about }: Person): Promise<void> {
  const { everything } = postgres
  await sql`
    insert into share (practice_id, share_id, patient_id, recipient_id, category, given_at)
    select ${here}, gen_random_uuid(), patient_id, actor_id, 'session', now() from patient, member
    where patient.practice_id = ${here} and patient.patient_id = ${about}
      and member.practice_id = ${here} and member.actor_id = ${id}`.execute(everything)
}

/** A text to fetch and to take out of use, for the same reason. */
async function loadText(): Promise<string> {
  const id = randomUUID()
  await postgres.everything
    .insertInto('instrument_wording')
    .values({
      ...{ practice_id: here, instrument_wording_id: id, instrument: 'audit-c', language: 'en', version: 1 },
      ...{
        instrument_version: '1.0.0',
        because: null,
        uploaded_by: randomUUID(),
        uploaded_by_name: 'Somebody',
      },
      ...{ uploaded_with: 'console', uploaded_at: new Date(), file_hash: '0'.repeat(64) },
      wording: JSON.stringify({
        version: '1',
        language: 'en',
        items: {},
        labels: [],
        labelsOf: {},
        headings: {},
      }),
      licence: JSON.stringify({
        grantedBy: 'x',
        grantedTo: 'x',
        terms: 'x',
        grantedOn: '2026-01-01',
        until: null,
      }),
    })
    .execute()
  return id
}

function signedOutcome(route: Route, role: PersonRole, relation: Relation): Outcome {
  const row = ROUTE_ROWS[keyOf(route)]
  if (row === 'anybody') return 'in'
  if (relation === 'ended') return 'sign-in' // no member here: as good as not signed in
  if (row === 'anybody signed in') return 'in'
  return row?.[role]?.includes(relation) ? 'in' : 'not-found'
}

/** Relations matter where a patient is named; elsewhere being a member here or not is all there is. */
const cellsOf = (route: Route) =>
  isAboutPatientInPath(route)
    ? cells.filter(({ relation }) => relation !== 'pretender') // over HTTP nobody states their own role
    : cells.filter(({ relation }) => ['self', 'elsewhere', 'ended'].includes(relation))

async function differingRoutes(
  app: OpenTestApp,
  routes: readonly Route[],
  upTo = Number.POSITIVE_INFINITY,
): Promise<string[]> {
  const differing: string[] = []
  for (const route of routes)
    for (const { role, relation } of cellsOf(route)) {
      if (differing.length >= upTo) return differing
      const outcome = await ask(app, route, role, relation)
      const signed = signedOutcome(route, role, relation)
      if (outcome !== signed)
        differing.push(`${keyOf(route)} ${role} ${relation}: ${outcome}, signed ${signed}`)
    }
  return differing
}

describe('the table', () => {
  test('has a row for every route and every action, and for nothing else', () => {
    expect(Object.keys(ROUTE_ROWS).sort()).toEqual(ROUTES.map(keyOf).sort())
    expect(Object.keys(ACTION_ROWS).sort()).toEqual([...actions].sort())
  })

  test('lists no route twice, and no two that answer the same address', () => {
    expect(new Set(ROUTES.map(keyOf)).size).toBe(ROUTES.length)
  })
})

describe('the matrix', () => {
  test('of actions: every role and relation gets what is signed', async () => {
    expect(await differingActions()).toEqual([])
  })

  test('of routes: every role and relation gets what is signed', async () => {
    expect(await differingRoutes(house, ROUTES)).toEqual([])
  }, 600_000)

  test('of routes: whoever is not signed in gets the public ones alone', async () => {
    const differing: string[] = []
    for (const route of ROUTES) {
      const path = route.path
        .replace(/:patientId|:findingId|:wordingId/g, randomUUID())
        .replace(':token', 'x'.repeat(43))
        .replace(':version', '1')
        .replace(':number', '1')
        .replace(':part', 'you')
        .replace(':segment', 'pregnancy')
      const outcome = outcomeOf(await house.request(route.method, path))
      const signed = ROUTE_ROWS[keyOf(route)] === 'anybody' ? ['in', 'not-found'] : ['sign-in']
      if (!signed.includes(outcome)) differing.push(`${keyOf(route)}: ${outcome}`)
    }
    expect(differing).toEqual([])
  })

  test('an address that is on no list does not exist, in any method', async () => {
    for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'])
      expect(outcomeOf(await house.request(method, '/console/export')), method).toBe('not-found')
  })
})

describe('outside the demo', () => {
  test('its pages do not exist', async () => {
    const production = openApp(ROUTES, { mode: 'production' })
    for (const [method, path] of [
      ['GET', '/demo'],
      ['POST', '/demo'],
      ['GET', '/demo/mail'],
    ] as const)
      expect(outcomeOf(await production.request(method, path))).toBe('not-found')
  })

  test('staff with one factor reach their account, to add the second, and nothing else', async () => {
    const production = openApp(ROUTES, { mode: 'production' })
    const staff = personFor('prescriber', 'care-team')
    const cookie = await house.signIn(staff.accountId)
    const at = async (path: string) => (await production.request('GET', path, cookie)).headers.get('location')
    expect(await at('/console')).toBe('/account/second-step')
    expect(await at(`/console/patients/${staff.about}`)).toBe('/account/second-step')
    expect((await production.request('GET', '/account', cookie)).status).toBe(200)

    await postgres
      .poolAs('login')
      .query(`update session set method = 'password-and-code' where "userId" = $1`, [staff.accountId])
    expect((await production.request('GET', '/console', cookie)).status).toBe(200)
  })

  test('a patient’s one factor is enough', async () => {
    const production = openApp(ROUTES, { mode: 'production' })
    const cookie = await house.signIn(personFor('patient', 'self').accountId)
    expect((await production.request('GET', '/portal', cookie)).status).toBe(200)
  })
})

describe('removing any one check is noticed', () => {
  const guarded = ROUTES.filter(({ asks }) => asks.of !== 'nobody')

  test.each(guarded.map((route) => [keyOf(route), route] as const))(
    'the question of %s',
    async (_, route) => {
      const unasked = ROUTES.map(
        (other): Route => (other === route ? { ...route, asks: { of: 'nobody' } } : other),
      )
      const app = openApp(unasked)
      expect(await differingRoutes(app, [route], 1)).not.toEqual([])
    },
  )

  const unlisted = actions.flatMap((action) =>
    PEOPLE_ROLES.filter(
      (role) => !ruleOf(action).roles.includes(role) && ruleOf(action).kind !== 'public',
    ).map((role) => ({ action, role })),
  )
  test('each role that is not listed for an action', async () => {
    const unnoticed: string[] = []
    for (const { action, role } of unlisted) {
      const roles = ruleOf(action).roles as PersonRole[]
      roles.push(role)
      const differing = await differingActions([action], 1)
      roles.pop()
      if (differing.length === 0) unnoticed.push(`${action} ${role}`)
    }
    // What a job does is no person's, listed or not: the database refuses it, so that listing changes nothing.
    const ofJobs = unlisted.filter(({ action }) => ruleOf(action).kind === 'system')
    expect(unnoticed).toEqual(ofJobs.map(({ action, role }) => `${action} ${role}`))
  }, 300_000)

  test('each condition of the questions the database asks', async () => {
    const unnoticed: string[] = []
    let removed = 0
    const { rows } = await sql<{ text: string }>`
      select pg_get_functiondef(oid) as text from pg_proc where oid = 'access.ask'::regproc`.execute(
      postgres.everything,
    )
    const text = rows[0]?.text ?? ''
    for (const weaker of withoutEachCondition(text)) {
      removed += 1
      await sql.raw(weaker).execute(postgres.everything)
      if ((await differingActions(actions, 1)).length === 0) unnoticed.push(weaker)
      await sql.raw(text).execute(postgres.everything)
    }
    expect(removed).toBeGreaterThan(10)
    expect(unnoticed).toEqual([])
    expect(await differingActions()).toEqual([])
  }, 300_000)
})

/** The function once for each of its conditions, with that one replaced by true. */
function withoutEachCondition(definition: string): string[] {
  const conditions = [
    'is_listed',
    `asked_kind = 'system'`,
    `asked_as = 'system'`,
    'member.practice_id = asked_practice',
    'member.actor_id = asked_by',
    'asked_as = any (member.roles)',
    'member.ended_at is null',
    `asked_kind in ('list', 'practice')`,
    'patient.practice_id = asked_practice',
    'patient.patient_id = about',
    'about = asked_by',
    'team.practice_id = asked_practice',
    'team.actor_id = asked_by',
    'team.patient_id = about',
    'team.revoked_at is null',
    'team.until > now()',
  ]
  const [head = '', body = ''] = definition.split(/(?<=\bcase when )/)
  return conditions.flatMap((condition) => {
    const parts = body.split(condition)
    return parts.slice(1).map((_, i) => {
      return `${head}${parts.slice(0, i + 1).join(condition)}true${parts.slice(i + 1).join(condition)}`
    })
  })
}
