/** The rules in the console: what each asks, with which limits, and how often it found something. */
import type { RuleGroup } from '../../clinical/rules/all.ts'

const groups: Record<RuleGroup, string> = {
  assessment: 'Free assessment',
  intake: 'Intake',
  dayOf: 'The day of a session',
  inSession: 'In the session',
  afterSession: 'After the session',
  course: 'Over the course',
  suicideScreen: 'The suicide screen',
}

export const rulesPage = {
  title: 'Rules',
  lead: (count: number) =>
    `${count} rules. They compare facts with the limits of the signed protocol, and decide nothing.`,
  limitsFrom: (version: number) => `Limits are those of protocol ${version}.`,
  noProtocol: 'No protocol is in force: each rule that needs a limit answers “unknown”.',
  filter: 'Show',
  all: 'All groups',
  groups,
  count: (count: number) => (count === 1 ? '1 rule' : `${count} rules`),
  clinician: 'The clinician reads',
  patient: 'The patient reads',
  somebody: 'the person on duty',
  patientNothing: 'nothing of it',
  answers: 'It can answer',
  whenUnknown: 'When it cannot be judged',
  nothing: 'nothing',
  final: 'nobody may open it',
  limits: 'Limits',
  noLimits: 'It reads no limit.',
  source: 'Source',
  version: (version: number) => `version ${version}`,
  counted: 'Found here',
  days: (days: number) => `${days} days`,
  fired: 'fired',
  unknown: 'could not be judged',
  people: (count: number) => (count === 1 ? '1 person' : `${count} people`),
  neverAsked: 'Nothing in this house asks it yet, so it has never run.',
  countedAs: 'A finding counts once for each rule it speaks for. What came out clear is not kept.',
}
