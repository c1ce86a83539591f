import type { DayOfFacts } from '../../facts/day-of.ts'
import type { Rule } from '../rule.ts'
import { bladderSince, ill, littleSleep, pregnancyToday } from './body-today.ts'
import { countDiffers, noTherapyAfterLast, notPrepared, openAdverseEvent, tooSoon } from './course-so-far.ts'
import { hardDay, saysNotToday, suicideRiskSince } from './own-word.ts'
import {
  aloneWithDependant,
  placeNotConfirmed,
  plansToDrive,
  supportPersonNotReady,
} from './people-and-place.ts'
import { bloodPressureBefore, otherReadingsBefore, readingMissing } from './readings.ts'
import { moreUnreal, voicesOrMuchEnergy, worseSinceLast } from './since-last-session.ts'
import { alphaMedicineTiming, dropOnStanding } from './standing.ts'
import { newMedicine, notFasted, substanceToday } from './taken-today.ts'

/** Group C: the day of a session, before the dose. */
export const dayOfRules = {
  C01: suicideRiskSince,
  C02: hardDay,
  C03: notFasted,
  C04: substanceToday,
  C05: bloodPressureBefore,
  C06: otherReadingsBefore,
  C07: readingMissing,
  C08: newMedicine,
  C09: ill,
  C10: supportPersonNotReady,
  C11: tooSoon,
  C12: countDiffers,
  C13: placeNotConfirmed,
  C14: littleSleep,
  C15: plansToDrive,
  C16: moreUnreal,
  C17: openAdverseEvent,
  C18: saysNotToday,
  C19: worseSinceLast,
  C20: alphaMedicineTiming,
  C21: dropOnStanding,
  C22: notPrepared,
  C23: noTherapyAfterLast,
  C24: aloneWithDependant,
  C25: voicesOrMuchEnergy,
  C26: pregnancyToday,
  C27: bladderSince,
} satisfies Record<string, Rule<DayOfFacts>>

export type DayOfRuleId = keyof typeof dayOfRules
