/** docs/clinical/rules.md, written from the rules and their words, so that the page cannot say something else. */
import { SEVERITIES } from '../app/clinical/outcome.ts'
import {
  ALL_RULES,
  type AnyRule,
  RULE_GROUPS,
  type RuleGroup,
  type RuleId,
  rulesOf,
} from '../app/clinical/rules/all.ts'
import { isRoomRule, type RoomRuleId } from '../app/clinical/rules/in-the-room.ts'
import { isRunning, type Moment, momentsOf } from '../app/clinical/rules/running.ts'
import { SECTIONS } from '../app/clinical/rules/sections.ts'
import { isPartlyTold, PARTLY_TOLD, untoldFacts } from '../app/clinical/rules/told-by-nothing.ts'
import { rulesPage as pageWords } from '../app/content/en/rules-page.ts'
import {
  alertWords,
  besideText,
  patientText,
  type RoomRuleWords,
  type RuleWords,
  ruleWords,
} from '../app/content/rule-words.ts'

const TITLES: Record<RuleGroup, string> = {
  assessment: 'A. Free assessment',
  intake: 'B. Intake',
  dayOf: 'C. The day of a session',
  inSession: 'D. In the session',
  afterSession: 'E. After the session',
  course: 'F. Over the course',
  suicideScreen: 'S. The suicide screen',
}

const { en } = alertWords

/** When a rule is judged, in the words of the page. */
const MOMENTS: Record<Moment, string> = {
  assessment: 'with the free assessment',
  intake: 'when the intake is handed in or recorded',
  screen: 'when a suicide screen is handed in',
  told: 'as soon as a part of the intake is told',
  mood: 'when a PHQ-9 is handed in',
  moodAgain: 'when a PHQ-9 is handed in',
  month: 'when a PCL-5 is handed in',
  week: 'with the questions about the week',
  recorded: 'when a clinician records something in the course',
  order: 'before an order',
  orderTerms: 'before an order',
  orderInCourse: 'before an order',
  gate: 'at the gate of a session',
  gateInCourse: 'at the gate of a session',
  untilDose: 'before a session becomes ready, and before its dose',
  session: 'with every event of a session',
  lateInSession: 'with every event of a session',
  restingInSession: 'with every event of a session',
  askedToEnd: 'when the end of a session is asked for',
  tonight: 'in the evening after a session, when somebody says how they are',
  nextDay: 'with the day after',
  nextDayInCourse: 'with the day after',
  silence: 'when the day after stays unanswered',
  substances: 'when alcohol and other substances are asked again and handed in',
  risk: 'with each screen of the suicide screen of a loaded text',
  silenceInCourse: 'when the day after stays unanswered',
}

const judged = (id: string): string =>
  [...new Set(momentsOf(id as RuleId).map((moment) => MOMENTS[moment]))].join(', ') || 'nowhere yet'

/** How many rules are judged somewhere, and which are not. */
function running(): string {
  const silent = ALL_RULES.filter(({ id }) => !isRunning(id as RuleId)).map(({ id }) => id)
  const asked = `${ALL_RULES.length - silent.length} of ${ALL_RULES.length}`
  return silent.length === 0
    ? asked
    : `${asked}. Written and tested, and asked by nothing yet: ${silent.join(', ')}`
}

/** Of how many of them a part is judged by a constant. */
const partlyTold = (): string =>
  PARTLY_TOLD.length === 0
    ? ''
    : `

Of ${PARTLY_TOLD.length} of these **nothing tells a part yet**: ${PARTLY_TOLD.join(', ')}. That part never finds anything, and its silence
says nothing about anybody; beside each stands which facts, and why.`

const HEAD = `# Decision rules

Written from \`app/clinical/rules/\` and \`app/content/en/rules/\` by \`tests/rules-page.test.ts\`; change those, then run
\`npx vitest run tests/rules-page.test.ts -u\`. **No rule here is signed.** Judged in the product
today: ${running()}.${partlyTold()}

A rule looks at facts and at the limits of the practice's signed protocol, and answers with a severity, *clear*, or
*unknown*. No limit has a default, and what is missing is never clear.

| answer | means |
|---|---|
| block | the step stops; a prescriber may open it with a reason, except where † stands |
| review | a prescriber looks before the step |
| advise | said to clinician or patient |
| inform | for the record |
| † | nobody may open it |
| ‡ | a missing fact closes |

Rules that cannot be judged for want of the same questionnaire, the same fact, or a signature make one finding together.
Facts from a sensitive segment (substance use, partner safety, pregnancy, journal, psychotherapy) leave an id in the
finding and no value. [Marks](README.md#marks). Licence: our own rules and words, under the licence of this repository.

**What a patient is told of people.** Only what has happened, in one of three forms: "${en.sent('{name}')}" · "${en.seen('{name}', '{time}')}" · "${en.outsideCover('{time}', '{contact}', '988', '911')}". Below, {who knows} stands for one of them, and {crisis} for
"${en.crisis('988', '911')}", said to whoever is beside the patient as "${en.crisisBeside('988', '911')}". Rules that are judged in a
session have words of their own for them: *Beside*. Before the dose they read one sentence, whatever the rule.
`

/** The whole page. */
export function rulesPage(): string {
  const groups = (Object.keys(RULE_GROUPS) as RuleGroup[]).map(
    (group) => `## ${TITLES[group]}\n\n${rulesOf(group).map(entry).join('\n')}`,
  )
  return `${[HEAD, count(), ...groups, sources()].join('\n')}`
}

const count = () => {
  const groups = (Object.keys(RULE_GROUPS) as RuleGroup[]).map(
    (group) => `${TITLES[group]} ${rulesOf(group).length}`,
  )
  return `Counts: ${groups.join(' · ')}.\n`
}

function entry(rule: AnyRule): string {
  const words: RuleWords = ruleWords.en[rule.id as RuleId]
  const marks = `${rule.isFinal ? ' †' : ''}${rule.mark ? ' ‡' : ''}`
  const sections = rule.sections.map((section) => `[${section}](#sources)`).join(', ')
  const lines = [
    `### ${rule.id} · ${rule.severities.join(' or ')}${marks}`,
    '',
    `${words.condition}.`,
    '',
    `- Limits: ${rule.limits.length === 0 ? 'none' : rule.limits.map((path) => `\`${path}\``).join(', ')}`,
    `- When unknown: ${rule.whenUnknown}`,
    `- Judged: ${judged(rule.id)}`,
    ...untoldLine(rule),
    `- Patient: ${wordsFor(rule, words.patient)}`,
    ...besideLine(rule),
    `- Clinician: ${words.clinician}`,
    `- Source: [${rule.source.replace('docs/clinical/', '')}](${rule.source.replace('docs/clinical/', '')}), ${sections} · version ${rule.version} · *unsigned*`,
    '',
  ]
  return lines.join('\n')
}

/** What the rule looks at and nobody tells, with the reason. */
function untoldLine({ id }: AnyRule): string[] {
  const rule = id as RuleId
  if (!isPartlyTold(rule)) return []
  const names = untoldFacts(rule).map((name) => `\`${name}\``)
  return [`- ${pageWords.untoldYet}: ${names.join(', ')}. ${pageWords.untold[rule]}`]
}

/** The three forms and the crisis text stand once, at the head. Where the words hang on the severity, each stands. */
function wordsFor({ severities }: AnyRule, words: RuleWords['patient']): string {
  if (words === null) return 'nothing'
  if (typeof words === 'string') return `"${words}"`
  const said = severities.map((severity) =>
    words({ crisis: '{crisis}', team: '{who knows}', neutral: en.neutral, severity }),
  )
  if (new Set(said).size === 1) return `"${said[0]}"`
  return severities.map((severity, i) => `${severity} "${said[i]}"`).join(' · ')
}

/** Of rules judged in a session: what whoever is beside the patient reads. */
function besideLine(rule: AnyRule): string[] {
  if (!isRoomRule(rule.id)) return []
  const { beside }: RoomRuleWords = ruleWords.en[rule.id]
  return [`- Beside: ${wordsFor(rule, beside)}`]
}

function sources(): string {
  const rows = Object.entries(SECTIONS).map(([key, text]) => `| ${key} | ${text} |`)
  return ['## Sources', '', '| key | what it rests on |', '|---|---|', ...rows, ''].join('\n')
}

const STATES = [
  { is: 'sent', to: 'Dr. Test' },
  { is: 'seen', by: 'Dr. Test', at: '9:30' },
  { is: 'outside-cover', opens: 'Monday, 9:00', contact: '(305) 555-0142' },
] as const
const STRENGTHS = [undefined, ...SEVERITIES]

/** Every sentence a patient can read of a rule, in every form. */
export const everyPatientText = (language: 'en' | 'es', id: RuleId): string[] => [
  ...new Set(
    STATES.flatMap((state) =>
      STRENGTHS.flatMap((severity) => patientText(language, id, state, severity) ?? []),
    ),
  ),
]

/** Every sentence whoever is beside the patient can read of a rule, in every form. */
export const everyBesideText = (language: 'en' | 'es', id: RoomRuleId): string[] => [
  ...new Set(
    STATES.flatMap((state) => STRENGTHS.map((severity) => besideText(language, id, state, severity))),
  ),
]
