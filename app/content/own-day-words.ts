import { type OwnDay, SUBSTANCES } from '../clinical/day/own-questions.ts'
import type { Words } from './words.ts'

type Asked = Words['sessionDay']['questions'][string]

/** The words of the day for one person: with the hours of their protocol, and the names of their own medicines. */
export function ownDayWords(
  { sessionDay, ownDay }: Pick<Words, 'sessionDay' | 'ownDay'>,
  { held, hours, alphaText }: OwnDay,
): Words['sessionDay'] {
  const { taken, alphaHours } = sessionDay.questions
  const options = Object.fromEntries(
    SUBSTANCES.map((one) => [one, ownDay.taken[one](hours[one] === undefined ? undefined : `${hours[one]}`)]),
  )
  const own: Record<string, Asked | undefined> = {
    taken: taken && { ...taken, options: { ...taken.options, ...options } },
    alphaHours: alphaText === undefined ? alphaHours : { ask: ownDay.lastTaken(alphaText) },
    ...Object.fromEntries(held.map(({ name, text }) => [name, { ask: ownDay.lastTaken(text) }])),
  }
  const known = Object.entries(own).flatMap(([name, asked]) => (asked ? [[name, asked] as const] : []))
  return { ...sessionDay, questions: { ...sessionDay.questions, ...Object.fromEntries(known) } }
}

/** The words of the day for whoever is there, with the number they are asked to try. */
export function supportDayWords(
  { sessionDay, ownDay }: Pick<Words, 'sessionDay' | 'ownDay'>,
  phone: string | null,
): Words['sessionDay'] {
  const { phone: asked } = sessionDay.questions
  if (phone === null || !asked) return sessionDay
  const tried = { ...asked, ask: ownDay.clinicPhone(phone) }
  return { ...sessionDay, questions: { ...sessionDay.questions, phone: tried } }
}
