/**
 * /care-team/day/:patientId: the screens of the person who is there. Nothing of the patient's own half stands on any
 * of them.
 */
import { inScope, type Permit } from '../../access/permit.ts'
import { type Act, actInSession } from '../../care/act-in-session.ts'
import { isBookedDay } from '../../care/against-dose.ts'
import { findHalves, judgeDayAsServer } from '../../care/judge-day.ts'
import { aboutOf } from '../../care/raise-alerts.ts'
import { type Room, readRoom, readRoomCalledOff } from '../../care/read-room.ts'
import { writerOf } from '../../care/session-log.ts'
import { tellDayBeside } from '../../care/tell-day.ts'
import { LOOK, LOOK_ASLEEP, READINGS, SUPPORT_DAY, TONIGHT } from '../../clinical/day/questions.ts'
import { listOf, type Question } from '../../clinical/intake/question.ts'
import { placeAt } from '../../clinical/session.ts'
import { gateWords } from '../../content/gate-words.ts'
import { supportDayWords } from '../../content/own-day-words.ts'
import { findNextSession } from '../../records/sessions.ts'
import { AppError } from '../../system/errors.ts'
import { isUuid, newUuid, uuidFrom } from '../../system/ids.ts'
import type { Again } from '../../ui/document.tsx'
import { CalledOffPage, RoomFormPage } from '../../ui/pages/session-care.tsx'
import { BesidePage, DayFormPage, NoDayPage } from '../../ui/pages/session-day.tsx'
import { RoomPage } from '../../ui/pages/session-room.tsx'
import { readDay, sentIn } from '../day-form.ts'
import type { PageOptions } from '../env.ts'
import { keepLogin } from '../keep-login.ts'
import { lookAgain } from '../look-again.ts'
import {
  BEFORE_DOSE,
  isAsleep,
  newIds,
  practicePhone,
  readRoomFields,
  roomFields,
  roomView,
  toldOf,
} from '../room-view.ts'
import { onePatient, type RouteContext } from '../route.ts'
import { besideView, inReserveOf, isHeldIn, ofTheRoom, otherDay, withOwnAlone } from './beside-view.tsx'
import { happeningsOf } from './room-happenings.ts'

const PATH = '/care-team/day/:patientId'
const FORM = 'beside'

type Reading = Permit<'read-session'>
export const baseOf = ({ patientId }: Pick<Reading, 'patientId'>) => `/care-team/day/${patientId}`

/** The room, if there is one and this person belongs to it. */
export async function besideRoom(
  c: RouteContext,
  permit: Permit<'read-session' | 'tell-day-beside' | 'record-event'>,
) {
  const { db, now } = c.var.services
  const room = await inScope(db, permit as Permit<'read-session'>, (scope) =>
    readRoom(scope, now(), (booked) => writerOf(scope, booked) !== undefined),
  )
  if (!room) return undefined
  await keepLogin(c, room)
  return BEFORE_DOSE.includes(placeOf(room, now())) ? withOwnAlone(room) : ofTheRoom(room)
}

type Shown = [body: PageOptions['body'], status?: 200 | 400, again?: Again]

const framed = (c: RouteContext, ...[body, status = 200, again]: Shown): PageOptions => ({
  area: 'plain',
  title: c.var.words.sessionDay.title,
  body,
  status,
  ...(again === undefined ? {} : { again }),
})

export const page = (c: RouteContext, ...shown: Shown) => c.var.page(framed(c, ...shown))

/** A page for the room with its lights low: dusk, and around it only help and the way out. */
export const inTheDark = (c: RouteContext, ...shown: Shown) =>
  c.var.page({ ...framed(c, ...shown), isDusk: true })

/** A room that was called off, where this person was to be: for whoever still has its page open. */
export async function roomCalledOff(
  c: RouteContext,
  permit: Permit<'read-session'>,
): Promise<Room | undefined> {
  const { db, now } = c.var.services
  return inScope(db, permit, async (scope) => {
    const room = await readRoomCalledOff(scope, now())
    return room && writerOf(scope, room.session.booked) ? ofTheRoom(room) : undefined
  })
}

/** No room of theirs: it was called off, or somebody else is there. */
export async function noRoom(c: RouteContext, permit: Permit<'read-session'>): Promise<Response> {
  const words = c.var.words.sessionDay
  const off = await roomCalledOff(c, permit)
  if (!off) {
    const booked = await inScope(c.var.services.db, permit, findNextSession)
    const text = booked ? words.beside.notYours : words.none.text
    return page(c, <NoDayPage words={words} text={text} home="/people" />)
  }
  const started = off.alerts.find((alert) => alert.settled === null && aboutOf(alert) === 'start-when-off')
  return inTheDark(
    c,
    <CalledOffPage
      words={words}
      dutyPhone={practicePhone(c, off)}
      told={started && toldOf(c, off, started)}
    />,
  )
}

export const besideDay = onePatient('GET', PATH, 'read-session', async (c, permit) => {
  const { db, vault, now } = c.var.services
  const room = await besideRoom(c, permit)
  if (!room) return noRoom(c, permit)
  if (!BEFORE_DOSE.includes(placeOf(room, now()))) return c.redirect(`${baseOf(permit)}/now`, 303)
  const { booked } = room.session
  if (!isBookedDay(booked, now())) return otherDay(c, room, now())
  const own = await inScope(db, permit, async (scope) => {
    // Their own, whatever is missing: nobody is asked the same again and again.
    const halves = await findHalves(scope, await vault.keyOf(scope), room.session.booked, [])
    return halves.support
  })
  if (!own || c.req.query('again') === '1')
    return besideForm(c, permit, room, { sheetId: newUuid(), sessionId: room.session.booked.id }, [])
  // What was interrupted between handing in and judging is done now, and what waited for a gap to close.
  const { judged, stage } = room.session.reading.session
  const isHeld = isHeldIn(room)
  const isWaiting = stage === 'preparing' && judged.patient !== undefined && !isHeld
  if (!judged['support-person'] || isWaiting) {
    const { actor, patientId } = permit
    await judgeDayAsServer(db, vault, { practiceId: actor.practiceId, patientId, now: now() })
  }
  return page(
    c,
    <BesidePage
      words={c.var.words.sessionDay}
      name={room.patient.givenName}
      state={isHeld ? 'moved' : stage === 'ready-for-dose' ? 'ready' : 'waiting'}
      moved={gateWords[c.var.language].supportPerson}
      base={baseOf(permit)}
    />,
    200,
    lookAgain(),
  )
})

/** Before the dose nobody is looked at, comforted or seen out: what there is to do stands on the day's own page. */
export const isBeforeDose = (c: RouteContext, room: Room): boolean =>
  BEFORE_DOSE.includes(placeOf(room, c.var.services.now()))

const placeOf = ({ session }: Room, now: Date) =>
  placeAt(session.reading.session, now.getTime(), session.numbers)

function besideForm(
  c: RouteContext,
  permit: Pick<Reading, 'patientId'>,
  room: Room | undefined,
  fields: Record<string, unknown>,
  unclear: readonly string[],
) {
  const sessionDay = supportDayWords(c.var.words, practicePhone(c, room))
  const here = new Set(SUPPORT_DAY.map(({ name }) => name))
  return page(
    c,
    <DayFormPage
      words={sessionDay}
      id={FORM}
      action={baseOf(permit)}
      hidden={{ sheetId: String(fields.sheetId), sessionId: String(fields.sessionId) }}
      title={sessionDay.form.besideTitle}
      lead={sessionDay.form.besideLead}
      questions={SUPPORT_DAY}
      sent={sentIn(fields, here)}
      unclear={unclear}
      next={{ label: sessionDay.form.handIn, step: 'hand-in' }}
    />,
    unclear.length > 0 ? 400 : 200,
  )
}

export const tellBeside = onePatient('POST', PATH, 'tell-day-beside', async (c, permit) => {
  const { db, vault, now } = c.var.services
  const fields = await c.var.fields()
  const { sheetId, sessionId } = fields
  if (!isUuid(sheetId) || !isUuid(sessionId)) throw new AppError('invalid', 'a form came without its ids')
  const { told, unclear } = readDay(SUPPORT_DAY, fields)
  if (unclear.length > 0) return besideForm(c, permit, await besideRoom(c, permit), fields, unclear)
  await tellDayBeside(db, vault, permit, { id: sheetId, sessionId, at: now() }, told)
  return c.redirect(baseOf(permit), 303)
})

export const roomPage = onePatient('GET', `${PATH}/now`, 'read-session', async (c, permit) => {
  const room = await besideRoom(c, permit)
  if (!room) return noRoom(c, permit)
  const view = besideView(c, room, roomView(c, room, c.var.services.now()))
  // Not while somebody writes how many units.
  const again = view.place === 'ready-for-dose' ? undefined : lookAgain(`${baseOf(permit)}/now`)
  const inReserve = await inReserveOf(c, permit, room)
  return inTheDark(
    c,
    <RoomPage
      words={c.var.words.sessionDay}
      name={room.patient.givenName}
      base={baseOf(permit)}
      hidden={roomFields(room)}
      ids={newIds()}
      view={view}
      dutyPhone={practicePhone(c, room)}
      inReserve={inReserve}
    />,
    200,
    again,
  )
})

type Which = keyof typeof FORMS
const FORMS = { look: LOOK_ASLEEP, readings: READINGS, tonight: TONIGHT }

const questionPage = (which: Which) =>
  onePatient('GET', `${PATH}/${which}`, 'read-session', async (c, permit) => {
    const room = await besideRoom(c, permit)
    if (!room) return noRoom(c, permit)
    const early = isBeforeDose(c, room) ? baseOf(permit) : undefined
    const isTonight = placeOf(room, c.var.services.now()) === 'complete'
    const onward = early ?? (which === 'tonight' && !isTonight ? `${baseOf(permit)}/now` : undefined)
    if (onward !== undefined) return c.redirect(onward, 303)
    return questionForm(c, permit, room, which, { ...roomFields(room), id: newUuid() }, [])
  })

function questionForm(
  c: RouteContext,
  permit: Pick<Reading, 'patientId'>,
  room: Room | undefined,
  which: Which,
  fields: Record<string, unknown>,
  unclear: readonly string[],
) {
  const { form, room: said } = c.var.words.sessionDay
  const titles = { look: form.lookTitle, readings: form.readingsTitle, tonight: said.tonight.title }
  const isAwake = room !== undefined && !isAsleep(room, c.var.services.now())
  const questions: readonly Question[] = which === 'look' && isAwake ? LOOK : FORMS[which]
  const here = new Set(questions.map(({ name }) => name))
  const { id, sessionId, seen } = fields
  return inTheDark(
    c,
    <RoomFormPage
      words={c.var.words.sessionDay}
      base={baseOf(permit)}
      dutyPhone={practicePhone(c, room)}
      id={FORM}
      action={`${baseOf(permit)}/now`}
      hidden={{ id: String(id), sessionId: String(sessionId), seen: String(seen ?? ''), kind: which }}
      title={titles[which]}
      lead={which === 'readings' ? form.readingsLead : undefined}
      questions={questions}
      sent={sentIn(fields, here)}
      unclear={unclear}
      next={{ label: form.handIn, step: 'hand-in' }}
    />,
    unclear.length > 0 ? 400 : 200,
  )
}

export const lookPage = questionPage('look')
export const readingsPage = questionPage('readings')
export const tonightPage = questionPage('tonight')

const AFTER: Readonly<Record<string, string>> = { comfort: '/comfort', distress: '/comfort', end: '/end' }

export const roomAct = onePatient('POST', `${PATH}/now`, 'record-event', async (c, permit, member) => {
  const { db, now } = c.var.services
  const fields = await c.var.fields()
  const sent = readRoomFields(fields)
  const { kind } = fields
  const which = typeof kind === 'string' && Object.hasOwn(FORMS, kind) ? (kind as Which) : undefined
  const { told, unclear } = readDay(which ? FORMS[which] : [], fields)
  if (which && unclear.length > 0)
    return questionForm(c, permit, await besideRoom(c, permit), which, fields, unclear)
  const all = happeningsOf(kind, fields, told)
  if (kind === 'start' && all.some((what) => what.kind === 'dose-started' && !Number.isInteger(what.units)))
    return c.redirect(`${baseOf(permit)}/now?said=units-needed`, 303)
  // By what it says: sent again with something added or put right, that is written and nothing twice.
  const acts = all.map((what): Act => {
    const id = uuidFrom(`${sent.id} ${JSON.stringify(what)}`)
    return { ...sent, id, what, at: now(), by: member.name }
  })
  const result = acts.length > 0 ? await actInSession(db, permit, acts) : undefined
  const isLook = which !== 'look' || all.some((what) => what.kind === 'look-in')
  const done = acts.length === 0 ? 'nothing-said' : isLook ? 'stored' : 'look-still-due'
  const said = typeof result === 'object' ? result.refused : done
  // One of these in the evening is an emergency: the numbers first.
  if (which === 'tonight' && (listOf(told, 'tonight')?.length ?? 0) > 0)
    return c.redirect(`${baseOf(permit)}/help`, 303)
  const to = typeof kind === 'string' ? (AFTER[kind] ?? '/now') : '/now'
  return c.redirect(
    `${baseOf(permit)}${typeof result === 'object' && kind === 'close' ? '/end' : to}?said=${said}`,
    303,
  )
})

export const besideRoutes = [besideDay, tellBeside, roomPage, roomAct, lookPage, readingsPage, tonightPage]
