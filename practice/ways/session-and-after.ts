/** From units that came to the session, the day after, and how somebody goes on. */
import { inScope, Permit } from '../../app/access/permit.ts'
import { actInSession } from '../../app/care/act-in-session.ts'
import { agreeToSupport } from '../../app/care/agree-to-support.ts'
import { bookSession } from '../../app/care/book-session.ts'
import { shareWith } from '../../app/care/change-people.ts'
import { decideCourse } from '../../app/care/decide-course.ts'
import { invitePerson } from '../../app/care/invite-person.ts'
import { planDuty } from '../../app/care/plan-duty.ts'
import { type PreparedPart, prepare } from '../../app/care/prepare.ts'
import { readRoom } from '../../app/care/read-room.ts'
import { settleIntegration } from '../../app/care/settle-integration.ts'
import { tellDay, tellDayBeside } from '../../app/care/tell-day.ts'
import { tellNextDay } from '../../app/care/tell-next-day.ts'
import { addDays } from '../../app/clinical/calendar-day.ts'
import { pcl5Week } from '../../app/clinical/instruments/pcl-5-week.ts'
import { SETTING_ITEMS } from '../../app/clinical/preparation.ts'
import { AppError } from '../../app/system/errors.ts'
import { calendarDay, endOfDay } from '../../app/system/time.ts'
import { addressOf } from '../people.ts'
import { answersAdding, NO_SUCH_THOUGHTS } from './answers.ts'
import { DAY_BESIDE, DECISIONS, type Decided, NEXT_DAY_TOLD, ownDayIn, quietSession, WISHES } from './told.ts'
import { BESIDE_PARTS, before, besideAs, idOf, permitFor, type Traveller, turnOfDuty } from './traveller.ts'
import { answer, UNITS } from './until-supplied.ts'

const HOUR = 60
/** After the session begins: inside the signed window after its planned end. */
const INTEGRATION_MINUTES = 52 * HOUR

export async function askPeople(traveller: Traveller): Promise<void> {
  const { house, patient, person, way } = traveller
  const at = before(traveller, 8, HOUR)
  const { db, login, config } = house
  const around = { db, login, origin: config.origin, now: () => at }
  const permit = await permitFor(traveller, patient, 'change-people')
  for (const part of BESIDE_PARTS)
    await invitePerson(around, permit, {
      ...{
        id: idOf(traveller, part),
        part,
        name: way[part],
        relationship: part === 'support' ? 'family' : 'friend',
      },
      ...{ email: addressOf(`${person.key}-${part}`), isNear: true, until: null, at },
      categories: part === 'support' ? ['wishes'] : [],
    })
}

/** Somebody with a therapist of their own shows them how it goes. */
export async function showTherapist(traveller: Traveller): Promise<void> {
  const { house, patient, therapist } = traveller
  if (!therapist) return
  await shareWith(house.db, await permitFor(traveller, patient, 'change-people'), {
    ...{ id: idOf(traveller, 'shown'), actorId: therapist.id, until: null },
    ...{ categories: ['plan', 'scores', 'session'], at: before(traveller, 8, 2 * HOUR) },
  })
}

export const prepareFirst = (traveller: Traveller): Promise<void> =>
  prepared(traveller, before(traveller, 8), [{ part: 'mindset', intention: 'To be a little less on guard.' }])

const prepareRest = (traveller: Traveller): Promise<void> =>
  prepared(traveller, before(traveller, 7), [
    { part: 'setting', ready: SETTING_ITEMS },
    { part: 'grounding' },
    { part: 'wishes', card: WISHES },
  ])

async function prepared(traveller: Traveller, at: Date, parts: readonly PreparedPart[]): Promise<void> {
  const { house, vault, patient } = traveller
  const permit = await permitFor(traveller, patient, 'prepare')
  for (const part of parts)
    await prepare(house.db, vault, permit, {
      ...{ id: idOf(traveller, `prepared ${part.part}`), by: patient.name, at, prepared: part },
    })
}

/** Everybody agrees, everything is prepared, and with the booking they are ready. */
export async function becomeReady(traveller: Traveller): Promise<void> {
  const { house, vault, coordinator, prescriber, therapist, startsAt, sessionId, timeZone } = traveller
  for (const part of BESIDE_PARTS) {
    const beside = await besideAs(traveller, part)
    const permit = await permitFor(traveller, beside, 'agree-to-support')
    const phone = { support: '(305) 555-0162', backup: '(305) 555-0163' }[part]
    const agreed = { by: beside.name, language: 'en', phone, at: before(traveller, 7) }
    await agreeToSupport({ db: house.db, vault }, permit, agreed)
  }
  await prepareRest(traveller)
  await planDuty(house.db, await Permit.ask(house.db, prescriber, 'plan-duty'), {
    ...turnOfDuty(traveller),
    ...{ clinicianId: prescriber.id, by: prescriber.name },
  })
  const outcome = await bookSession(house.db, await permitFor(traveller, coordinator, 'book-session'), {
    ...{ sessionId, appointmentId: idOf(traveller, 'integration'), startsAt, timeZone },
    ...{ integrationAt: before(traveller, 0, INTEGRATION_MINUTES), withId: (therapist ?? prescriber).id },
    ...{ by: coordinator.name, now: before(traveller, 6) },
  })
  if (outcome.status === 'not-booked')
    throw new AppError('conflict', `no session was booked: ${outcome.problems.join(', ')}`)
}

/** Of the day itself, also where the session begins soon after midnight. */
function onTheDay(traveller: Traveller, minutes: number): Date {
  const { startsAt, timeZone } = traveller
  const dayBefore = addDays(calendarDay(startsAt, timeZone), -1)
  const begins = endOfDay(dayBefore ?? '', timeZone) ?? startsAt
  return new Date(Math.max(before(traveller, 0, minutes).getTime(), begins.getTime()))
}

export async function tellOwnDay(traveller: Traveller): Promise<void> {
  const { house, vault, patient, sessionId } = traveller
  const act = { id: idOf(traveller, 'own day'), sessionId, at: onTheDay(traveller, -75), by: patient.name }
  const answers = { asq: NO_SUCH_THOUGHTS, told: ownDayIn(traveller.person.state) }
  await tellDay(house.db, vault, await permitFor(traveller, patient, 'tell-day'), act, answers)
}

export async function tellBeside(traveller: Traveller): Promise<void> {
  const { house, vault, sessionId } = traveller
  const permit = await permitFor(traveller, await besideAs(traveller, 'support'), 'tell-day-beside')
  const act = { id: idOf(traveller, 'day beside'), sessionId, at: onTheDay(traveller, -30) }
  await tellDayBeside(house.db, vault, permit, act, DAY_BESIDE(UNITS))
}

async function plannedUnits(traveller: Traveller): Promise<number> {
  const { house, foundedAt } = traveller
  const permit = await permitFor(traveller, await besideAs(traveller, 'support'), 'read-session')
  const room = await inScope(house.db, permit, (scope) => readRoom(scope, foundedAt))
  const units = room?.session.numbers.plannedUnits
  if (units === undefined) throw new AppError('conflict', 'a session without a plan')
  return units
}

/** As far as it had come at the founding, all at once: a session half told would look like a silence. */
export async function haveSession(traveller: Traveller): Promise<void> {
  const { house, sessionId, foundedAt } = traveller
  const beside = await besideAs(traveller, 'support')
  const permit = await permitFor(traveller, beside, 'record-event')
  const acts = quietSession(await plannedUnits(traveller))
    .map(({ minute, what }) => ({
      ...{ id: idOf(traveller, `${minute} ${what.kind}`), sessionId, what },
      ...{ at: before(traveller, 0, minute), by: beside.name },
    }))
    .filter(({ at }) => at <= foundedAt)
  const result = await actInSession(house.db, permit, acts)
  if (typeof result === 'object') throw new AppError('conflict', `a session refused: ${result.refused}`)
}

export async function tellAfter(traveller: Traveller): Promise<void> {
  const { house, vault, patient, sessionId } = traveller
  await tellNextDay(house.db, vault, await permitFor(traveller, patient, 'tell-day'), {
    ...{ id: idOf(traveller, 'next day'), sessionId, at: before(traveller, 0, 20 * HOUR) },
    ...{ asq: NO_SUCH_THOUGHTS, told: NEXT_DAY_TOLD },
  })
}

/** They met, and the week was answered. */
export async function meetAndAnswer(traveller: Traveller): Promise<void> {
  const { house, prescriber, therapist } = traveller
  const who = therapist ?? prescriber
  await settleIntegration(house.db, await permitFor(traveller, who, 'settle-integration'), {
    ...{ id: idOf(traveller, 'integration'), state: 'kept' as const },
    at: before(traveller, 0, INTEGRATION_MINUTES + HOUR),
  })
  const week = { name: 'after', authoredAt: before(traveller, -5) }
  await answer(traveller, pcl5Week, answersAdding(31, 3, pcl5Week), week)
}

export const decide =
  (to: Decided) =>
  async (traveller: Traveller): Promise<void> => {
    const { house, vault, prescriber } = traveller
    const { daysBefore, ...decision } = DECISIONS[to]
    const permit = await permitFor(traveller, prescriber, 'decide-course')
    await decideCourse({ db: house.db, vault }, permit, prescriber, {
      ...{ id: idOf(traveller, `decided ${to}`), to, ...decision },
      at: before(traveller, daysBefore),
    })
  }
