import type { ComponentChildren } from 'preact'
import type { Words } from '../content/words.ts'
import { FindingRow, type FindingView, strongestFirst } from './finding-row.tsx'

type FindingListProps = {
  words: Words['patient']
  findings: readonly FindingView[]
  /** What may be done about one finding: forms, put under it. */
  actionsFor?: ((finding: FindingView) => ComponentChildren) | undefined
}

/** Somebody has to do something: it blocks or asks for a look. What could not be judged does so all the more. */
const asksForAction = ({ severity }: FindingView): boolean => severity === 'block' || severity === 'review'

/**
 * Many findings, readable: what asks for action stands open, once for each rule; the same rule found again, and advice
 * and information, are folded, each with how many there are.
 */
export function FindingList({ words, findings, actionsFor }: FindingListProps) {
  const { group } = words.finding
  const sorted = strongestFirst(findings)
  const toDo = sorted.filter(asksForAction)
  const rest = sorted.filter((finding) => !asksForAction(finding))
  const rows = (some: readonly FindingView[]) =>
    some.map((finding) => (
      <FindingRow key={finding.id} words={words} finding={finding}>
        {actionsFor?.(finding)}
      </FindingRow>
    ))
  const folded = (title: (count: number) => string, some: readonly FindingView[]) =>
    some.length > 0 && (
      <details class="finding-fold">
        <summary>{title(some.length)}</summary>
        <ul class="findings">{rows(some)}</ul>
      </details>
    )
  return (
    <>
      {toDo.length === 0 ? (
        <p>{group.nothingToDo}</p>
      ) : (
        <ul class="findings">{rows(toDo.filter((finding) => isFirstOfRule(toDo, finding)))}</ul>
      )}
      {folded(
        group.again,
        toDo.filter((finding) => !isFirstOfRule(toDo, finding)),
      )}
      {folded(
        group.notJudged,
        rest.filter(({ isUnknown }) => isUnknown),
      )}
      {folded(
        group.told,
        rest.filter(({ isUnknown }) => !isUnknown),
      )}
    </>
  )
}

/** Another strength, or not judged, is another finding. */
const isFirstOfRule = (all: readonly FindingView[], one: FindingView): boolean =>
  all.find(
    ({ ruleId, severity, isUnknown }) =>
      ruleId === one.ruleId && severity === one.severity && isUnknown === one.isUnknown,
  ) === one
