/** An invented person's intake, whole or in parts, as they would tell it. */
import { randomUUID } from 'node:crypto'
import type { Member } from '../../app/access/actor.ts'
import { inScope, Permit } from '../../app/access/permit.ts'
import { openVault } from '../../app/access/vault.ts'
import { recordForIntake } from '../../app/care/review.ts'
import { submitResponse } from '../../app/care/submit-response.ts'
import { handInIntake, tellPart } from '../../app/care/tell-intake.ts'
import { asq } from '../../app/clinical/instruments/asq.ts'
import type { Answers, Instrument } from '../../app/clinical/instruments/instrument.ts'
import { pcl5Week } from '../../app/clinical/instruments/pcl-5-week.ts'
import { pcl5 } from '../../app/clinical/instruments/pcl5.ts'
import { phq9 } from '../../app/clinical/instruments/phq9.ts'
import type { MedicinesTold } from '../../app/clinical/intake/medicines-told.ts'
import type { PartKey, QuestionPart } from '../../app/clinical/intake/parts.ts'
import type { Told } from '../../app/clinical/intake/question.ts'
import type { Database } from '../../app/database/connection.ts'
import { beginEnrolment } from '../../app/records/enrolments.ts'
import { answersOf } from '../ordinary-patient.ts'

export const SECRET = 'an invented secret for the vault of this test'
export const NOW = new Date('2026-06-15T15:00:00Z')

/** Nothing that a rule would hold against somebody; a therapist, an antidepressant, two fine readings. */
export const ORDINARY_PARTS: Record<QuestionPart, Told> = {
  you: { sexAtBirth: 'female', heightCm: 168, weightKg: 70 },
  readings: { firstUpper: 122, firstLower: 78, secondUpper: 118, secondLower: 76 },
  health: { heartConditions: [], otherConditions: [], ketamineAllergy: 'no' },
  nights: { 'bladder-blood': 'no', 'bladder-pain': 'no', 'bladder-leak': 'no', 'bladder-night': 1 },
  private: { couldBePregnant: 'no', pregnancyTest: 'negative', breastfeeding: 'no' },
  before: {
    kinds: ['loss'],
    roughTime: 'as-a-grown-up',
    ptsdDiagnosis: 'yes',
    recentEvent: 'no',
    hardAnniversary: 'no',
  },
  support: { unreal: 'sometimes', dissociativeDisorder: 'no', therapist: 'yes-knows' },
  helps: { triggers: 'sirens', calms: 'a blanket', goodWords: 'I am here', badWords: 'calm down' },
  thoughts: {
    ...{ 'psychosis-diagnosis': 'no', 'psychosis-now': 'no', 'psychosis-substance': 'no' },
    ...{ 'psychosis-family': 'no', 'mania-hospital': 'no', 'mania-now': 'no' },
  },
  habits: {
    'alcohol-days': 0,
    drugs: 'never',
    medicinesBeyond: 'never',
    dependence: 'no',
    opioidDisorder: 'no',
  },
  earlier: { 'ketamine-non-medical': 'no', 'ketamine-treatment-before': 'no', 'ketamine-prescribers': 'no' },
  home: {
    supportPerson: 'somebody',
    storage: ['lockbox', 'away-from-children', 'away-from-pets', 'weapons-locked'],
    voiceLine: 'yes',
    state: 'FL',
    addressFound: 'yes',
  },
  alone: { safeAtHome: 'yes', fearsSupportPerson: 'no' },
}

export const ORDINARY_LIST: MedicinesTold = {
  lines: [{ kind: 'prescribed', text: 'sertraline', taking: 'taking' }],
  none: ['without-prescription', 'supplement-or-herb'],
  declined: [],
  prazosin: 'no',
}

export const ORDINARY_RECORD: Told = {
  ...{ pdmpAskedOn: '2026-06-15', pdmpShows: [], pdmpPrescribers: 1, encounter: 'audio-video' },
  ...{ stateOfLocation: 'FL', telehealthBasis: 'temporary-extension', telehealthBasisUntil: '2026-12-31' },
  ...{ stopBangRisk: 'low', altNeeded: 'no', supportPersonConfirmed: 'yes' },
}

const no = ({ items }: Instrument<unknown>): Answers =>
  Object.fromEntries(items.filter(({ askedWhen }) => !askedWhen).map(({ linkId }) => [linkId, 0]))
const adding = (instrument: Instrument<unknown>, total: number, highest: number): Answers =>
  answersOf(
    instrument.items.map(({ linkId }) => linkId),
    total,
    highest,
  )
export const NO_TO_ASQ = no(asq)

export function intakeScene(db: Database, patient: Member, secret = SECRET) {
  const vault = openVault(secret)
  const submitting = (who = patient) => Permit.ask(db, who, 'submit-answers', who.id)
  const tell = async (part: PartKey, answers: unknown, at = NOW, id: string = randomUUID()) =>
    tellPart(db, vault, await submitting(), { id, part, answers, at })
  const answer = async (instrument: Instrument<unknown>, answers: Answers, at = NOW) =>
    submitResponse(db, await submitting(), {
      ...{ id: randomUUID(), instrument, language: 'en', answers, authoredAt: at },
    })
  return {
    vault,
    tell,
    answer,
    begin: async () =>
      inScope(db, await submitting(), (scope) =>
        beginEnrolment(scope, { state: 'consented', by: patient.name, at: new Date(NOW.getTime() - 60_000) }),
      ),
    /** Every part, ordinary but for what is given. */
    tellAll: async (but: Partial<Record<QuestionPart, Told>> = {}, list = ORDINARY_LIST) => {
      for (const [part, told] of Object.entries({ ...ORDINARY_PARTS, ...but }))
        await tell(part as PartKey, told)
      await tell('list', list)
      await answer(pcl5, adding(pcl5, 20, 1))
      await answer(pcl5Week, adding(pcl5Week, 18, 1))
      await answer(phq9, no(phq9))
      await answer(asq, NO_TO_ASQ)
    },
    handIn: async (id: string = randomUUID(), at = NOW, on: Database = db) =>
      handInIntake(on, vault, await submitting(), { id, by: patient.name, at }),
    record: async (prescriber: Member, answers: Told = ORDINARY_RECORD, id: string = randomUUID(), on = db) =>
      recordForIntake(on, vault, await Permit.ask(db, prescriber, 'review-intake', patient.id), {
        ...{ id, answers, by: prescriber.name, at: NOW },
      }),
  }
}
