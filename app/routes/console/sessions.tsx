/** /console/sessions: the board of sessions, and one session with everything a clinician may do in it. */
import type { AboutPatient } from '../../access/actions.ts'
import { inScope, type Permit, type Scope } from '../../access/permit.ts'
import { actInSession } from '../../care/act-in-session.ts'
import { lookAtAlert, settleRaised } from '../../care/answer-alert.ts'
import { judgedNow } from '../../care/judge-session.ts'
import { aboutOf } from '../../care/raise-alerts.ts'
import { type Room, readRoomForPractice, roomOf } from '../../care/read-room.ts'
import { silenceOf } from '../../care/session-log.ts'
import { type ToCall, whoToCall } from '../../care/who-to-call.ts'
import { dosedAt } from '../../clinical/day/facts-of-session.ts'
import type { Severity } from '../../clinical/outcome.ts'
import type { Happening, SessionEvent } from '../../clinical/session/events.ts'
import { instantOf, refOf } from '../../clinical/session/events.ts'
import { isFinalRule } from '../../clinical/session/refusal.ts'
import { placeAt } from '../../clinical/session.ts'
import { labelOf, unknownText } from '../../content/finding-words.ts'
import { ruleWords } from '../../content/rule-words.ts'
import type { Words } from '../../content/words.ts'
import { listSessionFindings, type SessionFinding } from '../../records/findings.ts'
import { listSessionsNow } from '../../records/session-events.ts'
import { findSession, findWatched } from '../../records/sessions.ts'
import { AppError } from '../../system/errors.ts'
import { isUuid, newUuid } from '../../system/ids.ts'
import { clockface } from '../../system/time.ts'
import { NoDayPage } from '../../ui/pages/session-day.tsx'
import { type LogRow, type PartView, SessionPage, SessionsPage } from '../../ui/pages/sessions.tsx'
import { lookAgain } from '../look-again.ts'
import { BEFORE_DOSE, isRuleId, readRoomFields, roomFields } from '../room-view.ts'
import { onePatient, onList, type RouteContext } from '../route.ts'
import { wishLines } from './wish-text.ts'

const PATH = '/console/sessions'
/** Of one patient there may be two to look at: the one that is on, and one that was called off or is over. */
const addressOf = (patientId: string, sessionId: string) => `${PATH}/${patientId}?session=${sessionId}`

export const sessionsBoard = onList('GET', PATH, 'list-sessions', async (c, permit) => {
  const { words, language, services } = c.var
  const rows = await inScope(services.db, permit, listSessionsNow)
  return c.var.page({
    area: 'console',
    again: lookAgain(PATH),
    title: words.sessionDay.board.title,
    body: (
      <SessionsPage
        words={words.sessionDay}
        asOf={clockface(language, services.practice.timeZone).instant(services.now())}
        rows={rows.map((row) => {
          const face = clockface(language, row.timeZone)
          return {
            href: addressOf(row.patientId, row.sessionId),
            name: row.name,
            place: row.place,
            state: row.isCalledOff ? 'called-off' : (row.state ?? ''),
            startsAt: face.instant(row.startsAt),
            lastHeard: row.lastHeardAt === null ? undefined : face.instant(row.lastHeardAt),
            open: row.openAlerts,
            unseen: row.unseenAlerts,
            hasEmergency: row.hasEmergency,
          }
        })}
      />
    ),
  })
})

export const oneSession = onePatient('GET', `${PATH}/:patientId`, 'watch-session', async (c, permit) => {
  const found = await inScope(c.var.services.db, permit, (scope) => readAll(c, scope, c.req.query('session')))
  return found ? show(c, permit.patientId, found) : none(c, permit.patientId)
})

type Found = {
  room: Room & { isInSession: boolean }
  findings: readonly SessionFinding[]
  toCall: ToCall
}

/** @param sessionId the one that was asked for; without, or where it is none of this patient, the one that is on now */
async function readAll(
  c: RouteContext,
  scope: Scope<AboutPatient>,
  sessionId: unknown,
): Promise<Found | undefined> {
  const { vault, now } = c.var.services
  const asked = isUuid(sessionId) ? await findSession(scope, sessionId) : undefined
  const room = asked ? await roomOf(scope, asked, now()) : await readRoomForPractice(scope, now())
  if (!room) return undefined
  const { booked } = room.session
  const toCall = await whoToCall(scope, await vault.keyOf(scope), booked)
  const isInSession = room.wish !== undefined && (await findWatched(scope, now()))?.until === 'closed'
  return { room: { ...room, isInSession }, findings: await listSessionFindings(scope, booked.id), toCall }
}

const none = (c: RouteContext, patientId: string) =>
  c.var.page({
    area: 'console',
    title: c.var.words.sessionDay.board.title,
    body: (
      <NoDayPage
        words={c.var.words.sessionDay}
        text={c.var.words.sessionDay.one.none}
        home={`/console/patients/${patientId}`}
        toHome={c.var.words.sessionDay.one.toChart}
      />
    ),
  })

function show(
  c: RouteContext,
  patientId: string,
  { room, findings, toCall }: Found,
  problem?: string,
  status: 200 | 400 = 200,
) {
  const { words, language, services } = c.var
  const now = services.now()
  const { session, patient, alerts } = room
  const { reading, numbers, booked } = session
  const face = clockface(language, booked.timeZone)
  const place = booked.cancelledAt ? 'stopped' : placeAt(reading.session, now.getTime(), numbers)
  const begin = dosedAt(reading)
  const isDosed = reading.session.stage === 'dosed'
  const { one } = words.sessionDay
  const severityText = (severity: Severity) => words.patient.severity[severity]
  // What a rule says when it fires would not be true of what nobody could judge.
  const holdText = (ruleId: string) => {
    const latest = findings.find((finding) => finding.ruleId === ruleId)
    return latest?.isUnknown ? unknownText(language, latest) : clinicianText(ruleId)
  }
  const clinicianText = (ruleId: string) =>
    isRuleId(ruleId) ? ruleWords[language][ruleId].clinician : ruleId
  return c.var.page({
    area: 'console',
    title: words.sessionDay.board.title,
    status,
    body: (
      <SessionPage
        words={words.sessionDay}
        name={`${patient.givenName} ${patient.familyName}`}
        place={place}
        address={`${patient.place}, ${patient.state}`}
        contactWords={words.patient.contact}
        contact={toCall}
        minutes={begin === undefined ? undefined : Math.max(0, Math.floor((now.getTime() - begin) / 60_000))}
        silence={silenceView(c, room, now)}
        alerts={alerts.map((alert) => ({
          id: alert.id,
          about: one.about[aboutOf(alert)] ?? `${aboutOf(alert)} ${clinicianText(aboutOf(alert))}`,
          level: one.level[alert.level],
          raisedAt: face.instant(alert.raisedAt),
          isInCover: alert.isInCover,
          seen: alert.seen && { by: alert.seen.by, at: face.instant(alert.seen.at) },
          settled: alert.settled && { ...alert.settled, at: face.instant(alert.settled.at) },
        }))}
        parts={partsOf(room, holdText, severityText)}
        now={judgedNow(session, now).map((finding) => ({
          ruleId: finding.ruleId,
          severity: severityText(finding.severity),
          text: finding.isUnknown ? unknownText(language, finding) : clinicianText(finding.ruleId),
        }))}
        log={[...session.events]
          .sort((a, b) => instantOf(b) - instantOf(a))
          .map((event) => logRow(c, event, begin, face.clock))}
        action={`${PATH}/${patientId}`}
        chartHref={`/console/patients/${patientId}`}
        newId={newUuid}
        hidden={roomFields(room)}
        isDosed={isDosed}
        isBeforeDose={BEFORE_DOSE.includes(place)}
        gaps={[
          ...wishLines(words, room, face),
          ...room.gaps.map((gap) => words.booking.desk.gaps[gap]),
          ...againstLines(words.sessionDay, room, clinicianText),
        ]}
        problem={problem}
      />
    ),
  })
}

/** What stands against the session outside its own log: what it is, and where it is put right. */
function againstLines(
  { one: { against: said } }: Words['sessionDay'],
  { against, alerts, held }: Room,
  textOf: (ruleId: string) => string,
): string[] {
  const rules = [...new Set(held.map(({ ruleId }) => ruleId))].map((id) => `${id} · ${textOf(id)}`)
  const isOwnOpen = alerts.some(({ settled }) => settled === null)
  return [
    ...(rules.length > 0 ? [said.finding(rules.join(' '))] : []),
    ...(against.includes('consents') ? [said.consents] : []),
    ...(against.includes('alert') && !isOwnOpen ? [said.alert] : []),
  ]
}

/** From the dose to the end: whether somebody is heard of, and what has to have happened by now. */
function silenceView(c: RouteContext, { session }: Room, now: Date) {
  const silence = silenceOf(session, now)
  if (!silence) return undefined
  const { booked } = session
  const { contact, dueAt, reached } = silence
  const { rung } = c.var.words.sessionDay.one
  const face = clockface(c.var.language, booked.timeZone)
  return { contact, dueAt: face.instant(new Date(dueAt)), rungs: reached.map((one) => rung[one]) }
}

function partsOf(
  { session }: Room,
  text: (ruleId: string) => string,
  severityText: (severity: Severity) => string,
): PartView[] {
  const { judged } = session.reading.session
  return (['patient', 'support-person'] as const).map((part) => {
    const judgement = judged[part]
    const holds = (judgement?.findings ?? []).map(({ ruleId, severity, isFinal = false }) => ({
      ruleId,
      severity: severityText(severity),
      text: text(ruleId),
      isFinal: isFinal || isFinalRule(ruleId),
      isOpened: judgement?.opened.includes(ruleId) ?? false,
    }))
    return { part, judgement: judgement?.ref, holds }
  })
}

function logRow(
  c: RouteContext,
  event: SessionEvent,
  begin: number | undefined,
  clock: (at: Date) => string,
): LogRow {
  const { one } = c.var.words.sessionDay
  const at = new Date(instantOf(event))
  const minute = begin === undefined ? '' : String(Math.round((at.getTime() - begin) / 60_000))
  return {
    key: refOf(event),
    minute,
    at: { iso: at.toISOString(), text: clock(at) },
    what: one.happening[event.what.kind],
    detail: detailOf(c, event.what),
    who: one.person[event.person],
  }
}

/** Numbers with their units, as the facts of the rules are called. A sign that was not seen fills no line. */
function detailOf(c: RouteContext, what: Happening): string {
  const { questions } = c.var.words.sessionDay
  switch (what.kind) {
    case 'vitals':
      return readingsText(c, what.readings)
    case 'tonight':
      return tonightText(c, what.signs)
    case 'distress':
      return String(what.points)
    case 'dose-started':
      return String(what.units)
    case 'look-in':
      return what.waking === undefined ? '' : (questions.waking?.options?.[what.waking] ?? what.waking)
    case 'opened':
      return `${what.ruleId}: ${what.reason}`
    case 'closed':
      return what.reason ?? ''
    case 'judged':
      return what.findings.map(({ ruleId }) => ruleId).join(', ')
    default:
      return ''
  }
}

const tonightText = (c: RouteContext, signs: Readonly<Record<string, number>>): string => {
  const { questions, form } = c.var.words.sessionDay
  const seen = Object.keys(signs).filter((sign) => signs[sign] === 1)
  return seen.map((sign) => questions.tonight?.options?.[sign] ?? sign).join('; ') || form.none
}

const PRESSURE = ['systolicMmHg', 'diastolicMmHg']

/** A blood pressure with both its numbers as clinicians write it; everything else as it was asked. */
function readingsText(c: RouteContext, readings: Readonly<Record<string, number>>): string {
  const { questions, form } = c.var.words.sessionDay
  const signs = questions.signs?.options ?? {}
  const [upper, lower] = PRESSURE.map((name) => readings[name])
  const pressure = upper === undefined || lower === undefined ? [] : [`${upper}/${lower} mmHg`]
  const others = Object.entries(readings)
    .filter(([name, value]) => value !== 0 || !(name in signs))
    .filter(([name]) => pressure.length === 0 || !PRESSURE.includes(name))
    .map(
      ([name, value]) => signs[name] ?? `${questions[name]?.ask ?? labelOf(c.var.language, name)}: ${value}`,
    )
  const all = [...pressure, ...others]
  return all.length > 0 ? all.join('; ') : form.none
}

export const answerSession = onePatient(
  'POST',
  `${PATH}/:patientId`,
  'answer-for-session',
  async (c, permit, member) => {
    const { db, now } = c.var.services
    const fields = await c.var.fields()
    const sent = readRoomFields(fields)
    const { kind, alertId, judgement, ruleId } = fields
    const because = typeof fields.because === 'string' ? fields.because.trim() : ''
    const who = { at: now(), by: member.name }
    const back = addressOf(permit.patientId, sent.sessionId)
    if (kind === 'see' || kind === 'settle') {
      if (!isUuid(alertId)) throw new AppError('invalid', 'no alert was named')
      const answer = { sessionId: sent.sessionId, alertId, ...who }
      if (kind === 'see') await lookAtAlert(db, permit, answer)
      else {
        if (because === '') return again(c, permit, sent.sessionId)
        await settleRaised(db, permit, answer, because)
      }
      return c.redirect(back, 303)
    }
    const what = happeningOf(kind, { judgement, ruleId, because })
    if (what === 'no-reason') return again(c, permit, sent.sessionId)
    const result = await actInSession(db, permit, [{ ...sent, what, ...who }])
    return typeof result === 'object'
      ? again(c, permit, sent.sessionId, result.refused)
      : c.redirect(back, 303)
  },
)

type Given = { judgement: unknown; ruleId: unknown; because: string }
function happeningOf(kind: unknown, { judgement, ruleId, because }: Given): Happening | 'no-reason' {
  if (kind === 'stop') return { kind: 'stop' }
  if (kind === 'close') return { kind: 'closed', ...(because !== '' && { reason: because.slice(0, 500) }) }
  if (kind !== 'open') throw new AppError('invalid', 'a button nobody has')
  if (because === '') return 'no-reason'
  // The permit was granted to a prescriber and to nobody else.
  return {
    kind: 'opened',
    judgement: String(judgement),
    ruleId: String(ruleId),
    reason: because.slice(0, 500),
    isByPrescriber: true,
  }
}

/** The same page with why it was not done. */
async function again(c: RouteContext, permit: Permit<'answer-for-session'>, sessionId: string, why?: string) {
  const { one, room: words } = c.var.words.sessionDay
  const problem = why === undefined ? one.needReason : (words.why[why] ?? words.refused)
  const found = await inScope(c.var.services.db, permit, (scope) => readAll(c, scope, sessionId))
  return found ? show(c, permit.patientId, found, problem, 400) : none(c, permit.patientId)
}

export const sessionRoutes = [sessionsBoard, oneSession, answerSession]
