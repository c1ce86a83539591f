/**
 * /portal/next-day: a few short questions on the day after. Before them what comes, who reads it, and whether the
 * person is alone; after them when they were answered, what became of it, and a way to tell something new.
 */
import { inScope, type Permit, type Scope } from '../../access/permit.ts'
import { keepDayAnswers } from '../../care/keep-day-answers.ts'
import { type Room, roomOf } from '../../care/read-room.ts'
import {
  dayAfterBegins,
  findEndedSession,
  isAllSkipped,
  isUntold,
  judgeNextDay,
  NEXT_DAY_SHEET,
  tellNextDay,
} from '../../care/tell-next-day.ts'
import { NEXT_DAY } from '../../clinical/day/questions.ts'
import { asq } from '../../clinical/instruments/asq.ts'
import type { Answers } from '../../clinical/instruments/instrument.ts'
import { toldIn } from '../../clinical/intake/question.ts'
import { isRightNow } from '../../clinical/rules/asks-for-a-person.ts'
import type { Finding } from '../../clinical/rules/rule.ts'
import { patientText } from '../../content/rule-words.ts'
import { type AnswerSheet, findLatestSheet } from '../../records/answer-sheets.ts'
import { dutyFor } from '../../records/duty.ts'
import type { BookedSession } from '../../records/sessions.ts'
import { AppError } from '../../system/errors.ts'
import { isUuid, newUuid } from '../../system/ids.ts'
import { clockface } from '../../system/time.ts'
import { NextDayAnsweredPage, NextDayIntroPage } from '../../ui/pages/next-day.tsx'
import { NoDayPage } from '../../ui/pages/session-day.tsx'
import type { ToldView } from '../../ui/told.tsx'
import { readAnswers } from '../answers-form.ts'
import { readDay } from '../day-form.ts'
import { alertOf, isRuleId, neutralText, practicePhone, stateOf } from '../room-view.ts'
import { ownRecord, type RouteContext } from '../route.ts'
import { type Check, nextScreen, screen, unclearOf } from './day-screens.tsx'

const PATH = '/portal/next-day'
const FORM = 'next-day'

type Own = Permit<'read-own-day'> | Permit<'tell-day'>

export const nextDayPage = ownRecord('GET', PATH, 'read-own-day', async (c, permit) => {
  if (c.req.query('again') !== '1') {
    const told = await readTold(c, permit)
    if (told && !isOfEvening(told, c.var.services.now()))
      return answered(c, told, { title: c.var.words.sessionDay.nextDay.answered, isJustSent: false })
  }
  return intro(c, permit, {})
})

export const nextDayThanks = ownRecord('GET', `${PATH}/thanks`, 'read-own-day', async (c, permit) => {
  const { nextDay } = c.var.words.sessionDay
  const told = await readTold(c, permit)
  if (!told) return c.redirect(PATH, 303)
  const title = told.isAllSkipped ? nextDay.skipped : nextDay.thanks
  return answered(c, told, { title, isJustSent: true })
})

async function intro(
  c: RouteContext,
  permit: Own,
  { isNotAlone = false, isEmpty = false }: { isNotAlone?: boolean; isEmpty?: boolean },
) {
  const { db, now } = c.var.services
  const { words } = c.var
  const { ended, isCovered } = await inScope(db, permit, async (scope) => ({
    ended: await findEndedSession(scope),
    isCovered: (await dutyFor(scope, now())) !== undefined,
  }))
  const { sessionDay } = words
  const body = ended ? (
    <NextDayIntroPage
      words={sessionDay}
      action={PATH}
      hidden={{ sheetId: newUuid(), sessionId: ended.id }}
      isNotAlone={isNotAlone}
      isCovered={isCovered}
      isEmpty={isEmpty}
      phone={practicePhone(c, undefined)}
    />
  ) : (
    <NoDayPage words={sessionDay} text={sessionDay.nextDay.none} home="/portal" />
  )
  return c.var.page({ area: 'portal', title: sessionDay.title, body })
}

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
  if (step === 'not-alone') return intro(c, permit, { isNotAlone: true })
  const form = readAnswers(asq, fields)
  const day = readDay(NEXT_DAY, fields)
  if (form.status === 'unclear')
    return screen(c, checkOf(c), fields, form.linkIds.includes('asq-05') ? 'now' : 'asq', form.linkIds)
  const next = nextScreen(step, fields, { answers: form.answers, unclear: day.unclear })
  if (next !== 'hand-in') {
    await keepDayAnswers(db, vault, permit, { id: sheetId, sessionId, answers: form.answers, at: now() })
    return screen(c, checkOf(c), fields, next, next === 'day' ? unclearOf(step, day.unclear) : [])
  }
  const told = { asq: form.answers, told: day.told }
  if (isUntold(told)) return intro(c, permit, { isEmpty: true })
  await tellNextDay(db, vault, permit, { id: sheetId, sessionId, at: now(), ...told })
  return c.redirect(`${PATH}/thanks`, 303)
})

type ToldOf = {
  booked: BookedSession
  sheet: AnswerSheet
  /** The session's own, however long ago it was: its alerts say who knows. */
  room: Room
  found: readonly Finding[]
  isAllSkipped: boolean
}

/** What was told last of the session that ended last; undefined before anything was. */
/** Told on the evening itself: on the day after it is asked anew. */
const isOfEvening = ({ booked, sheet }: ToldOf, now: Date): boolean =>
  sheet.authoredAt < dayAfterBegins(booked) && dayAfterBegins(booked) <= now

function readTold(c: RouteContext, permit: Permit<'read-own-day'>): Promise<ToldOf | undefined> {
  const { db, vault, now } = c.var.services
  return inScope(db, permit, async (scope: Scope<'read-own-day'>) => {
    const booked = await findEndedSession(scope)
    const sheet =
      booked && (await findLatestSheet(scope, await vault.keyOf(scope), NEXT_DAY_SHEET, booked.id))
    if (!booked || !sheet) return undefined
    const { asq: answers = {}, told } = sheet.answers as { asq?: Answers; told?: unknown }
    const half = { asq: answers, told: toldIn(told) }
    const { found } = await judgeNextDay(scope, booked, half, sheet.authoredAt, sheet.id)
    return {
      booked,
      sheet,
      found,
      room: await roomOf(scope, booked, now()),
      isAllSkipped: isAllSkipped(half),
    }
  })
}

function answered(c: RouteContext, told: ToldOf, says: { title: string; isJustSent: boolean }) {
  const { room, found, sheet } = told
  const lines = found.flatMap(({ ruleId, isUnknown, severity }) => {
    if (!isRuleId(ruleId) || severity === 'inform') return []
    // What a rule says when it fires would not be true of somebody who has not answered.
    if (isUnknown && !ruleId.startsWith('S')) return severity === 'advise' ? [] : [neutralText(c)]
    return patientText(c.var.language, ruleId, stateOf(c, room, alertOf(room, ruleId)), severity) ?? []
  })
  const face = clockface(c.var.language, told.booked.timeZone)
  return c.var.page({
    area: 'portal',
    title: c.var.words.sessionDay.title,
    body: (
      <NextDayAnsweredPage
        words={c.var.words}
        {...says}
        lines={[...new Set(lines)]}
        isRightNow={found.some(isRightNow)}
        sentAt={face.instant(sheet.authoredAt)}
        told={whoKnows(c, told)}
        action={PATH}
      />
    ),
  })
}

/** Of what these answers raised: seen once somebody has seen all of it, the last to be seen. */
function whoKnows(c: RouteContext, { booked, sheet, room }: ToldOf): ToldView | undefined {
  const own = room.alerts.filter(({ cause }) => cause.endsWith(` ${sheet.id}`))
  if (own.length === 0) return undefined
  const face = clockface(c.var.language, booked.timeZone)
  const seen = own.flatMap((alert) => alert.seen ?? []).sort((a, b) => b.at.getTime() - a.at.getTime())
  const last = seen.length === own.length ? seen[0] : undefined
  return {
    sentAt: face.instant(sheet.authoredAt),
    seen: last && { by: last.by, at: face.instant(last.at) },
    isOutsideCover: room.onDuty === undefined,
  }
}

export const nextDayRoutes = [nextDayPage, tellNextDayRoute, nextDayThanks]
