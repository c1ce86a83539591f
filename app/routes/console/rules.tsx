/** /console/rules: every rule, with the limits in force and how often it found something. */
import { inScope } from '../../access/permit.ts'
import type { RuleId } from '../../clinical/rules/all.ts'
import { findProtocolInForce } from '../../records/protocol-versions.ts'
import { countFindings, type RuleCount } from '../../records/rule-counts.ts'
import { GROUPS, type RuleCountView, RulesPage } from '../../ui/pages/rules.tsx'
import { onPractice } from '../route.ts'

const DAY_MS = 86_400_000
/** Over how many days findings are counted. */
const SPANS = [30, 365] as const

export const rules = onPractice('GET', '/console/rules', 'read-rules', async (c, permit) => {
  const { words, language, services } = c.var
  const now = services.now().getTime()
  const { inForce, counts } = await inScope(services.db, permit, async (scope) => {
    const counts = new Map<number, RuleCount[]>()
    for (const days of SPANS) counts.set(days, await countFindings(scope, new Date(now - days * DAY_MS)))
    return { inForce: await findProtocolInForce(scope), counts }
  })
  const group = GROUPS.find((one) => one === c.req.query('group')) ?? null
  return c.var.page({
    area: 'console',
    title: words.rulesPage.title,
    body: (
      <RulesPage
        language={language}
        words={words}
        group={group}
        protocol={inForce ?? null}
        countsOf={(id) => SPANS.map((days) => countOf(counts.get(days) ?? [], id, days))}
      />
    ),
  })
})

function countOf(counts: readonly RuleCount[], id: RuleId, days: number): RuleCountView {
  const own = counts.filter(({ ruleId }) => ruleId === id)
  const fired = own.find(({ isUnknown }) => !isUnknown)
  const unknown = own.find(({ isUnknown }) => isUnknown)
  return {
    days,
    fired: fired?.findings ?? 0,
    firedFor: fired?.patients ?? 0,
    unknown: unknown?.findings ?? 0,
  }
}
