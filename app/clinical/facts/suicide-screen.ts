/** The suicide screen, whenever it is asked: the built-in ASQ, or the C-SSRS where a practice has loaded its text. */
import type { AsqOutcome } from '../instruments/asq.ts'
import type { CssrsReadings } from '../instruments/cssrs.ts'
import type { ScoreResult } from '../instruments/instrument.ts'
import { type AboutFacts, type Known, readFrom, type Slot } from './fact.ts'

type Facts = {
  /** Since last contact. `not-loaded`: the ASQ stands in. */
  cssrsLevel: Slot<CssrsReadings['level']>
  asq: ScoreResult<null, { outcome: AsqOutcome }>
}

export type SuicideScreenFacts = Known<Facts>

export const SUICIDE_SCREEN_FACTS: AboutFacts<Facts> = {
  cssrsLevel: readFrom('c-ssrs'),
  asq: readFrom('asq'),
}
