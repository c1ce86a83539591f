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
import { isRunning, type Moment, momentsOf } from '../app/clinical/rules/running.ts'
import { SECTIONS } from '../app/clinical/rules/sections.ts'
import { alertWords, patientText, ruleWords } from '../app/content/rule-words.ts'

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
  session: 'with every event of a session',
  lateInSession: 'with every event of a session',
  tonight: 'in the evening after a session, when somebody says how they are',
  nextDay: 'with the day after',
  nextDayInCourse: 'with the day after',
  silence: 'when the day after stays unanswered',
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

const HEAD = `# Decision rules

Written from \`app/clinical/rules/\` and \`app/content/en/rules/\` by \`tests/rules-page.test.ts\`; change those, then run
\`npx vitest run tests/rules-page.test.ts -u\`. **No rule here is signed.** Judged in the product
today: ${running()}.

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
"${en.crisis('988', '911')}"
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
  const words = ruleWords.en[rule.id as RuleId]
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
    `- Patient: ${patientWords(rule)}`,
    `- Clinician: ${words.clinician}`,
    `- Source: [${rule.source.replace('docs/clinical/', '')}](${rule.source.replace('docs/clinical/', '')}), ${sections} · version ${rule.version} · *unsigned*`,
    '',
  ]
  return lines.join('\n')
}

/** The three forms and the crisis text stand once, at the head. Where the words hang on the severity, each stands. */
function patientWords({ id, severities }: AnyRule): string {
  const { patient } = ruleWords.en[id as RuleId]
  if (patient === null) return 'nothing'
  if (typeof patient === 'string') return `"${patient}"`
  const said = severities.map((severity) =>
    patient({ crisis: '{crisis}', team: '{who knows}', neutral: en.neutral, severity }),
  )
  if (new Set(said).size === 1) return `"${said[0]}"`
  return severities.map((severity, i) => `${severity} "${said[i]}"`).join(' · ')
}

function sources(): string {
  const rows = Object.entries(SECTIONS).map(([key, text]) => `| ${key} | ${text} |`)
  return ['## Sources', '', '| key | what it rests on |', '|---|---|', ...rows, ''].join('\n')
}

/** Every sentence a patient can read of a rule, in every form. */
export const everyPatientText = (language: 'en' | 'es', id: RuleId): string[] => {
  const texts = (
    [
      { is: 'sent', to: 'Dr. Test' },
      { is: 'seen', by: 'Dr. Test', at: '9:30' },
      { is: 'outside-cover', opens: 'Monday, 9:00', contact: '(305) 555-0142' },
    ] as const
  ).flatMap((state) =>
    [undefined, ...SEVERITIES].flatMap((severity) => patientText(language, id, state, severity) ?? []),
  )
  return [...new Set(texts)]
}
