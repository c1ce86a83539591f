/** Preparation, the people beside them, and a session booked together with the appointment after it. */
import { Temporal } from 'temporal-polyfill'
import { fillIn, formsOf, formWith, mustBeFine } from './fill.ts'
import { chartOf } from './until-supplied.ts'
import { addressOf, doOn, linkInMail, nameOf, openLink, type Walk } from './walk.ts'

export async function prepare(walk: Walk): Promise<void> {
  const { patient } = walk
  const parts = {
    mindset: ['intention', { intention: 'To be gentle with what comes.' }],
    setting: ['ready', { ready: ['room', 'light', 'water', 'bathroom'] }],
    grounding: ['tried', { tried: ['box-breathing', 'feet'] }],
    wishes: [
      'touch',
      {
        ...{ words: 'You are at home. This passes.', touch: 'only-where', touchWhere: 'my shoulder' },
        ...{ handSign: 'an open hand', callFirst: 'my sister', callFirstPhone: '305-555-0100' },
      },
    ],
  } as const
  for (const [part, [field, answers]] of Object.entries(parts))
    await doOn(walk, patient, `/portal/prepare/${part}`, { field }, answers)
}

/** @param until the last day of the therapist's access, 'YYYY-MM-DD' */
export async function inviteAll(walk: Walk, until: string): Promise<void> {
  const { patient, person } = walk
  const beside = { isAdult: ['yes'], isNear: ['yes'], safe: 'yes' }
  const invited = {
    support: { ...beside, name: `Sister of ${nameOf(person)}`, relationship: 'sister' },
    backup: { ...beside, name: `Neighbor of ${nameOf(person)}`, relationship: 'neighbor' },
    therapist: {
      ...{ name: `Therapist of ${nameOf(person)}`, until, safe: 'yes' },
      category: ['wishes', 'plan', 'scores'],
    },
  }
  for (const [part, answers] of Object.entries(invited)) {
    const email = addressOf(person, part as keyof typeof invited)
    const page = mustBeFine(await patient.get(`/portal/people/add?part=${part}`))
    const form = formWith(page, { field: 'email' })
    const asked = Object.fromEntries(
      Object.entries({ ...answers, email }).filter(([name]) =>
        form.fields.some((field) => field.name === name),
      ),
    )
    await fillIn({ browser: patient, person }, page, form, asked)
  }
  for (const who of ['support', 'backup', 'therapist'] as const)
    await openLink(walk, walk[who], await linkInMail(walk, addressOf(person, who)))
  for (const who of ['support', 'backup'] as const) {
    const page = mustBeFine(await walk[who].get(`/care-team/agree/${walk.patientId}`))
    const [form] = formsOf(page)
    const phone = { support: '(305) 555-0164', backup: '(305) 555-0165' }[who]
    if (form) await fillIn({ browser: walk[who], person }, page, form, { ...tickAll(form), phone })
  }
}

const tickAll = (form: ReturnType<typeof formWith>) =>
  Object.fromEntries(
    form.fields
      .filter(({ type }) => type === 'checkbox')
      .map(({ name, options }) => [name, options.map(({ value }) => value)]),
  )

export type Slot = { startsAt: Date; integrationAt: Date; zone: string }

/** The session, and the appointment after it. */
export async function book(walk: Walk, slot: Slot): Promise<void> {
  const { coordinator, person } = walk
  const path = `${chartOf(walk)}/booking`
  const page = mustBeFine(await coordinator.get(path))
  const form = formWith(page, { field: 'startsAt' })
  const own = form.fields
    .find(({ name }) => name === 'withId')
    ?.options.find(({ label }) => label.startsWith('Therapist of'))
  await fillIn({ browser: coordinator, person }, page, form, {
    ...{ zone: slot.zone, startsAt: localIn(slot.startsAt, slot.zone) },
    ...{ integrationAt: localIn(slot.integrationAt, slot.zone), withId: own?.value ?? '' },
  })
}

/** Somebody of the practice answers for the days ahead. */
export async function planDuty(
  walk: Pick<Walk, 'person' | 'coordinator'>,
  from: Date,
  to: Date,
  zone: string,
): Promise<void> {
  const page = mustBeFine(await walk.coordinator.get('/console/duty'))
  const form = formWith(page, { field: 'clinicianId' })
  const clinician = form.fields
    .find(({ name }) => name === 'clinicianId')
    ?.options.find(({ label }) => label.includes('Okafor'))
  await fillIn({ browser: walk.coordinator, person: walk.person }, page, form, {
    ...{ clinicianId: clinician?.value ?? '', fromAt: localIn(from, zone), toAt: localIn(to, zone) },
  })
}

/** 'YYYY-MM-DDTHH:MM' on a wall in that zone, as a browser's field sends it. */
export function localIn(at: Date, zone: string): string {
  const wall = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)
  return wall.toPlainDateTime().toString({ smallestUnit: 'minute' })
}
