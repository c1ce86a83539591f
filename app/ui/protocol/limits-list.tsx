import { rulesReading } from '../../clinical/protocol/diff.ts'
import { LIMIT_PATHS } from '../../clinical/protocol/fields.ts'
import { groupOf, type LimitGroup } from '../../clinical/protocol/names.ts'
import type { LimitPath, Limits } from '../../clinical/protocol.ts'
import { RULE_GROUPS, type RuleGroup, type RuleId } from '../../clinical/rules/all.ts'
import { limitLines, limitRows, limitWords } from '../../content/limit-words.ts'
import type { Language, Words } from '../../content/words.ts'

/** Every group of fields, in the order a protocol is read. */
export const LIMIT_GROUPS: readonly LimitGroup[] = [...new Set(LIMIT_PATHS.map(groupOf))]
export const pathsIn = (group: LimitGroup): LimitPath[] =>
  LIMIT_PATHS.filter((path) => groupOf(path) === group)

/** The id of a group's heading. */
export const groupId = (group: LimitGroup): string => `group-${group.replace('.', '-')}`

/** How many limits are set, of how many there are. */
export function countLimits(language: Language, limits: Limits): { set: number; all: number } {
  const set = LIMIT_PATHS.filter((path) => limitLines(language, limits, path).length > 0)
  return { set: set.length, all: LIMIT_PATHS.length }
}

export function GroupLinks({ language, words }: { language: Language; words: Words['protocol'] }) {
  return (
    <details class="jump">
      <summary>{words.jump}</summary>
      <ul>
        {LIMIT_GROUPS.map((group) => (
          <li key={group}>
            <a href={`#${groupId(group)}`}>{limitWords[language].groups[group]}</a>
          </li>
        ))}
      </ul>
    </details>
  )
}

type LimitsListProps = {
  language: Language
  words: Words['protocol']
  limits: Limits
  /** Whoever may read the rules gets links to them. */
  linksRules: boolean
}

/** All limits, group by group: what each is, what stands there, and which rules read it. */
export function LimitsList({ language, words, limits, linksRules }: LimitsListProps) {
  const { groups, labels, notSet } = limitWords[language]
  return (
    <div class="limit-groups">
      <p class="quiet">{words.readElsewhere}</p>
      {LIMIT_GROUPS.map((group) => (
        <section key={group} aria-labelledby={groupId(group)}>
          <h2 id={groupId(group)}>{groups[group]}</h2>
          <dl class="limits">
            {pathsIn(group).map((path) => {
              const rows = limitRows(language, limits, path)
              return (
                <div key={path} class={rows.length > 1 ? 'many' : undefined}>
                  <dt>{labels[path]}</dt>
                  <dd class={rows.length === 0 ? 'limit-value quiet' : 'limit-value'}>
                    {rows.length === 0
                      ? notSet
                      : rows.map(({ name, text }) => (
                          <p key={name}>
                            {name !== undefined && <strong>{name}: </strong>}
                            {text}
                          </p>
                        ))}
                  </dd>
                  <RulesCell words={words} ids={rulesReading(path)} linked={linksRules} />
                </div>
              )
            })}
          </dl>
        </section>
      ))}
    </div>
  )
}

type RulesCellProps = { words: Words['protocol']; ids: readonly RuleId[]; linked: boolean }

/** Rules by their ids, each a link to what it says. */
function RulesCell({ words, ids, linked }: RulesCellProps) {
  if (ids.length === 0) return null
  return (
    <dd class="limit-rules quiet">
      {words.readBy}{' '}
      {ids.map((id, i) => (
        <span key={id}>
          {i > 0 && ', '}
          {linked ? <a href={ruleHref(id)}>{id}</a> : id}
        </span>
      ))}
    </dd>
  )
}

/** Where a rule stands on the page of rules, among its group. */
export const ruleHref = (id: RuleId): string => `/console/rules?group=${groupOfRule(id)}#${id}`

const groupOfRule = (id: RuleId): RuleGroup =>
  (Object.keys(RULE_GROUPS) as RuleGroup[]).find((group) => Object.hasOwn(RULE_GROUPS[group], id)) ?? 'intake'
