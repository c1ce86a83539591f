/** Leaving and taking access back while a session is open, as everybody reads it. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Member } from '../../app/access/actor.ts'
import type { Login } from '../../app/access/login/login.ts'
import { inScope, Permit } from '../../app/access/permit.ts'
import { decideCourse } from '../../app/care/decide-course.ts'
import { words } from '../../app/content/words.ts'
import { saveOwnNumber } from '../../app/records/contact-points.ts'
import { openTestApp, openTestLogin } from '../app.ts'
import { joinCareTeam, makeMember } from '../people.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'
import { dosedScene, minute, press, readyToEnd, type Scene, sessionRow, vault } from '../session-scene.ts'

let postgres: TestDatabase
let login: Login
beforeAll(async () => {
  postgres = await openTestDatabase()
  login = await openTestLogin(postgres)
})
afterAll(() => postgres.close())

const { way, ownPeople, sessionDay, journey } = words.en

/** Somebody signed in, at a minute of the session. */
async function browser(scene: Scene, who: Pick<Member, 'id'>) {
  const accountId = await login.createAccount({ email: `${randomUUID()}@test.invalid`, name: 'x' })
  await postgres.everything
    .updateTable('member')
    .set({ account_id: accountId })
    .where('actor_id', '=', who.id)
    .execute()
  const at = (minutes: number) =>
    openTestApp(postgres, { practiceId: scene.practiceId, login, change: { now: () => minute(minutes) } })
  const cookie = await at(0).signIn(accountId)
  return {
    read: async (path: string, minutes: number) => {
      const answer = await at(minutes).request('GET', path, cookie)
      return { status: answer.status, html: await answer.text() }
    },
    post: (path: string, fields: Record<string, string>, minutes: number) =>
      at(minutes).request('POST', path, cookie, fields),
  }
}

const close = async (scene: Scene, at: number) => {
  await readyToEnd(scene, minute(at))
  expect(await press(scene, scene.friend, { kind: 'closed' }, minute(at))).toBe('stored')
}

const nextCard = (html: string) => /<h2 id="next">(.*?)<\/h2>/.exec(html)?.[1]

describe('a break asked for in an open session', () => {
  test('is thanked for, changes nothing of the session, and is told to the practice at once', async () => {
    const scene = await dosedScene(postgres)
    const own = await browser(scene, scene.patient)
    const before = (await own.read('/portal/pause', 11)).html
    for (const line of [way.pause.inSession, way.pause.leaveTextLater]) expect(before).toContain(line)
    const tapped = await own.post('/portal/pause', { way: 'pause' }, 12)
    expect([tapped.status, tapped.headers.get('location')]).toEqual([303, '/portal/pause'])
    const asked = (await own.read('/portal/pause', 13)).html
    for (const line of [way.wish.title.paused, way.wish.thanks, way.wish.session, way.wish.from.paused])
      expect(asked).toContain(line)
    expect(asked).toContain(words.en.told.notSeen)
    // Leaving is still theirs to ask for; the same again is not offered.
    expect(asked).toContain('value="leave"')
    expect(asked).not.toContain('value="pause"')

    const today = (await own.read('/portal', 13)).html
    expect(nextCard(today)).toBe(way.next['in-session'].title)
    expect(today).toContain('href="/portal/day"')
    expect(today).toContain(way.wish.title.paused)

    const coordinator = await makeMember(scene.everything, scene.practiceId, ['care-coordinator'])
    await joinCareTeam(scene.everything, scene.patient, coordinator.id)
    const line = journey.people.wishes.paused.session('10:12 AM')
    expect((await (await browser(scene, coordinator)).read('/console/people', 14)).html).toContain(line)
    const clinician = await browser(scene, scene.prescriber)
    for (const path of ['people', `sessions/${scene.patient.id}`, `patients/${scene.patient.id}`]) {
      const { html } = await clinician.read(`/console/${path}`, 14)
      expect(html, path).toContain(line)
    }
    expect((await clinician.read('/console/sessions', 14)).html).toContain(journey.states['in-session'])
    // Whoever is there reads nothing of it.
    const beside = await browser(scene, scene.friend)
    const { html } = await beside.read(`/care-team/day/${scene.patient.id}/now`, 15)
    expect(html).not.toContain('break')
    expect((await own.read('/portal/pause', 16)).html).toContain(words.en.told.seen(scene.prescriber.name))
  })

  test('can be taken back', async () => {
    const scene = await dosedScene(postgres)
    const own = await browser(scene, scene.patient)
    await own.post('/portal/pause', { way: 'leave' }, 12)
    const back = await own.post('/portal/pause', { way: 'stay' }, 20)
    const { html } = await own.read(back.headers.get('location') ?? '', 20)
    expect(html).toContain(way.wish.takenBack)
    expect(html).not.toContain(way.wish.title.discharged)
    expect((await own.read('/portal', 20)).html).not.toContain(way.wish.title.discharged)
  })

  test('in the evening after it says the hour from which it holds', async () => {
    const scene = await dosedScene(postgres)
    await sql`update dosing_session set watch_until = ${minute(300)} where session_id = ${scene.sessionId}`.execute(
      scene.everything,
    )
    await close(scene, 130)
    const own = await browser(scene, scene.patient)
    expect((await own.read('/portal/pause', 139)).html).toContain(way.pause.inEvening)
    expect((await own.read('/portal/pause', 300)).html).toContain(way.pause.leaveText)
    await own.post('/portal/pause', { way: 'leave' }, 140)
    const { html } = await own.read('/portal/pause', 140)
    expect(html).toContain(way.wish.fromEvening.discharged('3:00 PM'))
    expect(nextCard((await own.read('/portal', 140)).html)).toBe(way.next.resting.title)
    const clinician = await browser(scene, scene.prescriber)
    const line = journey.people.wishes.discharged.watch('12:20 PM')
    expect((await clinician.read('/console/people', 141)).html).toContain(line)
  })

  test('in the evening with the next day booked already, it says the same', async () => {
    const scene = await dosedScene(postgres)
    const { everything, sessionId } = scene
    await sql`update dosing_session set watch_until = ${minute(300)} where session_id = ${sessionId}`.execute(
      everything,
    )
    await close(scene, 130)
    const { ended_at: _, ...booked } = await sessionRow(scene)
    const startsAt = minute(7 * 24 * 60)
    await everything
      .insertInto('dosing_session')
      .values({ ...booked, session_id: randomUUID(), starts_at: startsAt, watch_until: null, ended_at: null })
      .execute()
    const own = await browser(scene, scene.patient)
    const { html } = await own.read('/portal/pause', 139)
    for (const line of [way.pause.inEvening, way.pause.leaveTextLater]) expect(html).toContain(line)
    await own.post('/portal/pause', { way: 'leave' }, 140)
    expect((await own.read('/portal/pause', 140)).html).toContain(way.wish.fromEvening.discharged('3:00 PM'))
    expect((await own.read('/portal/pause', 300)).html).not.toContain(way.pause.inEvening)
  })

  test('asked for in an open session of somebody who was paused by a prescriber, it waits for the session', async () => {
    const scene = await dosedScene(postgres)
    await decideCourse(
      { db: scene.db, vault },
      await Permit.ask(scene.db, scene.prescriber, 'decide-course', scene.patient.id),
      scene.prescriber,
      {
        ...{ id: randomUUID(), to: 'paused', from: 'in-session', reason: 'x', at: minute(12) },
        offRamp: {
          ...{ stopVisit: 'offered', lastMeasures: 'not-wanted', therapist: 'no-therapist' },
          ifItReturns: 'Call.',
        },
      },
    )
    const own = await browser(scene, scene.patient)
    await own.post('/portal/pause', { way: 'leave' }, 20)
    expect((await own.read('/portal/pause', 21)).html).toContain(way.wish.from.discharged)
    const clinician = await browser(scene, scene.prescriber)
    const { session, watch } = journey.people.wishes.discharged
    for (const path of ['people', `sessions/${scene.patient.id}`, `patients/${scene.patient.id}`]) {
      const { html } = await clinician.read(`/console/${path}`, 22)
      expect(html, path).toContain(session('10:20 AM'))
      expect(html, path).not.toContain(watch('10:20 AM'))
    }
  })

  test('once taken, the night and the check of the next day stay', async () => {
    const scene = await dosedScene(postgres)
    const own = await browser(scene, scene.patient)
    await own.post('/portal/pause', { way: 'leave' }, 12)
    await close(scene, 130)
    expect(nextCard((await own.read('/portal', 140)).html)).toBe(way.next.resting.title)
    expect((await own.read('/portal/day', 140)).status).toBeLessThan(400)
    const DAY = 24 * 60
    expect(nextCard((await own.read('/portal', DAY)).html)).toBe(way.next['next-day'].title)
    expect((await own.read('/portal/next-day', DAY)).html).toContain('name="sheetId"')
    const later = (await own.read('/portal', 3 * DAY)).html
    expect(nextCard(later)).toBe(way.next.left.title)
    expect(later).toContain(way.links['next-day'])
    // What became of it counts from when they asked.
    expect((await own.read('/portal/after', 140)).html).toContain(words.en.told.notSeen)
  })
})

describe('access taken back in an open session', () => {
  const people = async (own: Awaited<ReturnType<typeof browser>>, at: number) =>
    (await own.read('/portal/people', at)).html

  async function takeBack(scene: Scene, at: number) {
    const own = await browser(scene, scene.patient)
    const html = await people(own, at)
    expect(html).toContain(ownPeople.removeNoteInSession)
    const form = html
      .split('<form')
      .find((part) => part.includes(scene.friend.id) && part.includes('/remove'))
    const fields = Object.fromEntries(
      [...(form ?? '').matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
        name,
        value,
      ]),
    )
    const answer = await own.post('/portal/people/remove', fields, at)
    expect(answer.headers.get('location')).toBe('/portal/people?is=kept')
    return own
  }

  test('the patient reads what is left of it and until when; whoever is there reads that nothing changed', async () => {
    const scene = await dosedScene(postgres)
    const permit = await Permit.ask(scene.db, scene.backup, 'agree-to-support', scene.patient.id)
    await inScope(scene.db, permit, async (scope) =>
      saveOwnNumber(scope, await vault.keyOf(scope), {
        ...{ part: 'backup', phone: '(305) 555-0163', at: minute(-99) },
      }),
    )
    const beside = await browser(scene, scene.friend)
    const now = `/care-team/day/${scene.patient.id}/now`
    const before = await beside.read(now, 19)
    expect(before.html).toContain('(305) 555-0163')
    const own = await takeBack(scene, 20)
    const html = await people(own, 21)
    for (const line of [ownPeople.kept.until, ownPeople.kept.not, ownPeople.kept.ends, ownPeople.kept.call])
      expect(html).toContain(line)
    expect(html).toContain(words.en.told.notSeen)
    expect(nextCard((await own.read('/portal', 21)).html)).toBe(way.withoutPerson['in-session'].title)

    const after = await beside.read(now, 19)
    const plain = (text: string) => text.replace(/value="[^"]*"/g, '').replace(/nonce="[^"]*"/g, '')
    expect(plain(after.html)).toBe(plain(before.html))
    expect(after.html).not.toContain(sessionDay.room.alerts)
    expect((await beside.read('/people', 21)).html).toContain(`/care-team/day/${scene.patient.id}`)
    for (const page of ['look', 'readings', 'help', 'end', 'comfort'])
      expect((await beside.read(`/care-team/day/${scene.patient.id}/${page}`, 22)).status, page).toBe(200)
    expect((await beside.read(`/care-team/day/${scene.patient.id}/comfort`, 22)).html).toContain(
      sessionDay.comfort.noCard,
    )
  })

  test('closed, their page ends, and the patient’s says no more of it', async () => {
    const scene = await dosedScene(postgres)
    const own = await takeBack(scene, 20)
    await scene.everything
      .updateTable('alert')
      .set({
        ...{ seen_by: scene.prescriber.id, seen_by_name: 'x', seen_at: minute(30) },
        ...{ settled_by: scene.prescriber.id, settled_by_name: 'x', settled_because: 'called' },
        settled_at: minute(30),
      })
      .where('session_id', '=', scene.sessionId)
      .execute()
    await close(scene, 130)
    const beside = await browser(scene, scene.friend)
    const { status, html } = await beside.read(`/care-team/day/${scene.patient.id}/now`, 131)
    expect(status).toBe(404)
    expect(html).toContain(sessionDay.gone.title)
    expect((await beside.read('/people', 131)).html).not.toContain(scene.patient.id)
    expect(await people(own, 131)).not.toContain(ownPeople.kept.until)
    expect((await own.read('/portal', 131)).html).toContain(way.withoutPerson.resting.text)
  })
})

describe('what is not done from a dose until after sleep', () => {
  /** The hidden fields of one form of a page, as a browser would send them. */
  const hiddenIn = (form: string | undefined) =>
    Object.fromEntries(
      [...(form ?? '').matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(
        ([, name = '', value = '']) => [name, value],
      ),
    )

  test('somebody asked for then: the form stands there as it was written, and nothing was sent', async () => {
    const scene = await dosedScene(postgres)
    const own = await browser(scene, scene.patient)
    const path = '/portal/people/add?part=therapist'
    const form = (await own.read(path, 10)).html.split('<form').find((part) => part.includes('name="email"'))
    const email = `${randomUUID()}@test.invalid`
    const written = { name: 'Ada Example', email, until: '2100-01-01', category: 'plan', safe: 'yes' }
    const answer = await own.post(path, { ...hiddenIn(form), ...written }, 10)
    expect(answer.status).toBe(409)
    const html = await answer.text()
    for (const text of [ownPeople.notToday, ownPeople.notTodayKept, ownPeople.add.therapist, email])
      expect(html).toContain(text)
    for (const value of ['Ada Example', '2100-01-01']) expect(html).toContain(`value="${value}"`)
    expect(await login.findAccountId(email)).toBeUndefined()
  })

  test('what was taken away is saved, and the page says so beside what is not done', async () => {
    const scene = await dosedScene(postgres)
    const { everything, patient, friend, practiceId } = scene
    await everything
      .insertInto('share')
      .values({
        ...{ practice_id: practiceId, share_id: randomUUID(), patient_id: patient.id, category: 'wishes' },
        ...{ recipient_id: friend.id, given_at: minute(-99), until: null, revoked_at: null },
      })
      .execute()
    const own = await browser(scene, patient)
    const share = async () => {
      const form = (await own.read('/portal/people', 10)).html
        .split('<form')
        .find((part) => part.includes(friend.id) && part.includes('/share'))
      const wanted = { category: 'plan', until: '' }
      const answer = await own.post('/portal/people/share', { ...hiddenIn(form), ...wanted }, 10)
      return { status: answer.status, html: await answer.text() }
    }
    const first = await share()
    expect(first.status).toBe(409)
    expect(first.html).toContain(`${ownPeople.takenAway} ${ownPeople.notToday}`)
    const again = await share()
    expect(again.html).toContain(ownPeople.notToday)
    expect(again.html).not.toContain(ownPeople.takenAway)
  })
})
