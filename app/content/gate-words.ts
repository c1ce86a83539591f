/** What is read at the gate of a session day: by the patient with the reasons, by the support person without. */
import type { BookingGap } from '../clinical/booking.ts'
import type { Gate, GateAnswer, GateReason } from '../clinical/gate.ts'
import type { RuleId } from '../clinical/rules/all.ts'
import { gate as gateEn } from './en/rules/gate.ts'
import { gate as gateEs } from './es/rules/gate.ts'
import { type AlertState, alertWords, patientText } from './rule-words.ts'
import type { Language } from './words.ts'

export type GateWords = {
  answer: Record<GateAnswer, string>
  stillMissing: string
  syncTooOld: string
  rulesDiffer: string
  /** Somebody was asked to look, and nobody has settled it yet. */
  alert: string
  /** What the booking rests on and is gone, as the patient reads it. */
  booking: Record<BookingGap, string>
  /** What is read on any other day than the booked one; `over`: that day has gone by. */
  otherDay: {
    aheadTitle: string
    overTitle: string
    ahead: (day: string) => string
    over: string
    besideAhead: (day: string) => string
    besideOver: string
  }
  /** The only sentence a support person reads of a gate that did not open, whatever the reason. */
  supportPerson: string
}

export const gateWords: Record<Language, GateWords> = { en: gateEn, es: gateEs }

/** Whatever is missing about suicide, help stands there. */
const ALWAYS_IN_ITS_OWN_WORDS = ['S01', 'S02', 'S03', 'C01']

/** The answer and its reasons, each once. */
export function gateForPatient(language: Language, { answer, reasons }: Gate, state: AlertState): string[] {
  const said = reasons.map((reason) => reasonText(language, reason, state))
  return [...new Set([gateWords[language].answer[answer], ...said])]
}

function reasonText(language: Language, reason: GateReason, state: AlertState): string {
  const words = gateWords[language]
  if (reason.is === 'sync-too-old') return words.syncTooOld
  if (reason.is === 'rules-differ') return words.rulesDiffer
  if (reason.is === 'booking') return words.booking[reason.gap]
  if (reason.is === 'alert') return words.alert
  if (reason.is === 'said-before')
    return (
      patientText(language, reason.ruleId as RuleId, state, reason.severity) ?? alertWords[language].neutral
    )
  const { ruleId, isUnknown, severity } = reason.finding
  // What a rule says when it fires would not be true of somebody who has not answered.
  if (isUnknown && !ALWAYS_IN_ITS_OWN_WORDS.includes(ruleId)) return words.stillMissing
  return patientText(language, ruleId as RuleId, state, severity) ?? alertWords[language].neutral
}
