/** The steps of one person's way, as they are stored. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Member } from '../../app/access/actor.ts'
import { inScope, Permit } from '../../app/access/permit.ts'
import { openVault } from '../../app/access/vault.ts'
import type { EnrolmentState } from '../../app/clinical/enrolment.ts'
import { beginEnrolment, findEnrolment, listSteps, stepEnrolment } from '../../app/records/enrolments.ts'
import { makePatient, makePractice } from '../people.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'
import { TEST_SECRET } from '../postgres-server.ts'

let postgres: TestDatabase
let patient: Member
beforeAll(async () => {
  postgres = await openTestDatabase()
})
afterAll(() => postgres.close())
beforeEach(async () => {
  patient = await makePatient(postgres.everything, await makePractice(postgres.everything))
})

const vault = openVault(TEST_SECRET)
const at = (minute: number) => new Date(Date.UTC(2026, 10, 1, 12, minute))
type Work<T> = Parameters<typeof inScope<'submit-answers', T>>[2]
const asPatient = async <T>(work: Work<T>) =>
  inScope(postgres.db, await Permit.ask(postgres.db, patient, 'submit-answers', patient.id), work)
const begin = () => asPatient((scope) => beginEnrolment(scope, { state: 'assessed', by: 'Ana', at: at(0) }))
const step = (to: EnrolmentState, minute: number, reason?: string) =>
  asPatient(async (scope) => {
    const because = reason ? { reason: { text: reason, key: await vault.keyOf(scope) } } : {}
    return stepEnrolment(scope, { to, by: 'Ana', at: at(minute), ...because })
  })
const now = () => asPatient(findEnrolment)

test('each step is kept with who took it, as what, when, and why', async () => {
  await begin()
  await step('registered', 1)
  expect(await step('paused', 2, ' a busy month ')).toEqual({ state: 'paused', follows: ['off-ramp'] })
  expect(await now()).toMatchObject({ state: 'paused', pausedFrom: 'registered' })
  await step('registered', 3)
  const steps = await asPatient(async (scope) => listSteps(scope, await vault.keyOf(scope)))
  expect(steps).toMatchObject([
    { from: null, to: 'assessed', by: 'Ana', as: 'patient', reason: null },
    { from: 'assessed', to: 'registered' },
    { from: 'registered', to: 'paused', reason: 'a busy month', at: at(2) },
    { from: 'paused', to: 'registered' },
  ])
})

test('a step out of order, or of somebody else, is refused with what can be done, and changes nothing', async () => {
  await begin()
  await expect(step('accepted', 1)).rejects.toMatchObject({
    code: 'conflict',
    refusal: { why: 'out-of-order', from: 'assessed' },
  })
  await step('registered', 1)
  await step('consented', 2)
  await step('intake-complete', 3)
  await expect(step('in-review', 4)).rejects.toMatchObject({ refusal: { why: 'somebody-else' } })
  expect(await now()).toMatchObject({ state: 'intake-complete' })
})

test('the same step twice at once is taken once', async () => {
  await begin()
  await Promise.all([step('registered', 1), step('registered', 1), step('registered', 1)])
  expect((await asPatient(listSteps)).map(({ to }) => to)).toEqual(['assessed', 'registered'])
})

test('only one is open at a time; after its end another may begin', async () => {
  await begin()
  await expect(begin()).rejects.toThrow()
  await step('discharged', 1)
  await begin()
  expect(await now()).toMatchObject({ state: 'assessed' })
})
