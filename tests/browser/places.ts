/** Every page there is, and how to get to it. */
import type { Page, Response } from 'playwright-core'
import { ENROLMENT_STATES, type EnrolmentState } from '../../app/clinical/enrolment.ts'
import { slotOf, type TextSlot } from '../../app/clinical/instruments/questionnaire-slots.ts'
import type { Words } from '../../app/content/words.ts'
import { questionnaireFile } from '../questionnaire-file.ts'
import { toNow, toResult } from './assessing.ts'
import { begin, damage, press } from './filling-in.ts'
import type { RunningHouse } from './house.ts'
import { openIntake } from './intake-scene.ts'
import { patientIdOf } from './on-record.ts'
import { ON_THE_WAY, putOnTheWay, showEverything } from './on-the-way.ts'

/** Tries count against an address; each of these has only one. */
const newAddress = () => `${crypto.randomUUID()}@example.org`

type Going = { house: RunningHouse; words: Words }

export type Place = {
  /** Who of the demo's people looks at it. Without: nobody is signed in. */
  as?: string
  /** What the server answers; 200 unless said. */
  status?: number
  go: (page: Page, going: Going) => Promise<Response | null>
}

const at =
  (address: string): Place['go'] =>
  (page) =>
    page.goto(address)

/** Where the intake is open. */
const toldBy =
  (address: string): Place['go'] =>
  async (page, { house }) => {
    await openIntake(house, 'tyler')
    return page.goto(address)
  }

/** A page about the intake of somebody who has one open. */
const reviewOf =
  (key: string, address: string): Place['go'] =>
  async (page, { house }) =>
    page.goto(`/console/patients/${await openIntake(house, key)}${address}`)

const chartOf =
  (key: string, rest = ''): Place['go'] =>
  async (page, { house }) =>
    page.goto(`/console/patients/${await patientIdOf(house, key)}${rest}`)

/** Every state of these is walked through in session-day.test.ts. */
const dayBeside =
  (where: string): Place['go'] =>
  async (page, { house }) =>
    page.goto(`/care-team/day/${await patientIdOf(house, 'sam')}${where}`)

function textSlot(code: string): TextSlot {
  const slot = slotOf(code)
  if (!slot) throw new Error(`${code} has no slot`)
  return slot
}

/** The medical director chooses a file, writes what allows it, and sends both. */
async function loadText(page: Page, file: object): Promise<Response | null> {
  await page.locator('#instrument').selectOption('audit-c')
  const buffer = Buffer.from(JSON.stringify(file))
  await page.locator('#file').setInputFiles({ name: 'q.json', mimeType: 'application/json', buffer })
  await page.locator('#grantedBy').fill('An invented holder')
  await page.locator('#terms').fill('Letter 12')
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().isNavigationRequest() && response.status() !== 303),
    page.locator('form[enctype] button').click(),
  ])
  return answer
}

/** The page of a break, asked for unless it was. */
const askedFor =
  (way: 'pause' | 'leave'): Place['go'] =>
  async (page) => {
    await page.goto('/portal/pause')
    const button = page.locator(`button[value="${way}"]`)
    if ((await button.count()) > 0) await button.click()
    return page.goto('/portal/pause')
  }

/** About one of those on their way through the programme, whom practice/ways/people.ts names. */
const onTheirWay = (as: string, key: string, before: string, after = ''): Place => ({
  as,
  go: async (page, { house }) => page.goto(`${before}/${await patientIdOf(house, key)}${after}`),
})

/** The first page of somebody in this state. */
const firstPage = (state: EnrolmentState, pausedFrom?: EnrolmentState): Place => ({
  as: ON_THE_WAY,
  go: async (page, { house }) => {
    await putOnTheWay(house, state, pausedFrom)
    return page.goto('/portal')
  },
})

/** By the address in ROUTES. A page without a row here makes the test fail. */
export const PAGES: Readonly<Record<string, Place>> = {
  '/': { go: at('/') },
  '/help': { go: at('/help') },
  '/assessment': { go: at('/assessment') },
  '/register/sent': { go: at('/register/sent') },
  '/sign-in': { go: at('/sign-in') },
  '/sign-in/second-step': { go: at('/sign-in/second-step') },
  '/sign-in/link/:token': { go: at('/sign-in/link/made-up') },
  '/signed-out': { go: at('/signed-out?everywhere') },
  '/demo': { go: at('/demo') },
  '/demo/mail': { go: at('/demo/mail') },
  '/demo/clock': { go: at('/demo/clock') },
  '/portal': { as: 'sam', go: at('/portal') },
  '/portal/check-in': { as: 'sam', go: at('/portal/check-in') },
  '/portal/follow-up': { as: 'jonah', go: at('/portal/follow-up') },
  '/portal/follow-up/thank-you': { as: 'sam', go: at('/portal/follow-up/thank-you') },
  '/portal/follow-up/:of': { as: 'jonah', go: at('/portal/follow-up/mood') },
  '/portal/progress': { as: 'priya', go: at('/portal/progress') },
  '/portal/pause': { as: 'sam', go: at('/portal/pause') },
  '/portal/after': { as: 'sam', go: at('/portal/after') },
  '/portal/check-in/thank-you': { as: 'sam', go: at('/portal/check-in/thank-you') },
  '/portal/consents': { as: 'sam', go: at('/portal/consents') },
  '/portal/consents/:number': { as: 'sam', go: at('/portal/consents/2') },
  '/portal/plan': { as: 'sam', go: at('/portal/plan') },
  '/portal/supply': { as: 'sam', go: at('/portal/supply') },
  '/portal/intake': { as: 'tyler', go: toldBy('/portal/intake') },
  '/portal/intake/sent': { as: 'tyler', go: at('/portal/intake/sent') },
  '/portal/intake/:part': { as: 'tyler', go: toldBy('/portal/intake/health') },
  '/console': { as: 'okafor', go: at('/console') },
  '/console/patients/:patientId': { as: 'okafor', go: chartOf('sam') },
  '/console/patients/:patientId/decide': {
    as: 'okafor',
    go: async (page, { house }) => page.goto(`/console/patients/${await patientIdOf(house, 'sam')}/decide`),
  },
  '/console/people': { as: 'bell', go: at('/console/people') },
  '/console/patients/:patientId/plan': { as: 'okafor', go: chartOf('sam', '/plan') },
  '/console/patients/:patientId/plan/sign': { as: 'okafor', go: chartOf('sam', '/plan/sign') },
  '/console/patients/:patientId/supply': { as: 'okafor', go: chartOf('sam', '/supply') },
  '/console/patients/:patientId/supply/sheet': { as: 'okafor', go: chartOf('sam', '/supply/sheet') },
  '/console/exceptions': { as: 'okafor', go: at('/console/exceptions') },
  '/console/patients/:patientId/review': { as: 'okafor', go: reviewOf('tyler', '/review') },
  '/console/patients/:patientId/segments/:segment': {
    as: 'okafor',
    go: reviewOf('tyler', '/segments/substance-use'),
  },
  '/console/protocol': { as: 'okafor', go: at('/console/protocol') },
  '/console/instruments': { as: 'okafor', go: at('/console/instruments') },
  '/console/protocol/versions': { as: 'okafor', go: at('/console/protocol/versions') },
  '/console/protocol/versions/:version': { as: 'okafor', go: at('/console/protocol/versions/1') },
  '/console/protocol/versions/:version/changes': {
    as: 'okafor',
    go: at('/console/protocol/versions/2/changes'),
  },
  '/console/protocol/versions/:version/edit': { as: 'okafor', go: at('/console/protocol/versions/2/edit') },
  '/console/protocol/versions/:version/sign': { as: 'okafor', go: at('/console/protocol/versions/2/sign') },
  '/console/protocol/versions/:version/retire': {
    as: 'okafor',
    go: at('/console/protocol/versions/1/retire'),
  },
  '/console/rules': { as: 'okafor', go: at('/console/rules?group=course') },
  '/portal/prepare': { as: 'sam', go: at('/portal/prepare') },
  '/portal/prepare/mindset': { as: 'sam', go: at('/portal/prepare/mindset') },
  '/portal/prepare/setting': { as: 'sam', go: at('/portal/prepare/setting') },
  '/portal/prepare/grounding': { as: 'sam', go: at('/portal/prepare/grounding') },
  '/portal/prepare/wishes': { as: 'sam', go: at('/portal/prepare/wishes') },
  '/portal/people': { as: 'sam', go: at('/portal/people') },
  '/portal/people/add': { as: 'sam', go: at('/portal/people/add?part=therapist') },
  '/portal/booking': { as: 'sam', go: at('/portal/booking') },
  '/care-team/agree/:patientId': {
    as: 'jo',
    go: async (page, { house }) => page.goto(`/care-team/agree/${await patientIdOf(house, 'sam')}`),
  },
  '/care-team/integration': { as: 'reyes', go: at('/care-team/integration') },
  '/console/duty': { as: 'bell', go: at('/console/duty') },
  '/console/patients/:patientId/booking': {
    as: 'bell',
    go: async (page, { house }) => page.goto(`/console/patients/${await patientIdOf(house, 'sam')}/booking`),
  },
  '/portal/day': { as: 'sam', go: at('/portal/day') },
  '/portal/day/off': { as: 'sam', go: at('/portal/day/off') },
  '/portal/day/now': { as: 'sam', go: at('/portal/day/now') },
  '/portal/day/help': { as: 'sam', go: at('/portal/day/help') },
  '/portal/day/aside': { as: 'sam', go: at('/portal/day/aside') },
  '/portal/next-day': { as: 'sam', go: at('/portal/next-day') },
  '/portal/next-day/thanks': { as: 'sam', go: at('/portal/next-day/thanks') },
  '/care-team/day/:patientId': { as: 'jo', go: dayBeside('') },
  '/care-team/day/:patientId/now': { as: 'jo', go: dayBeside('/now') },
  '/care-team/day/:patientId/look': { as: 'jo', go: dayBeside('/look') },
  '/care-team/day/:patientId/readings': { as: 'jo', go: dayBeside('/readings') },
  '/care-team/day/:patientId/tonight': { as: 'jo', go: dayBeside('/tonight') },
  '/care-team/day/:patientId/help': { as: 'jo', go: dayBeside('/help') },
  '/care-team/day/:patientId/comfort': { as: 'jo', go: dayBeside('/comfort') },
  '/care-team/day/:patientId/end': { as: 'jo', go: dayBeside('/end') },
  '/console/alerts': { as: 'okafor', go: at('/console/alerts') },
  '/console/sessions': { as: 'okafor', go: at('/console/sessions') },
  '/console/sessions/:patientId': {
    as: 'okafor',
    go: async (page, { house }) => page.goto(`/console/sessions/${await patientIdOf(house, 'sam')}`),
  },
  '/care-team/people/:patientId': {
    as: 'reyes',
    go: async (page, { house }) => {
      const id = await patientIdOf(house, 'sam')
      await showEverything(house, id)
      return page.goto(`/care-team/people/${id}`)
    },
  },
  '/people': { as: 'bell', go: at('/people') },
  '/account': { as: 'sam', go: at('/account') },
  '/account/password': { as: 'sam', go: at('/account/password') },
  '/account/second-step': { as: 'okafor', go: at('/account/second-step') },
  '/account/second-step/off': { as: 'okafor', go: at('/account/second-step/off') },
}

/** Addresses in ROUTES that show no page of their own, and what they answer to nobody in particular. */
export const NO_PAGES: Readonly<Record<string, number>> = {
  '/leave': 303,
  '/register': 303,
  '/start': 303,
  '/healthz': 200,
  '/readyz': 200,
  '/console/instruments/wordings/:wordingId': 303,
  '/sign-in/link': 303,
  '/login/api/passkey/generate-authenticate-options': 200,
  '/login/api/passkey/generate-register-options': 403,
}

/** The same addresses in another state, and pages that only a form leads to. */
export const STATES: Readonly<Record<string, Place>> = {
  ...Object.fromEntries(
    ENROLMENT_STATES.map((state): [string, Place] => [`the first page, ${state}`, firstPage(state)]),
  ),
  'the first page, on a break that they can end': firstPage('paused', 'consented'),
  'a break that a doctor ends with them': {
    as: ON_THE_WAY,
    go: async (page, { house }) => {
      await putOnTheWay(house, 'paused')
      return page.goto('/portal/pause')
    },
  },
  'leaving after a session': {
    as: ON_THE_WAY,
    go: async (page, { house }) => {
      await putOnTheWay(house, 'recovering')
      return page.goto('/portal/pause')
    },
  },
  'a break asked for in a session': { as: 'maribel', go: askedFor('pause') },
  'today, with a break asked for in a session': {
    as: 'maribel',
    go: async (page, place) => {
      await askedFor('pause')(page, place)
      return page.goto('/portal')
    },
  },
  'access taken back in a session': {
    as: 'desmond',
    go: async (page) => {
      await page.goto('/portal/people')
      const remove = page.locator('form[action$="/remove"] button')
      if ((await remove.count()) > 1) await Promise.all([page.waitForURL(/is=/), remove.first().click()])
      return page.goto('/portal/people')
    },
  },
  'the time after': {
    as: ON_THE_WAY,
    go: async (page, { house }) => {
      await putOnTheWay(house, 'completed')
      return page.goto('/portal/after')
    },
  },
  'going on, which a doctor does with them': {
    as: ON_THE_WAY,
    status: 409,
    go: async (page, { house, words }) => {
      await putOnTheWay(house, 'paused')
      await page.goto('/portal/pause')
      await page.locator('button[value="leave"]').evaluate((button) => button.setAttribute('value', 'resume'))
      return press(page, words.way.pause.leaveButton)
    },
  },
  'a decision with something missing': {
    as: 'okafor',
    status: 400,
    go: async (page, { house, words }) => {
      const id = await putOnTheWay(house, 'integrating')
      await page.goto(`/console/patients/${id}/decide`)
      await page.locator('input[value="completed"]').check()
      return press(page, words.journey.decide.button)
    },
  },
  'a decision that comes too late': {
    as: 'okafor',
    status: 409,
    go: async (page, { house, words }) => {
      const id = await putOnTheWay(house, 'integrating')
      await page.goto(`/console/patients/${id}/decide`)
      await page.locator('input[value="re-evaluation-due"]').check()
      await damage(page, 'from', { value: 'ready' })
      return press(page, words.journey.decide.button)
    },
  },
  'somebody on their way, in the console': {
    as: 'okafor',
    go: async (page, { house }) => page.goto(`/console/patients/${await putOnTheWay(house, 'integrating')}`),
  },
  'everybody by state': { as: 'okafor', go: at('/console/people') },
  'a session under way, for the clinician': onTheirWay('okafor', 'desmond', '/console/sessions'),
  'a session near its end, for the clinician': onTheirWay('okafor', 'maribel', '/console/sessions'),
  'a day of which one half is checked, for the clinician': onTheirWay('okafor', 'anya', '/console/sessions'),
  'the half of the day that is missing': onTheirWay('anya-support', 'anya', '/care-team/day'),
  'beside somebody in a session': onTheirWay('desmond-support', 'desmond', '/care-team/day', '/now'),
  'help, opened in a dark room': { go: at('/help?dim') },
  'looking in': onTheirWay('desmond-support', 'desmond', '/care-team/day', '/look'),
  'readings in a session': onTheirWay('desmond-support', 'desmond', '/care-team/day', '/readings'),
  'the list at the end': onTheirWay('maribel-support', 'maribel', '/care-team/day', '/end'),
  'in a session oneself': { as: 'desmond', go: at('/portal/day/now') },
  'the day, one’s own half handed in': { as: 'anya', go: at('/portal/day') },
  'what somebody after a session shows to their therapist': onTheirWay('reyes', 'jonah', '/care-team/people'),
  'a chart after a session': onTheirWay('okafor', 'jonah', '/console/patients'),
  'an intake in review': onTheirWay('okafor', 'kofi', '/console/patients', '/review'),
  'units that are on their way': onTheirWay('bell', 'paolo', '/console/patients', '/supply'),
  'a booking that stands': onTheirWay('bell', 'leon', '/console/patients', '/booking'),
  'a signed plan, read by whose it is': { as: 'leon', go: at('/portal/plan') },
  'the talk that is still to come after a session': { as: 'jonah', go: at('/portal/booking') },
  'a page that is not open yet': { as: 'nora', go: at('/portal/prepare') },
  'before the questions of the day after': { as: 'jonah', go: at('/portal/next-day?again=1') },
  'the day after, answered': { as: 'jonah', go: at('/portal/next-day') },
  // Not Desmond’s: his access is taken back above.
  'being there, with a number that was left': onTheirWay('maribel-support', 'maribel', '/care-team/agree'),
  'what is left to read after the end': { as: 'vera', go: at('/portal/after') },
  'today, after a check-in that nobody has seen yet': { as: 'priya', go: at('/portal') },
  'the first questions': {
    as: 'sam',
    go: async (page, { words }) => begin(page, words),
  },
  'a question that did not arrive': {
    as: 'sam',
    status: 400,
    go: async (page, { words }) => {
      await begin(page, words)
      await page.locator('input[value="1"]').first().check()
      await damage(page, 'pcl5-01', { value: '9' })
      return press(page, words.checkIn.next)
    },
  },
  'signed out while writing': {
    as: 'sam',
    status: 401,
    go: async (page, { words }) => {
      await begin(page, words)
      const cookies = await page.context().cookies()
      await page.context().clearCookies()
      const answer = await press(page, words.checkIn.next)
      await page.context().addCookies(cookies)
      return answer
    },
  },
  'the assessment, how it is right now': { go: (page, { words }) => toNow(page, words) },
  'the assessment, a yes to a hard event': {
    go: async (page, { words }) => {
      await toNow(page, words)
      await press(page, words.assessment.next)
      await page.locator('input[name=pc-ptsd5-gate][value="1"]').check()
      return press(page, words.assessment.next)
    },
  },
  'the assessment, an age that is none': {
    status: 400,
    go: async (page, { words }) => {
      await page.goto('/assessment')
      await press(page, words.assessment.start.begin)
      await page.locator('#age').fill('abc')
      return press(page, words.assessment.next)
    },
  },
  'the assessment, not safe': {
    go: async (page, { words }) => {
      await toNow(page, words)
      await page.locator('input[name=safe][value=no]').check()
      return press(page, words.assessment.next)
    },
  },
  'the assessment, going on after help': {
    go: async (page, { words }) => {
      await toNow(page, words)
      await page.locator('input[name=safe][value=no]').check()
      await press(page, words.assessment.next)
      return press(page, words.assessment.afterHelp.goOn)
    },
  },
  'the assessment, not right now': {
    go: async (page, { words }) => {
      await toNow(page, words)
      await page.locator('input[name=safe][value=no]').check()
      await press(page, words.assessment.next)
      await press(page, words.assessment.afterHelp.goOn)
      for (let screen = 3; screen < 6; screen++) await press(page, words.assessment.next)
      return press(page, words.assessment.result)
    },
  },
  'the assessment, a talk first': {
    go: async (page, { words }) => {
      await toNow(page, words)
      return toResult(page, words)
    },
  },
  'the assessment, changed on its way': {
    status: 400,
    go: async (page, { words }) => {
      await toNow(page, words)
      await page.locator('input[name=sealed]').evaluate((input) => input.setAttribute('value', 'x'))
      return press(page, words.assessment.next)
    },
  },
  'registering, with lines that are open': {
    status: 400,
    go: async (page, { words }) => {
      await toNow(page, words)
      await toResult(page, words)
      await press(page, words.assessment.ways.goOn.button)
      return press(page, words.register.send)
    },
  },
  'a consent without a name': {
    as: 'tyler',
    status: 400,
    go: async (page, { words }) => {
      await page.goto('/portal/consents/1')
      return press(page, words.consents.sign.button)
    },
  },
  'a consent that is signed': {
    as: 'tyler',
    go: async (page, { words }) => {
      await page.goto('/portal/consents/2')
      const name = page.locator('#name')
      if ((await name.count()) > 0) {
        await name.fill('Tyler Nguyen')
        await press(page, words.consents.sign.button)
      }
      return page.goto('/portal/consents/2')
    },
  },
  'a patient who has handed in nothing': { as: 'okafor', go: chartOf('nina') },
  'a patient who stopped half-way': { as: 'okafor', go: chartOf('walter') },
  'a draft of the protocol': { as: 'okafor', go: at('/console/protocol/versions/2') },
  'a draft with fields that are not clear': {
    as: 'okafor',
    status: 400,
    go: async (page, { words }) => {
      await page.goto('/console/protocol/versions/2/edit')
      await page.locator('[id="drive.notBeforeHours"]').fill('sixteen')
      await page.locator('[id="medicines.classes.lithium.action"]').selectOption('')
      return press(page, words.protocol.edit.save)
    },
  },
  'a protocol that is not waiting for a signature': {
    as: 'okafor',
    go: at('/console/protocol/versions/1/sign'),
  },
  'a therapist’s people': { as: 'lindqvist', go: at('/people') },
  'a scale with a text': {
    as: 'okafor',
    go: async (page) => {
      await page.goto('/console/instruments')
      return loadText(page, questionnaireFile(textSlot('audit-c')))
    },
  },
  'a text that does not fit': {
    as: 'okafor',
    status: 400,
    go: async (page) => {
      await page.goto('/console/instruments')
      return loadText(page, { ...questionnaireFile(textSlot('audit-c')), item: [], language: 'de' })
    },
  },
  'a wrong password': {
    status: 400,
    go: async (page, { words }) => {
      await page.goto('/sign-in')
      await page.locator('#email').fill(newAddress())
      await page.locator('#password').fill('not a password of anybody')
      return press(page, words.signIn.withPassword.button)
    },
  },
  'a link that was asked for': {
    go: async (page, { words }) => {
      await page.goto('/sign-in')
      await page.locator('#linkEmail').fill(newAddress())
      return press(page, words.signIn.withLink.button)
    },
  },
  'a link that is used up': {
    status: 400,
    go: async (page, { words }) => {
      await page.goto('/sign-in/link/made-up')
      return press(page, words.signIn.link.button)
    },
  },
  'a page that does not exist': { status: 404, go: at('/no/such/page') },
  'a page that is not theirs': { as: 'sam', status: 404, go: at('/console') },
}
