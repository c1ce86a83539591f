/** /portal/next-day: a few short questions on the day after. */
import { inScope } from '../../access/permit.ts'
import { keepDayAnswers } from '../../care/keep-day-answers.ts'
import { roomOf } from '../../care/read-room.ts'
import { findEndedSession, judgeNextDay, NEXT_DAY_SHEET, tellNextDay } from '../../care/tell-next-day.ts'
import { NEXT_DAY } from '../../clinical/day/questions.ts'
import { asq } from '../../clinical/instruments/asq.ts'
import type { Answers } from '../../clinical/instruments/instrument.ts'
import { toldIn } from '../../clinical/intake/question.ts'
import { isRightNow } from '../../clinical/rules/asks-for-a-person.ts'
import { patientText } from '../../content/rule-words.ts'
import { findLatestSheet } from '../../records/answer-sheets.ts'
import { AppError } from '../../system/errors.ts'
import { isUuid, newUuid } from '../../system/ids.ts'
import { NextDayThanksPage, NoDayPage } from '../../ui/pages/session-day.tsx'
import { readAnswers } from '../answers-form.ts'
import { readDay } from '../day-form.ts'
import { alertOf, isRuleId, neutralText, stateOf } from '../room-view.ts'
import { ownRecord, type RouteContext } from '../route.ts'
import { type Check, nextScreen, screen, unclearOf } from './day-screens.tsx'

const PATH = '/portal/next-day'
const FORM = 'next-day'

export const nextDayPage = ownRecord('GET', PATH, 'read-own-day', async (c, permit) => {
  const { db } = c.var.services
  const ended = await inScope(db, permit, findEndedSession)
  const { sessionDay } = c.var.words
  if (!ended)
    return c.var.page({
      area: 'portal',
      title: sessionDay.title,
      body: <NoDayPage words={sessionDay} text={sessionDay.nextDay.none} />,
    })
  return screen(c, checkOf(c), { sheetId: newUuid(), sessionId: ended.id }, 'asq', [])
})

const checkOf = (c: RouteContext): Check => ({
  path: PATH,
  form: FORM,
  title: c.var.words.sessionDay.nextDay.title,
  lead: c.var.words.sessionDay.nextDay.lead,
  questions: NEXT_DAY,
})

export const tellNextDayRoute = ownRecord('POST', PATH, 'tell-day', async (c, permit) => {
  const { db, vault, now } = c.var.services
  const fields = await c.var.fields()
  const { sheetId, sessionId, step } = fields
  if (!isUuid(sheetId) || !isUuid(sessionId)) throw new AppError('invalid', 'a next-day form without its ids')
  const form = readAnswers(asq, fields)
  const day = readDay(NEXT_DAY, fields)
  if (form.status === 'unclear')
    return screen(c, checkOf(c), fields, form.linkIds.includes('asq-05') ? 'now' : 'asq', form.linkIds)
  const next = nextScreen(step, fields, { answers: form.answers, unclear: day.unclear })
  if (next !== 'hand-in') {
    await keepDayAnswers(db, vault, permit, { id: sheetId, sessionId, answers: form.answers, at: now() })
    return screen(c, checkOf(c), fields, next, next === 'day' ? unclearOf(step, day.unclear) : [])
  }
  await tellNextDay(db, vault, permit, {
    ...{ id: sheetId, sessionId, at: now(), asq: form.answers, told: day.told },
  })
  return c.redirect(`${PATH}/thanks`, 303)
})

export const nextDayThanks = ownRecord('GET', `${PATH}/thanks`, 'read-own-day', async (c, permit) => {
  const { db, vault, now } = c.var.services
  const { sessionDay } = c.var.words
  const { lines, isNow } = await inScope(db, permit, async (scope) => {
    const ended = await findEndedSession(scope)
    const sheet = ended && (await findLatestSheet(scope, await vault.keyOf(scope), NEXT_DAY_SHEET, ended.id))
    if (!ended || !sheet) return { lines: [], isNow: false }
    // The session's own, however long ago it was: its alerts say who knows.
    const room = await roomOf(scope, ended, now())
    const { asq: answers = {}, told } = sheet.answers as { asq?: Answers; told?: unknown }
    const half = { asq: answers, told: toldIn(told) }
    const { found } = await judgeNextDay(scope, ended, half, sheet.authoredAt, sheet.id)
    const lines = found.flatMap(({ ruleId, isUnknown, severity }) => {
      if (!isRuleId(ruleId) || severity === 'inform') return []
      // What a rule says when it fires would not be true of somebody who has not answered.
      if (isUnknown && !ruleId.startsWith('S')) return severity === 'advise' ? [] : [neutralText(c)]
      return patientText(c.var.language, ruleId, stateOf(c, room, alertOf(room, ruleId)), severity) ?? []
    })
    return { lines, isNow: found.some(isRightNow) }
  })
  return c.var.page({
    area: 'portal',
    title: sessionDay.title,
    body: <NextDayThanksPage words={c.var.words} lines={[...new Set(lines)]} isRightNow={isNow} />,
  })
})

export const nextDayRoutes = [nextDayPage, tellNextDayRoute, nextDayThanks]
