import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { EnrolmentState, Wished } from '../clinical/enrolment.ts'
import type { TelehealthBasis } from '../clinical/intake/telehealth-basis.ts'
import type { WayOn } from '../clinical/integration-window.ts'
import type { PlanCheck } from '../clinical/plan/checks.ts'
import type { Plan } from '../clinical/plan/shape.ts'
import type { PreparationPart } from '../clinical/preparation.ts'
import type { SessionEvent } from '../clinical/session/events.ts'
import type { UnitEvent } from '../clinical/unit-count.ts'

/** Row types of one person's way through the programme: migration 0007. */
export type JourneyTables = {
  practice_key: PracticeKeyTable
  patient_key: PatientKeyTable
  enrolment: EnrolmentTable
  enrolment_step: EnrolmentStepTable
  answer_sheet: AnswerSheetTable
  consent: ConsentTable
  share: ShareTable
  plan_version: PlanVersionTable
  supply_order: SupplyOrderTable
  unit_event: UnitEventTable
  duty: DutyTable
  dosing_session: DosingSessionTable
  appointment: AppointmentTable
  session_event: SessionEventTable
  alert: AlertTable
  invitation: InvitationTable
  contact_point: ContactPointTable
  preparation_part: PreparationPartTable
  standing_ground: StandingGroundTable
}

type PracticeKeyTable = { practice_id: string; wrapped: Buffer }

type PatientKeyTable = { practice_id: string; patient_id: string; wrapped: Buffer }

type EnrolmentTable = {
  practice_id: string
  enrolment_id: string
  patient_id: string
  state: EnrolmentState
  since: Date
  paused_from: EnrolmentState | null
  /** What the patient wished for while a session was open, and when: taken when it closes. */
  wished_to: ColumnType<Wished | null, Wished | null | undefined>
  wished_at: ColumnType<Date | null, Date | null | undefined>
}

type EnrolmentStepTable = {
  practice_id: string
  enrolment_id: string
  step: number
  patient_id: string
  from_state: EnrolmentState | null
  to_state: EnrolmentState
  taken_by: string
  taken_by_name: string
  taken_as: string
  /** What was asked for, in one word; free text in what was written before reasons were sealed. */
  reason: string | null
  sealed_reason: ColumnType<Buffer | null, Buffer | null | undefined, never>
  taken_at: Date
  /** Null where it was asked for and taken at once. */
  asked_at: ColumnType<Date | null, Date | null | undefined, never>
}

type AnswerSheetTable = {
  practice_id: string
  answer_sheet_id: string
  patient_id: string
  kind: string
  version: number
  session_id: string | null
  /** app/access/vault.ts opens it. */
  sealed: Buffer
  authored_by: string
  authored_as: string
  authored_at: Date
  recorded_at: Generated<Date>
}

type ConsentTable = {
  practice_id: string
  consent_id: string
  patient_id: string
  kind: string
  text_version: number
  language: string
  signed_name: string
  signed_at: Date
  withdrawn_at: Date | null
}

type ShareTable = {
  practice_id: string
  share_id: string
  patient_id: string
  recipient_id: string
  category: string
  given_at: Date
  until: Date | null
  revoked_at: Date | null
}

type PlanVersionTable = {
  practice_id: string
  patient_id: string
  version: number
  plan: JSONColumnType<Plan>
  protocol_version: number
  checks: JSONColumnType<readonly PlanCheck[], string | undefined, string>
  drafted_by: string
  drafted_by_name: string
  drafted_at: Date
  signed_by: string | null
  signed_by_name: string | null
  signed_at: Date | null
  seen_by_patient_at: Date | null
}

type SupplyOrderTable = {
  practice_id: string
  supply_order_id: string
  patient_id: string
  plan_version: number
  units: number
  /** Milligrams in a unit; numeric travels as text. */
  strength_mg: ColumnType<string, number, never>
  ordered_by: string
  ordered_by_name: string
  ordered_at: Date
  pharmacy: string | null
  reference: string | null
  reference_units: number | null
  reference_strength_mg: ColumnType<string | null, number | null, number | null>
  /** 'YYYY-MM-DD' */
  prescribed_on: string | null
  referenced_by: string | null
  referenced_by_name: string | null
  referenced_at: Date | null
  /** As they stood before they were entered again, the oldest first. */
  earlier_references: JSONColumnType<readonly EarlierReference[], string | undefined, string>
  withdrawn_at: Date | null
  withdrawn_by_name: string | null
  withdrawn_because: string | null
}

export type EarlierReference = {
  reference: string
  pharmacy: string
  units: number
  strengthMg: number
  /** 'YYYY-MM-DD' */
  prescribedOn: string
  by: string
  /** ISO 8601, UTC */
  at: string
}

type UnitEventTable = {
  practice_id: string
  unit_event_id: string
  patient_id: string
  supply_order_id: string | null
  event: JSONColumnType<UnitEvent>
  happened_at: Date
  recorded_by: string
  recorded_by_name: string
  recorded_as: string
  recorded_at: Date
}

type DutyTable = {
  practice_id: string
  duty_id: string
  clinician_id: string
  from_at: Date
  to_at: Date
  planned_by: string | null
  planned_by_name: string | null
  withdrawn_at: Date | null
  withdrawn_by: string | null
}

type DosingSessionTable = {
  practice_id: string
  session_id: string
  patient_id: string
  plan_version: number
  protocol_version: number
  starts_at: Date
  planned_end_at: Date
  /** The end of the watch by the protocol it was booked under; null in what was booked before that was kept. */
  watch_until: ColumnType<Date | null, Date | null | undefined, never>
  time_zone: string
  duty_clinician_id: string
  support_person_id: string
  backup_person_id: string
  booked_by: string
  booked_by_name: string
  booked_at: Date
  cancelled_at: Date | null
  cancelled_by: string | null
  /** When it closed; what the integration window counts from. */
  ended_at: Date | null
}

type AppointmentTable = {
  practice_id: string
  appointment_id: string
  patient_id: string
  kind: 'integration' | 'consult' | 'preparation' | 're-evaluation'
  session_id: string | null
  with_id: string
  starts_at: Date
  time_zone: string
  state: 'booked' | 'kept' | 'cancelled-by-therapist' | 'cancelled-by-patient' | 'cancelled-with-session'
  booked_by: string
  booked_at: Date
  state_by: string | null
  state_at: Date | null
  /** What the person chose after their therapist called off. */
  way_on: WayOn | null
  way_on_at: Date | null
}

type SessionEventTable = {
  practice_id: string
  session_id: string
  event_id: string
  patient_id: string
  event: JSONColumnType<SessionEvent>
  sent_by: string
  sent_as: string
  received_at: Generated<Date>
}

type AlertTable = {
  practice_id: string
  alert_id: string
  patient_id: string
  session_id: string | null
  /** Which thing raised it; the same thing raises it once. */
  cause: string
  level: 'confirm' | 'person-now' | 'emergency'
  raised_by: string
  raised_as: string
  raised_at: Date
  /** Whether somebody was on duty when it was raised. */
  is_in_cover: boolean
  seen_by: string | null
  seen_by_name: string | null
  seen_at: Date | null
  settled_by: string | null
  settled_by_name: string | null
  settled_because: string | null
  settled_at: Date | null
}

type InvitationTable = {
  practice_id: string
  invitation_id: string
  patient_id: string
  part: 'support' | 'backup' | 'therapist'
  name: string
  relationship: string | null
  account_id: string
  /** Null while the address belongs to somebody with another place here. */
  actor_id: string | null
  is_near: boolean
  invited_at: Date
  mailed_at: Date | null
  until: Date | null
  agreed_at: Date | null
  agreed_version: number | null
  agreed_language: string | null
  revoked_at: Date | null
  /** When they told a number last; null before they did. */
  reachable_at: ColumnType<Date | null, Date | null | undefined>
}

type ContactPointTable = {
  practice_id: string
  patient_id: string
  actor_id: string
  part: 'support' | 'backup'
  /** app/access/vault.ts opens it. */
  sealed: Buffer
  told_at: Date
}

type PreparationPartTable = {
  practice_id: string
  patient_id: string
  part: PreparationPart
  done_at: Date
}

type StandingGroundTable = {
  practice_id: string
  ground_id: string
  patient_id: string
  subject: 'telehealth-basis' | 'licence'
  state: string
  /** 'YYYY-MM-DD' */
  from_on: string
  /** Null: no last day was written. */
  ends_on: string | null
  /** Of a telehealth basis; null was not said. */
  basis: TelehealthBasis | null
  recorded_by: string
  recorded_by_name: string
  recorded_at: Date
}
