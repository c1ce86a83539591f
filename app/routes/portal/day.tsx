/**
 * /portal/day: the patient's own half of the day's check, the answer to it, and their screen for the session.
 *
 * Answers travel in the form from screen to screen and are stored when it is handed in. A yes to the question about
 * right now is handed in at once, with whatever else is missing: nobody has to go on answering.
 */

import type { Permit } from '../../access/permit.ts'
import { inScope } from '../../access/permit.ts'
import { actInSession } from '../../care/act-in-session.ts'
import { findHalves, gateNow, gateWithOpenings } from '../../care/judge-day.ts'
import { type Room, readRoom } from '../../care/read-room.ts'
import { sayNotToday, tellDay } from '../../care/tell-day.ts'
import { partOfRule } from '../../clinical/day/facts-of-day.ts'
import { PATIENT_DAY } from '../../clinical/day/questions.ts'
import { type GateReason, gateOver } from '../../clinical/gate.ts'
import { asq } from '../../clinical/instruments/asq.ts'
import type { Answers, Item } from '../../clinical/instruments/instrument.ts'
import type { Question } from '../../clinical/intake/question.ts'
import { placeAt } from '../../clinical/session.ts'
import { asq as asqEn } from '../../content/en/instruments/asq.ts'
import { asq as asqEs } from '../../content/es/instruments/asq.ts'
import { gateForPatient } from '../../content/gate-words.ts'
import { alertWords } from '../../content/rule-words.ts'
import type { Language } from '../../content/words.ts'
import { AppError } from '../../system/errors.ts'
import { isUuid, newUuid } from '../../system/ids.ts'
import { clockface } from '../../system/time.ts'
import {
  DayAnswerPage,
  DayFormPage,
  DayIntroPage,
  DayOffPage,
  NoDayPage,
} from '../../ui/pages/session-day.tsx'
import { HelpNowPage, MyScreenPage } from '../../ui/pages/session-room.tsx'
import { readAnswers } from '../answers-form.ts'
import { readDay } from '../day-form.ts'
import {
  alertOf,
  BEFORE_DOSE,
  newIds,
  practicePhone,
  readRoomFields,
  roomFields,
  roomView,
  stateOf,
  toldOf,
} from '../room-view.ts'
import { ownRecord, type RouteContext } from '../route.ts'

const PATH = '/portal/day'
const FORM = 'day'
const SEAL = 'day form'
const REFRESH_SECONDS = '30'

const WORDING = { en: asqEn, es: asqEs }
const SCREEN: readonly Item[] = asq.items.slice(0, 4)
const NOW: readonly Item[] = asq.items.slice(4)

type Reading = Permit<'read-own-day'>

export const dayPage = ownRecord('GET', PATH, 'read-own-day', async (c, permit) => {
  const { db, vault, now } = c.var.services
  const at = now()
  const found = await inScope(db, permit, async (scope) => {
    const room = await readRoom(scope, at)
    if (!room || room.session.booked.endedAt) return { room: undefined }
    const halves = await findHalves(scope, await vault.keyOf(scope), room.session.booked.id)
    const whole = halves.patient ? await gateNow(scope, room.session, halves, at) : undefined
    return { room, halves, whole }
  })
  const { room } = found
  if (!room || (room.state !== 'ready' && room.state !== 'session-day' && !found.whole)) return nothing(c)
  if (!BEFORE_DOSE.includes(placeAt(room.session.reading.session, at.getTime(), room.session.numbers)))
    return c.redirect(`${PATH}/now`, 303)
  if (!found.whole || c.req.query('again') === '1') return intro(c, permit, room, false)

  const gate = gateWithOpenings(found.whole, room.session)
  const isReady = room.session.reading.session.stage === 'ready-for-dose'
  const isWaiting = found.halves?.support === undefined
  const ownHolds = room.session.reading.session.judged.patient?.findings.length ?? 0
  const own = gateOver(gate.reasons.filter(isOwn))
  const shown = isWaiting ? own : gate
  const lines = gateForPatient(c.var.language, shown, stateOf(c, room, alertOf(room)))
  if (isWaiting || !isReady) c.header('refresh', REFRESH_SECONDS)
  return c.var.page({
    area: 'portal',
    title: c.var.words.sessionDay.title,
    body: (
      <DayAnswerPage
        words={c.var.words.sessionDay}
        lines={isWaiting && own.reasons.length === 0 ? [] : lines}
        isWaiting={isWaiting && (own.reasons.length === 0 || ownHolds === 0)}
        isReady={isReady}
        isHeld={shown.reasons.length > 0}
        phone={practicePhone(c, room)}
        action={`${PATH}/not-today`}
        hidden={{ sessionId: room.session.booked.id }}
      />
    ),
  })
})

/** Of their own half: what the other half has not brought yet is no reason of theirs. */
const isOwn = (reason: GateReason): boolean =>
  reason.is !== 'finding' || partOfRule(reason.finding.ruleId) === 'patient'

const nothing = (c: RouteContext) =>
  c.var.page({
    area: 'portal',
    title: c.var.words.sessionDay.title,
    body: <NoDayPage words={c.var.words.sessionDay} />,
  })

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
    return room ? intro(c, permit, room, true) : nothing(c)
  }
  const form = readAnswers(asq, fields)
  const day = readDay(PATIENT_DAY, fields)
  if (form.status === 'unclear')
    return screen(c, checkOf(c), fields, form.linkIds.includes('asq-05') ? 'now' : 'asq', form.linkIds)
  const next = nextScreen(step, fields, { answers: form.answers, unclear: day.unclear })
  if (next !== 'hand-in')
    return screen(c, checkOf(c), fields, next, next === 'day' ? unclearOf(step, day.unclear) : [])
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

export type Screen = 'asq' | 'now' | 'day'
const NEXT: Record<Screen, string> = { asq: 'now', now: 'day', day: 'hand-in' }

/** The two checks that begin with the suicide screen: of the day, and of the day after. */
export type Check = {
  path: string
  form: string
  title: string
  lead?: string
  questions: readonly Question[]
}

const checkOf = (c: RouteContext): Check => ({
  path: PATH,
  form: FORM,
  title: c.var.words.sessionDay.form.dayTitle,
  questions: PATIENT_DAY,
})

/**
 * Which screen comes next, or that everything is there. The question about right now comes after any yes or skip;
 * a yes to it, or a skip, is handed in at once.
 */
export function nextScreen(
  step: unknown,
  fields: Record<string, unknown>,
  { answers, unclear }: { answers: Answers; unclear: readonly string[] },
): Screen | 'hand-in' {
  const { outcome } = asq.score(answers)
  if (fields['asq-05'] !== undefined && outcome === 'acute') return 'hand-in'
  if (outcome === 'positive' && step !== 'asq') return 'now'
  if (step === 'now' || step === 'day') return 'day'
  if (step !== 'hand-in') return 'asq'
  return unclear.length > 0 ? 'day' : 'hand-in'
}

export function screen(
  c: RouteContext,
  check: Check,
  fields: Record<string, unknown>,
  which: Screen,
  unclear: readonly string[],
) {
  const { sessionDay } = c.var.words
  const scale = which === 'asq' ? SCREEN : which === 'now' ? NOW : []
  const here = new Set([
    ...scale.map(({ linkId }) => linkId),
    ...(which === 'day' ? check.questions.map(({ name }) => name) : []),
  ])
  const known = ['sheetId', 'seal', 'sessionId', ...asq.items.map(({ linkId }) => linkId)]
  const hidden = Object.fromEntries(
    Object.entries(fields).filter(
      (entry): entry is [string, string] =>
        known.includes(entry[0]) && !here.has(entry[0]) && typeof entry[1] === 'string',
    ),
  )
  const { asqTitle, nowTitle, handIn, next } = sessionDay.form
  const crisis = alertWords[c.var.language].crisis('988', '911')
  return c.var.page({
    area: 'portal',
    title: sessionDay.title,
    status: unclear.length > 0 ? 400 : 200,
    form: { id: check.form, field: 'step', value: which },
    body: (
      <DayFormPage
        words={sessionDay}
        id={check.form}
        action={check.path}
        hidden={hidden}
        title={{ asq: asqTitle, now: nowTitle, day: check.title }[which]}
        lead={
          which === 'asq'
            ? (wordingOf(c.var.language).why ?? undefined)
            : which === 'day'
              ? check.lead
              : undefined
        }
        scale={scale.length > 0 ? scaleOf(c.var.language, scale) : undefined}
        questions={which === 'day' ? check.questions : []}
        sent={sentIn(fields, here)}
        unclear={unclear}
        crisis={which === 'now' ? crisis : undefined}
        next={{ label: which === 'day' ? handIn : next, step: NEXT[which] }}
      />
    ),
  })
}

/** Only once they were asked. */
export const unclearOf = (step: unknown, unclear: readonly string[]) => (step === 'hand-in' ? unclear : [])

const wordingOf = (language: Language) => WORDING[language]

function scaleOf(language: Language, items: readonly Item[]) {
  const { wording } = wordingOf(language)
  if (wording.state !== 'shipped') throw new Error('the screen that ships has its words')
  const labels = Array.isArray(wording.labels) ? wording.labels : []
  return {
    items: items.map(({ linkId }) => ({ linkId, ask: wording.items[linkId] ?? linkId })),
    labels,
  }
}

/** What was written on this screen, each field as often as it was sent. */
export const sentIn = (fields: Record<string, unknown>, here: ReadonlySet<string>) =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => here.has(name))
      .map(([name, value]) => [
        name,
        (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string'),
      ]),
  )

export const notTodayRoute = ownRecord('POST', `${PATH}/not-today`, 'tell-day', async (c, permit, member) => {
  const { sessionId } = await c.var.fields()
  if (!isUuid(sessionId)) throw new AppError('invalid', 'not today came without its session')
  await sayNotToday(c.var.services.db, permit, { sessionId, at: c.var.services.now(), by: member.name })
  return c.redirect(`${PATH}/off`, 303)
})

export const dayOff = ownRecord('GET', `${PATH}/off`, 'read-own-day', (c) =>
  c.var.page({
    area: 'portal',
    title: c.var.words.sessionDay.title,
    body: <DayOffPage words={c.var.words.sessionDay} />,
  }),
)

const ownRoom = (c: RouteContext, permit: Reading) =>
  inScope(c.var.services.db, permit, (scope) => readRoom(scope, c.var.services.now()))

export const myScreen = ownRecord('GET', `${PATH}/now`, 'read-own-day', async (c, permit) => {
  const room = await ownRoom(c, permit)
  if (!room) return nothing(c)
  c.header('refresh', `${REFRESH_SECONDS}; url=${PATH}/now`)
  return c.var.page({
    area: 'portal',
    title: c.var.words.sessionDay.title,
    body: (
      <MyScreenPage
        words={c.var.words.sessionDay}
        view={roomView(c, room, c.var.services.now())}
        hidden={roomFields(room)}
        ids={newIds()}
      />
    ),
  })
})

export const myAct = ownRecord('POST', `${PATH}/now`, 'record-own-event', async (c, permit, member) => {
  const fields = await c.var.fields()
  await actInSession(c.var.services.db, permit, [
    { ...readRoomFields(fields), what: { kind: 'stop' }, at: c.var.services.now(), by: member.name },
  ])
  return c.redirect(`${PATH}/now`, 303)
})

export const myHelp = ownRecord('POST', `${PATH}/help`, 'record-own-event', async (c, permit, member) => {
  const fields = await c.var.fields()
  await actInSession(c.var.services.db, permit, [
    { ...readRoomFields(fields), what: { kind: 'help-asked' }, at: c.var.services.now(), by: member.name },
  ])
  return c.redirect(`${PATH}/help`, 303)
})

export const myHelpPage = ownRecord('GET', `${PATH}/help`, 'read-own-day', async (c, permit) => {
  const room = await ownRoom(c, permit)
  const alert = room && alertOf(room, 'help-asked')
  return c.var.page({
    area: 'portal',
    title: c.var.words.sessionDay.title,
    body: (
      <HelpNowPage
        words={c.var.words.sessionDay}
        place={undefined}
        dutyPhone={practicePhone(c, room)}
        told={room && alert ? toldOf(c, room, alert) : undefined}
        back={`${PATH}/now`}
      />
    ),
  })
})

export const dayRoutes = [dayPage, tellDayRoute, notTodayRoute, dayOff, myScreen, myAct, myHelp, myHelpPage]
