/** The form of a scale that is asked by a text of the practice, wherever it is asked. */
import { inScope, type Permit } from '../../access/permit.ts'
import { keepBegun, type ScaleAnswers } from '../../care/answer-scale.ts'
import { askedBy, type StoredScale } from '../../care/scales-now.ts'
import type { Instrument } from '../../clinical/instruments/instrument.ts'
import { textState } from '../../clinical/instruments/questionnaire-state.ts'
import type { LoadedText } from '../../clinical/instruments/questionnaire-text.ts'
import type { AskedBy } from '../../clinical/instruments/scale-response.ts'
import { SCALE_PARTS, type ScalePart } from '../../clinical/intake/scales.ts'
import { askedText } from '../../content/scale-words.ts'
import { getWording, listWordings, type StoredWording } from '../../records/instrument-wordings.ts'
import { timeZoneOf } from '../../records/intake.ts'
import { AppError } from '../../system/errors.ts'
import { calendarDay } from '../../system/time.ts'
import type { Fields } from '../../ui/hidden-fields.tsx'
import type { RouteContext } from '../route.ts'
import type { QuestionnaireForm } from './questionnaire-form.tsx'

/** The text a form asks by, and its words. */
type Text = { wording: StoredWording; text: LoadedText; isInForce: boolean }

/** Where a scale is asked. */
export type ScalePlace = {
  part: ScalePart
  path: string
  afterwards: string
  /** Where somebody goes on whose text has gone out of use meanwhile. */
  whenGone: string
  handIn: (answers: ScaleAnswers) => Promise<unknown>
}

export const instrumentOf = (part: ScalePart): Instrument<unknown> => SCALE_PARTS[part].instrument

/** Ties a form to its place, and to the text it asks by. */
const sealOf = (path: string, wordingId: string) => `${path} ${wordingId}`

/** What the first page of a scale carries: the id of its answers, its text, and what was chosen before. */
export function scaleFields(
  c: RouteContext,
  {
    path,
    patientId,
    by,
    begun,
  }: { path: string; patientId: string; by: AskedBy; begun?: StoredScale | undefined },
  responseId: string,
): Fields {
  const wordingId = by.wordingId ?? ''
  const chosen = Object.entries(begun?.response.answers ?? {}).map(([linkId, answer]) => [
    linkId,
    answer === 'skipped' ? 'skip' : String(answer),
  ])
  const seal = c.var.services.seals.seal(sealOf(path, wordingId), patientId, responseId)
  return { ...Object.fromEntries(chosen), responseId, wordingId, seal }
}

/** @throws AppError not-found or invalid, for what is no text of this scale */
export async function scaleTextOf(
  c: RouteContext,
  part: ScalePart,
  permit: Permit<'submit-answers'>,
  wordingId: string,
): Promise<Text> {
  const instrument = instrumentOf(part)
  return inScope(c.var.services.db, permit, async (scope) => {
    const { text } = await getWording(scope, wordingId)
    const versions = await listWordings(scope)
    const wording = versions.find(({ id }) => id === wordingId)
    if (wording?.instrument !== instrument.code) throw new AppError('invalid', 'a text of another scale')
    const today = calendarDay(c.var.services.now(), await timeZoneOf(scope))
    const state = textState(instrument, wording.language, versions, today)
    return { wording, text, isInForce: state.state === 'in-force' && state.last.id === wordingId }
  })
}

export function scaleForm(
  c: RouteContext,
  permit: Permit<'submit-answers'>,
  { wording, text, isInForce }: Text,
  { part, path, afterwards, whenGone, handIn }: ScalePlace,
): QuestionnaireForm {
  const { db, vault } = c.var.services
  const instrument = instrumentOf(part)
  const by = askedBy(wording)
  return {
    path,
    seal: sealOf(path, wording.id),
    instrument,
    afterwards,
    store: {
      fields: { wordingId: wording.id },
      note: c.var.words.intake.questionnaire.keptSoFar,
      onScreen: async ({ id, answers, authoredAt: at }) => {
        await keepBegun(db, vault, permit, { id, instrument, by, answers, at })
        // Taken out of use meanwhile: nothing more is asked by it, and nothing that was chosen is lost.
        return isInForce ? undefined : c.redirect(whenGone, 303)
      },
      handIn: ({ id, answers, authoredAt: at }) => handIn({ id, instrument, by, answers, at }),
    },
    say: (words) => ({
      title: words.intake.title,
      heading: words.intake.parts[part].title,
      why: words.intake.parts[part].why,
      questionnaire: askedText(text, words.pcl5.skip),
    }),
  }
}
