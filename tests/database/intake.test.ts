/** An intake from its first part to its findings, as the database keeps it. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Member } from '../../app/access/actor.ts'
import { inScope, Permit } from '../../app/access/permit.ts'
import { closeFinding } from '../../app/care/close-finding.ts'
import { intakeFacts } from '../../app/care/intake-facts.ts'
import { openChart } from '../../app/care/open-chart.ts'
import { askForMore, declineIntake, takeIntoReview } from '../../app/care/review.ts'
import { asq } from '../../app/clinical/instruments/asq.ts'
import type { Told } from '../../app/clinical/intake/question.ts'
import { findEnrolment, listSteps } from '../../app/records/enrolments.ts'
import { listWorklist } from '../../app/records/worklist.ts'
import { failingAtStep } from '../failing-database.ts'
import { SIGNED } from '../ordinary-patient.ts'
import { joinCareTeam, makeMember, makePatient, makePractice } from '../people.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'
import { intakeScene, NO_TO_ASQ, NOW, ORDINARY_LIST, ORDINARY_RECORD } from './intake-scene.ts'

let postgres: TestDatabase
let practiceId: string
let patient: Member
let prescriber: Member
let scene: ReturnType<typeof intakeScene>
const LIMITS = { ...SIGNED, intake: { ...SIGNED.intake, requiredConsents: ['telehealth'] } }

beforeAll(async () => {
  postgres = await openTestDatabase()
  practiceId = await makePractice(postgres.everything, LIMITS)
})
afterAll(() => postgres.close())
beforeEach(async () => {
  patient = await makePatient(postgres.everything, practiceId)
  prescriber = await makeMember(postgres.everything, practiceId, ['prescriber'])
  await joinCareTeam(postgres.everything, patient, prescriber.id)
  scene = intakeScene(postgres.db, patient)
  await scene.begin()
})

const findingsOf = () =>
  postgres.everything
    .selectFrom('finding')
    .selectAll()
    .where('patient_id', '=', patient.id)
    .orderBy('rule_id')
    .execute()
const open = async () => (await findingsOf()).filter(({ closed_at }) => closed_at === null)
const openRules = async () => (await open()).map(({ rule_id }) => rule_id)
const stateNow = async () => {
  const permit = await Permit.ask(postgres.db, patient, 'read-today', patient.id)
  return (await inScope(postgres.db, permit, findEnrolment))?.state
}
const sign = () =>
  postgres.everything
    .insertInto('consent')
    .values({
      practice_id: practiceId,
      consent_id: randomUUID(),
      patient_id: patient.id,
      kind: 'telehealth',
      text_version: 1,
      language: 'en',
      signed_name: 'Invented',
      signed_at: NOW,
      withdrawn_at: null,
    })
    .execute()

test('an ordinary intake with its record leaves at most three findings, each of what no text is loaded for', async () => {
  await sign()
  await scene.tellAll()
  await scene.handIn()
  await scene.record(prescriber)
  const left = await open()
  expect(left.map(({ rule_id, is_unknown, severity }) => [rule_id, is_unknown, severity])).toEqual([
    ['B08', true, 'advise'],
  ])
  expect(left.length).toBeLessThanOrEqual(3)
  expect(await stateNow()).toBe('intake-complete')
})

test('nothing told and handed in is a whole list of what nobody knows, and none of it is clear', async () => {
  await scene.handIn()
  const found = await open()
  expect(found.length).toBeGreaterThan(15)
  expect(found.filter(({ severity }) => severity === 'block').map(({ rule_id }) => rule_id)).toEqual(
    expect.arrayContaining(['B16', 'B25', 'B32', 'B33', 'B36', 'B37', 'B38', 'B40', 'S01']),
  )
})

test.each([
  ['B11', { thoughts: { 'psychosis-diagnosis': 'yes' } }],
  [
    'B14',
    {
      habits: {
        'alcohol-days': 0,
        drugs: 'weekly',
        medicinesBeyond: 'never',
        dependence: 'no',
        opioidDisorder: 'no',
      },
    },
  ],
  ['B15', { earlier: { 'ketamine-non-medical': 'yes' } }],
  ['B21', { readings: { firstUpper: 170, firstLower: 100, secondUpper: 166, secondLower: 98 } }],
  [
    'B23',
    { nights: { 'bladder-blood': 'yes', 'bladder-pain': 'no', 'bladder-leak': 'no', 'bladder-night': 1 } },
  ],
  ['B26', { private: { couldBePregnant: 'no', breastfeeding: 'yes' } }],
  ['B28', { home: { supportPerson: 'nobody', voiceLine: 'yes', addressFound: 'yes', state: 'FL' } }],
  ['B29', { alone: { safeAtHome: 'no', fearsSupportPerson: 'no' } }],
  ['B33', { home: { supportPerson: 'somebody', voiceLine: 'yes', addressFound: 'yes', state: 'elsewhere' } }],
  ['B36', { health: { heartConditions: [], otherConditions: [], ketamineAllergy: 'yes' } }],
  ['B37', { health: { heartConditions: ['aneurysm'], otherConditions: [], ketamineAllergy: 'no' } }],
  [
    'B38',
    { health: { heartConditions: [], otherConditions: ['angle-closure-glaucoma'], ketamineAllergy: 'no' } },
  ],
  ['B39', { health: { heartConditions: [], otherConditions: ['seizures'], ketamineAllergy: 'no' } }],
  ['B40', { home: { supportPerson: 'somebody', voiceLine: 'no', addressFound: 'yes', state: 'FL' } }],
  ['B41', { before: { ptsdDiagnosis: 'yes', recentEvent: 'this-week', hardAnniversary: 'no' } }],
])('%s stands on the worklist for what was told', async (ruleId, but) => {
  await scene.tellAll(but)
  await scene.handIn()
  const found = (await open()).filter(({ rule_id, is_unknown }) => rule_id === ruleId && !is_unknown)
  expect(found).toHaveLength(1)
  const permit = await Permit.ask(postgres.db, prescriber, 'read-worklist')
  const { rows } = await inScope(postgres.db, permit, (scope) => listWorklist(scope, 50))
  expect(rows).toMatchObject([{ patientId: patient.id, severity: 'block' }])
})

test('nobody to talk with after hard things is a finding, however much of its rule cannot be judged', async () => {
  await scene.tellAll({ support: { therapist: 'no', dissociativeDisorder: 'no' } })
  await scene.handIn()
  const found = (await open()).filter(({ rule_id }) => rule_id === 'B30')
  expect(found).toMatchObject([{ severity: 'review', evidence: { hasTherapist: 'no' } }])
})

test('whichever step fails, nothing is half handed in, and the next try hands it in whole', async () => {
  await scene.tellAll()
  const jobs = async (id: string) =>
    (
      await postgres
        .poolAs('worker', 1)
        .query(`select from graphile_worker.jobs where key like '%' || $1`, [id])
    ).rowCount
  let steps = 0
  for (let failing = 1; ; failing++) {
    const id = randomUUID()
    const broken = failingAtStep(postgres, failing)
    const outcome = await scene.handIn(id, NOW, broken).catch((error: Error) => error.message)
    if (outcome === 'stored') break
    steps = failing
    expect(outcome).toBe('this step fails')
    expect([await stateNow(), (await findingsOf()).length, await jobs(id)]).toEqual(['consented', 0, 0])
  }
  expect(steps).toBeGreaterThan(20)
  expect([await stateNow(), (await open()).length > 0]).toEqual(['intake-complete', true])
})

test('each part, each questionnaire and handing in leave one event of what was done', async () => {
  await scene.tell('you', { sexAtBirth: 'male' })
  await scene.answer(asq, NO_TO_ASQ)
  await scene.handIn()
  const done = await postgres.everything
    .selectFrom('audit_event')
    .select('action')
    .where('actor_id', '=', patient.id)
    .where('outcome', '=', 'done')
    .execute()
  expect(done.map(({ action }) => action)).toEqual(Array.from({ length: 4 }, () => 'submit-answers'))
})

test.each<[string, Told, string[]]>([
  ['the same day, and nothing more', {}, []],
  ['another day, and nothing more', { pdmpAskedOn: '2026-06-14' }, ['B17 unknown']],
  [
    'another day and what it showed, without how many',
    { pdmpAskedOn: '2026-06-14', pdmpShows: [] },
    ['B17 unknown'],
  ],
  ['another day, whole', { pdmpAskedOn: '2026-06-14', pdmpShows: [], pdmpPrescribers: 1 }, []],
  ['another day, and other words', { pdmpAskedOn: '2026-06-14', pdmpShows: ['opioid'] }, ['B17']],
])('a look-up is of its day, and of no other: recorded again with %s', async (_what, again, expected) => {
  await sign()
  await scene.tellAll()
  await scene.handIn()
  await scene.record(prescriber)
  const { pdmpShows: _shows, pdmpPrescribers: _many, ...rest } = ORDINARY_RECORD
  await scene.record(prescriber, { ...rest, ...again })
  // What lacks the same look-up is one finding, whichever rule it stands under.
  const found = (await open()).filter(({ rules }) => rules.some(({ id }) => id === 'B17'))
  expect(found.map(({ is_unknown }) => (is_unknown ? 'B17 unknown' : 'B17'))).toEqual(expected)
  const permit = await Permit.ask(postgres.db, prescriber, 'read-chart', patient.id)
  const facts = await inScope(postgres.db, permit, async (scope) =>
    intakeFacts(scope, await scene.vault.keyOf(scope), { now: NOW }),
  )
  if (again.pdmpAskedOn !== undefined && again.pdmpShows === undefined)
    expect([facts.pdmpShowsOpioid, facts.pdmpShowsBenzodiazepine, facts.pdmpPrescribers]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
})

test('what was told of a sensitive segment stands in no finding: the id of its sheet does', async () => {
  await scene.tellAll({
    habits: {
      'alcohol-days': 212,
      drugs: 'daily',
      medicinesBeyond: 'never',
      dependence: 'yes',
      opioidDisorder: 'yes',
    },
    earlier: { 'ketamine-non-medical': 'yes' },
    private: { couldBePregnant: 'yes', pregnancyTest: 'positive', breastfeeding: 'yes' },
    alone: { safeAtHome: 'no', fearsSupportPerson: 'yes' },
  })
  await scene.handIn()
  const shown = { pdmpShows: ['opioid'], pdmpPrescribers: 7, stopBangRisk: 'high' }
  await scene.record(prescriber, { ...ORDINARY_RECORD, ...shown })
  const sheets = await postgres.everything
    .selectFrom('answer_sheet')
    .select(['answer_sheet_id'])
    .where('patient_id', '=', patient.id)
    .execute()
  const ids = sheets.map(({ answer_sheet_id }) => answer_sheet_id)
  const sealed = new Map((await open()).map(({ rule_id, evidence }) => [rule_id, evidence]))
  for (const [ruleId, fact] of Object.entries({
    B13: 'alcoholQuestion',
    B14: 'hasCurrentDependence',
    B15: 'everMisusedKetamineOrPcp',
    B17: 'pdmpShowsOpioid',
    B22: 'pdmpShowsOpioid',
    B25: 'pregnancyTest',
    B26: 'isBreastfeeding',
    B29: 'isUnsafeAtHome',
  }))
    expect(ids).toContain(sealed.get(ruleId)?.[fact])
})

test('the same hand-in twice, at once or later, is one: one step, one set of findings, one job', async () => {
  await scene.tellAll()
  const id = randomUUID()
  expect((await Promise.all([scene.handIn(id), scene.handIn(id)])).sort()).toEqual([
    'already-stored',
    'stored',
  ])
  const before = (await open()).length
  expect(await scene.handIn(id)).toBe('already-stored')
  expect((await open()).length).toBe(before)
  const jobs = await postgres
    .poolAs('worker')
    .query(`select key from graphile_worker.jobs where key like '%' || $1`, [id])
  expect(jobs.rows).toHaveLength(1)
})

test('handed in again, what holds stays as it was, and what holds no more is closed as answered anew', async () => {
  await scene.tellAll({ readings: { firstUpper: 170, firstLower: 100, secondUpper: 166, secondLower: 98 } })
  await scene.handIn()
  const first = await open()
  const later = new Date(NOW.getTime() + 60_000)
  await scene.tell('readings', { firstUpper: 120, firstLower: 80, secondUpper: 118, secondLower: 78 }, later)
  await scene.handIn(randomUUID(), later)
  const closed = (await findingsOf()).filter(({ closed_at }) => closed_at !== null)
  expect(closed).toMatchObject([{ rule_id: 'B21', closed_because: 'answered-anew', closed_by: patient.id }])
  expect((await open()).map(({ finding_id }) => finding_id).sort()).toEqual(
    first
      .filter(({ rule_id }) => rule_id !== 'B21')
      .map(({ finding_id }) => finding_id)
      .sort(),
  )
})

test('a screen that asked for a person, and an unsafe home, are not taken back by another answer', async () => {
  await scene.tellAll({ alone: { safeAtHome: 'no', fearsSupportPerson: 'no' } })
  await scene.answer(asq, { ...NO_TO_ASQ, 'asq-03': 1, 'asq-05': 0 }, new Date(NOW.getTime() + 1_000))
  expect(await openRules()).toContain('S02')
  await scene.handIn(randomUUID(), new Date(NOW.getTime() + 2_000))
  const later = new Date(NOW.getTime() + 60_000)
  await scene.answer(asq, NO_TO_ASQ, later)
  await scene.tell('alone', { safeAtHome: 'yes', fearsSupportPerson: 'no' }, later)
  await scene.handIn(randomUUID(), later)
  const rules = await openRules()
  expect(rules).toContain('S02')
  expect(rules).toContain('B29')
})

test('what a prescriber closed with a reason stays closed as long as nothing about it changes', async () => {
  await scene.tellAll({
    health: { heartConditions: [], otherConditions: ['seizures'], ketamineAllergy: 'no' },
  })
  await scene.handIn()
  const finding = (await open()).find(({ rule_id }) => rule_id === 'B39')
  await closeFinding(postgres.db, await Permit.ask(postgres.db, prescriber, 'close-finding', patient.id), {
    findingId: finding?.finding_id ?? '',
    because: 'As a child, none since',
    closedAt: NOW,
  })
  await scene.handIn(randomUUID(), new Date(NOW.getTime() + 60_000))
  expect(await openRules()).not.toContain('B39')
})

test('told out of order, by nobody’s intake, or with another’s id, nothing is stored', async () => {
  const other = await makePatient(postgres.everything, practiceId)
  const theirs = intakeScene(postgres.db, other)
  await expect(theirs.tell('you', { sexAtBirth: 'male' })).rejects.toMatchObject({ code: 'conflict' })
  await expect(theirs.handIn()).rejects.toMatchObject({ code: 'conflict' })
  const id = randomUUID()
  await scene.tell('you', { sexAtBirth: 'male' }, NOW, id)
  await theirs.begin()
  await expect(theirs.tell('you', { sexAtBirth: 'male' }, NOW, id)).rejects.toMatchObject({
    code: 'conflict',
  })
  await expect(scene.tell('you', { sexAtBirth: 'female' }, NOW, id)).rejects.toMatchObject({
    code: 'conflict',
  })
  expect(await scene.tell('you', { sexAtBirth: 'male' }, NOW, id)).toBe('already-stored')
})

test('reviewed, asked for more, handed in again, declined: each step with who and why', async () => {
  await scene.tellAll()
  await scene.handIn()
  const reviewing = () => Permit.ask(postgres.db, prescriber, 'review-intake', patient.id)
  const at = (minute: number) => new Date(NOW.getTime() + minute * 60_000)
  const by = prescriber.name
  await takeIntoReview(postgres.db, await reviewing(), { by, at: at(1) })
  await askForMore(postgres.db, scene.vault, await reviewing(), {
    by,
    at: at(2),
    askFor: 'readings',
    note: 'one day only',
  })
  await scene.handIn(randomUUID(), at(3))
  await takeIntoReview(postgres.db, await reviewing(), { by, at: at(4) })
  await expect(
    declineIntake(postgres.db, scene.vault, await reviewing(), { by, at: at(5), reason: ' ' }),
  ).rejects.toMatchObject({ code: 'invalid' })
  await declineIntake(postgres.db, scene.vault, await reviewing(), { by, at: at(5), reason: 'Not at home' })
  const permit = await Permit.ask(postgres.db, patient, 'read-today', patient.id)
  const reading = await Permit.ask(postgres.db, prescriber, 'read-chart', patient.id)
  const steps = await inScope(postgres.db, reading, async (scope) =>
    listSteps(scope, await scene.vault.keyOf(scope)),
  )
  expect(steps.map(({ to, reason }) => [to, reason])).toEqual([
    ['consented', null],
    ['intake-complete', null],
    ['in-review', null],
    ['intake-complete', 'readings: one day only'],
    ['in-review', null],
    ['declined', 'Not at home'],
  ])
  // On the patient's own pages, and in the database, no more than what was asked for.
  const own = await inScope(postgres.db, permit, (scope) => listSteps(scope))
  expect(own.flatMap(({ reason }) => reason ?? [])).toEqual(['readings'])
  const rows = await postgres.everything
    .selectFrom('enrolment_step')
    .selectAll()
    .where('patient_id', '=', patient.id)
    .execute()
  expect(JSON.stringify(rows)).not.toMatch(/one day only|Not at home/)
  expect(rows.map(({ sealed_reason: sealed }) => sealed?.includes('Not at home') ?? false)).not.toContain(
    true,
  )
  await expect(scene.handIn(randomUUID(), at(6))).rejects.toMatchObject({ code: 'conflict' })
})

test('facts are read by a prescriber of the care team, with the medicines and the record in them', async () => {
  await scene.tellAll({}, { ...ORDINARY_LIST, prazosin: 'now' })
  await scene.record(prescriber)
  const permit = await Permit.ask(postgres.db, prescriber, 'read-chart', patient.id)
  const facts = await inScope(postgres.db, permit, async (scope) =>
    intakeFacts(scope, await scene.vault.keyOf(scope), { now: NOW }),
  )
  expect(facts).toMatchObject({
    ...{ sexAtBirth: 'female', weightKg: 70, homeSystolicMmHg: 120, homeDiastolicMmHg: 77 },
    ...{ medicineClasses: ['alpha-blocker-or-agonist', 'antidepressant'], unmatchedMedicines: 0 },
    ...{ hasTherapist: true, pdmpAgeDays: 0, telehealthBasisDaysLeft: 199, stateOfLocation: 'FL' },
    ...{ isSuicideScreenSameDay: true, hasConfirmedSupportPerson: true, order: 'none-yet' },
  })
  expect(facts.asq).toMatchObject({ outcome: 'negative' })
})

test('how to reach somebody stands in their chart as they told it last, and nobody makes it up', async () => {
  const open = async () => {
    const permit = await Permit.ask(postgres.db, prescriber, 'read-chart', patient.id)
    return (await openChart({ db: postgres.db, vault: scene.vault }, permit, prescriber, NOW)).contact
  }
  expect(await open()).toEqual({ phone: undefined, street: undefined, beside: [] })
  await scene.tell('home', { phone: '(305) 555-0160', street: '12 Harbour Street' })
  await scene.tell(
    'home',
    { phone: '(305) 555-0199', street: { declined: 'now' } },
    new Date(NOW.getTime() + 1),
  )
  expect(await open()).toEqual({ phone: '(305) 555-0199', street: undefined, beside: [] })
})
