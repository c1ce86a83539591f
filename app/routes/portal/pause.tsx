/** /portal/pause: a break, or leaving, in one tap and without a reason; /portal/after: the time after. */
import { inScope, readInScope } from '../../access/permit.ts'
import { OWN_WAYS, pauseOwn } from '../../care/pause-own.ts'
import { type EnrolmentState, waysFrom } from '../../clinical/enrolment.ts'
import { OFF_RAMP_SHEET, OffRamp } from '../../clinical/off-ramp.ts'
import { findLatestSheet } from '../../records/answer-sheets.ts'
import { findOwnStep } from '../../records/own-steps.ts'
import { findWay, type Way } from '../../records/way.ts'
import { AppError } from '../../system/errors.ts'
import { clockface } from '../../system/time.ts'
import { AfterPage } from '../../ui/pages/after.tsx'
import { PausePage } from '../../ui/pages/pause.tsx'
import { ownRecord, type Route } from '../route.ts'
import { isOwnStep, ownStepTold } from './told.ts'

const IN_SESSION: readonly (EnrolmentState | undefined)[] = ['session-day', 'in-session', 'recovering']
const ENDED: readonly EnrolmentState[] = ['paused', 'completed', 'discharged']

export const pauseRoutes: readonly Route[] = [
  ownRecord('GET', '/portal/pause', 'read-today', async (c, permit) => {
    const { words, services } = c.var
    const way = await readInScope(services.db, permit, findWay)
    return c.var.page({
      area: 'portal',
      title: words.way.pause.title,
      body: (
        <PausePage
          words={words.way}
          open={openTo(way)}
          isInSession={IN_SESSION.includes(way?.state)}
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
    await pauseOwn(db, permit, member, chosen, now())
    return c.redirect(chosen === 'resume' ? '/portal' : '/portal/after', 303)
  }),
  ownRecord('GET', '/portal/after', 'read-today', async (c, permit) => {
    const { words, language, services } = c.var
    const face = clockface(language, services.practice.timeZone)
    const { way, told, sheet } = await inScope(services.db, permit, async (scope) => {
      const way = await findWay(scope)
      const told = way && isOwnStep(way) ? await findOwnStep(scope) : undefined
      const hasEnded = way?.steps.some(({ to }) => ENDED.includes(to)) ?? false
      const sheet = hasEnded
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
          isEmpty={!way?.steps.some(({ to }) => ENDED.includes(to))}
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

/** What is theirs to do from here. Resuming by themselves ends where treatment begins. */
function openTo(way: Way | undefined) {
  const ways = way ? waysFrom(way) : undefined
  const isMine = (to: EnrolmentState) => ways?.get(to)?.roles.includes('patient') ?? false
  const isPaused = way?.state === 'paused'
  const mayResume = way?.pausedFrom !== undefined && isMine(way.pausedFrom)
  return {
    pause: isMine('paused'),
    leave: isMine('discharged') && way?.state !== 'declined' && way?.state !== 'completed',
    resume: !isPaused ? 'no' : mayResume ? 'alone' : 'with-a-doctor',
  } as const
}

/** Once something was delivered, some of it may be in the house. */
const mayHaveMedicine = (way: Way | undefined) => way?.steps.some(({ to }) => to === 'supplied') ?? false
