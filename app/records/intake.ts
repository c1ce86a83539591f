import { sql } from 'kysely'
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import type { PatientKey } from '../access/vault.ts'
import { begunSheet, scaleSheet } from '../clinical/instruments/scale-response.ts'
import { CLINICIAN_SHEET, PART_KEYS, QUESTIONNAIRE_PARTS, sheetKind } from '../clinical/intake/parts.ts'
import { SCALE_PARTS } from '../clinical/intake/scales.ts'
import { type AnswerSheet, listLatestSheets } from './answer-sheets.ts'
import { consentsInForce } from './consents.ts'
import { listBases, type StoredGround } from './grounds.ts'
import { listWordings, type StoredWording } from './instrument-wordings.ts'
import { getPatient, type PatientDetails } from './patients.ts'
import { listLatestResponses, type StoredResponse } from './questionnaire-responses.ts'

/** Everything told and recorded for the intake, the latest of each. */
export type StoredIntake = {
  patient: PatientDetails
  timeZone: string
  /** By their kinds. */
  sheets: ReadonlyMap<string, AnswerSheet>
  /** By the codes of their instruments. */
  responses: ReadonlyMap<string, StoredResponse>
  /** Every text of a scale that the practice has or had, the newest of each first. */
  texts: readonly StoredWording[]
  /** Every legal basis of an order by telehealth, the latest first. */
  bases: readonly StoredGround[]
  consentsInForce: readonly string[]
  /** Somebody with this role is on the care team: invited, and has agreed. */
  hasSupportPersonOnRecord: boolean
}

const SCALES = Object.values(SCALE_PARTS).map(({ instrument }) => instrument.code)
const SHEETS = [
  ...PART_KEYS.map(sheetKind),
  ...SCALES.flatMap((code) => [scaleSheet(code), begunSheet(code)]),
  CLINICIAN_SHEET,
]
const INSTRUMENTS = Object.values(QUESTIONNAIRE_PARTS).map(({ code }) => code)

export async function readIntake(scope: Scope<AboutPatient>, key: PatientKey): Promise<StoredIntake> {
  return {
    patient: await getPatient(scope),
    timeZone: await timeZoneOf(scope),
    sheets: await listLatestSheets(scope, key, SHEETS),
    responses: await listLatestResponses(scope, INSTRUMENTS),
    texts: await listWordings(scope),
    bases: await listBases(scope),
    consentsInForce: await consentsInForce(scope),
    hasSupportPersonOnRecord: await hasSupportPerson(scope),
  }
}

/** Where the practice is. */
export async function timeZoneOf({ trx, practiceId }: Scope<AboutPatient>): Promise<string> {
  const row = await trx
    .selectFrom('practice')
    .select('time_zone')
    .where('practice_id', '=', practiceId)
    .executeTakeFirstOrThrow()
  return row.time_zone
}

async function hasSupportPerson({ trx, practiceId, patientId }: Scope<AboutPatient>): Promise<boolean> {
  const row = await trx
    .selectFrom('care_team_member as team')
    .innerJoin('member', (join) =>
      join
        .onRef('member.practice_id', '=', 'team.practice_id')
        .onRef('member.actor_id', '=', 'team.actor_id'),
    )
    .select('team.actor_id')
    .where('team.practice_id', '=', practiceId)
    .where('team.patient_id', '=', patientId)
    .where('team.revoked_at', 'is', null)
    .where((eb) => eb.or([eb('team.until', 'is', null), eb('team.until', '>', sql<Date>`now()`)]))
    .where(sql<boolean>`'support-person' = any (member.roles)`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
