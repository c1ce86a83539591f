/**
 * A patient fills in a PCL-5, of the month or of the week, five questions to a screen. The addresses say nothing
 * about health.
 *
 * Answers travel in the form from screen to screen; nothing is stored before
 * "Hand in". The form carries the id of its response, made once, so that sending
 * it twice stores it once, and a seal that ties it to this patient, so that a
 * page left open on a shared phone cannot be handed in by whoever signs in next.
 */
import { randomUUID } from 'node:crypto'
import type { Permit } from '../../access/permit.ts'
import { submitResponse } from '../../care/submit-response.ts'
import type { Instrument } from '../../clinical/instruments/instrument.ts'
import type { Pcl5Readings, Pcl5Score } from '../../clinical/instruments/pcl5.ts'
import type { Words } from '../../content/words.ts'
import { AppError } from '../../system/errors.ts'
import { isUuid } from '../../system/ids.ts'
import { CHECK_IN_FORM, CheckInPage } from '../../ui/pages/check-in.tsx'
import { CheckInStartPage } from '../../ui/pages/check-in-start.tsx'
import { readAnswers } from '../answers-form.ts'
import type { RouteContext } from '../route.ts'

export type Pcl5Form = {
  path: string
  /** Ties a form to its questionnaire and its patient. */
  seal: string
  instrument: Instrument<Pcl5Score, Pcl5Readings>
  /** `title` stands in the tab and the history. */
  say: (words: Words) => { title: string; heading: string; why: string; questionnaire: Words['pcl5'] }
}

const PER_SCREEN = 5
const screensOf = ({ instrument }: Pcl5Form) => Math.ceil(instrument.items.length / PER_SCREEN)

/** What is coming, before the first question. */
export function startPcl5(c: RouteContext, form: Pcl5Form, patientId: string): Response {
  const { words, services } = c.var
  const { title, why } = form.say(words)
  const responseId = randomUUID()
  const hidden = { responseId, seal: services.seals.seal(form.seal, patientId, responseId) }
  const { name } = services.practice
  return c.var.page({
    area: 'portal',
    title,
    body: <CheckInStartPage words={words} practiceName={name} why={why} action={form.path} hidden={hidden} />,
  })
}

/** One more screen, or handing in. */
export async function continuePcl5(
  c: RouteContext,
  form: Pcl5Form,
  permit: Permit<'submit-answers'>,
): Promise<Response> {
  const { db, seals, now } = c.var.services
  const fields = await c.var.fields()
  const { responseId, seal } = fields
  if (!isUuid(responseId)) throw new AppError('invalid', 'a check-in came without its id')
  if (!seals.isSealed(seal, form.seal, permit.patientId, responseId))
    throw new AppError('invalid', 'a check-in came with a seal that is not this patient’s')

  const { instrument } = form
  const read = readAnswers(instrument, fields)
  if (read.status === 'unclear') {
    const place = instrument.items.findIndex(({ linkId }) => linkId === read.linkIds[0])
    return showScreen(c, form, fields, Math.floor(place / PER_SCREEN) + 1, read.linkIds)
  }
  if (fields.step !== 'hand-in') return showScreen(c, form, fields, screenNumber(form, fields.step))

  await submitResponse(db, permit, {
    id: responseId,
    instrument,
    language: c.var.language,
    answers: read.answers,
    authoredAt: now(),
  })
  return c.redirect(`${form.path}/thank-you`, 303)
}

/** Which screen a button asked for. An unclear wish begins at the first: nothing is lost by it. */
function screenNumber(form: Pcl5Form, step: unknown): number {
  const screen = Number(step)
  return Number.isInteger(screen) && screen >= 1 && screen <= screensOf(form) ? screen : 1
}

function showScreen(
  c: RouteContext,
  form: Pcl5Form,
  fields: Record<string, unknown>,
  screen: number,
  unclear: readonly string[] = [],
): Response {
  const { words } = c.var
  const { title, heading, questionnaire } = form.say(words)
  const all = form.instrument.items
  const items = all.slice((screen - 1) * PER_SCREEN, screen * PER_SCREEN)
  const here = new Set(items.map(({ linkId }) => linkId))
  const known = new Set(['responseId', 'seal', ...all.map(({ linkId }) => linkId)])
  const written = Object.entries(fields).filter(
    (entry): entry is [string, string] => known.has(entry[0]) && typeof entry[1] === 'string',
  )
  const body = (
    <CheckInPage
      words={words}
      heading={heading}
      questionnaire={questionnaire}
      action={form.path}
      step={screen}
      steps={screensOf(form)}
      items={items}
      sent={Object.fromEntries(written.filter(([name]) => here.has(name)))}
      hidden={Object.fromEntries(written.filter(([name]) => !here.has(name) && !unclear.includes(name)))}
      problem={unclear.length > 0 ? words.checkIn.unclear : undefined}
      unclear={unclear}
    />
  )
  return c.var.page({
    area: 'portal',
    title,
    body,
    status: unclear.length > 0 ? 400 : 200,
    form: { id: CHECK_IN_FORM, field: 'step', value: String(screen) },
  })
}
