/** Facts of the intake, gathered from everything that is on record about one patient. */
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import type { PatientKey } from '../access/vault.ts'
import {
  type AllIntakeFacts,
  type DatedAnswers,
  type Intake,
  intakeFactsOf,
} from '../clinical/intake/facts-of.ts'
import { medicineListOf, medicinesToldIn } from '../clinical/intake/medicines-told.ts'
import { CLINICIAN_SHEET, QUESTION_PARTS, sheetKind } from '../clinical/intake/parts.ts'
import { toldIn } from '../clinical/intake/question.ts'
import { readIntake, type StoredIntake } from '../records/intake.ts'
import { findProtocolInForce } from '../records/protocol-versions.ts'
import { ageYears, calendarDay } from '../system/time.ts'

/**
 * What the rules of intake, the plan and its checks look at. A fact nobody gave is absent, and unknown.
 *
 * @param key the patient's own: `vault.keyOf(scope)`
 */
export async function intakeFacts(
  scope: Scope<AboutPatient>,
  key: PatientKey,
  { now }: { now: Date },
): Promise<AllIntakeFacts> {
  const stored = await readIntake(scope, key)
  const limits = (await findProtocolInForce(scope))?.limits ?? {}
  return intakeFactsOf(intakeIn(stored, now), limits)
}

/** What was told, out of the record. */
export function intakeIn(stored: StoredIntake, now: Date): Intake {
  const { sheets, responses, timeZone } = stored
  const answersOf = (kind: string) => sheets.get(kind)?.answers
  const parts = Object.keys(QUESTION_PARTS).flatMap((part) => {
    const answers = answersOf(`intake-${part}`)
    return answers === undefined ? [] : [[part, toldIn(answers)] as const]
  })
  const medicines = medicinesToldIn(answersOf(sheetKind('list')))
  const clinician = answersOf(CLINICIAN_SHEET)
  return {
    parts: Object.fromEntries(parts),
    medicines: medicines && medicineListOf(medicines),
    responses: Object.fromEntries(
      [...responses].map(([code, { answers, authoredAt }]): [string, DatedAnswers] => [
        code,
        { answers, on: calendarDay(authoredAt, timeZone) },
      ]),
    ),
    clinician: clinician === undefined ? undefined : toldIn(clinician),
    bases: stored.bases,
    consentsInForce: stored.consentsInForce,
    ageYears: ageYears(stored.patient.bornOn, now, timeZone),
    hasSupportPersonOnRecord: stored.hasSupportPersonOnRecord,
    today: calendarDay(now, timeZone),
  }
}
