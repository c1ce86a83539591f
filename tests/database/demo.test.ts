/** The demo practice on a real database: one person in each state, brought there by what people do. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ENROLMENT_STATES, type EnrolmentState, waysFrom } from '../../app/clinical/enrolment.ts'
import { type Database, openDatabase } from '../../app/database/connection.ts'
import type { House } from '../../app/house.ts'
import { arrive } from '../../practice/arrivals.ts'
import { foundDemo } from '../../practice/demo.ts'
import { PATIENTS } from '../../practice/people.ts'
import { quiet } from '../app.ts'
import { openInstallation } from '../installation.ts'
import { contents, furnishDemo } from './export-scene.ts'

/** More than any person's way takes. */
const LONGEST_WAY = 400

let house: House
let everything: Database
beforeAll(async () => {
  house = await openInstallation()
  everything = openDatabase(house.poolAs('owner', 1))
  await furnishDemo(house)
}, 60_000)
afterAll(() => house.close())

const listSteps = (owner: Database) =>
  owner
    .selectFrom('enrolment_step')
    .innerJoin('enrolment', 'enrolment.enrolment_id', 'enrolment_step.enrolment_id')
    .innerJoin('patient', 'patient.patient_id', 'enrolment.patient_id')
    .select([
      'given_name',
      'step',
      'from_state',
      'to_state',
      'taken_at',
      'taken_as',
      'taken_by_name',
      'sealed_reason',
    ])
    .select(['enrolment.enrolment_id', 'enrolment.state', 'enrolment.since'])
    .orderBy('given_name')
    .orderBy('step')
    .execute()

test('has one person in each state that can be stored, whom the list names', async () => {
  const rows = await everything
    .selectFrom('enrolment')
    .innerJoin('patient', 'patient.patient_id', 'enrolment.patient_id')
    .select(['enrolment.state', 'given_name'])
    .execute()
  expect(rows.map(({ state }) => state).sort()).toEqual(
    ENROLMENT_STATES.filter((state) => state !== 'assessed').sort(),
  )
  for (const { state, given_name } of rows)
    expect(PATIENTS.find(({ givenName }) => givenName === given_name)?.way?.state).toBe(state)
})

test('has steps that follow each other, each allowed to whoever took it, all of them in the past', async () => {
  const all = await listSteps(everything)
  for (const [index, { step, from_state, to_state, taken_at, taken_as, state, since }] of all.entries()) {
    const previous = step === 1 ? undefined : all[index - 1]
    expect(from_state).toBe(previous?.to_state ?? null)
    if (previous) {
      expect(taken_at >= previous.taken_at, `${previous.to_state} to ${to_state}`).toBe(true)
      const roles: readonly string[] = waysFrom({ state: previous.to_state }).get(to_state)?.roles ?? []
      expect(roles).toContain(taken_as)
    }
    expect(taken_at.getTime(), to_state).toBeLessThan(Date.now())
    const isLast = all[index + 1]?.enrolment_id !== all[index]?.enrolment_id
    if (isLast) expect({ state: to_state, since: taken_at }).toEqual({ state, since })
  }
})

test('everybody who was recorded has a telehealth basis with its kind, and everybody ordered for a licence too', async () => {
  const grounds = await everything
    .selectFrom('standing_ground as ground')
    .innerJoin('patient', 'patient.patient_id', 'ground.patient_id')
    .select(['ground.patient_id', 'subject', 'basis', 'ground.state', 'patient.state as lives_in', 'ends_on'])
    .execute()
  const whoseOf = (subject: string) =>
    grounds
      .filter((one) => one.subject === subject)
      .map((one) => one.patient_id)
      .sort()
  for (const { subject, basis, state, lives_in, ends_on } of grounds) {
    expect([basis, ends_on !== null]).toEqual([subject === 'licence' ? null : 'in-person', true])
    expect(state).toBe(lives_in)
  }
  const past = (state: EnrolmentState) =>
    everything
      .selectFrom('enrolment_step')
      .select('patient_id')
      .distinct()
      .where('to_state', '=', state)
      .orderBy('patient_id')
      .execute()
  expect(whoseOf('telehealth-basis')).toEqual((await past('in-review')).map((one) => one.patient_id))
  expect(whoseOf('licence')).toEqual((await past('accepted')).map((one) => one.patient_id))
})

test('says why whoever left the way or rests on it does', async () => {
  const turns = (await listSteps(everything)).filter(({ sealed_reason }) => sealed_reason !== null)
  expect(turns.map(({ to_state }) => to_state).sort()).toEqual([
    ...['completed', 'declined', 'discharged', 'paused', 're-evaluation-due'],
  ])
  const offRamps = await everything
    .selectFrom('answer_sheet')
    .innerJoin('enrolment', 'enrolment.patient_id', 'answer_sheet.patient_id')
    .select('enrolment.state')
    .where('kind', '=', 'off-ramp')
    .execute()
  expect(offRamps.map(({ state }) => state).sort()).toEqual(['completed', 'discharged', 'paused'])
})

test('has sessions in which nothing went wrong, and nobody to tell', async () => {
  expect(await everything.selectFrom('alert').selectAll().execute()).toEqual([])
})

test('is as it was when it is furnished again', async () => {
  const before = await contents(house.server)
  await furnishDemo(house)
  expect(await contents(house.server)).toEqual(before)
})

test('broken off wherever it may be and gone on with, it has everybody once', async () => {
  const other = await openInstallation()
  try {
    await foundDemo(other, new Date())
    const owner = openDatabase(other.poolAs('owner', 1))
    let brokenOff = 0
    for (let acts = 3; acts < LONGEST_WAY; acts += 23) {
      let left = acts
      const throwIfAborted = () => {
        left -= 1
        if (left < 0) throw new Error('broken off')
      }
      const outcome = await arrive({ house: other, log: quiet, signal: { throwIfAborted } }).catch(String)
      if (outcome === undefined) break
      expect(outcome).toBe('Error: broken off')
      brokenOff += 1
    }
    expect(brokenOff).toBeGreaterThan(8)
    await furnishDemo(other)
    expect(await steps(owner)).toEqual(await steps(everything))
    expect(await rowsIn(other)).toEqual(await rowsIn(house))
  } finally {
    await other.close()
  }
}, 120_000)

const steps = async (owner: Database) =>
  (await listSteps(owner)).map(({ given_name, step, to_state }) => `${given_name} ${step} ${to_state}`)

/** How many rows each table has. Asking again is on record, and a link lives for itself. */
async function rowsIn({ server }: House): Promise<Record<string, number>> {
  const found = Object.entries(await contents(server)).map(([table, rows]) => [table, rows.length] as const)
  return Object.fromEntries(
    found.filter(([table]) => !['public.audit_event', 'login.verification'].includes(table)),
  )
}
