/** /portal/intake/:part: one part of the intake, whichever form it has. */
import { randomUUID } from 'node:crypto'
import { type Permit, readInScope } from '../../access/permit.ts'
import { aboutOf } from '../../care/raise-alerts.ts'
import { tellPart } from '../../care/tell-intake.ts'
import {
  isPartKey,
  isQuestionnairePart,
  type PartKey,
  QUESTION_PARTS,
  type QuestionPart,
} from '../../clinical/intake/parts.ts'
import { type Answer, isDeclined, type Question, toldIn, yesOf } from '../../clinical/intake/question.ts'
import { isScalePart } from '../../clinical/intake/scales.ts'
import { questionText } from '../../content/intake-words.ts'
import { listRecordAlerts } from '../../records/alerts.ts'
import { dutyFor } from '../../records/duty.ts'
import { AppError } from '../../system/errors.ts'
import { isUuid } from '../../system/ids.ts'
import { clockface } from '../../system/time.ts'
import type { Fields } from '../../ui/hidden-fields.tsx'
import { IntakeAlonePage, IntakeAloneToldPage } from '../../ui/pages/intake-alone.tsx'
import { INTAKE_PATH, IntakePartPage, PART_FORM } from '../../ui/pages/intake-part.tsx'
import { insteadOf, NEVER, NONE, readPart, SKIP, writtenIn, writtenOf } from '../intake-form.ts'
import { ownRecord, type Route, type RouteContext } from '../route.ts'
import { textIn } from '../sign-in/replies.tsx'
import { closedForm, closedPage } from './intake-closed.tsx'
import { listPage, tellList } from './intake-list.tsx'
import { answerQuestionnaire, questionnairePage } from './intake-questionnaire.tsx'
import { answerScale, scalePage } from './intake-scale.tsx'
import {
  coveredFor,
  goOnFrom,
  isOpenIn,
  nextOpen,
  type OwnIntake,
  partHref,
  readOwnIntake,
} from './own-intake.ts'

const PATH = `${INTAKE_PATH}/:part`
/** Sent by the link to the other language: show the page again, and keep nothing. */
const LOOK = 'look'
const COVERED = 'covered'

export const intakePartRoutes: readonly Route[] = [
  ownRecord('GET', PATH, 'read-today', async (c, permit) => {
    const part = partIn(c)
    const own = await readOwnIntake(c, permit)
    if (!isOpenIn(own.state)) return closedPage(c, own)
    if (isScalePart(part)) return scalePage(c, own, part, permit)
    const hidden = hiddenFor(c, own, part, permit.patientId)
    if (part === 'list') return listPage(c, own, hidden)
    if (isQuestionnairePart(part)) return questionnairePage(c, own, part, permit.patientId)
    if (part === 'alone') return alonePage(c, hidden)
    return questionsPage(c, part, hidden, { own })
  }),

  ownRecord('POST', PATH, 'submit-answers', async (c, permit) => {
    const part = partIn(c)
    const whenClosed = await closedForm(c, permit)
    if (isQuestionnairePart(part)) return answerQuestionnaire(c, part, permit, whenClosed)
    if (isScalePart(part)) return answerScale(c, part, permit, whenClosed)
    if (whenClosed) return whenClosed({ asksForPerson: false })
    const fields = await c.var.fields()
    const hidden = sealedIn(c, part, permit, fields)
    if (part === 'list') return tellList(c, permit, hidden, fields)
    return tell(c, part, permit, hidden, fields)
  }),
]

function partIn(c: RouteContext): PartKey {
  const part = c.req.param('part') ?? ''
  if (!isPartKey(part)) throw new AppError('not-found', 'no such part')
  return part
}

/** What every form of a part carries: the sheet's id made with the page, its seal, and where it leads. */
function hiddenFor(c: RouteContext, own: OwnIntake, part: PartKey, patientId: string): Fields {
  const sheetId = randomUUID()
  const seal = c.var.services.seals.seal(`intake ${part}`, patientId, sheetId)
  return { sheetId, seal, nextPart: nextOpen(own, part) ?? '' }
}

/** @throws AppError invalid, for a form that is not this patient’s */
function sealedIn(
  c: RouteContext,
  part: PartKey,
  { patientId }: Permit<'submit-answers'>,
  fields: Record<string, unknown>,
): Fields {
  const { sheetId, seal } = fields
  if (!isUuid(sheetId) || !c.var.services.seals.isSealed(seal, `intake ${part}`, patientId, sheetId))
    throw new AppError('invalid', 'a part came with a seal that is not this patient’s')
  return { sheetId, seal: textIn(fields, 'seal'), nextPart: textIn(fields, 'nextPart') }
}

async function tell(
  c: RouteContext,
  part: QuestionPart,
  permit: Permit<'submit-answers'>,
  hidden: Fields,
  fields: Record<string, unknown>,
): Promise<Response> {
  const { db, vault, now } = c.var.services
  const questions: readonly Question[] = QUESTION_PARTS[part]
  const then = textIn(fields, 'then')
  const { told, problems } = readPart(questions, fields)
  if (then === LOOK || then === 'alone' || problems.size > 0) {
    const words = c.var.words.intake.form.problems
    const said = Object.fromEntries([...problems].map(([name, problem]) => [name, words[problem]]))
    return questionsPage(c, part, hidden, { fields, problems: said })
  }
  const id = hidden.sheetId ?? ''
  await tellPart(db, vault, permit, { id, part, answers: told, at: now() })
  const isUnsafe = yesOf(told, 'safeAtHome') === false || yesOf(told, 'fearsSupportPerson') === true
  return part === 'alone' && isUnsafe ? alonePageAfter(c, permit, id) : goOnFrom(c, hidden, then)
}

/**
 * Said in reply to the answer, and nowhere again: whoever opens any address later finds no word of it. An alert that
 * nobody has seen yet speaks for these answers too.
 */
async function alonePageAfter(
  c: RouteContext,
  permit: Permit<'submit-answers'>,
  sheetId: string,
): Promise<Response> {
  const { words, language, services } = c.var
  const at = services.now()
  const [alerts, duty] = await readInScope(services.db, permit, (scope) =>
    Promise.all([listRecordAlerts(scope), dutyFor(scope, at)]),
  )
  const ofHome = alerts.filter((alert) => aboutOf(alert) === 'B29')
  const alert = ofHome.find(({ cause }) => cause.endsWith(` ${sheetId}`)) ?? ofHome[0]
  const seen = alert?.seen
  const face = clockface(language, services.practice.timeZone)
  return c.var.page({
    area: 'portal',
    title: words.intake.title,
    body: (
      <IntakeAloneToldPage
        words={words}
        told={{
          sentAt: face.instant(alert?.raisedAt ?? at),
          seen: seen ? { by: seen.by, at: face.instant(seen.at) } : undefined,
          isOutsideCover: duty === undefined,
        }}
        goOnHref={`${INTAKE_PATH}?kept`}
      />
    ),
  })
}

type Shown =
  | { own: OwnIntake }
  | { fields: Record<string, unknown>; problems: Readonly<Record<string, string>> }

function questionsPage(c: RouteContext, part: QuestionPart, hidden: Fields, shown: Shown): Response {
  const { words, language } = c.var
  // What a scale covers is not asked; the form says which, so that it comes back as it was.
  const covered = 'own' in shown ? [...coveredFor(shown.own, part)] : textIn(shown.fields, COVERED).split(' ')
  const all = QUESTION_PARTS[part].filter(({ name }: Question) => !covered.includes(name))
  const kept = 'own' in shown ? toldIn(shown.own.stored.sheets.get(`intake-${part}`)?.answers) : {}
  const written = 'own' in shown ? writtenOf(all, kept) : writtenIn(all, shown.fields)
  // What somebody asked not to be asked is carried along, unseen, until they want to see it.
  const isAll = 'own' in shown ? c.req.query('all') !== undefined : shown.fields.all === 'all'
  const left = isAll ? [] : all.filter(({ name }) => 'own' in shown && isForGood(kept[name]))
  const carried = Object.fromEntries(
    left.map((question) => [question.kind === 'one-of' ? question.name : insteadOf(question.name), NEVER]),
  )
  const problems = 'own' in shown ? {} : shown.problems
  const isUnclear = Object.keys(problems).length > 0
  return c.var.page({
    area: 'portal',
    title: words.intake.title,
    status: isUnclear ? 400 : 200,
    form: { id: PART_FORM, field: 'then', value: LOOK, enter: 'next' },
    body: (
      <IntakePartPage
        words={words.intake}
        part={words.intake.parts[part]}
        action={partHref(part)}
        hidden={{
          ...hidden,
          ...carried,
          ...(isAll ? { all: 'all' } : {}),
          ...(covered.join('') === '' ? {} : { [COVERED]: covered.join(' ') }),
        }}
        names={{ skip: SKIP, never: NEVER, none: NONE, insteadOf }}
        questions={all
          .filter((question) => !left.includes(question))
          .map((question) => ({ question, text: questionText(language, question.name) }))}
        hiddenCount={left.length}
        written={written}
        problems={problems}
      >
        {part === 'alone' && (
          <>
            <p class="note">{words.intake.alone.help}</p>
            <p>{words.intake.alone.atOnce}</p>
          </>
        )}
      </IntakePartPage>
    ),
  })
}

const isForGood = (answer: Answer | undefined): boolean =>
  isDeclined(answer) && answer.declined === 'for-good'

function alonePage(c: RouteContext, hidden: Fields): Response {
  const { words } = c.var
  return c.var.page({
    area: 'portal',
    title: words.intake.title,
    body: <IntakeAlonePage words={words.intake} action={partHref('alone')} hidden={hidden} />,
  })
}
