/** What an edited plan is checked by. Sign-off: docs/clinical/plan.md */
import type { Day } from '../calendar-day.ts'
import type { PlanProtocol } from '../plan.ts'
import type { CautionReading } from './caution.ts'
import type { PlanFacts } from './facts.ts'
import type { PlanLines } from './lines.ts'
import type { Plan } from './shape.ts'

export type CheckContext = {
  /** 'YYYY-MM-DD' where the person is. */
  today: Day
  /** The plan signed last, and when its dose last went up. Not said when: nobody knows. */
  previous?: { plan: Plan; lastRaisedOn?: Day | 'never' | undefined } | undefined
}

/** What each check is made from. */
export type Checking = {
  plan: Plan
  facts: PlanFacts
  protocol: PlanProtocol
  context: CheckContext
  caution: CautionReading
  /** What the protocol draws for these facts. */
  lines: PlanLines
}
