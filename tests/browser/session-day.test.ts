/** One session day, on three devices: the gate, the room, the end, the next day. No page of it is in anybody's way. */
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { CONSENT_KINDS } from '../../app/clinical/consents.ts'
import type { PlanValues } from '../../app/clinical/plan/shape.ts'
import { words } from '../../app/content/words.ts'
import { DESKTOP, PHONE } from './browser.ts'
import { follow } from './follow.ts'
import type { RunningHouse } from './house.ts'
import { patientIdOf } from './on-record.ts'
import { barriers, documentFaults, overflow } from './page-checks.ts'
import { openVisits } from './visits.ts'

const visits = openVisits({ closes: 'all' })
const day = words.en.sessionDay

/** Where it is not about to be midnight: what is told counts on the booked day alone. */
const ZONE = calendarHour('America/New_York') === 23 ? 'America/Los_Angeles' : 'America/New_York'

const PLAN: PlanValues = {
  ...{ route: 'sublingual', unit: 'invented', unitStrengthMg: 50, residue: 'spit', holdMinutes: 0 },
  ...{ doseMg: 50, stepMaxMg: 25, ceilingMg: 100, daysBetweenSteps: 14, sessions: 4, daysBetweenSessions: 7 },
  // Nobody waits two hours in a test: this invented plan may close at once.
  ...{ readingAtMinutes: [0, 40], lookInMinutes: 15, observationMinutes: 0, isStandingReading: false },
  supportPerson: { minimumAgeYears: 18, isSober: true, staysHours: 4 },
  therapist: 'optional',
  integration: { isOffered: true, fromHours: 24, toHours: 72 },
  ...{ questionnaires: [], startsOn: dayIn(-20), endsOn: dayIn(70), reviewAfterSessions: 4 },
  reEvaluateOn: dayIn(40),
}

function calendarHour(timeZone: string): number {
  return Number(new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format())
}

function dayIn(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}

/** Sam, ready, with Jo beside them and Dr. Okafor on duty. */
async function book(house: RunningHouse): Promise<string> {
  const patientId = await patientIdOf(house, 'sam')
  const actor = async (name: string) =>
    (await house.query<{ actor_id: string }>('select actor_id from member where name = $1', [name]))[0]
      ?.actor_id
  const [jo, okafor] = [await actor('Jo Lindgren'), await actor('Dr. Maya Okafor')]
  const [row] = await house.query<{ practice_id: string }>('select practice_id from practice')
  const of = [row?.practice_id, patientId]
  const [session, enrolment] = [randomUUID(), randomUUID()]
  await house.query(`delete from enrolment_step where patient_id = $1`, [patientId])
  await house.query(`delete from enrolment where patient_id = $1`, [patientId])
  await house.query(
    `insert into plan_version (practice_id, patient_id, version, plan, protocol_version, drafted_by,
       drafted_by_name, drafted_at, signed_by, signed_by_name, signed_at)
     values ($1, $2, 900, $3, 1, $4, 'x', now(), $4, 'x', now())`,
    [...of, JSON.stringify({ values: PLAN }), okafor],
  )
  await house.query(
    `insert into dosing_session (practice_id, session_id, patient_id, plan_version, protocol_version, starts_at,
       planned_end_at, time_zone, duty_clinician_id, support_person_id, backup_person_id, booked_by,
       booked_by_name, booked_at)
     values ($1, $3, $2, 900, 1, now(), now() + interval '4 hours', $6, $4, $5, $5, $4, 'x', now())`,
    [...of, session, okafor, jo, ZONE],
  )
  await house.query(
    `insert into appointment (practice_id, appointment_id, patient_id, kind, session_id, with_id, starts_at,
       time_zone, state, booked_by, booked_at)
     values ($1, $3, $2, 'integration', $4, $5, now() + interval '2 days', $6, 'booked', $5, now())`,
    [...of, randomUUID(), session, okafor, ZONE],
  )
  await house.query(
    `update invitation set agreed_at = now(), reachable_at = now(), agreed_version = 1, agreed_language = 'en' where patient_id = $1`,
    [patientId],
  )
  await house.query(
    `insert into duty (practice_id, duty_id, clinician_id, from_at, to_at)
     values ($1, $2, $3, now() - interval '1 hour', now() + interval '1 day')`,
    [row?.practice_id, randomUUID(), okafor],
  )
  await house.query(
    `insert into enrolment (practice_id, enrolment_id, patient_id, state, since) values ($1, $3, $2, 'ready', now())`,
    [...of, enrolment],
  )
  await house.query(
    `insert into consent (practice_id, consent_id, patient_id, kind, text_version, language, signed_name, signed_at)
     select $1, gen_random_uuid(), $2, kind, 1, 'en', 'x', now() - interval '1 day'
     from unnest($3::text[]) as kind`,
    [...of, CONSENT_KINDS],
  )
  await house.query(
    `insert into enrolment_step (practice_id, enrolment_id, step, patient_id, from_state, to_state, taken_by,
       taken_by_name, taken_as, taken_at) values ($1, $3, 1, $2, 'supplied', 'ready', $2, 'x', 'system', now())`,
    [...of, enrolment],
  )
  await house.query(
    `insert into unit_event (practice_id, unit_event_id, patient_id, event, happened_at, recorded_by,
       recorded_by_name, recorded_as, recorded_at)
     values ($1, $3, $2, $4, now() - interval '1 day', $2, 'x', 'system', now())`,
    [
      ...of,
      randomUUID(),
      JSON.stringify({ id: 'r', kind: 'received', lot: 'L1', units: 4, at: Date.now() - 86_400_000 }),
    ],
  )
  return patientId
}

let base = ''
let console_ = ''
beforeAll(async () => {
  const patientId = await book(visits.house)
  base = `/care-team/day/${patientId}`
  console_ = `/console/sessions/${patientId}`
})

const faults: string[] = []
/** Nothing is in anybody's way: light, dark, narrow. */
async function look(page: Page, name: string) {
  const seen = [...(await documentFaults(page, 'en'))]
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    seen.push(...(await barriers(page)))
  }
  const size = page.viewportSize() ?? { width: 390, height: 844 }
  await page.setViewportSize({ width: 320, height: size.height })
  seen.push(...(await overflow(page)))
  await page.setViewportSize(size)
  faults.push(...seen.map((fault) => `${name}: ${fault}`))
}

const press = (page: Page, name: string) => follow(page.getByRole('button', { name, exact: true }).first())
const choose = async (page: Page, name: string, value: string) =>
  page.locator(`input[name="${name}"][value="${value}"]`).check()
const fill = (page: Page, name: string, value: string) => page.locator(`#${name}`).fill(value)

/** What may be needed at once: wholly on the screen before anything is scrolled, and nothing lit around it. */
async function standsFirst(page: Page) {
  await page.evaluate(() => scrollTo(0, 0))
  const height = page.viewportSize()?.height ?? 0
  for (const one of [
    page.getByRole('button', { name: day.room.emergency, exact: true }),
    page.getByRole('button', { name: day.room.comfort, exact: true }),
    page.getByRole('link', { name: day.room.dial, exact: true }),
    page.locator('.at-once a[href^="tel:"]').last(),
  ]) {
    const box = await one.boundingBox()
    expect((box?.y ?? height) + (box?.height ?? 0)).toBeLessThanOrEqual(height)
  }
  const [first, notice] = [page.locator('.at-once'), page.locator('.session > .notice').first()]
  if ((await notice.count()) > 0)
    expect((await first.boundingBox())?.y ?? 0).toBeLessThan((await notice.boundingBox())?.y ?? 0)
  await isDark(page)
}

/** Dusk, with no tabs, and at its foot no more than a line. */
async function isDark(page: Page) {
  expect(await page.locator('.dusk').count()).toBe(1)
  expect(await page.locator('.foot, nav').count()).toBe(0)
  expect(
    await page
      .locator('footer')
      .boundingBox()
      .then((box) => box?.height ?? 0),
  ).toBeLessThan(110)
  expect(await page.getByRole('link', { name: words.en.frame.leave }).count()).toBe(1)
}

const shows = (page: Page, name: string) => page.locator(`[name="${name}"]`).first().isVisible()

/** Sam's list and everything else of the intake may be missing: what nobody knows is asked. */
async function tellDay(page: Page) {
  expect(await shows(page, 'newMedicineName')).toBe(false)
  await choose(page, 'medicineChange', 'started')
  expect(await shows(page, 'newMedicineName')).toBe(true)
  expect(await shows(page, 'stoppedMedicineName')).toBe(false)
  await page.locator('input[name="medicineChange"][value="started"]').uncheck()
  if (await shows(page, 'alpha')) {
    expect(await shows(page, 'alphaHours')).toBe(false)
    await choose(page, 'alpha', 'yes')
    expect(await shows(page, 'alphaHours')).toBe(true)
    await choose(page, 'alpha', 'no')
  }
  if (await shows(page, 'pregnant')) await choose(page, 'pregnant', 'does-not-apply')
  for (const [name, value] of [
    ...[
      ['ownWord', 'fine'],
      ['taken', 'none'],
      ['ill', 'none'],
      ['since', 'none'],
      ['medicineChange', 'none'],
    ],
    ...[
      ['dependants', 'no'],
      ['drives', 'no'],
      ['inState', 'NJ'],
    ],
  ] as const)
    await choose(page, name ?? '', value ?? '')
  for (const [name, value] of [
    ...[
      ['distress', '3'],
      ['usualDistress', '3'],
      ['sleptHours', '7'],
      ['foodHours', '8'],
      ['drinkMinutes', '60'],
    ],
  ] as const)
    await fill(page, name ?? '', value ?? '')
}

test('gate on two devices, opened with a reason; start, look-ins, readings, comfort, help; the end and the next day', async () => {
  const sam = await visits.visitAs('sam', PHONE)
  const jo = await visits.visitAs('jo', PHONE)
  const okafor = await visits.visitAs('okafor', DESKTOP)

  await sam.goto('/portal/day')
  await look(sam, 'alone')
  await press(sam, day.intro.yes)
  await look(sam, 'screen')
  for (const item of ['asq-01', 'asq-02', 'asq-03', 'asq-04']) await choose(sam, item, '0')
  await press(sam, day.form.next)
  await tellDay(sam)
  await look(sam, 'day')
  await press(sam, day.form.handIn)
  await look(sam, 'own part is in')

  await jo.goto(base)
  await look(jo, 'their part')
  for (const name of ['here', 'sober', 'phone', 'address', 'contact']) await choose(jo, name, 'yes')
  await choose(jo, 'deviceFault', 'no')
  for (const [name, value] of Object.entries({
    ...{ ageYears: '40', firstUpper: '122', firstLower: '78', secondUpper: '120', secondLower: '76' },
    ...{ pulse: '70', oxygen: '98', breaths: '14', units: '4' },
  }))
    await fill(jo, name, value)
  await press(jo, day.form.handIn)
  // A mood scale was never filled in: somebody speaks with Sam first, and Jo reads no reason.
  await expect.poll(() => jo.locator('p[role=status]').innerText()).toContain('moved')
  await look(jo, 'moved')
  await sam.goto('/portal/day')
  await look(sam, 'talk first')

  await okafor.goto('/console/sessions')
  await look(okafor, 'board')
  await okafor.goto(console_)
  await look(okafor, 'one, held')
  for (let held = 1; held > 0; ) {
    await okafor.locator('input[id^="reason-"]').first().fill('We spoke. Fine to go on.')
    await press(okafor, day.one.open)
    held = await okafor.locator('input[id^="reason-"]').count()
  }

  await sam.goto('/portal/day')
  await expect.poll(() => sam.locator('body').innerText()).toContain(day.answer.ready)
  await look(sam, 'ready')
  await jo.goto(`${base}/now`)
  await look(jo, 'before the start')
  await fill(jo, 'units', '1')
  await press(jo, day.room.start)
  await look(jo, 'room')
  await standsFirst(jo)
  await press(jo, day.room.well)
  await jo.goto(`${base}/look`)
  await choose(jo, 'waking', 'when-spoken-to')
  await choose(jo, 'signs', 'none')
  await look(jo, 'look in')
  await isDark(jo)
  await press(jo, day.form.handIn)
  await jo.goto(`${base}/readings`)
  await fill(jo, 'systolicMmHg', '165')
  await fill(jo, 'diastolicMmHg', '90')
  await look(jo, 'readings')
  await isDark(jo)
  await press(jo, day.form.handIn)
  await look(jo, 'room with something to say')
  await standsFirst(jo)
  // Sleepy when last looked at: woken and counted, and the breaths are asked for on the next look.
  expect(await jo.locator('.clock').innerText()).toContain(day.room.nextWaking)
  await jo.goto(`${base}/look`)
  await fill(jo, 'breathsPerMinute', '14')
  await choose(jo, 'waking', 'at-once')
  await fill(jo, 'theirDistress', '3')
  await look(jo, 'look in on somebody asleep')
  await press(jo, day.form.handIn)
  expect(await jo.locator('.clock').innerText()).toContain(day.room.nextLook)
  await press(jo, day.room.stands)
  await look(jo, 'room, somebody stands up')
  expect(await jo.getByRole('button', { name: day.room.stands, exact: true }).count()).toBe(0)
  await press(jo, day.room.comfort)
  await look(jo, 'comfort')
  await isDark(jo)
  expect(await jo.locator('main a[href^="tel:"]').count()).toBeGreaterThan(1)
  await fill(jo, 'points', '8')
  await press(jo, day.comfort.write)

  await sam.goto('/portal/day/now')
  expect(await sam.locator('h1').innerText()).toBe(day.mine.heading)
  await look(sam, 'my screen')
  await isDark(sam)
  await press(sam, day.mine.help)
  await look(sam, 'my help')
  // Said aside, on their own screen alone.
  await sam.goto('/portal/day/now')
  await press(sam, day.mine.aside)
  expect(await sam.locator('main').innerText()).toContain(day.mine.asideText)
  await look(sam, 'my aside')
  await sam.goto('/portal/day/now')
  expect(await sam.locator('h1').innerText()).toBe(day.mine.here)
  await jo.goto(`${base}/now`)
  await press(jo, day.room.emergency)
  expect(await jo.locator('a[href="tel:911"]').first().isVisible()).toBe(true)
  await look(jo, 'help')

  await okafor.goto(console_)
  await look(okafor, 'one, alerts')
  expect(await okafor.locator('main').innerText()).toContain('165/90 mmHg')
  for (let open = 1; open > 0; ) {
    const alert = okafor.locator('.alert-list > .open').filter({ hasText: day.one.because }).first()
    await alert.locator('summary').click()
    await alert.locator('input[name=because]').fill('Called. All is well.')
    await follow(alert.getByRole('button', { name: day.one.settle, exact: true }))
    open = await okafor.locator('.alert-list > .open').filter({ hasText: day.one.because }).count()
  }

  await jo.goto(`${base}/end`)
  await look(jo, 'list')
  for (const item of ['awake', 'calm', 'walks', 'pressure', 'no-vomiting', 'oxygen', 'company', 'no-driving'])
    await choose(jo, `end-${item}`, '1')
  await choose(jo, 'end-walks', '0')
  await press(jo, day.end.write)
  expect(await jo.locator('main').innerText()).toContain(day.end.again('15'))
  await look(jo, 'list, not all yes')
  await choose(jo, 'end-walks', '1')
  await press(jo, day.end.write)
  // The last pressure is not within the plan, and nobody said how hard it is: the list alone ends nothing.
  const said = () => jo.locator('main').innerText()
  expect(await said()).toContain(day.room.why['readings-outside'])
  expect(await said()).toContain(day.end.last('165/90'))
  expect(await jo.getByRole('button', { name: day.end.close, exact: true }).count()).toBe(0)
  await look(jo, 'list, readings outside')
  await jo.goto(`${base}/readings`)
  for (const [name, value] of [
    ['systolicMmHg', '84'],
    ['diastolicMmHg', '124'],
    ['oxygenPercent', '98'],
  ] as const)
    await fill(jo, name, value)
  await press(jo, day.form.handIn)
  expect(await said()).toContain(day.form.unclearPressure)
  await look(jo, 'readings, upside down')
  await fill(jo, 'systolicMmHg', '124')
  await fill(jo, 'diastolicMmHg', '84')
  await press(jo, day.form.handIn)
  await jo.goto(`${base}/end`)
  expect(await said()).toContain(day.room.why['distress-high'])
  await fill(jo, 'points', '2')
  await press(jo, day.end.write)
  await look(jo, 'list, all yes')
  await press(jo, day.end.close)
  await expect.poll(() => jo.locator('body').innerText()).toContain(day.room.tonight.title)
  await look(jo, 'tonight')
  await follow(jo.getByRole('link', { name: day.room.tonight.look, exact: true }))
  await choose(jo, 'tonight', 'none')
  await look(jo, 'how they are tonight')
  await press(jo, day.form.handIn)
  await expect.poll(() => jo.locator('body').innerText()).toContain(day.room.stored)
  await sam.goto('/portal/day/now')
  await look(sam, 'over')

  await sam.goto('/portal/next-day')
  await look(sam, 'before the next day')
  await press(sam, day.intro.yes)
  for (const item of ['asq-01', 'asq-02', 'asq-03', 'asq-04']) await choose(sam, item, '0')
  await press(sam, day.form.next)
  await look(sam, 'next day')
  await choose(sam, 'sideEffects', 'mild')
  await press(sam, day.form.handIn)
  await look(sam, 'thanks')
  await sam.goto('/portal/next-day')
  await look(sam, 'the next day, answered')
  expect(await sam.locator('main').innerText()).toContain(day.nextDay.answered)
  await okafor.goto(console_)
  await look(okafor, 'one, over')

  expect(faults).toEqual([])
  const [row] = await visits.house.query<{ state: string }>(
    'select state from enrolment where patient_id = $1',
    [await patientIdOf(visits.house, 'sam')],
  )
  expect(row?.state).toBe('integrating')
}, 300_000)
