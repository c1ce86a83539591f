/**
 * Silence on the day after a session: who is asked, and how many hours after the dose.
 *
 * The steps of rule E04, which says what the silence weighs.
 * Source: docs/clinical/rules.md. Sign-off: docs/clinical/session.md
 */
import type { EscalationLimits } from '../protocol/follow-up.ts'

/** The person is reminded, then the coordinator asked to call, then a clinician. */
export type NextDayStep = 'remind' | 'coordinator' | 'clinician'

export type NextDaySilence = {
  /** What has to have happened by now, the first first. */
  reached: NextDayStep[]
  /** Hours since the dose. Undefined after the last. */
  next?: { step: NextDayStep; atHours: number }
}

/**
 * @param isWatched after a first session, an event in it, or a positive suicide screen not long ago: sooner. Where
 *   nobody can say, the person is watched
 * @param limits hours nobody signed are no reason to wait: that step is reached as soon as the next day has begun
 * @param nextDayAtHours when the day after the dose begins where the person is, in hours since the dose
 */
export function nextDaySilence(
  hoursSinceDose: number,
  isWatched: boolean | undefined,
  limits: EscalationLimits | undefined,
  nextDayAtHours: number,
): NextDaySilence {
  const sooner = (watched: number | undefined, others: number | undefined) =>
    isWatched === false
      ? (others ?? nextDayAtHours)
      : Math.min(watched ?? nextDayAtHours, others ?? Number.POSITIVE_INFINITY)
  const steps: { step: NextDayStep; atHours: number }[] = [
    { step: 'remind', atHours: limits?.nudgeHours ?? nextDayAtHours },
    { step: 'coordinator', atHours: sooner(limits?.watchedCoordinatorHours, limits?.coordinatorHours) },
    { step: 'clinician', atHours: sooner(limits?.watchedClinicianHours, limits?.clinicianHours) },
  ]
  const [next] = steps.filter(({ atHours }) => atHours > hoursSinceDose).sort((a, b) => a.atHours - b.atHours)
  return {
    reached: steps.filter(({ atHours }) => atHours <= hoursSinceDose).map(({ step }) => step),
    ...(next && { next }),
  }
}
