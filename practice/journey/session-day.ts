/** The day of the session: the gate on two phones, the hours beside them, the slow return, the morning after. */
import { Trouble } from './browser.ts'
import { fillIn, formsOf, formWith, mustBeFine } from './fill.ts'
import { doOn, goThrough, type Walk } from './walk.ts'

const dayOf = ({ patientId }: Walk): string => `/care-team/day/${patientId}`

/** Both halves of the day's check. */
export async function passGate(walk: Walk): Promise<void> {
  const { patient, support } = walk
  const first = await doOn(walk, patient, '/portal/day', { action: /^\/portal\/day$/ }, {}, 'asq')
  const today = {
    ...{ ownWord: 'fine', distress: '3', usualDistress: '3', sleptHours: '7', foodHours: '9' },
    drinkMinutes: '180',
  }
  await goThrough(walk, patient, first, today, ({ forms }) =>
    forms.every(({ fields }) => fields.every(({ type }) => type !== 'radio')),
  )
  await doOn(
    walk,
    support,
    dayOf(walk),
    { field: 'firstUpper' },
    {
      ...{ here: 'yes', sober: 'yes', ageYears: '41', phone: 'yes', address: 'yes', contact: 'yes' },
      ...{ firstUpper: '122', firstLower: '76', secondUpper: '120', secondLower: '78', pulse: '68' },
      ...{ oxygen: '98', breaths: '14', temperature: '36.6', standingUpper: '118', units: '4' },
    },
  )
}

/** One unit; where the plan says another number, whoever is there has counted again. */
export async function start(walk: Walk): Promise<void> {
  const { support, person } = walk
  await doOn(walk, support, `${dayOf(walk)}/now`, { field: 'units' }, { units: '1' }, 'start')
  const now = mustBeFine(await support.get(`${dayOf(walk)}/now`))
  const asked = now.forms.find(({ buttons }) => buttons.some(({ value }) => value === 'confirm'))
  if (asked) await fillIn({ browser: support, person }, now, asked, {}, 'confirm')
}

/** One look at the person, with what the look asks. */
export async function lookIn(walk: Walk, distress: number): Promise<void> {
  const { support, person } = walk
  const page = mustBeFine(await support.get(`${dayOf(walk)}/look`))
  const form = formWith(page, { action: /\/now$/ })
  await fillIn({ browser: support, person }, page, form, {
    ...{ waking: 'at-once', signs: ['none'], theirDistress: String(distress) },
  })
}

export async function readings(walk: Walk): Promise<void> {
  const near = (middle: number) => String(Math.round(middle + (walk.person.chance() - 0.5) * 8))
  await doOn(
    walk,
    walk.support,
    `${dayOf(walk)}/readings`,
    { field: 'systolicMmHg' },
    {
      ...{ systolicMmHg: near(126), diastolicMmHg: near(78), pulsePerMinute: near(72) },
      ...{ oxygenPercent: '98', breathsPerMinute: '14' },
    },
  )
}

/** A hard moment, and what was written on the wishes card. */
export async function comfort(walk: Walk): Promise<void> {
  const { support } = walk
  const now = mustBeFine(await support.get(`${dayOf(walk)}/now`))
  const form = now.forms.find(({ buttons }) => buttons.some(({ value }) => value === 'comfort'))
  if (form) await fillIn({ browser: support, person: walk.person }, now, form, {}, 'comfort')
  await doOn(walk, support, `${dayOf(walk)}/comfort`, { field: 'points' }, { points: '5' })
}

export async function end(walk: Walk): Promise<void> {
  const { support, person } = walk
  const page = mustBeFine(await support.get(`${dayOf(walk)}/end`))
  const form = formWith(page, { field: 'end-awake' })
  const allOfIt = Object.fromEntries(
    form.fields.filter(({ type }) => type === 'radio').map(({ name }) => [name, '1']),
  )
  await fillIn({ browser: support, person }, page, form, { ...allOfIt, points: '2' })
  const whole = mustBeFine(await support.get(`${dayOf(walk)}/end`))
  const closing = formsOf(whole).find(({ buttons }) => buttons.some(({ value }) => value === 'close'))
  if (!closing)
    throw new Trouble(`${whole.path}: the list is whole and nothing closes: ${whole.text.slice(0, 300)}`)
  await fillIn({ browser: support, person }, whole, closing, {}, 'close')
}
