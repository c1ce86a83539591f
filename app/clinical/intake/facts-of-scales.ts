/**
 * Facts read from the scales a practice has loaded. Answered: what the scorer says, with a gap
 * in it between which ends. To be asked: unknown until it is.
 * Not asked: `not-loaded`, and the rules judge what stands in.
 */
import type { IntakeFacts } from '../facts/intake.ts'
import type { Bounds } from '../instruments/answers.ts'
import { cssrs } from '../instruments/cssrs.ts'
import type { Des2Readings, Des2Score } from '../instruments/des2.ts'
import type { Answers, ScoreResult } from '../instruments/instrument.ts'
import { taps1 } from '../instruments/taps1.ts'
import { totalOrBounds } from '../instruments/total.ts'
import { type Truth, truthOf } from '../instruments/truth.ts'
import { TOLD_BY_NOTHING } from '../rules/told-by-nothing.ts'
import { SCALE_PARTS, type ScalePart, type ScalesNow, scaleStanding } from './scales.ts'

type Read<Value> = Value | undefined | 'not-loaded'

export function scaleFacts(now: ScalesNow): IntakeFacts {
  const { year, ten, twelve, often, lately, patterns, ups, eight, four } = SCALE_PARTS
  const substances = scored(now, 'twelve', twelve.instrument)
  const sleep = scored(now, 'eight', eight.instrument)
  const dissociation = scored(now, 'often', often.instrument)
  const pattern = scored(now, 'patterns', patterns.instrument)
  return {
    auditCTotal: read(scored(now, 'year', year.instrument), totalOrBounds),
    dast10Total: read(scored(now, 'ten', ten.instrument), totalOrBounds),
    ...(isScored(substances) && { taps1: substances }),
    desMean: read(dissociation, meanOrBounds),
    desTaxonMean: read(dissociation, ({ taxon, taxonBounds }) => taxon ?? taxonBounds),
    dssB: scored(now, 'lately', lately.instrument),
    ...(isScored(pattern) && { itq: pattern }),
    isBipolarScreenPositive: read(scored(now, 'ups', ups.instrument), ({ positive }) => truthOf(positive)),
    ...(isScored(sleep) && sleep.risk !== 'undetermined' && { stopBangRisk: sleep.risk }),
    icsiTotal: read(scored(now, 'four', four.instrument), totalOrBounds),
    ...TOLD_BY_NOTHING.B11,
    ...(now.answered.also ? riskFacts(now.answered.also) : notAnswered(now)),
  }
}

function notAnswered(now: ScalesNow): Pick<IntakeFacts, 'cssrsLevel' | 'cssrsItemsSkipped'> {
  const standing = scaleStanding('also', now) === 'asked' ? undefined : 'not-loaded'
  return { cssrsLevel: standing, cssrsItemsSkipped: standing }
}

/**
 * The highest answer, and how many questions were passed over. After any yes, what the gaps leave open is the most it can
 * be; where there is none, nobody can say, and what was passed over holds by itself.
 * Source: docs/clinical/cssrs.md
 */
export function riskFacts(answers: Answers): Pick<IntakeFacts, 'cssrsLevel' | 'cssrsItemsSkipped'> {
  const result = cssrs.score(answers)
  return {
    cssrsLevel: result.level === 'undetermined' && result.atLeast !== 'none' ? result.atMost : result.level,
    cssrsItemsSkipped: result.status === 'complete' ? 0 : result.skipped.length + result.invalid.length,
  }
}

/** Of four questions one is the alcohol question's: on any day that many drinks. */
export const alcoholInTaps1 = (now: ScalesNow): Truth | undefined => {
  const result = scored(now, 'twelve', taps1)
  return isScored(result) ? result.uses.alcohol : undefined
}

function scored<Result>(
  now: ScalesNow,
  part: ScalePart,
  { score }: { score: (answers: Answers) => Result },
): Read<Result> {
  const answers = now.answered[part]
  if (answers !== undefined) return score(answers)
  return scaleStanding(part, now) === 'asked' ? undefined : 'not-loaded'
}

const isScored = <Result extends object>(result: Read<Result>): result is Result => typeof result === 'object'

const read = <Result extends object, Value>(
  result: Read<Result>,
  of: (result: Result) => Value | undefined,
): Read<Value> => (isScored(result) ? of(result) : result)

/**
 * With a few answers missing the scale's own estimate counts where it is high, and does not where it is low: then it is
 * whatever the answers still allow. Source: docs/clinical/des2.md
 */
function meanOrBounds(result: ScoreResult<Des2Score, Des2Readings>): number | Bounds {
  if (result.status === 'complete') return result.score.mean
  if (result.status !== 'prorated') return result.bounds
  return { from: result.score.mean, to: result.bounds.to }
}
