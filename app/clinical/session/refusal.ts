/**
 * What may happen next, and why not.
 *
 * The same question is asked on the phone before something is recorded, and of every recorded event when logs are
 * merged. Source: rules D14, E01, E02. Sign-off: docs/clinical/session.md
 */
import { YES } from '../instruments/instrument.ts'
import { endStep } from '../instruments/ready-to-end.ts'
import { dayOfRules } from '../rules/day-of/rules.ts'
import type { Rule } from '../rules/rule.ts'
import { suicideScreenRules } from '../rules/suicide-screen/rules.ts'
import { notWell } from './ending.ts'
import type { Happening, UnsealedEvent } from './events.ts'
import { type SessionNumbers, unsignedNumbers } from './phases.ts'
import {
  certainMinutes,
  holdingFindings,
  openAlerts,
  type Receipts,
  type Refused,
  type Session,
} from './state.ts'

const isOver = ({ stage }: Session) => stage === 'stopped' || stage === 'aborted' || stage === 'complete'
const isClinician = ({ person, deviceOf }: UnsealedEvent) => person === 'clinician' && deviceOf === 'practice'
/** The patient's device closes nothing, and neither does the patient on another's, nor the server. */
const isSecondPerson = ({ person, deviceOf }: UnsealedEvent) =>
  person !== 'patient' && person !== 'system' && deviceOf !== 'patient'
const isBlank = (reason: string) => reason.trim() === ''

/**
 * @param event as it would be recorded now
 * @param receipts where the server asks
 * @returns undefined when it may happen. Stop, help, readings and everything else that asks for care always may.
 */
export function refusalOf(
  session: Session,
  event: UnsealedEvent,
  numbers: SessionNumbers,
  receipts: Receipts = {},
): Refused | undefined {
  const { what } = event
  switch (what.kind) {
    case 'preparing':
      return beforeDose(session) ?? (session.stage === 'not-ready' ? undefined : 'out-of-order')
    case 'judged':
    case 'line-checked':
    case 'resumed':
      return beforeDose(session)
    case 'opened':
      return beforeDose(session) ?? clinicianWithReason(event, what.reason) ?? notOpened(session, what)
    case 'offline-announced':
      if (what.how === 'phone-call' && !isClinician(event)) return 'clinician-only'
      return isOver(session) ? 'over' : what.callsAt.length === 0 ? 'calls-needed' : undefined
    case 'released':
      return beforeDose(session) ?? clinicianWithReason(event, what.reason)
    case 'made-ready':
      return beforeDose(session) ?? notReady(session, numbers)
    case 'dose-started':
      return notDosable(session, what.units)
    case 'alert-settled':
      return notSettled(session, event, what.alert)
    case 'support-person-back':
      return isSecondPerson(event) ? undefined : 'second-person-only'
    case 'end-list':
      return afterDose(session) ?? (isSecondPerson(event) ? undefined : 'second-person-only')
    case 'closed':
      return afterDose(session) ?? notClosable(session, event, numbers, receipts)
    default:
      return undefined
  }
}

const beforeDose = (session: Session): Refused | undefined =>
  isOver(session) ? 'over' : session.stage === 'dosed' ? 'after-the-dose' : undefined

const afterDose = (session: Session): Refused | undefined =>
  isOver(session) ? 'over' : session.stage === 'dosed' ? undefined : 'no-dose'

function clinicianWithReason(event: UnsealedEvent, reason: string): Refused | undefined {
  if (!isClinician(event)) return 'clinician-only'
  return isBlank(reason) ? 'reason-needed' : undefined
}

/** Marked † in the rules, whatever a device wrote into its log. */
export const isFinalRule = (ruleId: string): boolean => FINAL.includes(ruleId)
const FINAL = [...Object.values<Rule<never>>(dayOfRules), ...Object.values<Rule<never>>(suicideScreenRules)]
  .filter(({ isFinal }) => isFinal)
  .map(({ id }) => id)

/** As `rules/opening.ts` has it: by a prescriber, and never what nobody may open. */
function notOpened({ judged }: Session, what: Extract<Happening, { kind: 'opened' }>): Refused | undefined {
  const judgement = [judged.patient, judged['support-person']].find((one) => one?.ref === what.judgement)
  const finding = judgement?.findings.find(({ ruleId }) => ruleId === what.ruleId)
  if (!finding) return 'unknown-judgement'
  if (finding.isFinal || isFinalRule(finding.ruleId)) return 'nobody-opens'
  return what.isByPrescriber ? undefined : 'prescriber-only'
}

function notReady(session: Session, numbers: SessionNumbers): Refused | undefined {
  const { stage, judged, isPaused, heldFor, hasVoiceLine, offline } = session
  if (stage !== 'preparing') return 'out-of-order'
  if (unsignedNumbers(numbers).length > 0) return 'not-signed'
  if (isPaused) return 'is-paused'
  if (heldFor !== undefined) return 'is-held'
  if (!judged.patient || !judged['support-person']) return 'not-judged'
  if (holdingFindings(session).length > 0) return 'held-by-finding'
  if (session.isSupportPersonGone) return 'support-person-gone'
  if (openAlerts(session).length > 0) return 'alert-open'
  return hasVoiceLine === true || offline ? undefined : 'no-line'
}

function notDosable({ stage, isPaused, swallows }: Session, units: number): Refused | undefined {
  if (swallows.length > 0) return 'already-dosed'
  if (stage === 'stopped' || stage === 'aborted') return 'over'
  if (stage !== 'ready-for-dose') return 'out-of-order'
  if (isPaused) return 'is-paused'
  return Number.isInteger(units) && units > 0 ? undefined : 'units-needed'
}

function notSettled(session: Session, event: UnsealedEvent, key: string): Refused | undefined {
  const alert = openAlerts(session).find((open) => open.key === key)
  if (!alert) return 'unknown-alert'
  if (alert.level === 'confirm') return isSecondPerson(event) ? undefined : 'second-person-only'
  return isClinician(event) ? undefined : 'clinician-only'
}

function notClosable(
  session: Session,
  event: UnsealedEvent,
  numbers: SessionNumbers,
  receipts: Receipts,
): Refused | undefined {
  const { minimumObservationMinutes, maximumObservationMinutes } = numbers
  if (!isSecondPerson(event)) return 'second-person-only'
  if (minimumObservationMinutes === undefined || maximumObservationMinutes === undefined) return 'not-signed'
  if (session.isSupportPersonGone) return 'support-person-gone'
  if (openAlerts(session).length > 0) return 'alert-open'
  const minutes = certainMinutes(session, event, receipts) ?? 0
  if (minutes < minimumObservationMinutes) return 'too-early'
  if (!session.endList) return 'end-list-open'
  const { answers, minutesSinceDose } = session.endList
  const limits = {
    minObservationMinutes: minimumObservationMinutes,
    maxObservationMinutes: maximumObservationMinutes,
  }
  const isTakenOn = isClosedWithReason(event)
  const judged = isTakenOn ? { ...answers, ...MEASURED_YES } : answers
  if (endStep(judged, minutesSinceDose, limits) !== 'ready') return 'end-list-open'
  return isTakenOn ? undefined : notWell(session.measured, numbers.ending ?? {}, minutes)
}

/** Points of the list that say what was measured. A clinician who ends it with a reason takes these on. */
const MEASURED_YES = { 'end-calm': YES, 'end-pressure': YES, 'end-oxygen': YES }

/** A clinician ends it on what was measured as it is, and says why: written down with the end. */
export const isClosedWithReason = (event: UnsealedEvent): boolean =>
  event.what.kind === 'closed' && isClinician(event) && !isBlank(event.what.reason ?? '')
