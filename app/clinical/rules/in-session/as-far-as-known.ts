import type { InSessionFacts } from '../../facts/in-session.ts'
import type { Rule } from '../rule.ts'

/** In a session what is true in part is true: nobody waits for the rest of a rule to be known. */
export const asFarAsKnown = (rule: Rule<InSessionFacts>): Rule<InSessionFacts> => ({
  ...rule,
  judge: (facts, limits) => {
    const judgement = rule.judge(facts, limits)
    const { outcome, atLeast, evidence } = judgement
    return outcome === 'unknown' && atLeast !== undefined ? { outcome: atLeast, evidence } : judgement
  },
})
