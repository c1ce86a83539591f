/**
 * A patient fills in a questionnaire, five questions to a screen. The addresses say nothing
 * about health.
 *
 * Answers travel in the form from screen to screen; nothing is stored before
 * "Hand in", but a yes or a skip about safety, which is sent with its screen, and
 * what a form keeps that says so.
 * The form carries the id of its response, made once, so that sending
 * it twice stores it once, and a seal that ties it to this patient, so that a
 * page left open on a shared phone cannot be handed in by whoever signs in next.
 */
import { randomUUID } from 'node:crypto'
import { type Permit, readInScope } from '../../access/permit.ts'
import { keepSafetyAnswers, type Submission } from '../../care/keep-safety-answers.ts'
import { submitResponse } from '../../care/submit-response.ts'
import { asked } from '../../clinical/instruments/answers.ts'
import type { Answers, Instrument, Item } from '../../clinical/instruments/instrument.ts'
import { asksForPerson } from '../../clinical/instruments/safety-answers.ts'
import type { Words } from '../../content/words.ts'
import { dutyFor } from '../../records/duty.ts'
import { findLatestResponse } from '../../records/questionnaire-responses.ts'
import { AppError } from '../../system/errors.ts'
import { isUuid } from '../../system/ids.ts'
import { clockface } from '../../system/time.ts'
import type { Fields } from '../../ui/hidden-fields.tsx'
import { type AskedQuestionnaire, CHECK_IN_FORM, CheckInPage } from '../../ui/pages/check-in.tsx'
import { CheckInStartPage } from '../../ui/pages/check-in-start.tsx'
import { CheckInThanksPage } from '../../ui/pages/check-in-thanks.tsx'
import type { ToldView } from '../../ui/told.tsx'
import { readAnswers } from '../answers-form.ts'
import type { RouteContext } from '../route.ts'

/** Of a form whose answers are kept elsewhere than a check-in's. */
export type Store = {
  /** What travels with the answers. */
  fields: Fields
  /** With each screen. A response takes the place of the next screen. */
  onScreen: (sent: Submission) => Promise<Response | undefined>
  handIn: (sent: Submission) => Promise<unknown>
  /** Said under the questions: what becomes of them when somebody stops here. */
  note: string
}

/** The page of a form that takes nothing any more. Of what was sent only what asks for a person has gone out. */
export type WhenClosed = (sent: { asksForPerson: boolean }) => Response

export type QuestionnaireForm = {
  path: string
  /** Ties a form to its questionnaire and its patient. */
  seal: string
  instrument: Instrument<unknown>
  /** Where it leads once handed in, when not to its own page of thanks. */
  afterwards?: string
  store?: Store
  whenClosed?: WhenClosed | undefined
  /** `title` stands in the tab and the history. */
  say: (words: Words) => { title: string; heading: string; why: string; questionnaire: AskedQuestionnaire }
}

const PER_SCREEN = 5

/** In the order of the items; what only some answers bring up stands on a screen of its own, after them. */
export function screensOf({ items }: Pick<Instrument<unknown>, 'items'>): (readonly Item[])[] {
  const screens: Item[][] = []
  for (const item of items) {
    const here = screens.at(-1)
    const isAlike = here?.every(({ askedWhen }) => isSameCondition(askedWhen, item.askedWhen)) ?? false
    if (here && isAlike && here.length < PER_SCREEN) here.push(item)
    else screens.push([item])
  }
  return screens
}

const isSameCondition = (a: Item['askedWhen'], b: Item['askedWhen']): boolean =>
  JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

const screenWith = (form: Pick<QuestionnaireForm, 'instrument'>, linkId: string | undefined): number =>
  Math.max(
    1,
    screensOf(form.instrument).findIndex((items) => items.some((item) => item.linkId === linkId)) + 1,
  )

/** The nearest screen with something to ask, from one on or back from it; undefined where there is none. */
function nearest(
  { instrument }: Pick<QuestionnaireForm, 'instrument'>,
  from: number,
  direction: 'on' | 'back',
  answers: Answers,
): number | undefined {
  const screens = screensOf(instrument)
  const open = asked(instrument.items, answers)
  const all = screens.flatMap((items, i) => (items.some((item) => open.includes(item)) ? [i + 1] : []))
  return direction === 'on' ? all.find((one) => one >= from) : all.findLast((one) => one <= from)
}

/** Where somebody goes on who broke off: the first screen with a question that has no answer, or else the last. */
export function goesOnAt(form: Pick<QuestionnaireForm, 'instrument'>, answers: Answers): number {
  const open = asked(form.instrument.items, answers).find(({ linkId }) => answers[linkId] === undefined)
  return open
    ? screenWith(form, open.linkId)
    : (nearest(form, screensOf(form.instrument).length, 'back', answers) ?? 1)
}

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
  const { instrument, store, whenClosed } = form
  const read = readAnswers(instrument, fields)
  if (read.status === 'unclear') {
    return showScreen(c, form, fields, screenWith(form, read.linkIds[0]), read.linkIds)
  }
  const { answers } = read
  const screen = nearest(form, screenNumber(form, fields.step), 'on', answers)
  const sent = { id: responseId, instrument, language: c.var.language, answers, authoredAt: now() }
  if (whenClosed) {
    const asks = asksForPerson(instrument, answers)
    if (asks) await (store ? store.onScreen(sent) : keepSafetyAnswers(db, permit, sent))
    return whenClosed({ asksForPerson: asks })
  }
  if (fields.step !== 'hand-in' && screen !== undefined) {
    const instead = store ? await store.onScreen(sent) : await keepSafetyAnswers(db, permit, sent)
    return instead ?? showScreen(c, form, fields, screen)
  }
  await (store ? store.handIn(sent) : submitResponse(db, permit, sent))
  return c.redirect(form.afterwards ?? `${form.path}/thank-you`, 303)
}

/** Thanks once something was handed in, and whether somebody has seen it; before that there is nothing to thank for. */
export async function thankFor(
  c: RouteContext,
  form: QuestionnaireForm,
  permit: Permit<'read-today'>,
  { also = [], since = new Date(0), sheetAt, more = [] }: Beside = {},
): Promise<Response> {
  const { words, services } = c.var
  const [last, onDuty] = await readInScope(services.db, permit, (scope) =>
    Promise.all([findLatestResponse(scope, [form.instrument, ...also]), dutyFor(scope, services.now())]),
  )
  const latest = last && last.authoredAt >= since ? last : undefined
  const isSheet = sheetAt !== undefined && !(latest && latest.authoredAt >= sheetAt)
  if (!latest && !isSheet) return c.redirect(form.path, 303)
  const { title } = form.say(words)
  const face = clockface(c.var.language, services.practice.timeZone)
  const told: ToldView | undefined =
    latest && !isSheet
      ? {
          sentAt: face.instant(latest.authoredAt),
          seen: latest.seen && { by: latest.seen.by, at: face.instant(latest.seen.at) },
          isOutsideCover: onDuty === undefined,
        }
      : undefined
  const body = <CheckInThanksPage words={words} told={told} more={more} />
  return c.var.page({ area: 'portal', title, body })
}

/** What may have been sent since, or instead. */
type Beside = {
  also?: readonly Instrument<unknown>[]
  /** What was sent before is another matter. */
  since?: Date | undefined
  /** When something was that is no response: nobody notes who has seen it. */
  sheetAt?: Date | undefined
  more?: readonly { title: string; minutes: string; href: string }[]
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
  return Number.isInteger(screen) && screen >= 1 && screen <= screensOf(form.instrument).length ? screen : 1
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
  const screens = screensOf(form.instrument)
  const items = screens[screen - 1] ?? []
  const here = new Set(items.map(({ linkId }) => linkId))
  const own = Object.keys(form.store?.fields ?? {})
  const known = new Set(['responseId', 'seal', ...own, ...all.map(({ linkId }) => linkId)])
  const read = readAnswers(form.instrument, fields)
  const back = nearest(form, screen - 1, 'back', read.status === 'read' ? read.answers : {})
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
      back={back}
      note={form.store?.note}
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
