/** The whole way in its order, for however many people take it: from the first question to a decision how to go on. */
import { Temporal } from 'temporal-polyfill'
import { type Decision, decide, followUp, keepIntegration, nextDay } from './after.ts'
import type { Clock } from './clock.ts'
import { comfort, end, lookIn, passGate, readings, start } from './session-day.ts'
import { book, inviteAll, localIn, planDuty, prepare, type Slot } from './until-ready.ts'
import { assess, consent, tellIntake } from './until-review.ts'
import { findPatient, plan, review, supply } from './until-supplied.ts'
import type { Walk } from './walk.ts'

export const ZONE = 'America/New_York'
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const WAYS: readonly Decision[] = [
  'ready',
  'ready',
  'ready',
  'paused',
  'completed',
  're-evaluation-due',
  'discharged',
]

/** Everybody takes one step before anybody takes the next: the demo has one time for all. */
export type Everybody = (what: string, work: (walk: Walk) => Promise<void>) => Promise<void>

/** @param staff plans the rota for all of them, once */
export async function goTheWay(
  step: Everybody,
  clock: Clock,
  staff: Pick<Walk, 'person' | 'coordinator'>,
): Promise<void> {
  const today = async () => dayOf(await clock.now())
  await step('the free assessment, and registering', assess)
  await step('four consents', consent)
  await step('the intake', tellIntake)
  await step('review by the prescriber', async (walk) => {
    walk.patientId = await findPatient(walk)
    await review(walk, await today())
  })
  await step('a plan, signed and read', plan)
  await step('an order, and what came', async (walk) => supply(walk, await today()))
  await step('preparing', prepare)
  await step('support person, reserve and therapist', async (walk) =>
    inviteAll(walk, dayOf(new Date((await clock.now()).getTime() + 90 * DAY_MS))),
  )
  const from = await clock.now()
  await planDuty(staff, from, new Date(from.getTime() + 6 * DAY_MS), ZONE)
  const slot = slotAfter(await clock.now())
  await step('booking, with the appointment after it', (walk) => book(walk, slot))

  await clock.until(slot.startsAt.getTime() - 20 * MINUTE_MS)
  await step('the gate, on two phones', passGate)
  await step('the session begins', start)
  await step('the first readings', readings)
  const dosedAt = (await clock.now()).getTime()
  // Look-ins every quarter of an hour; readings after forty minutes and two hours.
  for (const minute of [15, 30, 40, 45, 60, 75, 90, 105, 120]) {
    await clock.until(dosedAt + minute * MINUTE_MS)
    if (minute === 40) await step('readings after 40 minutes', readings)
    else await step(`a look in after ${minute} minutes`, (walk) => lookIn(walk, 3))
    if (minute === 60)
      await step('a hard moment for some', async (walk) => {
        if (walk.person.nth % 4 === 1) await comfort(walk)
        if (walk.person.nth % 4 === 1) await lookIn(walk, 3)
      })
  }
  await step('readings after two hours', readings)
  await clock.until(dosedAt + 125 * MINUTE_MS)
  await step('a last look, ready to end, and closed', async (walk) => {
    await lookIn(walk, 2)
    await end(walk)
  })
  await clock.until(dosedAt + 20 * HOUR_MS)
  await step('the next day', nextDay)
  await clock.until(slot.integrationAt.getTime() + HOUR_MS)
  await step('integration kept', keepIntegration)
  await clock.until(dosedAt + 8 * DAY_MS)
  await step('how the week was', followUp)
  await step('a decision how to go on', (walk) =>
    decide(walk, WAYS[walk.person.nth % WAYS.length] ?? 'ready'),
  )
}

/**
 * The next ten in the morning there that is an hour and a half away or more, so that gate and session are of one day
 * whenever the way is gone; integration two days later.
 */
export function slotAfter(now: Date): Slot {
  const soonest = Temporal.Instant.fromEpochMilliseconds(now.getTime() + 90 * MINUTE_MS).toZonedDateTimeISO(
    ZONE,
  )
  const thatDay = soonest.withPlainTime('10:00')
  const begins = Temporal.ZonedDateTime.compare(thatDay, soonest) < 0 ? thatDay.add({ days: 1 }) : thatDay
  const at = (hours: number) => new Date(begins.epochMilliseconds + hours * HOUR_MS)
  return { startsAt: at(0), integrationAt: at(50), zone: ZONE }
}

const dayOf = (at: Date): string => localIn(at, ZONE).slice(0, 10)
