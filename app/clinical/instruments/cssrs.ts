/**
 * Columbia Suicide Severity Rating Scale (C-SSRS), screener: triage by the highest question answered yes, never by
 * counting. The scorer alone: the wording is loaded by a practice that may use it.
 *
 * A low level is not "no risk". Source, licence, levels and sign-off: docs/clinical/cssrs.md
 */
import { given } from './answers.ts'
import { decided } from './decision.ts'
import { type Answers, type Condition, type Instrument, type Item, YES, YES_NO } from './instrument.ts'

const LEVELS = ['none', 'low', 'moderate', 'high'] as const
type CssrsLevel = (typeof LEVELS)[number]

export type CssrsReadings = {
  /** The highest answer counts, never a sum. `undetermined` when the missing answers could change it. */
  level: CssrsLevel | 'undetermined'
  /** The least and the most it can be. After any yes, what is undetermined is acted on as `atMost`. */
  atLeast: CssrsLevel
  atMost: CssrsLevel
}

const question = (name: string, askedWhen?: readonly Condition[]): Item => ({
  linkId: `cssrs-${name}`,
  values: YES_NO,
  isSafety: true,
  ...(askedWhen && { askedWhen }),
})

/** Asked after a yes, and after a skip too: a skip of the question before is no reason to ask less. */
const after = (name: string): Condition[] => [
  { linkId: `cssrs-${name}`, is: YES },
  { linkId: `cssrs-${name}`, is: 'skipped' },
]

const wish = question('1')
const thoughts = question('2')
const method = question('3', after('2'))
const intent = question('4', after('2'))
const plan = question('5', after('2'))
const behaviour = question('6')
const recentBehaviour = question('6-recent', after('6'))
const items = [wish, thoughts, method, intent, plan, behaviour, recentBehaviour]

/** What a yes to each question makes of it. */
const WEIGHT: readonly [Item, CssrsLevel][] = [
  [wish, 'low'],
  [thoughts, 'low'],
  [method, 'moderate'],
  [behaviour, 'moderate'],
  [intent, 'high'],
  [plan, 'high'],
  [recentBehaviour, 'high'],
]

export const cssrs: Instrument<null, CssrsReadings> = {
  code: 'c-ssrs',
  version: '1.0.0',
  recall: 'several',
  source: 'docs/clinical/cssrs.md',
  items,
  score: (answers) => {
    const atLeast = highest(({ linkId }) => answers[linkId] === YES)
    const atMost = highest((item) => answers[item.linkId] === YES || couldBeYes(item, answers))
    const level = atLeast === atMost ? atLeast : 'undetermined'
    return decided(items, answers, { level, atLeast, atMost }, level !== 'undetermined')
  },
}

/** A yes counts wherever it stands, even to a question that was not to be asked. */
function highest(isYes: (item: Item) => boolean): CssrsLevel {
  const reached = WEIGHT.filter(([item]) => isYes(item)).map(([, level]) => LEVELS.indexOf(level))
  return LEVELS[Math.max(0, ...reached)] ?? 'none'
}

/** No readable answer, and nothing before it that closed the question. */
function couldBeYes(item: Item, answers: Answers): boolean {
  if (given(item, answers) !== undefined) return false
  const [before] = items.filter(({ linkId }) => linkId === item.askedWhen?.[0]?.linkId)
  return before === undefined || answers[before.linkId] === YES || given(before, answers) === undefined
}
