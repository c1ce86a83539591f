/**
 * /assessment: a few questions for anybody, without an account, a cookie or a script.
 *
 * Every button posts to the same address, so no answer ever stands in one; what was answered travels in one sealed
 * field. Whoever closes the page has told nobody anything.
 */
import { judgeAssessment } from '../../care/judge-assessment.ts'
import {
  PART_COUNT,
  partOf,
  questionsOf,
  readScreen,
  SCREENS,
  type Screen,
  screenBeside,
} from '../../clinical/assessment/questions.ts'
import { helpFor } from '../../clinical/assessment/result.ts'
import { assessmentInstruments } from '../../content/assessment-instruments.ts'
import { ASSESSMENT_FORM, AssessmentPage } from '../../ui/pages/assessment.tsx'
import { AFTER_HELP_FORM, AssessmentHelpPage } from '../../ui/pages/assessment-help.tsx'
import { AssessmentStartPage } from '../../ui/pages/assessment-start.tsx'
import { open, type RouteContext, visitor } from '../route.ts'
import {
  begin,
  type Carried,
  openCarried,
  type PublicProfile,
  readPublic,
  sealCarried,
} from './assessment-form.ts'
import { groupsOf } from './assessment-questions.ts'
import { ASSESSMENT, assessmentResultPage } from './assessment-result.tsx'

export const assessmentStart = open('GET', ASSESSMENT, (c) => startPage(c))

export const assessment = visitor('POST', ASSESSMENT, 'take-assessment', async (c) => {
  const fields = await c.var.fields()
  const { profile, limits } = await readPublic(c)
  if (fields.step === 'begin') return screenPage(c, profile, begin(c), 'where')
  const carried = openCarried(c, fields.sealed)
  if (!carried) return startPage(c, true)

  if (fields.screen === AFTER_HELP) {
    if (fields.step !== 'next') return helpPage(c, carried)
    return screenPage(c, profile, carried, screenBeside('now', 'next', carried.answers) ?? 'now')
  }
  const screen = SCREENS.find((each) => each === fields.screen)
  if (screen === undefined) {
    if (fields.step === 'back') return screenPage(c, profile, carried, SCREENS.at(-1) ?? 'where')
    return assessmentResultPage(c, carried, judgeAssessment(carried.answers, limits).result)
  }
  const questions = questionsOf(
    screen,
    profile.states.map(({ code }) => code),
  )
  const { answers, unclear } = readScreen(questions, fields, carried.answers)
  const now = { ...carried, answers }
  if (unclear.length > 0) return screenPage(c, profile, now, screen, { unclear, written: fields })
  if (fields.step !== 'next' && fields.step !== 'back') return screenPage(c, profile, now, screen)
  const beside = screenBeside(screen, fields.step, answers)
  if (screen === 'now' && fields.step === 'next' && helpFor(answers) === 'not-safe') return helpPage(c, now)
  if (beside !== undefined) return screenPage(c, profile, now, beside)
  if (fields.step === 'back') return screenPage(c, profile, now, screen)
  return assessmentResultPage(c, now, judgeAssessment(answers, limits).result)
})

/** The first page, and where somebody lands whose answers could not be read any more. */
export function startPage(c: RouteContext, isAgain = false): Response {
  const { words } = c.var
  return c.var.page({
    area: 'public',
    title: words.assessment.title,
    body: <AssessmentStartPage words={words} action={ASSESSMENT} isAgain={isAgain} />,
    status: isAgain ? 400 : 200,
  })
}

/** Between two screens: what a form from there calls itself. */
const AFTER_HELP = 'help'

function helpPage(c: RouteContext, carried: Carried): Response {
  const { words } = c.var
  const hidden = { sealed: sealCarried(c, carried), screen: AFTER_HELP }
  return c.var.page({
    area: 'public',
    title: words.assessment.title,
    body: <AssessmentHelpPage words={words} action={ASSESSMENT} hidden={hidden} />,
    form: { id: AFTER_HELP_FORM, field: 'step', value: 'stay', enter: 'next' },
  })
}

type Unclear = { unclear: readonly string[]; written: Readonly<Record<string, unknown>> }

function screenPage(
  c: RouteContext,
  { states }: PublicProfile,
  carried: Carried,
  screen: Screen,
  { unclear, written }: Unclear = { unclear: [], written: {} },
): Response {
  const { words, language } = c.var
  const { answers } = carried
  const questions = questionsOf(
    screen,
    states.map(({ code }) => code),
  )
  const { title, why } = words.assessment.screens[screen]
  const body = (
    <AssessmentPage
      words={words}
      action={ASSESSMENT}
      title={title}
      why={screen === 'event' ? assessmentInstruments[language].pcPtsd5.note : why}
      part={partOf(screen)}
      parts={PART_COUNT}
      groups={groupsOf(
        screen,
        questions,
        { words: words.assessment, language, states },
        { answers, unclear, written },
      )}
      hidden={{ sealed: sealCarried(c, carried), screen }}
      hasBack={screenBeside(screen, 'back', answers) !== undefined}
      isLast={screenBeside(screen, 'next', answers) === undefined}
      help={helpFor(answers)}
    />
  )
  return c.var.page({
    area: 'public',
    title: words.assessment.title,
    body,
    status: unclear.length > 0 ? 400 : 200,
    form: { id: ASSESSMENT_FORM, field: 'step', value: 'stay', enter: 'next' },
  })
}
