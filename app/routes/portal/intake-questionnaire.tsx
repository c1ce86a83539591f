/** The published questionnaires of the intake: what is said before them, their screens, and help at once. */
import { randomUUID } from 'node:crypto'
import type { Permit } from '../../access/permit.ts'
import { aboutOf } from '../../care/raise-alerts.ts'
import { tellPart } from '../../care/tell-intake.ts'
import { askingOf } from '../../clinical/escalation.ts'
import { asq } from '../../clinical/instruments/asq.ts'
import { phq9 } from '../../clinical/instruments/phq9.ts'
import { QUESTIONNAIRE_PARTS, type QuestionnairePart } from '../../clinical/intake/parts.ts'
import { QUESTIONNAIRES } from '../../content/intake-words.ts'
import type { Language, Words } from '../../content/words.ts'
import { clockface } from '../../system/time.ts'
import type { AskedQuestionnaire } from '../../ui/pages/check-in.tsx'
import { INTAKE_PATH } from '../../ui/pages/intake-part.tsx'
import { IntakeQuestionnairePage } from '../../ui/pages/intake-questionnaire.tsx'
import { IntakeSafetyPage } from '../../ui/pages/intake-safety.tsx'
import type { ToldView } from '../../ui/told.tsx'
import type { RouteContext } from '../route.ts'
import { type OwnIntake, partHref, partState, WAY, WAYS } from './own-intake.ts'
import {
  continueQuestionnaire,
  type QuestionnaireForm,
  sealedResponseId,
  type WhenClosed,
} from './questionnaire-form.tsx'

const AFTERWARDS: Partial<Record<QuestionnairePart, string>> = {
  now: `${partHref('now')}?told`,
  fortnight: `${partHref('now')}?told=mood`,
}

function formOf(part: QuestionnairePart, language: Language): QuestionnaireForm {
  const instrument = QUESTIONNAIRE_PARTS[part]
  return {
    path: partHref(part),
    seal: `intake ${part}`,
    instrument,
    // What an answer about safety leads to stands on the page of that part.
    afterwards: AFTERWARDS[part] ?? `${INTAKE_PATH}?kept`,
    say: (words) => ({
      title: words.intake.title,
      heading: words.intake.parts[part].title,
      why: words.intake.parts[part].why,
      questionnaire: questionnaireOf(words, language, instrument.code),
    }),
  }
}

/** The month's wording stands with the check-in; that of the others with their instruments. */
export function questionnaireOf(words: Words, language: Language, code: string): AskedQuestionnaire {
  const asked = QUESTIONNAIRES[language][code]
  if (asked?.wording.state !== 'shipped') return words.pcl5
  const { instruction, stem, items, labels, labelsOf, language: wordingLanguage } = asked.wording
  const { skip } = words.pcl5
  return {
    ...{ instruction, stem, items, wordingLanguage, skip },
    untranslated: asked.untranslated,
    ratings: ratingsIn(labels),
    ratingsOf: Object.fromEntries(Object.entries(labelsOf).map(([name, one]) => [name, ratingsIn(one)])),
  }
}

const ratingsIn = (labels: unknown): readonly string[] =>
  Array.isArray(labels) ? labels.filter((label): label is string => typeof label === 'string') : []

export function questionnairePage(
  c: RouteContext,
  own: OwnIntake,
  part: QuestionnairePart,
  patientId: string,
): Response {
  const { words, language, services } = c.var
  const positive = part === 'now' && c.req.query('again') === undefined ? positiveIn(c, own) : undefined
  const isFromMood = c.req.query('told') === 'mood'
  if (positive && !(isFromMood && positive.isAnswered))
    return c.var.page({
      area: 'portal',
      title: words.intake.title,
      body: <IntakeSafetyPage words={words} {...positive} askHref={`${partHref(part)}?again`} />,
    })
  if (part === 'now' && c.req.query('told') !== undefined) return c.redirect(`${INTAKE_PATH}?kept`, 303)
  const responseId = randomUUID()
  const seal = services.seals.seal(formOf(part, language).seal, patientId, responseId)
  const note =
    part === 'month'
      ? words.checkIn.start.note
      : QUESTIONNAIRES[language][QUESTIONNAIRE_PARTS[part].code]?.note
  return c.var.page({
    area: 'portal',
    title: words.intake.title,
    body: (
      <IntakeQuestionnairePage
        words={words}
        part={words.intake.parts[part]}
        note={note ?? null}
        action={partHref(part)}
        hidden={{ responseId, seal }}
        safety={part === 'now' ? { isCovered: own.isCovered } : undefined}
        isLater={partState(own, part) === 'later'}
      />
    ),
  })
}

/**
 * Answers that ask for a person, as long as no later one says otherwise, and what became of them: of an alert that was
 * raised outside cover, or is still unseen when cover has ended, nobody is said to be watching.
 */
function positiveIn(c: RouteContext, own: OwnIntake) {
  const { stored, alerts } = own
  const screen = stored.responses.get(asq.code)
  const mood = stored.responses.get(phq9.code)
  const isPositive = screen !== undefined && asq.score(screen.answers).outcome !== 'negative'
  // Asked here at once after the one question of the mood that asks for it.
  const isAsked = alerts.some(({ cause }) => mood !== undefined && cause.endsWith(` ${mood.id}`))
  const isOpen = isAsked && (screen === undefined || (mood && screen.authoredAt < mood.authoredAt))
  const response = isPositive ? screen : isOpen ? mood : undefined
  if (!response) return undefined
  return { isAnswered: response === screen, told: toldOf(c, own, response) }
}

/** What became of answers that ask for a person. */
export function toldOf(
  c: RouteContext,
  { isCovered, alerts, seenResponses }: Pick<OwnIntake, 'isCovered' | 'alerts' | 'seenResponses'>,
  response: { id: string; authoredAt: Date },
): ToldView {
  // New answers raise nothing while an alert is waiting that nobody has seen: it then speaks for them too.
  const ofScreens = alerts.filter((alert) => askingOf(aboutOf(alert)) === 'suicide')
  const alert = ofScreens.find(({ cause }) => cause.endsWith(` ${response.id}`)) ?? ofScreens[0]
  const answered = alert?.seen && alert.seen.at >= response.authoredAt ? alert.seen : undefined
  // Whoever read the answers themselves has seen them too.
  const seen = answered ?? seenResponses.get(response.id)
  const face = clockface(c.var.language, c.var.services.practice.timeZone)
  return {
    sentAt: face.instant(response.authoredAt),
    seen: seen && { by: seen.by, at: face.instant(seen.at) },
    isOutsideCover: !isCovered,
  }
}

export async function answerQuestionnaire(
  c: RouteContext,
  part: QuestionnairePart,
  permit: Permit<'submit-answers'>,
  whenClosed: WhenClosed | undefined,
): Promise<Response> {
  const { db, vault, now } = c.var.services
  const form = formOf(part, c.var.language)
  const { step, ...fields } = await c.var.fields()
  if (step !== 'later' && step !== 'never') return continueQuestionnaire(c, { ...form, whenClosed }, permit)
  if (whenClosed) return whenClosed({ asksForPerson: false })
  const id = sealedResponseId(c, form, permit.patientId, fields)
  await tellPart(db, vault, permit, { id, part, answers: { [WAY]: WAYS[step] }, at: now() })
  return c.redirect(step === 'later' ? partHref(part) : `${INTAKE_PATH}?kept`, 303)
}
