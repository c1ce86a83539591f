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
import { answersIn, scalesIn } from './scales-now.ts'

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

/** What was told to questions of our own, by their part. */
export const partsIn = ({ sheets }: Pick<StoredIntake, 'sheets'>): Intake['parts'] =>
  Object.fromEntries(
    Object.keys(QUESTION_PARTS).flatMap((part) => {
      const answers = sheets.get(`intake-${part}`)?.answers
      return answers === undefined ? [] : [[part, toldIn(answers)] as const]
    }),
  )

/** Of the same moment nobody knows which was first: then it is not. */
export function isRecordedSincePrivate({ sheets }: Pick<StoredIntake, 'sheets'>): boolean {
  const [recorded, told] = [sheets.get(CLINICIAN_SHEET), sheets.get(sheetKind('private'))]
  return recorded !== undefined && (told === undefined || recorded.authoredAt > told.authoredAt)
}

/** What was told, out of the record. */
export function intakeIn(stored: StoredIntake, now: Date): Intake {
  const { sheets, responses, timeZone } = stored
  const answersOf = (kind: string) => sheets.get(kind)?.answers
  const scales = scalesIn(stored, stored.patient.language, now)
  const screen = scales.answered.get('also')
  const medicines = medicinesToldIn(answersOf(sheetKind('list')))
  const clinician = answersOf(CLINICIAN_SHEET)
  return {
    parts: partsIn(stored),
    medicines: medicines && medicineListOf(medicines),
    responses: Object.fromEntries(
      [...responses].map(([code, { answers, authoredAt }]): [string, DatedAnswers] => [
        code,
        { answers, on: calendarDay(authoredAt, timeZone) },
      ]),
    ),
    scales: answersIn(scales),
    screenedOn: screen && calendarDay(screen.authoredAt, timeZone),
    clinician: clinician === undefined ? undefined : toldIn(clinician),
    isRecordedSincePrivate: isRecordedSincePrivate(stored),
    bases: stored.bases,
    consentsInForce: stored.consentsInForce,
    ageYears: ageYears(stored.patient.bornOn, now, timeZone),
    hasSupportPersonOnRecord: stored.hasSupportPersonOnRecord,
    today: calendarDay(now, timeZone),
  }
}
