/** A scale of the intake that is asked by a text of the practice: its first page, what was begun, and what was answered. */
import { randomUUID } from 'node:crypto'
import { inScope, type Permit } from '../../access/permit.ts'
import { answerInIntake, tellPart } from '../../care/tell-intake.ts'
import { asksForPerson } from '../../clinical/instruments/safety-answers.ts'
import type { ScalePart } from '../../clinical/intake/scales.ts'
import { listTexts } from '../../records/instrument-wordings.ts'
import { AppError } from '../../system/errors.ts'
import { isUuid } from '../../system/ids.ts'
import { INTAKE_PATH } from '../../ui/pages/intake-part.tsx'
import { IntakeQuestionnairePage } from '../../ui/pages/intake-questionnaire.tsx'
import { IntakeSafetyPage } from '../../ui/pages/intake-safety.tsx'
import { IntakeScaleAnsweredPage } from '../../ui/pages/intake-scale-answered.tsx'
import type { RouteContext } from '../route.ts'
import { scaleLines } from '../scale-lines.ts'
import { toldOf } from './intake-questionnaire.tsx'
import { type OwnIntake, partHref, partState, partsFor, WAY, WAYS } from './own-intake.ts'
import { continueQuestionnaire, goesOnAt, sealedResponseId, type WhenClosed } from './questionnaire-form.tsx'
import { instrumentOf, scaleFields, scaleForm, scaleTextOf } from './scale-form.tsx'

const isAboutSafety = (part: ScalePart): boolean =>
  instrumentOf(part).items.some(({ isSafety }) => isSafety === true)

/** Answers that ask for a person, handed in or not, and what became of them. */
function asksInRecord(c: RouteContext, own: OwnIntake, part: ScalePart) {
  const stored = own.scales.begun.get(part) ?? own.scales.answered.get(part)
  if (!stored || !asksForPerson(instrumentOf(part), stored.response.answers)) return undefined
  return { isAnswered: true, told: toldOf(c, own, { id: stored.sheetId, authoredAt: stored.authoredAt }) }
}

export async function scalePage(
  c: RouteContext,
  own: OwnIntake,
  part: ScalePart,
  permit: Permit<'read-today'>,
): Promise<Response> {
  const { words, services } = c.var
  const by = own.scales.inForce.get(part)
  const answered = own.scales.answered.get(part)
  const isAgain = c.req.query('again') !== undefined
  const alarming = isAgain || !isAboutSafety(part) ? undefined : asksInRecord(c, own, part)
  if (alarming)
    return c.var.page({
      area: 'portal',
      title: words.intake.title,
      body: <IntakeSafetyPage words={words} {...alarming} askHref={`${partHref(part)}?again`} />,
    })
  if (answered && (by === undefined || !isAgain)) {
    const { wordingId } = answered.response
    const texts = await inScope(services.db, permit, (scope) =>
      listTexts(scope, wordingId ? [wordingId] : []),
    )
    return c.var.page({
      area: 'portal',
      title: words.intake.title,
      body: (
        <IntakeScaleAnsweredPage
          words={words.intake}
          title={words.intake.parts[part].title}
          lines={scaleLines(answered.response, texts, words.review.answers)}
          againHref={by && `${partHref(part)}?again`}
        />
      ),
    })
  }
  if (!by || !partsFor(own).includes(part)) return c.redirect(INTAKE_PATH, 303)
  const begun = own.scales.begun.get(part)
  const { patientId } = permit
  return c.var.page({
    area: 'portal',
    title: words.intake.title,
    body: (
      <IntakeQuestionnairePage
        words={words}
        part={words.intake.parts[part]}
        note={words.intake.parts[part].note ?? null}
        action={partHref(part)}
        hidden={scaleFields(c, { path: partHref(part), patientId, by, begun }, randomUUID())}
        safety={isAboutSafety(part) ? { isCovered: own.isCovered } : undefined}
        isLater={partState(own, part) === 'later'}
        goOnAt={begun && goesOnAt({ instrument: instrumentOf(part) }, begun.response.answers)}
      />
    ),
  })
}

export async function answerScale(
  c: RouteContext,
  part: ScalePart,
  permit: Permit<'submit-answers'>,
  whenClosed: WhenClosed | undefined,
): Promise<Response> {
  const { db, vault, now } = c.var.services
  const { step, wordingId, ...fields } = await c.var.fields()
  if (!isUuid(wordingId)) throw new AppError('invalid', 'a scale came without its text')
  const form = scaleForm(c, permit, await scaleTextOf(c, part, permit, wordingId), {
    ...{ part, path: partHref(part), whenGone: `${INTAKE_PATH}?stopped` },
    // What an answer about safety leads to stands on the page of the part.
    afterwards: isAboutSafety(part) ? partHref(part) : `${INTAKE_PATH}?kept`,
    handIn: (answers) => answerInIntake(db, vault, permit, answers),
  })
  if (step !== 'never' && step !== 'later') return continueQuestionnaire(c, { ...form, whenClosed }, permit)
  if (whenClosed) return whenClosed({ asksForPerson: false })
  const id = sealedResponseId(c, form, permit.patientId, fields)
  await tellPart(db, vault, permit, { id, part, answers: { [WAY]: WAYS[step] }, at: now() })
  return c.redirect(step === 'later' ? partHref(part) : `${INTAKE_PATH}?kept`, 303)
}
