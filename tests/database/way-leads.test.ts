/** Every next thing a first page can say, pressed: the page it opens has that thing on it. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Login } from '../../app/access/login/login.ts'
import { Permit } from '../../app/access/permit.ts'
import { tellNextDay } from '../../app/care/tell-next-day.ts'
import { NEXT_THINGS, type NextThing } from '../../app/clinical/next-thing.ts'
import { words } from '../../app/content/words.ts'
import { openTestApp, openTestLogin } from '../app.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'
import {
  ASQ_NO,
  dosedScene,
  makeScene,
  minute,
  press,
  readyToEnd,
  type Scene,
  tellOwn,
  vault,
} from '../session-scene.ts'
import { type Asker, STANDS, standAt } from './states-scene.ts'

const { way } = words.en
const DAY = 1440

let postgres: TestDatabase
let login: Login
beforeAll(async () => {
  postgres = await openTestDatabase()
  login = await openTestLogin(postgres)
})
afterAll(() => postgres.close())

type Read = Asker['read']
const stands = (name: string) => async (): Promise<Read> => {
  const stand = STANDS[name]
  if (!stand) throw new Error(`nobody stands at ${name}`)
  return (await standAt(postgres, login, stand)).read
}

/** The patient of a scene, at a minute of their session. */
const inScene = (make: () => Promise<Scene>, at: number) => async (): Promise<Read> => {
  const { practiceId, everything, patient } = await make()
  const app = openTestApp(postgres, { practiceId, login, change: { now: () => minute(at) } })
  const accountId = await login.createAccount({ email: `${randomUUID()}@test.invalid`, name: 'x' })
  await everything
    .updateTable('member')
    .set({ account_id: accountId })
    .where('actor_id', '=', patient.id)
    .execute()
  const cookie = await app.signIn(accountId)
  return async (path) => {
    const answer = await app.request('GET', path, cookie)
    return { status: answer.status, to: answer.headers.get('location'), html: await answer.text() }
  }
}
const booked = () => makeScene(postgres)
const accepted = () => makeScene(postgres, { state: 'accepted' })
const dosed = () => dosedScene(postgres)
async function ownHalfTold() {
  const scene = await booked()
  await tellOwn(scene)
  return scene
}
/** The dose was taken without a day's check of theirs. */
async function unchecked() {
  const scene = await booked()
  await press(scene, scene.friend, { kind: 'dose-started', units: 1 }, minute(0))
  return scene
}
async function closed() {
  const scene = await dosed()
  await readyToEnd(scene, minute(121))
  expect(await press(scene, scene.friend, { kind: 'closed' }, minute(125))).toBe('stored')
  return scene
}
async function closedAndTold() {
  const scene = await closed()
  const permit = await Permit.ask(scene.db, scene.patient, 'tell-day', scene.patient.id)
  const told = { id: randomUUID(), sessionId: scene.sessionId, at: minute(DAY), asq: ASQ_NO, told: {} }
  await tellNextDay(scene.db, vault, permit, told)
  return scene
}
/** Paused by a prescriber with the session open: it goes on all the same. */
async function pausedInSession() {
  const scene = await dosed()
  await scene.everything
    .updateTable('enrolment')
    .set({ state: 'paused', paused_from: 'in-session', since: minute(20) })
    .where('enrolment_id', '=', scene.enrolmentId)
    .execute()
  return scene
}

type Case = readonly [NextThing, where: string, who: () => Promise<Read>, to: string, thing: string]
const NOTHING = ''
const PROGRESS = way.progress.title
const HELP = 'action="/portal/day/help"'

/** By hand. `thing` stands on the page that opens; where there is nothing to do, nothing opens. */
const CASES: readonly Case[] = [
  ['register', 'at the very first', stands('assessed'), '/portal/consents', 'href="/portal/consents/1"'],
  ['sign', 'registered', stands('registered'), '/portal/consents', 'href="/portal/consents/1"'],
  ['tell', 'everything signed', stands('consented'), '/portal/intake', 'action="/portal/intake"'],
  ['sent', 'the intake sent', stands('intake-complete'), NOTHING, NOTHING],
  ['in-review', 'in review', stands('in-review'), NOTHING, NOTHING],
  ['declined', 'declined', stands('declined'), '/help', 'href="tel:988"'],
  ['plan', 'accepted', inScene(accepted, -60), '/portal/plan', words.en.plan.intro],
  ['prepare', 'supplied', stands('supplied'), '/portal/prepare', 'href="/portal/prepare/wishes"'],
  ['session-ahead', 'two days before', inScene(booked, -2 * DAY), '/portal/booking', '2026-11-22T15:00'],
  ['session-today', 'on the day', inScene(booked, -60), '/portal/day', 'action="/portal/day"'],
  [
    ...(['session-today', 'their half told', inScene(ownHalfTold, -50)] as const),
    ...(['/portal/day', words.en.sessionDay.answer.waitingTitle] as const),
  ],
  ['in-session', 'after the dose', inScene(dosed, 20), '/portal/day/now', HELP],
  ['in-session', 'a dose nobody checked for', inScene(unchecked, 20), '/portal/day/now', HELP],
  ['in-session', 'paused meanwhile', inScene(pausedInSession, 30), '/portal/day/now', HELP],
  ['resting', 'recovering', stands('recovering'), '/portal/day/now', HELP],
  ['resting', 'the evening after', inScene(closed, 200), '/portal/day/now', HELP],
  ['next-day', 'the morning after', inScene(closed, DAY), '/portal/next-day', 'action="/portal/next-day"'],
  ['next-day', 'days after', inScene(closed, 4 * DAY), '/portal/next-day', 'action="/portal/next-day"'],
  ['meet', 'the next day told', inScene(closedAndTold, DAY + 60), '/portal/booking', '2026-11-24T15:00'],
  ['deciding', 'after the talk', inScene(closedAndTold, 4 * DAY), '/portal/progress', PROGRESS],
  [
    ...(['follow-up', 'a week after', inScene(closedAndTold, 8 * DAY)] as const),
    ...(['/portal/follow-up', 'action="/portal/follow-up"'] as const),
  ],
  [
    ...(['re-evaluation', 'due', stands('re-evaluation-due')] as const),
    ...(['/portal/progress', PROGRESS] as const),
  ],
  ['paused-early', 'before a review', stands('paused, early'), '/portal/pause', 'value="resume"'],
  ['paused', 'later', stands('paused'), '/portal/after', words.en.way.after.medicineTitle],
  ['completed', 'completed', stands('completed'), '/portal/after', words.en.way.after.medicineTitle],
  ['left', 'discharged', stands('discharged'), '/portal/after', words.en.way.after.medicineTitle],
]

test('every next thing is pressed', () => {
  expect(new Set(CASES.map(([next]) => next))).toEqual(new Set(NEXT_THINGS))
})

test.each(CASES)(
  '%s, %s',
  async (next, _, who, to, thing) => {
    const read = await who()
    const { html } = await read('/portal')
    expect(/<h2 id="next">([^<]*)/.exec(html)?.[1]).toBe(way.next[next].title)
    let path = /class="button first" href="([^"]*)"/.exec(html)?.[1] ?? NOTHING
    if (to === NOTHING) return expect(path).toBe(NOTHING)
    let page = await read(path)
    for (let hops = 0; page.to !== null && hops < 3; hops++) {
      path = page.to
      page = await read(path)
    }
    expect([page.status, path]).toEqual([200, to])
    expect(page.html).toContain(thing)
    // Whatever else is offered beside it opens as well.
    for (const [, href] of html.matchAll(/class="row-link" href="([^"]*)"/g))
      expect([href, (await read(href ?? '')).status]).toEqual([href, 200])
  },
  60_000,
)
