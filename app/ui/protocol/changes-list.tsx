import { type Change, rulesTouched } from '../../clinical/protocol/diff.ts'
import { groupOf } from '../../clinical/protocol/names.ts'
import { placeName } from '../../clinical/protocol/places.ts'
import { changeText, fullLabel, limitWords, placeLabel } from '../../content/limit-words.ts'
import { ruleWords } from '../../content/rule-words.ts'
import type { Language, Words } from '../../content/words.ts'
import { ruleHref } from './limits-list.tsx'

type ChangesListProps = {
  language: Language
  words: Words['protocol']
  changes: readonly Change[]
  /** Heading level of the groups. */
  level?: 2 | 3
}

/** What differs, group by group, in plain words; then the rules that read something of it. */
export function ChangesList({ language, words, changes, level = 2 }: ChangesListProps) {
  const own = words.changes
  const groups = [...new Set(changes.map(({ place }) => groupOf(place.path)))]
  const touched = rulesTouched(changes)
  const Heading = `h${level}` as const
  if (changes.length === 0) return <p>{own.nothing}</p>
  return (
    <>
      <p>{own.count(changes.length)}</p>
      {groups.map((group) => (
        <section key={group}>
          <Heading>{limitWords[language].groups[group]}</Heading>
          <dl class="limits">
            {changes
              .filter(({ place }) => groupOf(place.path) === group)
              .map((change) => (
                <div key={placeName(change.place)}>
                  <dt>{placeLabel(language, change.place)}</dt>
                  <dd class="limit-value change">{changeText(language, change)}</dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
      <section>
        <Heading>{own.touched}</Heading>
        {touched.length === 0 ? (
          <p>{own.noRules}</p>
        ) : (
          <ul class="plain-list">
            {touched.map(({ ruleId, paths }) => (
              <li key={ruleId}>
                <a href={ruleHref(ruleId)}>{ruleId}</a> {ruleWords[language][ruleId].condition}{' '}
                <span class="quiet">
                  ({own.reads(paths.map((path) => fullLabel(language, { path })).join('; '))})
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  )
}
