/**
 * /portal/day: the patient's own half of the day's check, the answer to it, and their screen for the session.
 *
 * Answers travel in the form from screen to screen and are stored when it is handed in. A yes or a skip in the suicide
 * screen is stored and asks for a person as soon as it is sent; one to the question about right now is handed in at
 * once, with whatever else is missing: nobody has to go on answering.
 */

import type { Permit } from '../../access/permit.ts'
import { inScope } from '../../access/permit.ts'
import { isBookedDay } from '../../care/against-dose.ts'
import { dayKnown, readOwnDay } from '../../care/day-known.ts'
import { findHalves, gateNow, gateWithOpenings } from '../../care/judge-day.ts'
import { keepDayAnswers } from '../../care/keep-day-answers.ts'
import { aboutOf } from '../../care/raise-alerts.ts'
import { type Room, readRoom, readRoomCalledOff } from '../../care/read-room.ts'
import { sayNotToday, tellDay } from '../../care/tell-day.ts'
import { partOfRule } from '../../clinical/day/facts-of-day.ts'
import type { OwnDay } from '../../clinical/day/own-questions.ts'
import { type GateReason, gateOver, ruleOf } from '../../clinical/gate.ts'
import { asq } from '../../clinical/instruments/asq.ts'
import type { RuleId } from '../../clinical/rules/all.ts'
import { isRightNow } from '../../clinical/rules/asks-for-a-person.ts'
import { JUDGED_AT } from '../../clinical/rules/running.ts'
import { placeAt } from '../../clinical/session.ts'
import { gateForPatient, gateWords } from '../../content/gate-words.ts'
import { ownDayWords } from '../../content/own-day-words.ts'
import { patientText } from '../../content/rule-words.ts'
import { findNextSession } from '../../records/sessions.ts'
import { AppError } from '../../system/errors.ts'
import { isUuid, newUuid } from '../../system/ids.ts'
import { clockface } from '../../system/time.ts'
import {
  DayAnswerPage,
  DayIntroPage,
  DayOffPage,
  NoDayPage,
  OtherDayPage,
} from '../../ui/pages/session-day.tsx'
import { readAnswers } from '../answers-form.ts'
import { readDay } from '../day-form.ts'
import { keepLogin } from '../keep-login.ts'
import { lookAgain } from '../look-again.ts'
import { alertOf, BEFORE_DOSE, practicePhone, stateOf } from '../room-view.ts'
import { ownRecord, type RouteContext } from '../route.ts'
import { type Check, nextScreen, screen, unclearOf } from './day-screens.tsx'

const PATH = '/portal/day'
const FORM = 'day'
const SEAL = 'day form'

export const dayPage = ownRecord('GET', PATH, 'read-own-day', async (c, permit) => {
  const { db, vault, now } = c.var.services
  const at = now()
  const found = await inScope(db, permit, async (scope) => {
    const room = await readRoom(scope, at)
    if (!room || !isAhead(room, at)) return { room }
    const key = await vault.keyOf(scope)
    const halves = await findHalves(scope, key, room.session.booked, room.gaps)
    if (!halves.patient) return { room, halves, whole: undefined }
    const known = await dayKnown(scope, key, room.session.booked, at)
    const whole = await gateNow(scope, known, room.session, halves, at, room.gaps)
    return { room, halves, whole }
  })
  const { room } = found
  if (room && !isAhead(room, at)) return c.redirect(`${PATH}/now`, 303)
  if (!room || (room.state !== 'ready' && room.state !== 'session-day' && !found.whole)) return nothing(c)
  if (!isBookedDay(room.session.booked, at)) return otherDay(c, room, at)
  if (found.whole) await keepLogin(c, room)
  if (!found.whole || c.req.query('again') === '1') return intro(c, permit, room, false)

  const gate = gateWithOpenings(found.whole, room.session, room.against)
  const isReady = room.session.reading.session.stage === 'ready-for-dose' && room.against.length === 0
  const isWaiting = found.halves?.support === undefined
  const ownHolds = room.session.reading.session.judged.patient?.findings.length ?? 0
  const own = gateOver(gate.reasons.filter(isOwn))
  const shown = isWaiting ? own : gate
  const isNow = shown.reasons.some((reason) =>
    reason.is === 'finding' ? isRightNow(reason.finding) : ruleOf(reason) === 'S01',
  )
  const said = isNow ? { ...shown, reasons: shown.reasons.filter(isKnown) } : shown
  const raised = alertOf(room, 'held', ...said.reasons.flatMap((reason) => ruleOf(reason) ?? []))
  const lines = gateForPatient(c.var.language, said, stateOf(c, room, raised ?? alertOf(room)))
  return c.var.page({
    area: 'portal',
    ...(isWaiting || !isReady ? { again: lookAgain(PATH) } : {}),
    title: c.var.words.sessionDay.title,
    body: (
      <DayAnswerPage
        words={c.var.words}
        lines={isWaiting && own.reasons.length === 0 ? [] : lines}
        isWaiting={isWaiting && (own.reasons.length === 0 || ownHolds === 0)}
        isReady={isReady}
        isHeld={shown.reasons.length > 0}
        isRightNow={isNow}
        phone={practicePhone(c, room)}
        action={`${PATH}/not-today`}
        hidden={{ sessionId: room.session.booked.id }}
      />
    ),
  })
})

/** Before the dose. From then on, and in the night after, everything stands on the screen of the session. */
const isAhead = ({ session }: Room, at: Date): boolean =>
  BEFORE_DOSE.includes(placeAt(session.reading.session, at.getTime(), session.numbers))

/** Of their own half: what the other half has not brought yet is no reason of theirs. */
const isOwn = (reason: GateReason): boolean => partOfRule(ruleOf(reason) ?? '') === 'patient'

/** Beside help right now, what was left out is nothing to read about. */
const isKnown = (reason: GateReason): boolean => reason.is !== 'finding' || !reason.finding.isUnknown

const nothing = (c: RouteContext) =>
  c.var.page({
    area: 'portal',
    title: c.var.words.sessionDay.title,
    body: <NoDayPage words={c.var.words.sessionDay} home="/portal" />,
  })

/** Nothing is asked on any other day. What was said about safety meanwhile stands there with help. */
function otherDay(c: RouteContext, room: Room, at: Date) {
  const { language, words } = c.var
  const { booked } = room.session
  const text = gateWords[language].otherDay
  const open = room.alerts.find((alert) => alert.settled === null && isOfScreen(aboutOf(alert)))
  const help = open && patientText(language, aboutOf(open) as RuleId, stateOf(c, room, open), 'block')
  const isAhead = at < booked.startsAt
  const day = clockface(language, booked.timeZone).instant(booked.startsAt).text
  return c.var.page({
    area: 'portal',
    title: words.sessionDay.title,
    body: (
      <OtherDayPage
        words={words.sessionDay}
        title={isAhead ? text.aheadTitle : text.overTitle}
        text={isAhead ? text.ahead(day) : text.over}
        help={help ?? undefined}
        phone={practicePhone(c, room)}
        action={`${PATH}/not-today`}
        hidden={{ sessionId: booked.id }}
      />
    ),
  })
}

const isOfScreen = (about: string) => JUDGED_AT.screen.some(({ id }) => id === about)

function intro(c: RouteContext, permit: Permit, room: Room, isNotAlone: boolean) {
  const sheetId = newUuid()
  const { booked } = room.session
  const seal = c.var.services.seals.seal(SEAL, String(permit.patientId), sheetId)
  return c.var.page({
    area: 'portal',
    title: c.var.words.sessionDay.title,
    body: (
      <DayIntroPage
        words={c.var.words.sessionDay}
        action={PATH}
        hidden={{ sheetId, seal, sessionId: booked.id }}
        planned={clockface(c.var.language, booked.timeZone).instant(booked.startsAt)}
        isNotAlone={isNotAlone}
        isCovered={room.onDuty !== undefined}
        phone={practicePhone(c, room)}
        gaps={room.gaps.map((gap) => gateWords[c.var.language].booking[gap])}
      />
    ),
  })
}

export const tellDayRoute = ownRecord('POST', PATH, 'tell-day', async (c, permit, member) => {
  const { db, vault, seals, now } = c.var.services
  const fields = await c.var.fields()
  const { sheetId, seal, sessionId, step } = fields
  if (!isUuid(sheetId) || !isUuid(sessionId)) throw new AppError('invalid', 'a day form came without its ids')
  if (!seals.isSealed(seal, SEAL, permit.patientId, sheetId))
    throw new AppError('invalid', 'a day form came with a seal that is not this patient’s')
  if (step === 'not-alone') {
    const room = await inScope(db, permit, (scope) => readRoom(scope, now()))
    if (!room) return nothing(c)
    const isOnDay = isBookedDay(room.session.booked, now())
    return isOnDay ? intro(c, permit, room, true) : otherDay(c, room, now())
  }
  const form = readAnswers(asq, fields)
  const own = await readOwnDay(db, vault, permit, now())
  const day = readDay(own.questions, fields)
  if (form.status === 'unclear')
    return screen(c, checkOf(c, own), fields, form.linkIds.includes('asq-05') ? 'now' : 'asq', form.linkIds)
  const next = nextScreen(step, fields, { answers: form.answers, unclear: day.unclear })
  if (next !== 'hand-in') {
    await keepDayAnswers(db, vault, permit, { id: sheetId, sessionId, answers: form.answers, at: now() })
    return screen(c, checkOf(c, own), fields, next, next === 'day' ? unclearOf(step, day.unclear) : [])
  }
  await tellDay(
    db,
    vault,
    permit,
    { id: sheetId, sessionId, at: now(), by: member.name },
    { asq: form.answers, told: day.told },
  )
  const said = day.told.ownWord === 'not-today'
  return c.redirect(said ? `${PATH}/off` : PATH, 303)
})

export const notTodayRoute = ownRecord('POST', `${PATH}/not-today`, 'tell-day', async (c, permit, member) => {
  const { sessionId } = await c.var.fields()
  if (!isUuid(sessionId)) throw new AppError('invalid', 'not today came without its session')
  await sayNotToday(c.var.services.db, permit, { sessionId, at: c.var.services.now(), by: member.name })
  return c.redirect(`${PATH}/off`, 303)
})

/** Says that the day is free only where it was called off; anybody else is led to what there is. */
export const dayOff = ownRecord('GET', `${PATH}/off`, 'read-own-day', async (c, permit) => {
  const { db, now } = c.var.services
  const isOff = await inScope(db, permit, async (scope) => {
    const off = await readRoomCalledOff(scope, now())
    return off !== undefined && (await findNextSession(scope)) === undefined
  })
  if (!isOff) return c.redirect(PATH, 303)
  return c.var.page({
    area: 'portal',
    title: c.var.words.sessionDay.title,
    body: <DayOffPage words={c.var.words.sessionDay} />,
  })
})

const checkOf = (c: RouteContext, own: OwnDay): Check => ({
  path: PATH,
  form: FORM,
  title: c.var.words.sessionDay.form.dayTitle,
  questions: own.questions,
  words: ownDayWords(c.var.words, own),
})

export const dayRoutes = [dayPage, tellDayRoute, notTodayRoute, dayOff]
