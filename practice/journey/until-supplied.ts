/** From the prescriber's worklist to units in the house: review, plan, order, delivery. */
import { Trouble } from './browser.ts'
import { mustBeFine } from './fill.ts'
import { doOn, nameOf, type Walk } from './walk.ts'

/** Of the demo: their name is their signature. */
export const PRESCRIBER = 'Dr. Maya Okafor'

export const chartOf = ({ patientId }: Pick<Walk, 'patientId'>): string => `/console/patients/${patientId}`

/** Where the worklist, or the list by state, leads for this person. */
export async function findPatient({ prescriber, person }: Walk): Promise<string> {
  const { links } = mustBeFine(await prescriber.get('/console/people'))
  // Two invented people may have one name; the newest of a name is this one.
  const hrefs = links.filter(({ label }) => label === nameOf(person)).map(({ href }) => href)
  const id = /patients\/([0-9a-f-]{36})/.exec(hrefs.at(-1) ?? '')?.[1]
  if (!id) throw new Trouble(`/console/people: nobody called ${nameOf(person)}`)
  return id
}

/** @param today the practice's calendar day by the demo's clock, 'YYYY-MM-DD' */
export async function review(walk: Walk, today: string): Promise<void> {
  const { prescriber, person } = walk
  if (person.hasHardThoughts) await lookAtOnce(walk)
  const path = `${chartOf(walk)}/review`
  await doOn(walk, prescriber, path, { action: /review$/ }, {}, 'take')
  await doOn(
    walk,
    prescriber,
    path,
    { field: 'pdmpAskedOn' },
    {
      ...{ pdmpAskedOn: today, pdmpShows: ['~none'], pdmpPrescribers: '0', encounter: 'audio-video' },
      ...{
        stateOfLocation: person.state,
        telehealthBasis: 'in-person',
        weightKg: '72 kg',
        stopBangRisk: 'low',
      },
      ...{ altNeeded: 'no', pregnancyTest: 'negative', supportPersonConfirmed: 'yes' },
      storage: ['lockbox', 'away-from-children', 'away-from-pets', 'weapons-locked'],
    },
  )
}

/** What a patient said about harming themselves asks a clinician at once, who says that they look, and what they did. */
async function lookAtOnce(walk: Walk): Promise<void> {
  const { prescriber, patientId } = walk
  const theirs = { action: new RegExp(`^/console/alerts/${patientId}$`) }
  await doOn(walk, prescriber, '/console/alerts', theirs, {}, 'see')
  await doOn(walk, prescriber, '/console/alerts', theirs, { because: 'Called. Safe tonight.' }, 'settle')
}

export async function plan(walk: Walk): Promise<void> {
  const { prescriber, person } = walk
  const path = `${chartOf(walk)}/plan`
  await doOn(walk, prescriber, path, { action: /\/draw$/ }, {})
  await doOn(walk, prescriber, path, { field: 'unitStrengthMg' }, { unitStrengthMg: '25' }, 'save')
  const answers = { hasRead: ['yes'], typedName: PRESCRIBER }
  await doOn(walk, prescriber, `${path}/sign`, { field: 'typedName' }, answers)
  const read = mustBeFine(await walk.patient.get('/portal/plan'))
  if (/\d+\s*mg\b/i.test(read.text)) throw new Trouble(`/portal/plan: ${nameOf(person)} reads an amount`)
}

/** The license an order asks for; then the prescriber orders and prescribes, and the coordinator records what came. */
export async function supply(walk: Walk, today: string): Promise<void> {
  const { prescriber, coordinator, person } = walk
  const path = `${chartOf(walk)}/supply`
  const nextYear = `${Number(today.slice(0, 4)) + 1}-12-31`
  const licence = { ground: 'licence', state: person.state, fromOn: today, endsOn: nextYear }
  await doOn(walk, coordinator, `${chartOf(walk)}/booking`, { field: 'ground' }, licence)
  await doOn(walk, prescriber, path, { field: 'units' }, { units: '4' })
  await doOn(
    walk,
    prescriber,
    path,
    { field: 'reference' },
    {
      ...{
        reference: `INVENTED-${person.nth}`,
        pharmacy: 'An invented pharmacy',
        units: '4',
        strengthMg: '25',
      },
      prescribedOn: today,
    },
  )
  const expiresOn = `${Number(today.slice(0, 4)) + 1}-12-31`
  const label = { units: '4', lot: `LOT-${person.nth}`, expiresOn }
  // Half of them say themselves that it came.
  if (person.nth % 2 === 0) await doOn(walk, coordinator, path, { field: 'lot' }, label)
  else await doOn(walk, walk.patient, '/portal/supply', { field: 'lot' }, label)
}
