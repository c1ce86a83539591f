/**
 * A patient fills in a questionnaire, five questions to a screen. The addresses say nothing
 * about health.
 *
 * Answers travel in the form from screen to screen; nothing is stored before
 * "Hand in", but a yes or a skip about safety, which is sent with its screen.
 * The form carries the id of its response, made once, so that sending
 * it twice stores it once, and a seal that ties it to this patient, so that a
 * page left open on a shared phone cannot be handed in by whoever signs in next.
 */
import { randomUUID } from 'node:crypto'
import type { Permit } from '../../access/permit.ts'
import { keepSafetyAnswers } from '../../care/keep-safety-answers.ts'
import { submitResponse } from '../../care/submit-response.ts'
import { asked } from '../../clinical/instruments/answers.ts'
import type { Answers, Instrument, Item } from '../../clinical/instruments/instrument.ts'
import type { Words } from '../../content/words.ts'
import { AppError } from '../../system/errors.ts'
import { isUuid } from '../../system/ids.ts'
import { type AskedQuestionnaire, CHECK_IN_FORM, CheckInPage } from '../../ui/pages/check-in.tsx'
import { CheckInStartPage } from '../../ui/pages/check-in-start.tsx'
import { readAnswers } from '../answers-form.ts'
import type { RouteContext } from '../route.ts'

export type QuestionnaireForm = {
  path: string
  /** Ties a form to its questionnaire and its patient. */
  seal: string
  instrument: Instrument<unknown>
  /** Where it leads once handed in, when not to its own page of thanks. */
  afterwards?: string
  /** `title` stands in the tab and the history. */
  say: (words: Words) => { title: string; heading: string; why: string; questionnaire: AskedQuestionnaire }
}

const PER_SCREEN = 5

/** What is asked of everybody, and on a screen of its own what only some answers bring up. */
function screensOf({ instrument: { items } }: QuestionnaireForm): (readonly Item[])[] {
  const always = items.filter(({ askedWhen }) => askedWhen === undefined)
  const further = items.filter(({ askedWhen }) => askedWhen !== undefined)
  const count = Math.ceil(always.length / PER_SCREEN)
  const screens = Array.from({ length: count }, (_, i) => always.slice(i * PER_SCREEN, (i + 1) * PER_SCREEN))
  return further.length === 0 ? screens : [...screens, further]
}

const screenWith = (form: QuestionnaireForm, linkId: string | undefined): number =>
  Math.max(1, screensOf(form).findIndex((items) => items.some((item) => item.linkId === linkId)) + 1)

const isOnScreen = (form: QuestionnaireForm, screen: number, answers: Answers): boolean =>
  asked(form.instrument.items, answers).some((item) => screensOf(form)[screen - 1]?.includes(item))

/** What is coming, before the first question. */
export function startQuestionnaire(c: RouteContext, form: QuestionnaireForm, patientId: string): Response {
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
export async function continueQuestionnaire(
  c: RouteContext,
  form: QuestionnaireForm,
  permit: Permit<'submit-answers'>,
): Promise<Response> {
  const { db, now } = c.var.services
  const fields = await c.var.fields()
  const responseId = sealedResponseId(c, form, permit.patientId, fields)
  const { instrument } = form
  const read = readAnswers(instrument, fields)
  if (read.status === 'unclear') {
    return showScreen(c, form, fields, screenWith(form, read.linkIds[0]), read.linkIds)
  }
  const screen = screenNumber(form, fields.step)
  const { answers } = read
  const sent = { id: responseId, instrument, language: c.var.language, answers, authoredAt: now() }
  if (fields.step !== 'hand-in' && isOnScreen(form, screen, answers)) {
    await keepSafetyAnswers(db, permit, sent)
    return showScreen(c, form, fields, screen)
  }
  await submitResponse(db, permit, sent)
  return c.redirect(form.afterwards ?? `${form.path}/thank-you`, 303)
}

/** The id a form was born with. @throws AppError invalid, where it is not this patient’s */
export function sealedResponseId(
  c: RouteContext,
  form: QuestionnaireForm,
  patientId: string,
  { responseId, seal }: Record<string, unknown>,
): string {
  if (!isUuid(responseId)) throw new AppError('invalid', 'a check-in came without its id')
  if (!c.var.services.seals.isSealed(seal, form.seal, patientId, responseId))
    throw new AppError('invalid', 'a check-in came with a seal that is not this patient’s')
  return responseId
}

/** Which screen a button asked for. An unclear wish begins at the first: nothing is lost by it. */
function screenNumber(form: QuestionnaireForm, step: unknown): number {
  const screen = Number(step)
  return Number.isInteger(screen) && screen >= 1 && screen <= screensOf(form).length ? screen : 1
}

function showScreen(
  c: RouteContext,
  form: QuestionnaireForm,
  fields: Record<string, unknown>,
  screen: number,
  unclear: readonly string[] = [],
): Response {
  const { words } = c.var
  const { title, heading, questionnaire } = form.say(words)
  const all = form.instrument.items
  const screens = screensOf(form)
  const items = screens[screen - 1] ?? []
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
      steps={screens.length}
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
    form: {
      ...{ id: CHECK_IN_FORM, field: 'step', value: String(screen) },
      enter: screen < screens.length ? String(screen + 1) : 'hand-in',
    },
  })
}
