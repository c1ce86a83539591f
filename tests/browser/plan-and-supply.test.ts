/** A plan from its draft to the patient's own page, and units from an order to a count, each page looked at. */
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { STORAGE_NEEDS } from '../../app/clinical/facts/conditions.ts'
import { words } from '../../app/content/words.ts'
import { DESKTOP, nameOf, PHONE } from './browser.ts'
import { follow } from './follow.ts'
import { patientIdOf } from './on-record.ts'
import { barriers, overflow } from './page-checks.ts'
import { openVisits } from './visits.ts'

const visits = openVisits()
const { planDesk, supplyDesk, ownSupply } = words.en
/** A folder for a picture of each page, light and dark; without, none is taken. */
const PICTURES = process.env.PICTURES

async function look(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await barriers(page), `${name}, ${colorScheme}`).toEqual([])
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}-${colorScheme}.png`, fullPage: true })
  }
  const size = page.viewportSize() ?? { width: 0, height: 0 }
  await page.setViewportSize({ ...size, width: 320 })
  expect(await overflow(page), `${name}, 320 px`).toEqual([])
  await page.setViewportSize(size)
}

const press = (page: Page, name: string) => follow(page.getByRole('button', { name, exact: true }).first())

/** Dawn is made somebody who told of her health, and whose intake is in review. */
async function inReview(): Promise<string> {
  const { house } = visits
  const patientId = await patientIdOf(house, 'dawn')
  await house.query(`delete from enrolment_step where patient_id = $1`, [patientId])
  await house.query(`delete from enrolment where patient_id = $1`, [patientId])
  await house.query(
    `insert into enrolment (practice_id, enrolment_id, patient_id, state, since, paused_from)
     select practice_id, $2, patient_id, 'consented', now() - interval '1 hour', null from patient where patient_id = $1`,
    [patientId, randomUUID()],
  )
  const phone = await visits.visitAs('dawn', PHONE)
  await phone.goto('/portal/intake/health')
  await phone.locator('[name="ketamineAllergy"][value="no"]').check()
  await phone.locator('button[value="overview"]').click()
  await phone.waitForURL(/\/portal\/intake(\?|$)/)
  await house.query(`update enrolment set state = 'in-review' where patient_id = $1`, [patientId])
  return patientId
}

const today = () => new Date().toLocaleDateString('en-CA', { timeZone: 'America/New_York' })

/** What an order asks for: Dawn has signed, the licence is recorded, and the look-up with the basis in the review. */
async function putInForce(desk: Page, patientId: string): Promise<void> {
  await visits.house.query(
    `insert into consent (practice_id, consent_id, patient_id, kind, text_version, language, signed_name, signed_at)
     select practice_id, gen_random_uuid(), patient_id, kind, 1, 'en', 'Scene', now()
     from patient, unnest(array['telehealth', 'off-label-treatment', 'privacy-practices', 'home-treatment']) as kind
     where patient_id = $1`,
    [patientId],
  )
  const { desk: booking } = words.en.booking
  await desk.goto(`/console/patients/${patientId}/booking`)
  await desk.locator('#ground').selectOption('licence')
  await desk.locator('#fromOn').fill(today())
  await desk.locator('#endsOn').fill('2099-12-31')
  await press(desk, booking.record.save)
  await desk.getByText(booking.done.ground).waitFor()
  await desk.goto(`/console/patients/${patientId}/review`)
  const form = desk.locator('form[action$="/review/record"]')
  await form.locator('[name="pdmpAskedOn"]').fill(today())
  for (const [name, value] of [
    ['encounter', 'audio-video'],
    ['stateOfLocation', 'FL'],
    ['telehealthBasis', 'in-person'],
  ])
    await form.locator(`[name="${name}"][value="${value}"]`).check()
  for (const need of STORAGE_NEEDS) await form.locator(`[name="storage"][value="${need}"]`).check()
  await press(desk, words.en.review.record.button)
  // Nothing else was ever told of Dawn: what nobody knows blocks, until a prescriber has looked.
  await desk.goto(`/console/patients/${patientId}/supply`)
  expect(await desk.locator('main').textContent()).toContain(supplyDesk.order.no['open-blocks'])
  await visits.house.query(
    `update finding set closed_at = now(), closed_because = 'Asked about it in the visit.',
       closed_by = (select actor_id from member where name = $2) where patient_id = $1 and closed_at is null`,
    [patientId, nameOf('okafor')],
  )
}

test('from a draft to what the patient reads, and from an order to a count that differs', async () => {
  const patientId = await inReview()
  const at = (rest: string) => `/console/patients/${patientId}/${rest}`
  const desk = await visits.visitAs('okafor', DESKTOP)

  await desk.goto(at('plan'))
  await look(desk, 'plan-none')
  await press(desk, planDesk.none.begin)
  expect(await desk.locator('h2', { hasText: planDesk.draft.title(1) }).count()).toBe(1)
  await look(desk, 'plan-draft')

  // The protocol allows two strengths: the prescriber chooses. Fewer days between is an exception.
  await desk.locator('#unitStrengthMg').selectOption('25')
  await desk.locator('#daysBetweenSessions').fill('six')
  await press(desk, planDesk.draft.save)
  expect(await desk.locator('#daysBetweenSessions').inputValue()).toBe('six')
  expect(await desk.locator('#unitStrengthMg').inputValue()).toBe('25')
  await look(desk, 'plan-unclear')
  await desk.locator('#daysBetweenSessions').fill('7')
  await press(desk, planDesk.draft.save)
  const reason = desk.locator('[id="reason.spacing-shorter"]')
  expect(await reason.count()).toBe(1)
  await look(desk, 'plan-exception')
  await reason.fill('Lives far away, and comes with her sister every week.')
  await press(desk, planDesk.draft.save)
  await look(desk, 'plan-ready')

  await follow(desk.getByRole('link', { name: planDesk.draft.sign }))
  await look(desk, 'plan-sign')
  await desk.locator('#hasRead').check()
  await desk.locator('#typedName').fill('somebody else')
  await press(desk, planDesk.sign.button)
  expect(await desk.locator('#typedName-error').textContent()).toBe(planDesk.sign.nameNeeded)
  await look(desk, 'plan-sign-refused')
  await desk.locator('#hasRead').check()
  await desk.locator('#typedName').fill(nameOf('okafor'))
  await press(desk, planDesk.sign.button)
  expect(await desk.locator('main').textContent()).toContain(planDesk.signed.done)
  await look(desk, 'plan-signed')
  await desk.goto('/console/exceptions')
  expect(await desk.locator('main').textContent()).toContain('Lives far away')
  await look(desk, 'exceptions')

  const phone = await visits.visitAs('dawn', PHONE)
  await phone.goto('/portal/plan')
  const text = (await phone.locator('main').textContent()) ?? ''
  expect(text).toContain('You can stop at any time.')
  expect(text).not.toMatch(/\d+\s?mg|careful|PCL|ketamine/i)
  await look(phone, 'own-plan')
  await desk.goto(at('plan'))
  expect(await desk.locator('main').textContent()).toContain(planDesk.signed.seen)

  await desk.goto(at('supply'))
  const said = await desk.locator('main').textContent()
  for (const text of [supplyDesk.order.no['not-in-force'], supplyDesk.inForce.toDo.consent, 'B32: '])
    expect(said).toContain(text)
  expect(await desk.locator('#new-units').count()).toBe(0)
  await look(desk, 'supply-not-in-force')
  await putInForce(desk, patientId)
  await desk.goto(at('supply'))
  await look(desk, 'supply-none')
  await desk.locator('#new-units').fill('99')
  await press(desk, supplyDesk.order.button)
  expect(await desk.locator('main').textContent()).toContain(supplyDesk.order.no['too-many'])
  await desk.locator('#new-units').fill('4')
  await press(desk, supplyDesk.order.button)
  await look(desk, 'supply-ordered')
  await follow(desk.getByRole('link', { name: supplyDesk.orders.sheet }))
  expect(await desk.locator('main').textContent()).toContain(supplyDesk.sheet.not)
  await look(desk, 'order-sheet')
  if (PICTURES) {
    await desk.emulateMedia({ media: 'print' })
    await desk.screenshot({ path: `${PICTURES}/order-sheet-print.png`, fullPage: true })
    await desk.emulateMedia({ media: 'screen' })
  }

  const enter = async (units: string) => {
    await desk.goto(at('supply'))
    const form = desk.locator('form[action$="/reference"]')
    if (!(await form.isVisible())) await desk.getByText(supplyDesk.entry.again).first().click()
    for (const [name, value] of Object.entries({
      ...{ reference: 'RX 778', pharmacy: 'Harbour Compounding' },
      ...{ units, strengthMg: '25', prescribedOn: today() },
    }))
      await form.locator(`input[name="${name}"]`).fill(value)
    await follow(form.locator('button'))
  }
  await enter('5')
  expect(await desk.locator('main').textContent()).toContain(supplyDesk.entry.mismatch.title)
  await look(desk, 'supply-mismatch')
  await enter('4')
  expect(await desk.locator('main').textContent()).toContain(supplyDesk.entry.match)
  await look(desk, 'supply-matches')

  await phone.goto('/portal/supply')
  await look(phone, 'own-supply-waiting')
  await phone.locator('#units').fill('four')
  await phone.locator('#lot').fill('A12')
  await press(phone, ownSupply.waiting.button)
  expect(await phone.locator('#units').inputValue()).toBe('four')
  await look(phone, 'own-supply-unclear')
  await phone.locator('#units').fill('4')
  await press(phone, ownSupply.waiting.button)
  expect(await phone.locator('main').textContent()).toContain(ownSupply.done.arrived)
  const [enrolment] = await visits.house.query<{ state: string }>(
    `select state from enrolment where patient_id = $1`,
    [patientId],
  )
  expect(enrolment?.state).toBe('supplied')
  await phone.locator('#counted').fill('3')
  await press(phone, ownSupply.count.button)
  expect(await phone.locator('main').textContent()).toContain(ownSupply.differs.notSeen)
  await look(phone, 'own-supply-differs')

  const bell = await visits.visitAs('bell', DESKTOP)
  await bell.goto(at('supply'))
  expect(await bell.locator('main').textContent()).not.toContain(supplyDesk.order.title)
  await look(bell, 'supply-coordinator')
  await phone.goto('/portal/supply')
  expect(await phone.locator('main').textContent()).toContain(ownSupply.differs.seen(nameOf('bell')))
  await desk.goto(at('supply'))
  await look(desk, 'supply-differs')
  await desk.locator('#explain-because').fill('One broke on opening; she showed the pieces.')
  await press(desk, supplyDesk.conversation.button)
  expect(await desk.locator('main').textContent()).toContain(supplyDesk.count.balance.explained)
  await look(desk, 'supply-explained')
}, 240_000)
