/** /console/patients/:patientId/review: a prescriber goes through an intake, and what comes of it. */
import { randomUUID } from 'node:crypto'
import type { Member } from '../../access/actor.ts'
import { Permit } from '../../access/permit.ts'
import { intakeIn } from '../../care/intake-facts.ts'
import { openReview, type Review } from '../../care/open-review.ts'
import { askForMore, declineIntake, recordForIntake, takeIntoReview } from '../../care/review.ts'
import { isAskFor } from '../../clinical/intake/ask-for.ts'
import {
  basisState,
  CLINICIAN_QUESTIONS,
  OF_LOOK_UP,
  shownInForm,
  splitBasis,
} from '../../clinical/intake/clinician-form.ts'
import { whereIs } from '../../clinical/intake/facts-of.ts'
import type { Question } from '../../clinical/intake/question.ts'
import { basisOn } from '../../clinical/intake/telehealth-basis.ts'
import { limitAt } from '../../clinical/protocol.ts'
import { AppError } from '../../system/errors.ts'
import { isUuid } from '../../system/ids.ts'
import { clockface } from '../../system/time.ts'
import { CloseFinding } from '../../ui/close-finding.tsx'
import { findingSentence } from '../../ui/finding-row.tsx'
import { ReviewPage } from '../../ui/pages/review.tsx'
import {
  type FormProblem,
  insteadOf,
  NEVER,
  NONE,
  readPart,
  SKIP,
  writtenIn,
  writtenOf,
} from '../intake-form.ts'
import { onePatient, type Route, type RouteContext } from '../route.ts'
import { goOn, textIn } from '../sign-in/replies.tsx'
import { assessmentSection } from './assessment-answers.ts'
import { findingView } from './finding-view.ts'
import { answerSections, INTAKE_SEGMENTS } from './intake-answers.ts'

const PATH = '/console/patients/:patientId/review'
const SEAL = 'intake record'
const QUESTIONS: readonly Question[] = CLINICIAN_QUESTIONS
const patientHref = (patientId: string) => `/console/patients/${patientId}`

export const reviewRoutes: readonly Route[] = [
  onePatient('GET', PATH, 'read-chart', (c, permit, member) => showReview(c, permit, member, {})),

  onePatient('POST', PATH, 'review-intake', async (c, permit, member) => {
    const { db, vault, now } = c.var.services
    const fields = await c.var.fields()
    const { patientId } = permit
    const who = { by: member.name, at: now() }
    const act = textIn(fields, 'act')
    const askFor = textIn(fields, 'askFor')
    const reason = textIn(fields, 'reason')
    if (act === 'decline' && reason.trim() === '')
      return again(c, member, patientId, { problem: c.var.words.review.decline.needed })
    if (act === 'take') await takeIntoReview(db, permit, who)
    else if (act === 'ask' && isAskFor(askFor))
      await askForMore(db, vault, permit, { ...who, askFor, note: textIn(fields, 'note') })
    else if (act === 'decline') await declineIntake(db, vault, permit, { ...who, reason })
    else throw new AppError('invalid', 'a review was sent without what to do')
    return goOn(c, `${patientHref(patientId)}/review`)
  }),

  onePatient('POST', `${PATH}/record`, 'review-intake', async (c, permit, member) => {
    const { db, vault, seals, now } = c.var.services
    const fields = await c.var.fields()
    const { patientId } = permit
    const { sheetId, seal } = fields
    if (!isUuid(sheetId) || !seals.isSealed(seal, SEAL, patientId, sheetId))
      throw new AppError('invalid', 'a record came with a seal that is not for this patient')
    const { told, problems: unread } = readPart(QUESTIONS, fields)
    const problems = splitBasis(told).isHalf ? new Map([...unread, HALF_A_BASIS]) : unread
    if (problems.size > 0) return again(c, member, patientId, { fields, problems })
    await recordForIntake(db, vault, permit, { id: sheetId, answers: told, by: member.name, at: now() })
    return goOn(c, `${patientHref(patientId)}/review`)
  }),
]

/** A last day, and not of what. */
const HALF_A_BASIS: [string, FormProblem] = ['telehealthBasis', 'unclear']

/** Recorded, and read only where its segment is opened. */
const isApart = ({ segment }: Question): boolean => segment !== undefined

type Shown = {
  problem?: string
  /** What was written and could not be read. */
  fields?: Record<string, unknown>
  problems?: ReadonlyMap<string, FormProblem>
}

/** The page again, with what was written: reading it is asked for by itself. */
async function again(c: RouteContext, member: Member, patientId: string, shown: Shown): Promise<Response> {
  const permit = await Permit.ask(c.var.services.db, member, 'read-chart', patientId)
  return showReview(c, permit, member, shown)
}

async function showReview(
  c: RouteContext,
  permit: Permit<'read-chart'>,
  member: Member,
  { problem, fields, problems = new Map() }: Shown,
): Promise<Response> {
  const { words, language, services } = c.var
  const now = services.now()
  const review = await openReview(services.db, services.vault, permit, member, now)
  const { intake, texts, assessment, handedInAt, state, findings, limits } = review
  const face = clockface(language, services.practice.timeZone)
  const viewOf = (finding: Review['findings'][number]) =>
    findingView(finding, { face, language, team: services.practice.name })
  const href = patientHref(permit.patientId)
  const sheetId = randomUUID()
  const told = intakeIn(intake, now)
  const standing = basisOn(told.bases, basisState(whereIs(told), intake.patient.state), told.today)
  const kept = shownInForm(told.clinician ?? {}, standing)
  const name = `${intake.patient.givenName} ${intake.patient.familyName}`
  const said = words.intake.form.problems
  return c.var.page({
    area: 'console',
    title: `${name} · ${words.review.title}`,
    status: problem !== undefined || problems.size > 0 ? 400 : 200,
    body: (
      <ReviewPage
        words={words}
        name={name}
        patientHref={href}
        state={state}
        handedInAt={handedInAt ? face.instant(handedInAt) : null}
        findings={findings.filter(({ closedAt }) => closedAt === null).map(viewOf)}
        actionsFor={({ id }) => (
          <CloseFinding words={words.patient.close} action={`${href}/findings/${id}/close`} />
        )}
        anew={findings.flatMap((finding) => {
          const { closedAt, closedBecause } = finding
          const because = closedBecause && anewText(words.review.findings.anew, closedBecause)
          return closedAt && because
            ? [
                {
                  id: finding.id,
                  sentence: findingSentence(words.patient, viewOf(finding)),
                  because,
                  at: face.instant(closedAt),
                },
              ]
            : []
        })}
        sections={[
          ...answerSections(intake, 'general', { words, language, limits, texts, now }),
          ...assessmentSection(assessment, 'general', { words, language, instant: face.instant }),
        ]}
        segments={INTAKE_SEGMENTS.map((segment) => ({
          name: words.review.segments.names[segment],
          href: `${href}/segments/${segment}`,
        }))}
        record={{
          hidden: { sheetId, seal: services.seals.seal(SEAL, permit.patientId, sheetId) },
          names: { skip: SKIP, never: NEVER, none: NONE, insteadOf },
          questions: QUESTIONS.map((question) => ({
            question,
            text: {
              ...(words.review.questions[question.name] ?? { ask: question.name }),
              ...(question.name === 'pdmpPrescribers' && {
                ask: words.review.record.prescribers(limitAt(limits, 'intake.pdmpWindowDays')),
              }),
              ...(isApart(question) && kept[question.name] !== undefined
                ? { hint: words.review.record[OF_LOOK_UP.includes(question.name) ? 'lookUp' : 'apart'] }
                : {}),
              ...(question.name === 'telehealthBasis' && kept.telehealthBasis && standing?.basis == null
                ? { hint: words.review.record.oldBasis }
                : {}),
            },
          })),
          written:
            fields === undefined
              ? writtenOf(
                  QUESTIONS.filter((question) => !isApart(question)),
                  kept,
                )
              : writtenIn(QUESTIONS, fields),
          problems: Object.fromEntries(
            [...problems].map(([question, one]: [string, FormProblem]) => [question, said[one]]),
          ),
        }}
        problem={problem}
      />
    ),
  })
}

const anewText = (words: Readonly<Record<string, string>>, because: string): string | undefined =>
  Object.hasOwn(words, because) ? words[because] : undefined
