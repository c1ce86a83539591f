import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Member } from '../../app/access/actor.ts'
import { inScope, Permit } from '../../app/access/permit.ts'
import { closeFinding } from '../../app/care/close-finding.ts'
import { submitResponse } from '../../app/care/submit-response.ts'
import type { Answers } from '../../app/clinical/instruments/instrument.ts'
import { pcl5 } from '../../app/clinical/instruments/pcl5.ts'
import { listWorklist } from '../../app/records/worklist.ts'
import { failingAtStep } from '../failing-database.ts'
import { joinCareTeam, makeMember, makePatient, makePractice } from '../people.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'

let postgres: TestDatabase
let practiceId: string
let patient: Member
let prescriber: Member
beforeAll(async () => {
  postgres = await openTestDatabase()
  practiceId = await makePractice(postgres.everything)
})
afterAll(() => postgres.close())
beforeEach(async () => {
  patient = await makePatient(postgres.everything, practiceId)
  prescriber = await makeMember(postgres.everything, practiceId, ['prescriber'])
  await joinCareTeam(postgres.everything, patient, prescriber.id)
})

const all = (value: number): Answers => Object.fromEntries(pcl5.items.map(({ linkId }) => [linkId, value]))
/** A total of exactly `total`, 0 to 80. */
const adding = (total: number): Answers =>
  Object.fromEntries(
    pcl5.items.map(({ linkId }, i) => [linkId, Math.floor(total / 20) + (i < total % 20 ? 1 : 0)]),
  )
const day = (number: number) => new Date(Date.UTC(2026, 0, number))

async function handIn(answers: Answers, authoredAt: Date, id: string = randomUUID(), who: Member = patient) {
  const permit = await Permit.ask(postgres.db, who, 'submit-answers', who.id)
  return submitResponse(postgres.db, permit, { id, instrument: pcl5, language: 'en', answers, authoredAt })
}

const worklist = async () => {
  const permit = await Permit.ask(postgres.db, prescriber, 'read-worklist')
  return (await inScope(postgres.db, permit, (scope) => listWorklist(scope, 50))).rows
}

const jobsOf = async (responseId: string) => {
  const worker = postgres.poolAs('worker')
  const { rows } = await worker.query(
    `select task_identifier from graphile_worker.jobs where key like '%' || $1`,
    [responseId],
  )
  return rows.map((row) => row.task_identifier)
}

test.each([
  { rise: 9, findings: 0 },
  { rise: 10, findings: 1 },
  { rise: 11, findings: 1 },
])(
  'a rise of $rise points against a signed limit of 10 makes $findings findings',
  async ({ rise, findings }) => {
    await handIn(adding(30), day(1))
    await handIn(adding(30 + rise), day(8))
    expect(await worklist()).toHaveLength(findings)
  },
)

test('answers, score, finding, job and audit are one transaction: all there after it', async () => {
  const id = randomUUID()
  await handIn(all(1), day(1))
  await handIn(all(3), day(8), id)

  expect(await worklist()).toMatchObject([
    {
      patientId: patient.id,
      ruleId: 'F01',
      severity: 'review',
      evidence: { currentTotal: 60, lowestTotal: 20, worseningPoints: 10 },
    },
  ])
  const stored = await postgres.everything
    .selectFrom('questionnaire_response')
    .selectAll()
    .where('questionnaire_response_id', '=', id)
    .executeTakeFirstOrThrow()
  expect(stored).toMatchObject({ answers: all(3), total: 60, instrument: 'pcl-5', language: 'en' })
  expect(await jobsOf(id)).toEqual(['tell-care-team'])
  const done = await postgres.everything
    .selectFrom('audit_event')
    .select('action')
    .where('actor_id', '=', patient.id)
    .where('outcome', '=', 'done')
    .execute()
  expect(done).toEqual([{ action: 'submit-answers' }, { action: 'submit-answers' }])
})

test('whichever step fails, nothing is half-stored, and the next try stores it whole', async () => {
  await handIn(all(0), day(1))
  let steps = 0
  for (let failing = 1; ; failing++) {
    const id = randomUUID()
    const permit = await Permit.ask(postgres.db, patient, 'submit-answers', patient.id)
    const response = { id, language: 'en', answers: all(4), authoredAt: day(2) }
    const outcome = await submitResponse(failingAtStep(postgres, failing), permit, {
      instrument: pcl5,
      ...response,
    }).catch((error) => error.message)
    if (outcome === 'stored') break
    steps = failing
    expect(outcome).toBe('this step fails')
    expect(await traces(id)).toEqual({ responses: 0, findings: 0, jobs: 0 })
  }
  expect(steps).toBeGreaterThan(8) // begin, lock, answers, protocol, series, finding, job, audit, commit

  const id = randomUUID()
  await handIn(all(4), day(3), id)
  expect(await traces(id)).toEqual({ responses: 1, findings: 1, jobs: 1 })
})

async function traces(id: string) {
  const { everything } = postgres
  const ofResponse = async (table: 'questionnaire_response' | 'finding') => {
    const rows = everything.selectFrom(table).select('patient_id').where('questionnaire_response_id', '=', id)
    return (await rows.execute()).length
  }
  const responses = await ofResponse('questionnaire_response')
  return { responses, findings: await ofResponse('finding'), jobs: (await jobsOf(id)).length }
}

test('the same response twice is stored once, found once, told once', async () => {
  const id = randomUUID()
  await handIn(all(1), day(1))
  const twice = await Promise.all([handIn(all(3), day(2), id), handIn(all(3), day(2), id)])
  expect(twice.sort()).toEqual(['already-stored', 'stored'])
  expect(await worklist()).toHaveLength(1)
  expect(await jobsOf(id)).toHaveLength(1)
})

test('other answers under a stored id are refused, not dropped', async () => {
  const id = randomUUID()
  await handIn(all(1), day(1), id)
  await expect(handIn(all(2), day(1), id)).rejects.toMatchObject({ code: 'conflict' })
})

test('another patient’s response id is no way to that patient’s answers', async () => {
  const id = randomUUID()
  await handIn(all(1), day(1), id)
  const other = await makePatient(postgres.everything, practiceId)
  await expect(handIn(all(1), day(1), id, other)).rejects.toMatchObject({ code: 'conflict' })
})

test('a form with skipped and unreached questions is kept as it was and waits for a clinician', async () => {
  await handIn({ 'pcl5-01': 4, 'pcl5-02': 'skipped' }, day(1))
  expect(await worklist()).toMatchObject([
    { ruleId: 'F01', isUnknown: true, severity: 'review', evidence: { skipped: 1, notReached: 18 } },
  ])
})

test('without a signed limit a rise cannot be judged, and that is a finding', async () => {
  const unsigned = await makePractice(postgres.everything, {})
  patient = await makePatient(postgres.everything, unsigned)
  prescriber = await makeMember(postgres.everything, unsigned, ['prescriber'])
  await joinCareTeam(postgres.everything, patient, prescriber.id)
  await handIn(all(1), day(1))
  await handIn(all(1), day(2))
  expect(await worklist()).toMatchObject([{ isUnknown: true, severity: 'review' }])
})

test('whatever order responses arrive in, and however many at once, the same ones are found to be worse', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 80 }), { minLength: 2, maxLength: 5 }),
      fc.infiniteStream(fc.nat()),
      fc.boolean(),
      async (totals, chance, isAtOnce) => {
        const wanted = totals.map((total, i) => total - Math.min(...totals.slice(0, i), total) >= 10)
        patient = await makePatient(postgres.everything, practiceId)
        const ids = totals.map(() => randomUUID())
        const order = totals.map((_, i) => i).sort(() => ((chance.next().value as number) % 2 ? 1 : -1))
        const arrive = (i: number) => handIn(adding(totals[i] ?? 0), day(i + 1), ids[i])
        if (isAtOnce) await Promise.all(order.map(arrive))
        else for (const i of order) await arrive(i)

        const found = await postgres.everything
          .selectFrom('finding')
          .select('questionnaire_response_id')
          .where('patient_id', '=', patient.id)
          .execute()
        const foundIds = new Set(found.map((row) => row.questionnaire_response_id))
        expect(ids.map((id) => foundIds.has(id))).toEqual(wanted)
      },
    ),
    { numRuns: 25 },
  )
})

test('a finding is closed once, with a reason; a second reason is a conflict; another patient’s is not found', async () => {
  await handIn(all(1), day(1))
  await handIn(all(3), day(2))
  const [finding] = await worklist()
  const findingId = finding?.findingId ?? ''
  const close = async (because: string, id = findingId) =>
    closeFinding(postgres.db, await Permit.ask(postgres.db, prescriber, 'close-finding', patient.id), {
      ...{ findingId: id, because, closedAt: day(3) },
    })

  await expect(close('  ')).rejects.toMatchObject({ code: 'invalid' })
  await close('Called, a hard anniversary')
  await close('Called, a hard anniversary')
  await expect(close('Something else')).rejects.toMatchObject({ code: 'conflict' })
  await expect(close('Not there', randomUUID())).rejects.toMatchObject({ code: 'not-found' })
  expect(await worklist()).toEqual([])
})

test('the worklist turns its pages strongest first, then longest waiting, each finding once', async () => {
  for (let i = 0; i < 7; i++) {
    const other = await makePatient(postgres.everything, practiceId)
    await joinCareTeam(postgres.everything, other, prescriber.id)
    await handIn({}, day(1), randomUUID(), other)
  }
  const seen: string[] = []
  let next: Parameters<typeof listWorklist>[2]
  do {
    const permit = await Permit.ask(postgres.db, prescriber, 'read-worklist')
    const page = await inScope(postgres.db, permit, (scope) => listWorklist(scope, 3, next))
    seen.push(...page.rows.map(({ findingId }) => findingId))
    next = page.next
  } while (next)
  expect(seen).toHaveLength(7)
  expect(new Set(seen).size).toBe(7)
  expect(seen).toEqual((await worklist()).map(({ findingId }) => findingId))
})
