/** /portal/follow-up/:of: what is asked again beside the week, each when it is due, and help at once. */
import { randomUUID } from 'node:crypto'
import { type Permit, readInScope } from '../../access/permit.ts'
import { answerInCourse, listAsksDue, listOwnQuestions, tellHabitsAgain } from '../../care/course-asks.ts'
import { type CourseAsk, isCourseAsk, ownSubstanceQuestions } from '../../clinical/course/asks.ts'
import { asq } from '../../clinical/instruments/asq.ts'
import { phq9 } from '../../clinical/instruments/phq9.ts'
import { asksForPerson } from '../../clinical/instruments/safety-answers.ts'
import { QUESTION_PARTS } from '../../clinical/intake/parts.ts'
import type { Question } from '../../clinical/intake/question.ts'
import { questionText } from '../../content/intake-words.ts'
import type { Language } from '../../content/words.ts'
import { AppError } from '../../system/errors.ts'
import { isUuid } from '../../system/ids.ts'
import type { Fields } from '../../ui/hidden-fields.tsx'
import { IntakePartPage, PART_FORM } from '../../ui/pages/intake-part.tsx'
import { IntakeQuestionnairePage } from '../../ui/pages/intake-questionnaire.tsx'
import { IntakeSafetyPage } from '../../ui/pages/intake-safety.tsx'
import { insteadOf, NEVER, NONE, readPart, SKIP, writtenIn } from '../intake-form.ts'
import { ownRecord, type Route, type RouteContext } from '../route.ts'
import { questionnaireOf, toldOf } from './intake-questionnaire.tsx'
import { readOwnIntake } from './own-intake.ts'
import { continueQuestionnaire, goesOnAt, type QuestionnaireForm } from './questionnaire-form.tsx'
import { instrumentOf, scaleFields, scaleForm, scaleTextOf } from './scale-form.tsx'
import { whenOpen } from './when-open.tsx'

const WEEK = '/portal/follow-up'
const THANKS = `${WEEK}/thank-you`
const PATH = `${WEEK}/:of`
/** The short questions about safety, after an answer elsewhere that leads to them. */
const SAFETY = 'now'
export const hrefOf = (of: CourseAsk | typeof SAFETY) => `${WEEK}/${of}`

export const followUpMoreRoutes: readonly Route[] = [
  ownRecord(
    'GET',
    PATH,
    'read-today',
    whenOpen('follow-up', async (c, permit) => {
      const of = c.req.param('of') ?? ''
      if (of === SAFETY) return safetyPage(c, permit)
      if (!isCourseAsk(of)) throw new AppError('not-found', 'nothing is asked there')
      const { db, now } = c.var.services
      const { language } = c.var
      const isDue = (await readInScope(db, permit, (scope) => listAsksDue(scope, language, now()))).includes(
        of,
      )
      if (!isDue) return c.redirect(THANKS, 303)
      if (of === 'habits') {
        const names = await readInScope(db, permit, (scope) => listOwnQuestions(scope, language, now()))
        return habitsPage(c, permit, { names })
      }
      if (of === 'mood') return startPage(c, permit, formOf('mood', language), 'fortnight')
      const { scales } = await readOwnIntake(c, permit)
      const by = scales.inForce.get(of)
      if (!by) return c.redirect(THANKS, 303)
      const begun = scales.begun.get(of)
      const { patientId } = permit
      const { parts } = c.var.words.intake
      return first(c, parts[of], hrefOf(of), {
        hidden: scaleFields(c, { path: hrefOf(of), patientId, by, begun }, randomUUID()),
        goOnAt: begun && goesOnAt({ instrument: instrumentOf(of) }, begun.response.answers),
      })
    }),
  ),

  ownRecord(
    'POST',
    PATH,
    'submit-answers',
    whenOpen('follow-up', async (c, permit) => {
      const of = c.req.param('of') ?? ''
      if (of === SAFETY) return continueQuestionnaire(c, formOf(of, c.var.language), permit)
      if (!isCourseAsk(of)) throw new AppError('not-found', 'nothing is asked there')
      if (of === 'mood') return continueQuestionnaire(c, formOf(of, c.var.language), permit)
      if (of === 'habits') return tellHabits(c, permit)
      const { db, vault } = c.var.services
      const { wordingId } = await c.var.fields()
      if (!isUuid(wordingId)) throw new AppError('invalid', 'a scale came without its text')
      const form = scaleForm(c, permit, await scaleTextOf(c, of, permit, wordingId), {
        ...{ part: of, path: hrefOf(of), afterwards: THANKS, whenGone: THANKS },
        handIn: (answers) => answerInCourse(db, vault, permit, answers),
      })
      return continueQuestionnaire(c, form, permit)
    }),
  ),
]

export type More = { title: string; minutes: string; href: string }

/** What else is due, for the page that thanks. */
export async function moreDue(c: RouteContext, permit: Permit<'read-today'>): Promise<More[]> {
  const { db, now } = c.var.services
  const { parts } = c.var.words.intake
  const due = await readInScope(db, permit, (scope) => listAsksDue(scope, c.var.language, now()))
  return due.map((of) => {
    const { title, minutes } = parts[of === 'mood' ? 'fortnight' : of]
    return { title, minutes, href: hrefOf(of) }
  })
}

function formOf(of: 'mood' | typeof SAFETY, language: Language): QuestionnaireForm {
  const [instrument, part] = of === 'mood' ? ([phq9, 'fortnight'] as const) : ([asq, 'now'] as const)
  return {
    ...{ path: hrefOf(of), seal: `follow-up ${of}`, instrument, afterwards: hrefOf(SAFETY) },
    say: (words) => ({
      title: words.way.followUp.title,
      heading: words.intake.parts[part].title,
      why: words.intake.parts[part].why,
      questionnaire: questionnaireOf(words, language, instrument.code),
    }),
  }
}

type First = { hidden: Fields; goOnAt?: number | undefined; safety?: { isCovered: boolean } }
type PartWords = RouteContext['var']['words']['intake']['parts']['now']

function first(
  c: RouteContext,
  part: PartWords,
  action: string,
  { hidden, goOnAt, safety }: First,
): Response {
  const { words } = c.var
  return c.var.page({
    area: 'portal',
    title: words.way.followUp.title,
    body: (
      <IntakeQuestionnairePage
        words={words}
        part={part}
        note={part.note ?? null}
        action={action}
        hidden={hidden}
        safety={safety}
        isLater={false}
        goOnAt={goOnAt}
        backHref="/portal"
      />
    ),
  })
}

function startPage(
  c: RouteContext,
  { patientId }: Permit<'read-today'>,
  { path, seal }: QuestionnaireForm,
  part: 'fortnight' | 'now',
  safety?: { isCovered: boolean },
): Response {
  const responseId = randomUUID()
  const hidden = { responseId, seal: c.var.services.seals.seal(seal, patientId, responseId) }
  return first(c, c.var.words.intake.parts[part], path, { hidden, ...(safety && { safety }) })
}

/** After the questions about mood, or about safety: help where an answer asks for a person, and otherwise thanks. */
async function safetyPage(c: RouteContext, permit: Permit<'read-today'>): Promise<Response> {
  const own = await readOwnIntake(c, permit)
  if (c.req.query('again') !== undefined)
    return startPage(c, permit, formOf(SAFETY, c.var.language), 'now', { isCovered: own.isCovered })
  const mood = own.stored.responses.get(phq9.code)
  const screen = own.stored.responses.get(asq.code)
  const isScreened = screen !== undefined && (mood === undefined || screen.authoredAt >= mood.authoredAt)
  const asking = isScreened ? screen : mood
  if (!asking || !asksForPerson(isScreened ? asq : phq9, asking.answers)) return c.redirect(THANKS, 303)
  return c.var.page({
    area: 'portal',
    title: c.var.words.way.followUp.title,
    body: (
      <IntakeSafetyPage
        words={c.var.words}
        told={toldOf(c, own, asking)}
        isAnswered={isScreened}
        askHref={`${hrefOf(SAFETY)}?again`}
        backHref="/portal"
      />
    ),
  })
}

const HABITS_SEAL = 'follow-up habits'

type Shown = {
  /** Which are asked. */
  names: readonly string[]
  sheetId?: string
  fields?: Record<string, unknown>
  problems?: Readonly<Record<string, string>>
}

function habitsPage(
  c: RouteContext,
  permit: Permit<'read-today'> | Permit<'submit-answers'>,
  { names, sheetId = randomUUID(), fields = {}, problems = {} }: Shown,
): Response {
  const { words, language, services } = c.var
  const questions = questionsNamed(names)
  const isUnclear = Object.keys(problems).length > 0
  return c.var.page({
    area: 'portal',
    title: words.way.followUp.title,
    status: isUnclear ? 400 : 200,
    form: { id: PART_FORM, field: 'then', value: LOOK, enter: 'next' },
    body: (
      <IntakePartPage
        words={words.intake}
        part={words.intake.parts.habits}
        action={hrefOf('habits')}
        hidden={{
          ...{ sheetId, asked: questions.map(({ name }) => name).join(' ') },
          seal: services.seals.seal(HABITS_SEAL, permit.patientId, sheetId),
        }}
        names={{ skip: SKIP, never: NEVER, none: NONE, insteadOf }}
        questions={questions.map((question) => ({ question, text: questionText(language, question.name) }))}
        hiddenCount={0}
        written={writtenIn(questions, fields)}
        problems={problems}
        backHref="/portal"
      />
    ),
  })
}

/** Sent by the link to the other language: show the page again, and keep nothing. */
const LOOK = 'look'

function questionsNamed(names: readonly string[]): Question[] {
  const again = ownSubstanceQuestions(new Set())
  const all: readonly Question[] = QUESTION_PARTS.habits
  return all.filter(({ name }) => again.includes(name) && names.includes(name))
}

async function tellHabits(c: RouteContext, permit: Permit<'submit-answers'>): Promise<Response> {
  const { db, vault, seals, now } = c.var.services
  const fields = await c.var.fields()
  const { sheetId, seal, asked, then } = fields
  if (!isUuid(sheetId) || !seals.isSealed(seal, HABITS_SEAL, permit.patientId, sheetId))
    throw new AppError('invalid', 'a form came with a seal that is not this patient’s')
  const names = typeof asked === 'string' ? asked.split(' ') : []
  const questions = questionsNamed(names)
  if (questions.length === 0) throw new AppError('invalid', 'a form came without its questions')
  const { told, problems } = readPart(questions, fields)
  if (then === LOOK || problems.size > 0) {
    const words = c.var.words.intake.form.problems
    const said = Object.fromEntries([...problems].map(([name, problem]) => [name, words[problem]]))
    return habitsPage(c, permit, { names, sheetId, fields, problems: then === LOOK ? {} : said })
  }
  await tellHabitsAgain(db, vault, permit, { id: sheetId, told, language: c.var.language, at: now() })
  return c.redirect(THANKS, 303)
}
