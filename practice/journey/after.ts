/** The days and weeks after: next-day check, integration kept, the week's questions, and how to go on. */
import { Trouble } from './browser.ts'
import { fillIn, formWith, mustBeFine } from './fill.ts'
import { chartOf } from './until-supplied.ts'
import { doOn, goThrough, nameOf, type Walk } from './walk.ts'

export async function nextDay(walk: Walk): Promise<void> {
  const page = '/portal/next-day'
  const first = await doOn(walk, walk.patient, page, { action: /^\/portal\/next-day$/ }, {}, 'asq')
  const told = { slept: 'yes', unrealHours: '0', integration: '4' }
  await goThrough(walk, walk.patient, first, told, ({ path }) => path.endsWith('/thanks'))
}

/** Their own therapist says that they met. */
export async function keepIntegration(walk: Walk): Promise<void> {
  const { therapist, person } = walk
  const page = mustBeFine(await therapist.get('/care-team/integration'))
  await fillIn({ browser: therapist, person }, page, formWith(page, { field: 'appointmentId' }), {}, 'kept')
}

/** The week was a little easier than before. */
export async function followUp(walk: Walk): Promise<void> {
  const { patient, person } = walk
  const easier = { ...walk, person: { ...person, burden: Math.max(0.1, person.burden - 0.2) } }
  const first = mustBeFine(await patient.get('/portal/follow-up'))
  await goThrough(easier, patient, first, {}, ({ path }) => path.includes('/thank-you'))
  const progress = mustBeFine(await patient.get('/portal/progress'))
  if (/\b\d+ (?:of|out of) 80\b/.test(progress.text))
    throw new Trouble(`/portal/progress: ${nameOf(person)} reads a score`)
}

export type Decision = 'ready' | 're-evaluation-due' | 'paused' | 'completed' | 'discharged'

const OFF_RAMP = {
  ...{ reason: 'As agreed with the person.', stopVisit: 'offered', lastMeasures: 'handed-in' },
  ...{
    therapist: 'told-with-leave',
    ifItReturns: 'Call us, or your own doctor. In danger, call 911 or 988.',
  },
}

export async function decide(walk: Walk, to: Decision): Promise<void> {
  const { prescriber, patient } = walk
  const needsOffRamp = to === 'paused' || to === 'completed' || to === 'discharged'
  await doOn(
    walk,
    prescriber,
    `${chartOf(walk)}/decide`,
    { field: 'to' },
    {
      to,
      ...(needsOffRamp ? OFF_RAMP : {}),
    },
  )
  mustBeFine(await patient.get(needsOffRamp ? '/portal/after' : '/portal'))
}

/** Every step of the way, as the person themselves reads it on their first page. @throws Trouble when one is missing */
export async function checkSteps({ patient, person }: Walk, atLeast: number): Promise<void> {
  const { text, times } = mustBeFine(await patient.get('/portal'))
  if (times.length < atLeast)
    throw new Trouble(
      `/portal: ${nameOf(person)} sees ${times.length} of ${atLeast} steps: ${text.slice(0, 300)}`,
    )
}
