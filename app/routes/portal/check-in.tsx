/**
 * /portal/check-in: the patient fills in a PCL-5, five questions to a screen.
 * The address says nothing about health.
 *
 * Answers travel in the form from screen to screen; nothing is stored before
 * "Hand in". The form carries the id of its response, made once, so that sending
 * it twice stores it once, and a seal that ties it to this patient, so that a
 * page left open on a shared phone cannot be handed in by whoever signs in next.
 */
import { randomUUID } from 'node:crypto'
import { submitPcl5 } from '../../care/submit-pcl5.ts'
import { pcl5 } from '../../clinical/instruments/pcl5.ts'
import { AppError } from '../../system/errors.ts'
import { isUuid } from '../../system/ids.ts'
import { CHECK_IN_FORM, CheckInPage } from '../../ui/pages/check-in.tsx'
import { CheckInStartPage } from '../../ui/pages/check-in-start.tsx'
import { CheckInThanksPage } from '../../ui/pages/check-in-thanks.tsx'
import { readAnswers } from '../answers-form.ts'
import { ownRecord, type RouteContext } from '../route.ts'

const PATH = '/portal/check-in'
const PER_SCREEN = 5
const SCREENS = Math.ceil(pcl5.items.length / PER_SCREEN)
const SEAL = 'check-in form'

export const checkInStart = ownRecord('GET', PATH, 'read-today', (c, permit) => {
  const responseId = randomUUID()
  const hidden = { responseId, seal: c.var.services.seals.seal(SEAL, permit.patientId, responseId) }
  const { words, services } = c.var
  return c.var.page({
    area: 'portal',
    title: words.checkIn.title,
    body: (
      <CheckInStartPage words={words} practiceName={services.practice.name} action={PATH} hidden={hidden} />
    ),
  })
})

export const checkIn = ownRecord('POST', PATH, 'submit-answers', async (c, permit) => {
  const { db, seals, now } = c.var.services
  const fields = await c.var.fields()
  const { responseId, seal } = fields
  if (!isUuid(responseId)) throw new AppError('invalid', 'a check-in came without its id')
  if (!seals.isSealed(seal, SEAL, permit.patientId, responseId))
    throw new AppError('invalid', 'a check-in came with a seal that is not this patient’s')

  const form = readAnswers(pcl5, fields)
  if (form.status === 'unclear') {
    const screen = screenOf(form.linkIds[0] ?? '')
    return showScreen(c, fields, screen, form.linkIds)
  }
  if (fields.step !== 'hand-in') return showScreen(c, fields, screenNumber(fields.step))

  await submitPcl5(db, permit, {
    id: responseId,
    language: c.var.language,
    answers: form.answers,
    authoredAt: now(),
  })
  return c.redirect(`${PATH}/thank-you`, 303)
})

export const checkInThanks = ownRecord('GET', `${PATH}/thank-you`, 'read-today', (c) => {
  const { words } = c.var
  return c.var.page({
    area: 'portal',
    title: words.checkIn.title,
    body: <CheckInThanksPage words={words} />,
  })
})

const screenOf = (linkId: string) =>
  Math.floor(pcl5.items.findIndex((item) => item.linkId === linkId) / PER_SCREEN) + 1

/** Which screen a button asked for. An unclear wish begins at the first: nothing is lost by it. */
function screenNumber(step: unknown): number {
  const screen = Number(step)
  return Number.isInteger(screen) && screen >= 1 && screen <= SCREENS ? screen : 1
}

function showScreen(
  c: RouteContext,
  fields: Record<string, unknown>,
  screen: number,
  unclear: readonly string[] = [],
): Response {
  const { words } = c.var
  const items = pcl5.items.slice((screen - 1) * PER_SCREEN, screen * PER_SCREEN)
  const here = new Set(items.map(({ linkId }) => linkId))
  const known = new Set(['responseId', 'seal', ...pcl5.items.map(({ linkId }) => linkId)])
  const written = Object.entries(fields).filter(
    (entry): entry is [string, string] => known.has(entry[0]) && typeof entry[1] === 'string',
  )
  const body = (
    <CheckInPage
      words={words}
      action={PATH}
      step={screen}
      steps={SCREENS}
      items={items}
      sent={Object.fromEntries(written.filter(([name]) => here.has(name)))}
      hidden={Object.fromEntries(written.filter(([name]) => !here.has(name) && !unclear.includes(name)))}
      problem={unclear.length > 0 ? words.checkIn.unclear : undefined}
      unclear={unclear}
    />
  )
  return c.var.page({
    area: 'portal',
    title: words.checkIn.title,
    body,
    status: unclear.length > 0 ? 400 : 200,
    form: { id: CHECK_IN_FORM, field: 'step', value: String(screen) },
  })
}
