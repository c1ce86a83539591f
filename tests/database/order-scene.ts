/** What an order rests on beside a plan: put in force for a patient of the plan's scene, each part to be changed by a test. */
import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { inScope } from '../../app/access/permit.ts'
import { orderSupply } from '../../app/care/order-supply.ts'
import { CONSENT_VERSIONS } from '../../app/clinical/consents.ts'
import { STORAGE_NEEDS } from '../../app/clinical/facts/conditions.ts'
import { CLINICIAN_SHEET, sheetKind } from '../../app/clinical/intake/parts.ts'
import type { Told } from '../../app/clinical/intake/question.ts'
import type { BasisRecord } from '../../app/clinical/intake/telehealth-basis.ts'
import { insertAnswerSheet } from '../../app/records/answer-sheets.ts'
import { type Ground, insertGround } from '../../app/records/grounds.ts'
import { calendarDay } from '../../app/system/time.ts'
import { day, patient, permitFor, vault } from './plan-scene.ts'
import { hours, now, postgres, practiceId, prescriber } from './protocol-scene.ts'

/** The same time on the clock so many days from today, where the practice is: a day is not always 24 hours. */
export function atThisHour(days: number): Date {
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(day.timeZone)
  return new Date(local.add({ days }).epochMilliseconds)
}

/** So many days from today, where the practice is. */
export const here = (days: number): string => calendarDay(atThisHour(days), day.timeZone)

export async function ground(
  change: Partial<BasisRecord> & Pick<Partial<Ground>, 'subject' | 'at'> = {},
  id = randomUUID(),
): Promise<void> {
  const permit = await permitFor(prescriber, 'book-session')
  const { subject = 'telehealth-basis' } = change
  await inScope(postgres.db, permit, (scope) =>
    insertGround(scope, id, {
      ...{ subject, basis: subject === 'licence' ? null : 'temporary-extension', state: 'FL' },
      ...{ fromOn: here(-10), endsOn: here(200), by: prescriber.name, at: hours(-3), ...change },
    }),
  )
}

export const ENCOUNTER: Told = {
  ...{ pdmpAskedOn: here(0), encounter: 'audio-video', stateOfLocation: 'FL', storage: STORAGE_NEEDS },
}

export const sheet = (answers: Told = ENCOUNTER, authoredAt = hours(-3)) =>
  keep(CLINICIAN_SHEET, answers, authoredAt)
/** What the person told of their health. */
export const health = (ketamineAllergy: string) => keep(sheetKind('health'), { ketamineAllergy })

async function keep(kind: string, answers: Told, authoredAt = hours(-3)): Promise<void> {
  const permit = await permitFor(prescriber, 'review-intake')
  await inScope(postgres.db, permit, async (scope) => {
    const kept = { id: randomUUID(), kind, version: 1, answers, authoredAt }
    await insertAnswerSheet(scope, await vault.keyOf(scope), kept)
  })
}

export const consent = () =>
  postgres.everything
    .insertInto('consent')
    .values({
      ...{ practice_id: practiceId, patient_id: patient.id, consent_id: randomUUID(), kind: 'telehealth' },
      ...{ text_version: CONSENT_VERSIONS.telehealth, language: 'en', signed_name: patient.name },
      ...{ signed_at: hours(-48), withdrawn_at: null },
    })
    .execute()

type Part = 'basis' | 'licence' | 'sheet' | 'health' | 'consent'
const PARTS: Record<Part, () => Promise<unknown>> = {
  basis: () => ground(),
  licence: () => ground({ subject: 'licence' }),
  sheet: () => sheet(),
  health: () => health('no'),
  consent,
}

export async function putInForce({ without = [] }: { without?: readonly Part[] } = {}): Promise<void> {
  for (const [part, put] of Object.entries(PARTS)) if (!without.includes(part as Part)) await put()
}

export async function order(change: { id?: string; units?: number; planVersion?: number; at?: Date } = {}) {
  const { id = randomUUID(), units = 4, planVersion = 1, at = now } = change
  const permit = await permitFor(prescriber, 'order-supply')
  const by = { ...day, now: at, by: prescriber }
  const outcome = await orderSupply(postgres.db, vault, permit, { ...by, order: { id, units, planVersion } })
  return { id, ...outcome }
}
