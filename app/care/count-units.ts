/** Somebody counts what is there, says what is spoiled or sent back, or a prescriber accepts the reason for a difference. */
import type { Member } from '../access/actor.ts'
import { inScope, type Permit } from '../access/permit.ts'
import { type UnitEvent, unitCount } from '../clinical/unit-count.ts'
import type { Database } from '../database/connection.ts'
import { findAlert, raiseAlert, settleAlert } from '../records/alerts.ts'
import { UNIT_COUNT } from '../records/news.ts'
import { insertUnitEvent } from '../records/supply.ts'
import { lockSupply } from '../records/supply-orders.ts'
import { AppError } from '../system/errors.ts'
import { LONGEST_REASON } from './order-supply.ts'
import { raiseNews } from './raise-news.ts'
import { readSupplyRoom } from './supply-room.ts'

type At = { by: Pick<Member, 'name'>; now: Date; timeZone: string }

/** What raised an alert: the patient's count of this id, which differs. */
export const countCause = (countId: string): string => `${UNIT_COUNT} ${countId}`

/**
 * The patient counts what is there. A difference opens a conversation: somebody is asked to look, once for each
 * count. Sent twice it is one count.
 */
export async function countUnits(
  db: Database,
  permit: Permit<'confirm-supply'>,
  { by, id, units, ...at }: At & { id: string; units: number },
): Promise<{ difference: number }> {
  return inScope(db, permit, async (scope) => {
    await lockSupply(scope)
    const { events, today } = await readSupplyRoom(scope, at)
    const stored = events.find(({ event }) => event.id === id)
    const event: UnitEvent = { kind: 'counted', id, at: stored?.event.at ?? at.now.getTime(), units }
    await insertUnitEvent(scope, event, { by: by.name, at: at.now })
    const others = events.map((one) => one.event).filter((one) => one.id !== id)
    const { latestCount } = unitCount([...others, event], today)
    const difference = latestCount?.id === id ? latestCount.difference : 0
    if (difference !== 0) await raiseNews(scope, countCause(id), at.now)
    return { difference }
  })
}

/** Units that are no longer any good, or went back. @throws AppError conflict for a lot nobody has */
export async function recordLoss(
  db: Database,
  permit: Permit<'record-supply'>,
  {
    by,
    loss,
    ...at
  }: At & { loss: { id: string; kind: 'spoiled' | 'returned'; lot: string; units: number } },
): Promise<void> {
  await inScope(db, permit, async (scope) => {
    await lockSupply(scope)
    const { events, count } = await readSupplyRoom(scope, at)
    const stored = events.find(({ event }) => event.id === loss.id)
    if (!stored && !count.lots.some(({ lot }) => lot === loss.lot))
      throw new AppError('conflict', `no units of lot ${loss.lot} came`)
    const event: UnitEvent = { ...loss, at: stored?.event.at ?? at.now.getTime() }
    await insertUnitEvent(scope, event, { by: by.name, at: at.now })
  })
}

/**
 * A prescriber spoke with the person and accepts the reason for one count's difference. It holds for that difference
 * alone; the reason is kept with the alert it settles, and in the record of the event.
 */
export async function explainCount(
  db: Database,
  permit: Permit<'explain-count'>,
  {
    by,
    id,
    countId,
    difference,
    because,
    ...at
  }: At & {
    id: string
    countId: string
    difference: number
    because: string
  },
): Promise<void> {
  const reason = because.trim()
  if (reason === '' || reason.length > LONGEST_REASON)
    throw new AppError('invalid', 'a difference is explained with a reason')
  await inScope(db, permit, async (scope) => {
    await lockSupply(scope)
    const { events, count } = await readSupplyRoom(scope, at)
    const stored = events.find(({ event }) => event.id === id)
    const { latestCount } = count
    if (!stored && (latestCount?.id !== countId || latestCount.difference !== difference))
      throw new AppError('conflict', 'the difference is another one now')
    const event: UnitEvent = {
      kind: 'explained',
      id,
      at: stored?.event.at ?? at.now.getTime(),
      countId,
      difference,
    }
    await insertUnitEvent(scope, event, { by: by.name, at: at.now })
    const cause = countCause(countId)
    // A difference that came of something recorded late has raised nothing yet, and its reason needs a place.
    await raiseAlert(scope, { cause, sessionId: null, level: 'confirm', at: at.now, isInCover: true })
    const alert = await findAlert(scope, cause)
    if (alert) await settleAlert(scope, { id: alert.id, name: by.name, at: at.now }, reason)
  })
}
