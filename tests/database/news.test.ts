/** What is new tells the people it concerns: on their list, and by one mail without a word about health. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Member } from '../../app/access/actor.ts'
import { inScope, Permit } from '../../app/access/permit.ts'
import { openVault } from '../../app/access/vault.ts'
import { countUnits } from '../../app/care/count-units.ts'
import { openChart } from '../../app/care/open-chart.ts'
import { settleIntegration } from '../../app/care/settle-integration.ts'
import { withdrawConsent } from '../../app/care/sign-consents.ts'
import { listJourneys } from '../../app/records/journeys.ts'
import { INTEGRATION_OFF, noteNewsSeen } from '../../app/records/news.ts'
import { ORIGIN } from '../app.ts'
import { type Clock, clockFrom } from '../clock-scene.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'
import { TEST_SECRET } from '../postgres-server.ts'
import { bookingScene, NOW, type Scene, ZONE } from './booking-scene.ts'

let postgres: TestDatabase
let scene: Scene
let clock: Clock
beforeAll(async () => {
  postgres = await openTestDatabase()
})
afterAll(() => postgres.close())
beforeEach(async () => {
  scene = await bookingScene(postgres)
  await scene.book(scene.booking())
  clock = await clockFrom(postgres, scene.patient.id, NOW)
})

const addressOf = ({ accountId }: { accountId: string }) => `${accountId}@test.invalid`
const mails = async () => {
  await clock.until(new Date(NOW.getTime() + 1000))
  return clock.sent.map(({ to, text }) => ({ to, url: /http\S+/.exec(text)?.[0] }))
}
const news = async () =>
  (
    await inScope(postgres.db, await Permit.ask(postgres.db, scene.coordinator, 'list-journeys'), (scope) =>
      listJourneys(scope, 10),
    )
  ).flatMap((row) => row.news)
const staffMails = () =>
  [scene.prescriber, scene.coordinator].map((who) => ({
    to: addressOf(who as Member & { accountId: string }),
    url: `${ORIGIN}/console/people`,
  }))
const byAddress = <T extends { to: string }>(all: readonly T[]) =>
  [...all].sort((a, b) => a.to.localeCompare(b.to))

/** Nothing of a mail may say what it is about. */
const SAYS_TOO_MUCH =
  /session|medic|clinic|health|patient|ketamine|doctor|therap|consent|unit|count|appointment|call/i
const saysNothing = () => {
  for (const { subject, text } of clock.sent)
    expect(`${subject} ${text}`.replace(/http\S+/, '')).not.toMatch(SAYS_TOO_MUCH)
}

test('a count that differs: the practice, once for each count', async () => {
  await postgres.everything
    .insertInto('unit_event')
    .values({
      ...{ practice_id: scene.practiceId, patient_id: scene.patient.id, unit_event_id: randomUUID() },
      ...{ supply_order_id: null, happened_at: NOW, recorded_by: scene.coordinator.id },
      event: JSON.stringify({
        ...{ id: 'r', kind: 'received', lot: 'L1', units: 4, at: NOW.getTime() - 1, expiresOn: '2027-12-31' },
      }),
      ...{ recorded_by_name: 'x', recorded_as: 'care-coordinator', recorded_at: NOW },
    })
    .execute()
  const id = randomUUID()
  const count = async (units: number) =>
    countUnits(
      postgres.db,
      await Permit.ask(postgres.db, scene.patient, 'confirm-supply', scene.patient.id),
      { by: scene.patient, id, units, now: NOW, timeZone: ZONE },
    )
  expect(await count(3)).toEqual({ difference: -1 })
  await count(3)
  expect(await news()).toEqual(['unit-count'])
  expect(byAddress(await mails())).toEqual(byAddress(staffMails()))
  saysNothing()
})

test('a consent taken back: the practice, once, until a prescriber has the chart open', async () => {
  const takeBack = async () =>
    withdrawConsent(
      postgres.db,
      await Permit.ask(postgres.db, scene.patient, 'sign-consents', scene.patient.id),
      'telehealth',
      NOW,
    )
  await takeBack()
  await takeBack()
  expect(await news()).toEqual(['own-consent'])
  expect(byAddress(await mails())).toEqual(byAddress(staffMails()))
  saysNothing()
  const reading = await Permit.ask(postgres.db, scene.prescriber, 'read-chart', scene.patient.id)
  await openChart({ db: postgres.db, vault: openVault(TEST_SECRET) }, reading, scene.prescriber, NOW)
  expect(await news()).toEqual([])
})

test('a therapist who calls off: the person themselves, and the practice; kept: nobody', async () => {
  const settle = async (state: 'kept' | 'cancelled-by-therapist', at: Date) =>
    settleIntegration(
      postgres.db,
      await Permit.ask(postgres.db, scene.therapist, 'settle-integration', scene.patient.id),
      { id: (await scene.appointments())[0]?.appointment_id ?? '', state, at },
    )
  expect(await settle('cancelled-by-therapist', NOW)).toBe('settled')
  expect(await settle('cancelled-by-therapist', NOW)).toBe('settled')
  expect(await news()).toEqual(['integration-off'])
  expect(byAddress(await mails())).toEqual(
    byAddress([...staffMails(), { to: addressOf(scene.patient), url: `${ORIGIN}/portal` }]),
  )
  saysNothing()
  const reading = await Permit.ask(postgres.db, scene.coordinator, 'read-booking', scene.patient.id)
  await inScope(postgres.db, reading, (scope) => noteNewsSeen(scope, [INTEGRATION_OFF], 'Bell', NOW))
  expect(await news()).toEqual([])
})
