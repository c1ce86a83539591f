/**
 * Life Events Checklist for DSM-5 (LEC-5), as types alone: which kinds of event, and how the person met them.
 * Nothing is told, nothing is added up, and software does not decide whether an event meets Criterion A.
 *
 * US National Center for PTSD. Optional, and offered by a clinician.
 * Source, licence and sign-off: docs/clinical/lec5.md
 */

/** In the order of the published list; the last takes any other event, and asks for no words about it. */
export const EVENT_TYPES = [
  'natural-disaster',
  'fire-or-explosion',
  'transportation-accident',
  'serious-accident',
  'toxic-substance',
  'physical-assault',
  'assault-with-a-weapon',
  'sexual-assault',
  'other-sexual-experience',
  'combat-or-war-zone',
  'captivity',
  'life-threatening-illness-or-injury',
  'severe-human-suffering',
  'sudden-violent-death',
  'sudden-accidental-death',
  'harm-caused-to-someone',
  'other',
] as const
export type EventType = (typeof EVENT_TYPES)[number]

export const EXPOSURES = ['happened-to-me', 'witnessed', 'learned-about', 'part-of-my-job'] as const
export type Exposure = (typeof EXPOSURES)[number]

/** Several ways of having met one event are all kept. Without a key the event was never reached. */
export type Lec5Answer = readonly Exposure[] | 'not-sure' | 'does-not-apply' | 'skipped'
export type Lec5Answers = Readonly<Partial<Record<EventType, Lec5Answer>>>

export type Lec5Result = {
  /**
   * `declined`: the person chose to answer none of it, which is not the same as `none`. `some`: at least one kind
   * of event. `open`: none so far, and something is unsure, skipped or was never reached.
   */
  status: 'declined' | 'none' | 'some' | 'open'
  events: { type: EventType; exposures: readonly Exposure[] }[]
}

export function readLec5(answers: Lec5Answers): Lec5Result {
  const events = EVENT_TYPES.flatMap((type) => {
    const answer = answers[type]
    return Array.isArray(answer) && answer.length > 0 ? [{ type, exposures: inOrder(answer) }] : []
  })
  if (events.length > 0) return { status: 'some', events }
  const are = (answer: Lec5Answer) => EVENT_TYPES.every((type) => answers[type] === answer)
  return { status: are('skipped') ? 'declined' : are('does-not-apply') ? 'none' : 'open', events }
}

const inOrder = (exposures: readonly Exposure[]): Exposure[] =>
  EXPOSURES.filter((exposure) => exposures.includes(exposure))
