/** /portal/day/now: the patient's own screen in a session, with help and stop. */
import { inScope, type Permit } from '../../access/permit.ts'
import { actInSession } from '../../care/act-in-session.ts'
import { isAside, isForPracticeAlone } from '../../care/raise-alerts.ts'
import { readRoom } from '../../care/read-room.ts'
import { patientText } from '../../content/rule-words.ts'
import { AsidePage, HelpNowPage } from '../../ui/pages/session-care.tsx'
import { NoDayPage } from '../../ui/pages/session-day.tsx'
import { MyScreenPage } from '../../ui/pages/session-room.tsx'
import { keepLogin } from '../keep-login.ts'
import { lookAgain } from '../look-again.ts'
import {
  alertOf,
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

async function ownRoom(c: RouteContext, permit: Permit<'read-own-day'>) {
  const { db, now } = c.var.services
  const room = await inScope(db, permit, (scope) => readRoom(scope, now()))
  await keepLogin(c, room)
  return room
}

export const myScreen = ownRecord('GET', `${PATH}/now`, 'read-own-day', async (c, permit) => {
  const room = await ownRoom(c, permit)
  if (!room)
    return c.var.page({
      area: 'portal',
      title: c.var.words.sessionDay.title,
      body: <NoDayPage words={c.var.words.sessionDay} home="/portal" />,
    })
  const view = roomView(c, room, c.var.services.now())
  const gone = view.isGone && patientText(c.var.language, 'D14', stateOf(c, room, alertOf(room, 'D14')))
  return c.var.page({
    area: 'portal',
    isDusk: true,
    again: lookAgain(`${PATH}/now`),
    title: c.var.words.sessionDay.title,
    body: (
      <MyScreenPage
        words={c.var.words.sessionDay}
        view={view}
        isWithoutPerson={view.isGone || room.alerts.some(isForPracticeAlone)}
        gone={gone || undefined}
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
    isDusk: true,
    title: c.var.words.sessionDay.title,
    body: (
      <HelpNowPage
        who="oneself"
        words={c.var.words.sessionDay}
        place={undefined}
        dutyPhone={practicePhone(c, room)}
        told={room && alert ? toldOf(c, room, alert) : null}
        back={`${PATH}/now`}
      />
    ),
  })
})

/** Said for the practice alone: no page of whoever is there shows it, or that anything was said. */
export const myAside = ownRecord('POST', `${PATH}/aside`, 'record-own-event', async (c, permit, member) => {
  const fields = await c.var.fields()
  await actInSession(c.var.services.db, permit, [
    { ...readRoomFields(fields), what: { kind: 'not-safe' }, at: c.var.services.now(), by: member.name },
  ])
  return c.redirect(`${PATH}/aside`, 303)
})

export const myAsidePage = ownRecord('GET', `${PATH}/aside`, 'read-own-day', async (c, permit) => {
  const room = await ownRoom(c, permit)
  // The latest, settled or not: that it was told stays true.
  const alert = room?.alerts.find(isAside)
  return c.var.page({
    area: 'portal',
    isDusk: true,
    title: c.var.words.sessionDay.title,
    body: (
      <AsidePage
        words={c.var.words.sessionDay}
        dutyPhone={practicePhone(c, room)}
        told={
          room && alert ? (patientText(c.var.language, 'D19', stateOf(c, room, alert)) ?? undefined) : null
        }
        back={`${PATH}/now`}
      />
    ),
  })
})

export const dayNowRoutes = [myScreen, myAct, myHelp, myHelpPage, myAside, myAsidePage]
