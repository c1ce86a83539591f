/** Beside somebody in a session: help with the numbers first, comfort by their own wishes, and the list before the end. */
import { inScope } from '../../access/permit.ts'
import { actInSession } from '../../care/act-in-session.ts'
import { askedToEnd } from '../../care/judge-session.ts'
import { writerOf } from '../../care/session-log.ts'
import { readyToEnd } from '../../clinical/instruments/ready-to-end.ts'
import { parseWishes } from '../../clinical/preparation.ts'
import { limitAt } from '../../clinical/protocol.ts'
import { readyToEnd as endEn } from '../../content/en/instruments/ready-to-end.ts'
import { readyToEnd as endEs } from '../../content/es/instruments/ready-to-end.ts'
import { findLatestSheet } from '../../records/answer-sheets.ts'
import { ComfortPage, EndPage, HelpNowPage, type WishesView } from '../../ui/pages/session-care.tsx'
import { endHints, whyNotClosed } from '../end-view.ts'
import {
  alertOf,
  newIds,
  practicePhone,
  readRoomFields,
  roomFields,
  roomView,
  saidBeside,
  toldOf,
} from '../room-view.ts'
import { onePatient, type RouteContext } from '../route.ts'
import { baseOf, besideRoom, inTheDark, isBeforeDose, noRoom, roomCalledOff } from './session-day.tsx'

const PATH = '/care-team/day/:patientId'
const END = { en: endEn, es: endEs }

export const helpAct = onePatient('POST', `${PATH}/help`, 'record-event', async (c, permit, member) => {
  const { db, now } = c.var.services
  const sent = readRoomFields(await c.var.fields())
  await actInSession(db, permit, [{ ...sent, what: { kind: 'emergency' }, at: now(), by: member.name }])
  return c.redirect(`${baseOf(permit)}/help`, 303)
})

export const helpPage = onePatient('GET', `${PATH}/help`, 'read-session', async (c, permit) => {
  const room = (await besideRoom(c, permit)) ?? (await roomCalledOff(c, permit))
  const isTonight = room?.session.reading.session.stage === 'complete'
  const alert = room && (isTonight ? alertOf(room, 'emergency', 'E13') : alertOf(room, 'emergency'))
  return inTheDark(
    c,
    <HelpNowPage
      who="beside"
      words={c.var.words.sessionDay}
      place={room && `${room.patient.place}, ${room.patient.state}`}
      dutyPhone={practicePhone(c, room)}
      told={room && alert ? toldOf(c, room, alert) : null}
      back={`${baseOf(permit)}/now`}
    />,
  )
})

export const comfortPage = onePatient('GET', `${PATH}/comfort`, 'read-session', async (c, permit) => {
  const { db, vault } = c.var.services
  const room = await besideRoom(c, permit)
  if (!room) return noRoom(c, permit)
  if (isBeforeDose(c, room)) return c.redirect(baseOf(permit), 303)
  // Found only while the patient shares it with this person.
  const sheet = await inScope(db, permit, async (scope) =>
    findLatestSheet(scope, await vault.keyOf(scope), 'wishes'),
  )
  return inTheDark(
    c,
    <ComfortPage
      words={c.var.words.sessionDay}
      base={baseOf(permit)}
      hidden={roomFields(room)}
      ids={newIds()}
      wishes={wishesOf(c, sheet?.answers)}
      dutyPhone={practicePhone(c, room)}
    />,
  )
})

function wishesOf(c: RouteContext, stored: unknown): WishesView {
  const card = parseWishes(stored)
  if (!card) return undefined
  const { comfort } = c.var.words.sessionDay
  const lines = [
    { label: comfort.words, text: card.words },
    { label: comfort.touch['only-where'], text: card.touch === 'only-where' ? card.touchWhere : '' },
    { label: comfort.sign, text: card.handSign },
    { label: comfort.callFirst, text: card.callFirst, phone: card.callFirstPhone.trim() || undefined },
    { label: comfort.music, text: card.stopMusic },
  ].filter(({ text, phone }) => text.trim() !== '' || phone !== undefined)
  return { touch: card.touch, lines }
}

export const endPage = onePatient('GET', `${PATH}/end`, 'read-session', async (c, permit) => {
  const room = await besideRoom(c, permit)
  if (!room) return noRoom(c, permit)
  if (isBeforeDose(c, room)) return c.redirect(baseOf(permit), 303)
  const now = c.var.services.now()
  const view = roomView(c, room, now)
  const { wording } = END[c.var.language]
  const items = wording.state === 'shipped' ? wording.items : {}
  const { endList } = room.session.reading.session
  const least = room.session.numbers.minimumObservationMinutes
  const isEarly = view.minutes !== undefined && least !== undefined && view.minutes < least
  const isWhole = endList !== undefined && readyToEnd.score(endList.answers).allYes === 'met'
  const writer = writerOf({ role: 'support-person', actorId: permit.actor.id }, room.session.booked)
  const why = isWhole && !isEarly && writer ? whyNotClosed(room, writer, now) : undefined
  const hints = endHints(c, room)
  const [notYet] = endList || isEarly ? askedToEnd(room.session, now) : []
  const recheckMinutes = limitAt(room.session.limits, 'session.readyToEndRecheckMinutes')
  return inTheDark(
    c,
    <EndPage
      words={c.var.words.sessionDay}
      base={baseOf(permit)}
      hidden={roomFields(room)}
      ids={newIds()}
      items={readyToEnd.items.map(({ linkId }) => ({
        linkId,
        ask: items[linkId] ?? linkId,
        hint: hints[linkId],
      }))}
      sent={Object.fromEntries(
        Object.entries(endList?.answers ?? {}).map(([name, value]) => [name, String(value)]),
      )}
      canClose={isWhole && !isEarly && why === undefined}
      against={why && (c.var.words.sessionDay.room.why[why] ?? c.var.words.sessionDay.room.refused)}
      dutyPhone={practicePhone(c, room)}
      notYet={notYet && !notYet.isUnknown ? saidBeside(c, room, notYet)?.todo : undefined}
      notBefore={isEarly ? String(least) : undefined}
      again={endList && !isWhole && !isEarly ? recheckMinutes?.toString() : undefined}
      note={view.note}
    />,
  )
})

export const besideCareRoutes = [helpPage, helpAct, comfortPage, endPage]
