/** /portal/pause: a break, or leaving, in one tap and without a reason; /portal/after: the time after. */
import { inScope, readInScope } from '../../access/permit.ts'
import { OWN_WAYS, pauseOwn } from '../../care/pause-own.ts'
import { type EnrolmentState, hasEnded, isStopped, waysFrom } from '../../clinical/enrolment.ts'
import { OFF_RAMP_SHEET, OffRamp } from '../../clinical/off-ramp.ts'
import { findLatestSheet } from '../../records/answer-sheets.ts'
import { findOwnStep, type OwnStep } from '../../records/own-steps.ts'
import { findWatched, type Watched } from '../../records/sessions.ts'
import { findWay, type Way } from '../../records/way.ts'
import { AppError } from '../../system/errors.ts'
import { type Clockface, clockface } from '../../system/time.ts'
import { AfterPage } from '../../ui/pages/after.tsx'
import { PausePage, type WishView } from '../../ui/pages/pause.tsx'
import { ownRecord, type Route } from '../route.ts'
import { isOwnStep, ownStepTold, wishTold } from './told.ts'

export const pauseRoutes: readonly Route[] = [
  ownRecord('GET', '/portal/pause', 'read-today', async (c, permit) => {
    const { words, language, services } = c.var
    const [way, watched, asked] = await readInScope(services.db, permit, (scope) =>
      Promise.all([findWay(scope), findWatched(scope, services.now()), findOwnStep(scope)]),
    )
    return c.var.page({
      area: 'portal',
      title: words.way.pause.title,
      body: (
        <PausePage
          words={words}
          open={openTo(way)}
          watched={watched && (watched.until === 'closed' ? 'inSession' : 'inEvening')}
          wish={wishView(way, watched, asked, clockface(language, services.practice.timeZone))}
          isTakenBack={c.req.query('is') === 'stay'}
          mayHaveMedicine={mayHaveMedicine(way)}
        />
      ),
    })
  }),
  ownRecord('POST', '/portal/pause', 'change-own-way', async (c, permit, member) => {
    const { db, now } = c.var.services
    const { way } = await c.var.fields()
    const chosen = OWN_WAYS.find((one) => one === way)
    if (!chosen) throw new AppError('invalid', 'a tap that chose nothing')
    const outcome = await pauseOwn(db, permit, member, chosen, now())
    if (chosen === 'stay') return c.redirect('/portal/pause?is=stay', 303)
    if (outcome === 'kept') return c.redirect('/portal/pause', 303)
    return c.redirect(chosen === 'resume' ? '/portal' : '/portal/after', 303)
  }),
  ownRecord('GET', '/portal/after', 'read-today', async (c, permit) => {
    const { words, language, services } = c.var
    const face = clockface(language, services.practice.timeZone)
    const { way, told, sheet } = await inScope(services.db, permit, async (scope) => {
      const way = await findWay(scope)
      const told = way && isOwnStep(way) ? await findOwnStep(scope) : undefined
      const isStoppedOnce = way?.steps.some(({ to }) => isStopped(to)) ?? false
      const sheet = isStoppedOnce
        ? await findLatestSheet(scope, await services.vault.keyOf(scope), OFF_RAMP_SHEET)
        : undefined
      return { way, told, sheet }
    })
    const read = OffRamp.safeParse(sheet?.answers)
    // It was written with the step it came with, whose writer's name is kept.
    const by = way?.steps.find(({ at }) => at.getTime() === sheet?.authoredAt.getTime())?.by
    return c.var.page({
      area: 'portal',
      title: words.way.after.title,
      body: (
        <AfterPage
          words={words}
          isEmpty={!way?.steps.some(({ to }) => isStopped(to))}
          told={way && ownStepTold(way, told, face)}
          isOwnStep={way !== undefined && isOwnStep(way)}
          offRamp={
            read.success && sheet
              ? { ...read.data, by: by ?? words.way.practice, at: face.day(sheet.authoredAt) }
              : undefined
          }
          mayHaveMedicine={mayHaveMedicine(way)}
        />
      ),
    })
  }),
]

/** What they asked for in an open session, or in the evening after, and from when it holds. */
function wishView(
  way: Way | undefined,
  watched: Watched | undefined,
  asked: OwnStep | undefined,
  face: Clockface,
): WishView | undefined {
  const wish = way?.wish
  if (!wish) return undefined
  const until = watched?.until
  return {
    to: wish.to,
    askedAt: face.instant(wish.at),
    told: wishTold(wish, asked, face),
    ...(until !== undefined && until !== 'closed' && { from: face.clock(until) }),
  }
}

/** What is theirs to do from here. Resuming by themselves ends where treatment begins. */
function openTo(way: Way | undefined) {
  const ways = way ? waysFrom(way) : undefined
  const isMine = (to: EnrolmentState) => ways?.get(to)?.roles.includes('patient') ?? false
  const isPaused = way?.state === 'paused'
  const mayResume = way?.pausedFrom !== undefined && isMine(way.pausedFrom)
  return {
    pause: isMine('paused') && way?.wish?.to !== 'paused',
    leave: isMine('discharged') && way?.wish?.to !== 'discharged' && !hasEnded(way?.state),
    resume: !isPaused ? 'no' : mayResume ? 'alone' : 'with-a-doctor',
  } as const
}

/** Once something was delivered, some of it may be in the house. */
const mayHaveMedicine = (way: Way | undefined) => way?.steps.some(({ to }) => to === 'supplied') ?? false
