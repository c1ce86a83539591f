/**
 * How somebody is let go well: what was agreed with them when they pause, complete or leave.
 *
 * Source and sign-off: docs/clinical/enrolment.md
 */
import * as z from 'zod/mini'

/** `offered`: the person may have one; nobody is called in. */
const STOP_VISITS = ['held', 'booked', 'offered', 'not-wanted'] as const
const LAST_MEASURES = ['handed-in', 'asked-for', 'not-wanted'] as const
/** The therapist hears of it with the person's leave alone. */
const THERAPIST = ['told-with-leave', 'no-leave', 'no-therapist'] as const

/** What a prescriber wrote down. `ifItReturns` is read by the person themselves. */
export const OffRamp = z.object({
  stopVisit: z.enum(STOP_VISITS),
  lastMeasures: z.enum(LAST_MEASURES),
  therapist: z.enum(THERAPIST),
  ifItReturns: z.string().check(z.trim(), z.minLength(1), z.maxLength(2000)),
})
export type OffRamp = z.infer<typeof OffRamp>

export const OFF_RAMP_CHOICES = {
  stopVisit: STOP_VISITS,
  lastMeasures: LAST_MEASURES,
  therapist: THERAPIST,
} as const

/** Of the questions above; kept with every sheet. */
export const OFF_RAMP_VERSION = 1
export const OFF_RAMP_SHEET = 'off-ramp'
