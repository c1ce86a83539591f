/**
 * The integration minimum: did something change this week, 0 to 10, and did you meet your therapist. Beside them
 * stands one sentence, if the person wants, which is no answer to be read here.
 *
 * Not a test of success: no total, no cut-off, and 0 is as good an answer as any.
 * Our own words. Sign-off: docs/clinical/integration.md
 */
import { given } from './answers.ts'
import { decided } from './decision.ts'
import { type Instrument, type Item, upTo, YES, YES_NO } from './instrument.ts'
import { type Truth, truth } from './truth.ts'

export type IntegrationReadings = {
  /** 0 nothing to 10 a great deal; undefined when there is no answer. */
  change: number | undefined
  metTherapist: Truth
}

const changed: Item = { linkId: 'integration-change', values: upTo(10) }
const met: Item = { linkId: 'integration-therapist', values: YES_NO }
const items = [changed, met]

export const integration: Instrument<null, IntegrationReadings> = {
  code: 'integration',
  version: '1.0.0',
  recall: 'past-week',
  source: 'docs/clinical/integration.md',
  items,
  score: (answers) => {
    const therapist = given(met, answers)
    const readings = {
      change: given(changed, answers),
      metTherapist: truth(therapist === undefined ? undefined : therapist === YES),
    }
    return decided(items, answers, readings, true)
  },
}
