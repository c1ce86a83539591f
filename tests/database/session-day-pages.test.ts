/** The pages of a session day over HTTP: of the booked day alone, and what the person who is there reads before the dose. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Login } from '../../app/access/login/login.ts'
import type { Answers } from '../../app/clinical/instruments/instrument.ts'
import type { Told } from '../../app/clinical/intake/question.ts'
import { gateWords } from '../../app/content/gate-words.ts'
import { words } from '../../app/content/words.ts'
import { INVENTED_LIMITS } from '../../practice/demo-protocol.ts'
import { openTestApp, openTestLogin } from '../app.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'
import {
  ASQ_NO,
  dosedScene,
  GOOD_DAY,
  makeScene,
  minute,
  press,
  type Scene,
  tellOwn,
  tellRoom,
} from '../session-scene.ts'

let postgres: TestDatabase
let login: Login
beforeAll(async () => {
  postgres = await openTestDatabase()
  login = await openTestLogin(postgres)
})
afterAll(() => postgres.close())

const ACUTE: Answers = { ...ASQ_NO, 'asq-03': 1, 'asq-05': 1 }
const { otherDay, supportPerson, alert } = gateWords.en
const DAY = 24 * 60

async function pageAt(scene: Scene, who: { id: string }, path: string, at: number): Promise<string> {
  const app = openTestApp(postgres, {
    practiceId: scene.practiceId,
    login,
    change: { now: () => minute(at) },
  })
  const accountId = await login.createAccount({ email: `${randomUUID()}@test.invalid`, name: 'x' })
  await postgres.everything
    .updateTable('member')
    .set({ account_id: accountId })
    .where('actor_id', '=', who.id)
    .execute()
  return (await app.request('GET', path, await app.signIn(accountId))).text()
}

test.each([
  [-DAY, otherDay.aheadTitle],
  [DAY, otherDay.overTitle],
])('%i minutes from the booked hour nothing is asked of anybody', async (at, title) => {
  const scene = await makeScene(postgres)
  const own = await pageAt(scene, scene.patient, '/portal/day', at)
  expect(own).toContain(title)
  expect(own).not.toContain('name="step"')
  expect(own).toContain(words.en.sessionDay.intro.notToday)
  const beside = await pageAt(scene, scene.friend, `/care-team/day/${scene.patient.id}`, at)
  expect(beside).toContain(title)
  expect(beside).not.toContain('name="step"')
})

test('on the day both are asked, and whoever is there reads the number they are to try', async () => {
  const scene = await makeScene(postgres)
  const beside = await pageAt(scene, scene.friend, `/care-team/day/${scene.patient.id}`, -60)
  const number = INVENTED_LIMITS.escalation?.dutyPhone ?? ''
  expect(beside).toContain(words.en.ownDay.clinicPhone(number))
  expect(await pageAt(scene, scene.patient, '/portal/day', -60)).toContain('name="step"')
  expect(await pageAt(scene, scene.friend, `/care-team/day/${scene.patient.id}`, -60)).toContain(
    'name="step"',
  )
})

test('what was said about safety on another day is answered with help', async () => {
  const scene = await makeScene(postgres)
  await tellOwn(scene, {}, ACUTE, minute(-DAY))
  const own = await pageAt(scene, scene.patient, '/portal/day', -DAY + 1)
  expect(own).toContain('988')
  expect(own).toContain(scene.prescriber.name)
})

test('after acute answers and all no, the patient still reads help, and whoever is there the one sentence', async () => {
  const scene = await makeScene(postgres)
  await tellOwn(scene, {}, ACUTE, minute(-60))
  await tellOwn(scene, GOOD_DAY, ASQ_NO, minute(-59))
  await tellRoom(scene)
  const own = await pageAt(scene, scene.patient, '/portal/day', -50)
  expect(own).toContain('988')
  expect(own).toContain(alert)
  for (const path of ['', '/now']) {
    const beside = await pageAt(scene, scene.friend, `/care-team/day/${scene.patient.id}${path}`, -50)
    expect(beside).toContain(supportPerson)
    expect(beside).not.toContain(scene.prescriber.name)
    expect(beside).not.toContain(words.en.sessionDay.room.alerts)
    expect(beside).not.toContain('value="start"')
  }
})

test('whatever holds the day, whoever is there reads one and the same page', async () => {
  const told: readonly (readonly [Told, Answers])[] = [
    [{ ...GOOD_DAY, ill: ['fever'] }, ASQ_NO],
    [{ ...GOOD_DAY, taken: ['alcohol'] }, ASQ_NO],
    [{ ...GOOD_DAY, since: ['voices'] }, ASQ_NO],
    [{ ...GOOD_DAY, sleptHours: 1 }, ASQ_NO],
    [GOOD_DAY, ACUTE],
  ]
  const read = await Promise.all(
    told.map(async ([day, asq]) => {
      const scene = await makeScene(postgres)
      await tellOwn(scene, day, asq, minute(-60))
      await tellRoom(scene)
      const page = await pageAt(scene, scene.friend, `/care-team/day/${scene.patient.id}`, -50)
      return (/<main.*<\/main>/s.exec(page)?.[0] ?? '')
        .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '')
        .replaceAll(scene.patient.name, '')
    }),
  )
  expect(read[0]).toContain(supportPerson)
  expect(new Set(read).size).toBe(1)
})

test('the day is called free once it was called off, and not before', async () => {
  const scene = await makeScene(postgres)
  const app = openTestApp(postgres, {
    ...{ practiceId: scene.practiceId, login },
    change: { now: () => minute(-60) },
  })
  const accountId = await login.createAccount({ email: `${randomUUID()}@test.invalid`, name: 'x' })
  await postgres.everything
    .updateTable('member')
    .set({ account_id: accountId })
    .where('actor_id', '=', scene.patient.id)
    .execute()
  const cookie = await app.signIn(accountId)
  const off = () => app.request('GET', '/portal/day/off', cookie)
  const notToday = (sessionId: string) => app.request('POST', '/portal/day/not-today', cookie, { sessionId })

  // Of a session that is not theirs nothing is called off, and nothing says so.
  expect((await notToday(randomUUID())).headers.get('location')).toBe('/portal/day/off')
  expect((await off()).headers.get('location')).toBe('/portal/day')

  expect((await notToday(scene.sessionId)).headers.get('location')).toBe('/portal/day/off')
  expect(await (await off()).text()).toContain(words.en.sessionDay.answer.off)
  const booking = await (await app.request('GET', '/portal/booking?is=cancelled', cookie)).text()
  expect(booking).toContain(words.en.booking.own.cancelled)
})

test('a booked day is not called cancelled by an address', async () => {
  const scene = await makeScene(postgres)
  const page = await pageAt(scene, scene.patient, '/portal/booking?is=cancelled', -60)
  expect(page).not.toContain(words.en.booking.own.cancelled)
})

const NOW = '/portal/day/now'
const { mine } = words.en.sessionDay

test('their own screen says that they are not alone only while nothing is said against it', async () => {
  const scene = await dosedScene(postgres)
  expect(await pageAt(scene, scene.patient, NOW, 20)).toContain(mine.heading)
  await press(scene, scene.friend, { kind: 'support-person-gone' }, minute(30))
  const gone = await pageAt(scene, scene.patient, NOW, 31)
  expect(gone).not.toContain(mine.heading)
  expect(gone).toContain('Stay sitting or lying down. Breathe slowly.')
  await press(scene, scene.friend, { kind: 'support-person-back' }, minute(32))
  expect(await pageAt(scene, scene.patient, NOW, 33)).toContain(mine.heading)
  await press(scene, scene.patient, { kind: 'not-safe' }, minute(40))
  const aside = await pageAt(scene, scene.patient, NOW, 41)
  expect(aside).toContain(mine.here)
  expect(aside).not.toContain(mine.heading)
})
