/** Which session the screens are about, where there is more than one; and which page an alert leads to. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Login } from '../../app/access/login/login.ts'
import { inScope, Permit } from '../../app/access/permit.ts'
import { readRoom, readRoomForPractice } from '../../app/care/read-room.ts'
import { tellNextDay } from '../../app/care/tell-next-day.ts'
import { gateWords } from '../../app/content/gate-words.ts'
import { words } from '../../app/content/words.ts'
import { openTestApp, openTestLogin } from '../app.ts'
import { joinCareTeam, makeMember } from '../people.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'
import {
  ASQ_NO,
  alertsOf,
  dosedScene,
  makeScene,
  minute,
  press,
  readyToEnd,
  type Scene,
  vault,
} from '../session-scene.ts'

const { sessionDay, way } = words.en
const DAY = 1440

let postgres: TestDatabase
let login: Login
beforeAll(async () => {
  postgres = await openTestDatabase()
  login = await openTestLogin(postgres)
})
afterAll(() => postgres.close())

async function browserOf({ practiceId, everything }: Scene, { id }: { id: string }, at: number) {
  const app = openTestApp(postgres, { practiceId, login, change: { now: () => minute(at) } })
  const accountId = await login.createAccount({ email: `${randomUUID()}@test.invalid`, name: 'x' })
  await everything.updateTable('member').set({ account_id: accountId }).where('actor_id', '=', id).execute()
  const cookie = await app.signIn(accountId)
  return {
    async read(path: string) {
      const answer = await app.request('GET', path, cookie)
      return { to: answer.headers.get('location'), html: await answer.text() }
    },
    post: (path: string, fields: Record<string, string>) => app.request('POST', path, cookie, fields),
  }
}
async function close(scene: Scene) {
  await readyToEnd(scene, minute(121))
  expect(await press(scene, scene.friend, { kind: 'closed' }, minute(125))).toBe('stored')
}
/** Another session of the same person, as the one there is but for this. */
async function another({ everything, sessionId }: Scene, but: Record<string, unknown>): Promise<string> {
  const id = randomUUID()
  await sql`insert into dosing_session
    select (jsonb_populate_record(session, ${JSON.stringify({ ...but, session_id: id })}::jsonb)).*
    from dosing_session as session where session_id = ${sessionId}`.execute(everything)
  return id
}
const nextWeek = (day = 8) => ({
  ...{ starts_at: minute(day * DAY), planned_end_at: minute(day * DAY + 240) },
  ...{ ended_at: null, watch_until: null },
})
const tellDayAfter = async (scene: Scene, at: number, asq = ASQ_NO) =>
  tellNextDay(scene.db, vault, await Permit.ask(scene.db, scene.patient, 'tell-day', scene.patient.id), {
    ...{ id: randomUUID(), sessionId: scene.sessionId, at: minute(at), asq, told: {} },
  })
const roomAt = async (scene: Scene, at: number) => {
  const permit = await Permit.ask(scene.db, scene.patient, 'read-own-day', scene.patient.id)
  return inScope(scene.db, permit, async (scope) => (await readRoom(scope, minute(at)))?.session.booked.id)
}
const practiceRoomAt = async (scene: Scene, at: number) => {
  const permit = await Permit.ask(scene.db, scene.prescriber, 'watch-session', scene.patient.id)
  return inScope(
    scene.db,
    permit,
    async (scope) => (await readRoomForPractice(scope, minute(at)))?.session.booked.id,
  )
}
/** Called off a week ago, with an alert that nobody has settled. */
async function calledOff(scene: Scene): Promise<string> {
  const off = await another(scene, {
    ...{ starts_at: minute(-7 * DAY), planned_end_at: minute(-7 * DAY + 240) },
    ...{ cancelled_at: minute(-7 * DAY), cancelled_by: scene.prescriber.id },
  })
  await scene.everything
    .insertInto('alert')
    .values({
      ...{
        practice_id: scene.practiceId,
        alert_id: randomUUID(),
        patient_id: scene.patient.id,
        session_id: off,
      },
      ...{ cause: `${off} start-when-off:x`, level: 'person-now', raised_by: scene.friend.id },
      ...{ raised_as: 'support-person', raised_at: minute(-7 * DAY), is_in_cover: true },
    })
    .execute()
  return off
}

test('with the next one booked, last night stays on the screens until the next-day check is told', async () => {
  const scene = await dosedScene(postgres)
  await close(scene)
  const next = await another(scene, nextWeek())
  for (const at of [126, 600, 125 + 36 * 60 - 1])
    expect([at, await roomAt(scene, at)]).toEqual([at, scene.sessionId])
  expect(await roomAt(scene, 125 + 36 * 60)).toBe(next)
  const friend = await browserOf(scene, scene.friend, 600)
  const base = `/care-team/day/${scene.patient.id}`
  expect((await friend.read(base)).to).toBe(`${base}/now`)
  expect((await friend.read(`${base}/now`)).html).toContain(sessionDay.room.tonight.title)
  await tellDayAfter(scene, DAY)
  expect(await roomAt(scene, DAY + 1)).toBe(next)
})

test('a day that is booked for today comes before last night; whoever is there for one alone sees that one', async () => {
  const scene = await dosedScene(postgres)
  await close(scene)
  const other = await makeMember(scene.everything, scene.practiceId, ['support-person'])
  await joinCareTeam(scene.everything, scene.patient, other.id)
  const next = await another(scene, { ...nextWeek(1), support_person_id: other.id })
  expect(await roomAt(scene, 600)).toBe(scene.sessionId)
  expect(await roomAt(scene, DAY - 60)).toBe(next)
  const base = `/care-team/day/${scene.patient.id}`
  const theirs = await (await browserOf(scene, other, 600)).read(base)
  expect(theirs.html).toContain(gateWords.en.otherDay.aheadTitle)
  expect(theirs.html).toContain('href="/people"')
  const mine = await browserOf(scene, scene.friend, DAY - 60)
  expect((await mine.read(base)).to).toBe(`${base}/now`)
})

test('a session that is open after its dose comes before one that was called off, and each has its own page', async () => {
  const scene = await dosedScene(postgres)
  const off = await calledOff(scene)
  await press(scene, scene.patient, { kind: 'help-asked' }, minute(30))
  expect(await practiceRoomAt(scene, 31)).toBe(scene.sessionId)

  const clinician = await browserOf(scene, scene.prescriber, 31)
  const page = `/console/sessions/${scene.patient.id}`
  const board = (await clinician.read('/console/sessions')).html
  const list = (await clinician.read('/console/alerts')).html
  for (const id of [scene.sessionId, off]) {
    expect(board).toContain(`href="${page}?session=${id}"`)
    expect(list).toContain(`href="${page}?session=${id}#to-call"`)
    expect((await clinician.read(`${page}?session=${id}`)).html).toContain(`name="sessionId" value="${id}"`)
  }
  expect((await clinician.read(page)).html).toContain(`value="${scene.sessionId}"`)
  const [alert] = await alertsOf({ ...scene, sessionId: off })
  const form = {
    id: randomUUID(),
    sessionId: off,
    seen: '{}',
    kind: 'settle',
    alertId: alert?.alert_id ?? '',
  }
  const refused = await clinician.post(page, { ...form, because: '' })
  expect([refused.status, (await refused.text()).includes(`value="${off}"`)]).toEqual([400, true])
  const settled = await clinician.post(page, { ...form, because: 'Called. Nothing was taken.' })
  expect(settled.headers.get('location')).toBe(`${page}?session=${off}`)
})

test('before a dose the one that was called off comes first for the practice, as long as nobody has settled it', async () => {
  const scene = await makeScene(postgres)
  expect(await practiceRoomAt(scene, -30)).toBe(scene.sessionId)
  const off = await calledOff(scene)
  expect(await practiceRoomAt(scene, -30)).toBe(off)
})

test('what the days after raised leads to the chart with its numbers, however late; the evening to the session', async () => {
  const scene = await dosedScene(postgres)
  await close(scene)
  const signs = { isDrowsierThanAtClose: 1, isConfused: 0, isShortOfBreath: 0 }
  await press(scene, scene.friend, { kind: 'tonight', signs }, minute(200))
  await tellDayAfter(scene, 3 * DAY, { ...ASQ_NO, 'asq-03': 1, 'asq-05': 1 })
  const about = (await alertsOf(scene)).map(({ cause }) => cause.split(' ')[1])
  expect(about).toEqual(expect.arrayContaining(['rule:E13', 'rule:S01']))
  const clinician = await browserOf(scene, scene.prescriber, 3 * DAY + 1)
  const list = (await clinician.read('/console/alerts')).html
  const [chart, session] = [`/console/patients/${scene.patient.id}`, `/console/sessions/${scene.patient.id}`]
  const led = [...list.matchAll(/href="([^"]+)#to-call"/g)].map(([, href]) => href)
  expect(led).toEqual(expect.arrayContaining([chart, `${session}?session=${scene.sessionId}`]))
  for (const href of led) expect((await clinician.read(href ?? '')).html, href).toContain('id="to-call"')
})

test('a page of a session that is none leads to the chart', async () => {
  const scene = await dosedScene(postgres)
  await close(scene)
  const clinician = await browserOf(scene, scene.prescriber, 3 * DAY)
  const page = (await clinician.read(`/console/sessions/${scene.patient.id}?session=${randomUUID()}`)).html
  expect(page).toContain(sessionDay.one.none)
  expect(page).toContain(`href="/console/patients/${scene.patient.id}"`)
})

test('resting, the card of the first page opens the screen with help on it', async () => {
  const scene = await dosedScene(postgres)
  await close(scene)
  const patient = await browserOf(scene, scene.patient, 200)
  const today = (await patient.read('/portal')).html
  expect(today).toContain(way.next.resting.title)
  expect(today).toContain('href="/portal/day"')
  expect((await patient.read('/portal/day')).to).toBe('/portal/day/now')
  expect((await patient.read('/portal/day/now')).html).toContain('action="/portal/day/help"')
})

test('a dose without their own half of the check leads to the screen as well', async () => {
  const scene = await makeScene(postgres)
  await press(scene, scene.friend, { kind: 'dose-started', units: 1 }, minute(0))
  const patient = await browserOf(scene, scene.patient, 5)
  expect((await patient.read('/portal/day')).to).toBe('/portal/day/now')
})
