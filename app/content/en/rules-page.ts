/** The rules in the console: what each asks, with which limits, and how often it found something. */
import type { RuleGroup } from '../../clinical/rules/all.ts'
import type { PartlyToldRule } from '../../clinical/rules/told-by-nothing.ts'

const groups: Record<RuleGroup, string> = {
  assessment: 'Free assessment',
  intake: 'Intake',
  dayOf: 'The day of a session',
  inSession: 'In the session',
  afterSession: 'After the session',
  course: 'Over the course',
  suicideScreen: 'The suicide screen',
}

/** Why nothing tells a part of it yet. */
const untold: Record<PartlyToldRule, string> = {
  A03: 'The free assessment has no place to write in, so nobody writes words there. The question whether they are safe is asked.',
  B11: 'The PQ-16 has no place in the intake yet. Our own questions about psychosis are asked.',
  C01: 'The C-SSRS a practice can load looks back on a lifetime and is asked in the intake. On the day the ASQ is asked, and S01 to S03 judge it.',
  D03: 'A long pause is asked in one tick with blue lips and gasping, and that tick is an emergency. How long a pause was is not written down.',
  D15: 'No page of a session asks for a questionnaire, so there is none to stop.',
  E06: 'The C-SSRS a practice can load looks back on a lifetime and is asked in the intake. On the day after the ASQ is asked, and S01 to S03 judge it.',
  F07: 'The ICSI is asked in the intake and not again, so there is no rise to see. Blood and pain are asked on the day of each session.',
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
  beside: 'Whoever is beside them reads',
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
  /** How far what is written is at work. */
  judged: (judged: number, all: number, partly: Iterable<string>) => {
    const ids = [...partly]
    const said = `${judged} of ${all} are judged in this house.`
    if (ids.length === 0) return said
    return `${said} ${ids.length} of them have a part that nothing tells yet: ${ids.join(', ')}. That part has never found anything, and cannot.`
  },
  untoldYet: 'Nothing tells it yet',
  untold,
  countedAs: 'A finding counts once for each rule it speaks for. What came out clear is not kept.',
}
