import type { Generated, GeneratedAlways, JSONColumnType } from 'kysely'
import type { Answers } from '../clinical/instruments/instrument.ts'
import type { LicenceRecord } from '../clinical/instruments/questionnaire-licence.ts'
import type { LoadedText, TextLanguage } from '../clinical/instruments/questionnaire-text.ts'
import type { Severity } from '../clinical/outcome.ts'
import type { Limits } from '../clinical/protocol.ts'
import type { Evidence, Finding } from '../clinical/rules/rule.ts'
import type { JourneyTables } from './journey-tables.ts'
import type { PracticeProfile } from './practice-profile.ts'

/** Row types, one per table, in migration order. */
export type Tables = JourneyTables & {
  installation: InstallationTable
  practice: PracticeTable
  practitioner: PractitionerTable
  patient: PatientTable
  related_person: RelatedPersonTable
  member: MemberTable
  protocol_version: ProtocolVersionTable
  protocol_signature: ProtocolSignatureTable
  care_team_member: CareTeamMemberTable
  audit_event: AuditEventTable
  audit_seal: AuditSealTable
  audit_checkpoint: AuditCheckpointTable
  questionnaire_response: QuestionnaireResponseTable
  questionnaire_response_seen: QuestionnaireResponseSeenTable
  finding: FindingTable
  communication: CommunicationTable
  instrument_wording: InstrumentWordingTable
}

export type InstallationTable = {
  is_only: Generated<true>
  mode: 'demo' | 'production'
  founded_at: Generated<Date>
  furnished_at: Date | null
}

export type PracticeTable = {
  practice_id: string
  name: string
  profile: JSONColumnType<PracticeProfile>
  time_zone: string
}

export type PractitionerTable = {
  practice_id: string
  practitioner_id: string
  name: string
  credentials: string
}

export type PatientTable = {
  practice_id: string
  patient_id: string
  given_name: string
  family_name: string
  pronouns: string | null
  /** A calendar day, 'YYYY-MM-DD'. */
  born_on: string
  state: string
  place: string
  language: 'en' | 'es'
  created_at: Generated<Date>
}

export type RelatedPersonTable = {
  practice_id: string
  related_person_id: string
  patient_id: string
  name: string
  relationship: string
}

export type MemberTable = {
  practice_id: string
  actor_id: string
  account_id: string
  name: string
  roles: string[]
  ended_at: Date | null
}

export type ProtocolVersionTable = {
  practice_id: string
  version: number
  limits: JSONColumnType<Limits>
  is_invented: boolean
  /** Who brought it into force, in words, and when; null while it is a draft. */
  signed_by: string | null
  signed_at: Date | null
  /** Of what is signed: app/clinical/protocol/content-hash.ts. */
  content_hash: string
  /** In force through this calendar day, 'YYYY-MM-DD'. Null for what was signed before there was an end. */
  expires_on: string | null
  based_on: number | null
  drafted_by: string | null
  drafted_by_name: string | null
  drafted_at: Date | null
  changed_by: string | null
  changed_by_name: string | null
  changed_at: Date | null
  ended_at: Date | null
  ended_by: string | null
  ended_by_name: string | null
  ended_because: string | null
  /** The version that took its place. */
  replaced_by: number | null
}

export type ProtocolSignatureTable = {
  practice_id: string
  version: number
  content_hash: string
  turn: 1 | 2
  signed_by: string
  signed_by_name: string
  is_director: boolean
  /** From outside: a pharmacist or consultant. */
  is_reviewer: Generated<boolean>
  signed_at: Date
}

export type CareTeamMemberTable = {
  practice_id: string
  patient_id: string
  actor_id: string
  until: Date | null
  revoked_at: Date | null
  /** Written by the database, when access is taken back in a session. */
  keeps_session: GeneratedAlways<string | null>
}

export type AuditEventTable = {
  practice_id: string
  position: GeneratedAlways<string>
  at: Generated<Date>
  actor_id: string
  actor_role: string
  kind: 'patient' | 'list' | 'practice' | 'system' | 'public'
  action: string
  patient_ids: string[]
  outcome: 'granted' | 'refused' | 'done'
  cause: string | null
}

export type AuditSealTable = { practice_id: string; link: string; position: string; hash: Buffer }

export type AuditCheckpointTable = {
  practice_id: string
  link: string
  hash: Buffer
  at: Date
  signature: Buffer
}

export type QuestionnaireResponseTable = {
  practice_id: string
  questionnaire_response_id: string
  patient_id: string
  instrument: string
  instrument_version: string
  language: string
  answers: JSONColumnType<Answers>
  /** Null when the instrument could not be scored. */
  total: number | null
  authored_at: Date
  recorded_at: Generated<Date>
}

export type QuestionnaireResponseSeenTable = {
  practice_id: string
  questionnaire_response_id: string
  patient_id: string
  seen_by: string
  seen_by_name: string
  seen_at: Date
}

export type FindingTable = {
  practice_id: string
  finding_id: Generated<string>
  patient_id: string
  /** What it was found in: a response, a sheet, a session, or an order. */
  questionnaire_response_id: string | null
  answer_sheet_id: string | null
  session_id: string | null
  /** Of that session: the event it was found after. */
  session_event_id: Generated<string | null>
  /** The order it was found in. */
  supply_order_id: Generated<string | null>
  rule_id: string
  rule_version: number
  /** The signed protocol whose limits were used; null when none is in force. */
  protocol_version: number | null
  is_unknown: boolean
  severity: Severity
  severity_rank: GeneratedAlways<number>
  evidence: JSONColumnType<Evidence>
  /** Every rule it speaks for. Empty in what was found before that was kept. */
  rules: JSONColumnType<Finding['rules'], string | undefined, string>
  /** With an unknown one: what was not there. */
  missing: JSONColumnType<Finding['missing'], string | undefined, string>
  found_at: Generated<Date>
  closed_at: Date | null
  closed_by: string | null
  closed_because: string | null
}

export type CommunicationTable = {
  practice_id: string
  communication_key: string
  patient_id: string
  recipient_id: string
  prepared_at: Generated<Date>
  sent_at: Date | null
}

export type InstrumentWordingTable = {
  practice_id: string
  instrument_wording_id: Generated<string>
  instrument: string
  language: TextLanguage
  version: number
  instrument_version: string
  /** Null, with the licence and the hash, when this version takes the text out of use. */
  wording: JSONColumnType<LoadedText> | null
  licence: JSONColumnType<LicenceRecord> | null
  file_hash: string | null
  because: string | null
  uploaded_by: string
  uploaded_by_name: string
  uploaded_with: 'console' | 'command'
  uploaded_at: Date
}
