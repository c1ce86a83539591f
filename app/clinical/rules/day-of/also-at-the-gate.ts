/** Rules of other groups that are judged on the day of a session as well, by what is told there. */
import type { DayOfFacts } from '../../facts/day-of.ts'
import { CHANGES_EXPOSURE } from '../../medicines/interactions.ts'
import { block, hasAny, is, judged, review } from '../condition.ts'
import { exposureChange, newCondition } from '../course/body.ts'
import { location } from '../intake/consent-and-basis.ts'
import type { Rule } from '../rule.ts'
import { isOutsideServedStates } from '../served-states.ts'
import { DAY_OF } from './about.ts'

export const alsoAtTheGate: readonly Rule<DayOfFacts>[] = [
  /** B33: attested at the visit, and again on the day, because help and law go by where the person is. */
  {
    ...location,
    facts: DAY_OF.facts,
    judge: (facts, limits) => judged(block(isOutsideServedStates(facts, limits))),
  },
  /** F13: something new that may change everything. A pregnancy is judged by C26. */
  {
    ...newCondition,
    facts: DAY_OF.facts,
    judge: (facts) => judged(block(is(facts, 'hasNewHeartEvent'), is(facts, 'hasNewPsychiatricDiagnosis'))),
  },
  /** F17: begun or stopped since: what changes how much of the same dose arrives. */
  {
    ...exposureChange,
    facts: DAY_OF.facts,
    judge: (facts) =>
      judged(
        review(
          hasAny(facts, 'startedMedicineClasses', CHANGES_EXPOSURE),
          hasAny(facts, 'stoppedMedicineClasses', CHANGES_EXPOSURE),
        ),
      ),
  },
]
