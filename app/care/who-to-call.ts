/** How to reach one patient, and who is there or in reserve: what a clinician is told to call. */
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import type { PatientKey } from '../access/vault.ts'
import { sheetKind } from '../clinical/intake/parts.ts'
import { toldIn, wordOf } from '../clinical/intake/question.ts'
import { findLatestSheet } from '../records/answer-sheets.ts'
import { listNumbers } from '../records/contact-points.ts'
import { listOwnPeople, nameOfMember } from '../records/people.ts'
import type { BookedSession } from '../records/sessions.ts'

export type Beside = 'support' | 'backup'

export type ToCall = {
  /** As they told it with their intake; undefined where they did not. */
  phone: string | undefined
  street: string | undefined
  /** Without a number where none was told. */
  beside: readonly { part: Beside; name: string; phone: string | undefined }[]
}

/** @param booked a session, where one is meant: whoever it was booked with, also when their access has ended */
export async function whoToCall(
  scope: Scope<AboutPatient>,
  key: PatientKey,
  booked?: BookedSession,
): Promise<ToCall> {
  const home = toldIn((await findLatestSheet(scope, key, sheetKind('home')))?.answers)
  return {
    phone: wordOf(home, 'phone'),
    street: wordOf(home, 'street'),
    beside: await besideOf(scope, key, booked),
  }
}

async function besideOf(
  scope: Scope<AboutPatient>,
  key: PatientKey,
  booked: BookedSession | undefined,
): Promise<ToCall['beside']> {
  const numbers = await listNumbers(scope, key)
  if (!booked)
    return (await listOwnPeople(scope)).flatMap(({ part, name, actorId }) =>
      part === 'therapist' ? [] : [{ part, name, phone: numbers.get(actorId ?? '') }],
    )
  const places = [
    { part: 'support', actorId: booked.supportPersonId },
    { part: 'backup', actorId: booked.backupPersonId },
  ] as const
  const named = []
  for (const { part, actorId } of places) {
    const name = await nameOfMember(scope, actorId)
    if (name !== null) named.push({ part, name, phone: numbers.get(actorId) })
  }
  return named
}
