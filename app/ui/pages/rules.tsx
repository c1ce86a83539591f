import type { LimitPath, Limits } from '../../clinical/protocol.ts'
import {
  ALL_RULES,
  type AnyRule,
  RULE_GROUPS,
  type RuleGroup,
  type RuleId,
  rulesOf,
} from '../../clinical/rules/all.ts'
import { isRoomRule } from '../../clinical/rules/in-the-room.ts'
import { isRunning } from '../../clinical/rules/running.ts'
import { isPartlyTold, PARTLY_TOLD, untoldFacts } from '../../clinical/rules/told-by-nothing.ts'
import { labelOf } from '../../content/finding-words.ts'
import { fullLabel, limitLines, limitWords } from '../../content/limit-words.ts'
import { besideText, patientText, ruleWords } from '../../content/rule-words.ts'
import type { Language, Words } from '../../content/words.ts'
import { Notice } from '../notice.tsx'

export const GROUPS = Object.keys(RULE_GROUPS) as RuleGroup[]

/** How often a rule found something within so many days. */
export type RuleCountView = { days: number; fired: number; firedFor: number; unknown: number }

type RulesPageProps = {
  language: Language
  words: Words
  /** One group, or all. */
  group: RuleGroup | null
  /** What is in force; null when nothing is. */
  protocol: { version: number; limits: Limits; isInvented: boolean } | null
  countsOf: (id: RuleId) => readonly RuleCountView[]
}

/** Every rule: what it asks, what a clinician reads of it, the limits in force, its source, and what it found here. */
export function RulesPage(props: RulesPageProps) {
  const { language, words, group, protocol } = props
  const own = words.rulesPage
  const shown = group === null ? GROUPS : [group]
  const all = GROUPS.reduce((sum, one) => sum + rulesOf(one).length, 0)
  return (
    <div class="wide flow">
      <header class="console-head">
        <h1>{own.title}</h1>
        <p>{own.lead(all)}</p>
      </header>
      {protocol?.isInvented && <Notice kind="problem">{words.protocol.invented}</Notice>}
      <p>
        {protocol === null ? own.noProtocol : own.limitsFrom(protocol.version)} {own.countedAs}
      </p>
      <p>{own.judged(ALL_RULES.filter(({ id }) => isRunning(id as RuleId)).length, all, PARTLY_TOLD)}</p>
      <GroupFilter words={own} group={group} />
      {shown.map((one) => (
        <section key={one} aria-labelledby={`rules-${one}`} class="rule-group">
          <h2 id={`rules-${one}`}>
            {own.groups[one]} <span class="quiet">{own.count(rulesOf(one).length)}</span>
          </h2>
          {rulesOf(one).map((rule) => (
            <RuleEntry key={rule.id} {...props} language={language} rule={rule} />
          ))}
        </section>
      ))}
    </div>
  )
}

function GroupFilter({ words, group }: { words: Words['rulesPage']; group: RuleGroup | null }) {
  return (
    <nav class="jump" aria-label={words.filter}>
      <ul>
        <li>
          <a href="/console/rules" aria-current={group === null ? 'page' : undefined}>
            {words.all}
          </a>
        </li>
        {GROUPS.map((one) => (
          <li key={one}>
            <a href={`/console/rules?group=${one}`} aria-current={group === one ? 'page' : undefined}>
              {words.groups[one]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function RuleEntry({ language, words, protocol, countsOf, rule }: RulesPageProps & { rule: AnyRule }) {
  const own = words.rulesPage
  const id = rule.id as RuleId
  const { condition, clinician } = ruleWords[language][id]
  const severities = rule.severities.map((severity) => words.patient.severity[severity]).join(', ')
  const state = { is: 'sent', to: own.somebody } as const
  const unknown = rule.whenUnknown === 'nothing' ? own.nothing : words.patient.severity[rule.whenUnknown]
  return (
    <article class="rule" id={id} aria-labelledby={`${id}-name`}>
      <h3 id={`${id}-name`}>
        <span class="rule-id">{id}</span> <span>{condition}</span>
      </h3>
      <dl class="rule-facts">
        <div>
          <dt>{own.clinician}</dt>
          <dd>{clinician}</dd>
        </div>
        <div>
          <dt>{own.patient}</dt>
          <dd>{patientText(language, id, state, rule.severities[0]) ?? own.patientNothing}</dd>
        </div>
        {isRoomRule(id) && (
          <div>
            <dt>{own.beside}</dt>
            <dd>{besideText(language, id, state, rule.severities[0])}</dd>
          </div>
        )}
        <div>
          <dt>{own.answers}</dt>
          <dd>
            {severities}
            {rule.isFinal && ` (${own.final})`}. {own.whenUnknown}: {unknown}
          </dd>
        </div>
        <div>
          <dt>{own.limits}</dt>
          <dd>
            {rule.limits.length === 0
              ? own.noLimits
              : rule.limits.map((path) => (
                  <LimitLine key={path} language={language} path={path} limits={protocol?.limits ?? {}} />
                ))}
          </dd>
        </div>
        {isPartlyTold(id) && (
          <div>
            <dt>{own.untoldYet}</dt>
            <dd>
              <p>
                {untoldFacts(id)
                  .map((name) => labelOf(language, name))
                  .join('; ')}
              </p>
              <p>{own.untold[id]}</p>
            </dd>
          </div>
        )}
        <div>
          <dt>{own.counted}</dt>
          <dd>
            <Counts words={own} id={id} counts={countsOf(id)} />
          </dd>
        </div>
        <div>
          <dt>{own.source}</dt>
          <dd class="quiet">
            {rule.source}, {rule.sections.join(', ')} · {own.version(rule.version)}
          </dd>
        </div>
      </dl>
    </article>
  )
}

type LimitLineProps = { language: Language; path: LimitPath; limits: Limits }

function LimitLine({ language, path, limits }: LimitLineProps) {
  const lines = limitLines(language, limits, path)
  return (
    <p>
      {fullLabel(language, { path })}:{' '}
      {lines.length === 0 ? <em>{limitWords[language].notSet}</em> : <strong>{lines.join('; ')}</strong>}
    </p>
  )
}

type CountsProps = { words: Words['rulesPage']; id: RuleId; counts: readonly RuleCountView[] }

/** A zero is only said of what is asked here. */
function Counts({ words, id, counts }: CountsProps) {
  const isSilent = counts.every(({ fired, unknown }) => fired === 0 && unknown === 0)
  if (isSilent && !isRunning(id)) return <em>{words.neverAsked}</em>
  return (
    <>
      {counts.map(({ days, fired, firedFor, unknown }) => (
        <p key={days}>
          {words.days(days)}: {words.fired} <strong>{fired}</strong>
          {fired > 0 && ` (${words.people(firedFor)})`}, {words.unknown} <strong>{unknown}</strong>
        </p>
      ))}
    </>
  )
}
