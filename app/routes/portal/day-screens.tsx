/** The screens of a check that begins with the suicide screen: answers travel in the form from one to the next. */
import type { DayQuestion } from '../../clinical/day/questions.ts'
import { asq } from '../../clinical/instruments/asq.ts'
import type { Answers, Item } from '../../clinical/instruments/instrument.ts'
import { asq as asqEn } from '../../content/en/instruments/asq.ts'
import { asq as asqEs } from '../../content/es/instruments/asq.ts'
import { alertWords } from '../../content/rule-words.ts'
import type { Language, Words } from '../../content/words.ts'
import { DayFormPage } from '../../ui/pages/session-day.tsx'
import { sentIn } from '../day-form.ts'
import type { RouteContext } from '../route.ts'

const WORDING = { en: asqEn, es: asqEs }
const SCREEN: readonly Item[] = asq.items.slice(0, 4)
const NOW: readonly Item[] = asq.items.slice(4)

export type Screen = 'asq' | 'now' | 'day'
const NEXT: Record<Screen, string> = { asq: 'now', now: 'day', day: 'hand-in' }

/** The two checks that begin with the suicide screen: of the day, and of the day after. */
export type Check = {
  path: string
  form: string
  title: string
  lead?: string
  questions: readonly DayQuestion[]
  /** Where a person's questions have words of their own. */
  words?: Words['sessionDay']
}

/**
 * Which screen comes next, or that everything is there. The question about right now comes after any yes or skip;
 * a yes to it, or a skip, is handed in at once.
 */
export function nextScreen(
  step: unknown,
  fields: Record<string, unknown>,
  { answers, unclear }: { answers: Answers; unclear: readonly string[] },
): Screen | 'hand-in' {
  const { outcome } = asq.score(answers)
  if (fields['asq-05'] !== undefined && outcome === 'acute') return 'hand-in'
  if (outcome === 'positive' && step !== 'asq') return 'now'
  if (step === 'now' || step === 'day') return 'day'
  if (step !== 'hand-in') return 'asq'
  return unclear.length > 0 ? 'day' : 'hand-in'
}

export function screen(
  c: RouteContext,
  check: Check,
  fields: Record<string, unknown>,
  which: Screen,
  unclear: readonly string[],
) {
  const { words: sessionDay = c.var.words.sessionDay } = check
  const scale = which === 'asq' ? SCREEN : which === 'now' ? NOW : []
  const here = new Set([
    ...scale.map(({ linkId }) => linkId),
    ...(which === 'day' ? check.questions.map(({ name }) => name) : []),
  ])
  const known = ['sheetId', 'seal', 'sessionId', ...asq.items.map(({ linkId }) => linkId)]
  const hidden = Object.fromEntries(
    Object.entries(fields).filter(
      (entry): entry is [string, string] =>
        known.includes(entry[0]) && !here.has(entry[0]) && typeof entry[1] === 'string',
    ),
  )
  const { asqTitle, nowTitle, handIn, next } = sessionDay.form
  const crisis = alertWords[c.var.language].crisis('988', '911')
  return c.var.page({
    area: 'portal',
    title: sessionDay.title,
    status: unclear.length > 0 ? 400 : 200,
    // Enter in a number must not hand in what is half written.
    form: { id: check.form, field: 'step', value: which, enter: which === 'day' ? which : NEXT[which] },
    body: (
      <DayFormPage
        words={sessionDay}
        id={check.form}
        action={check.path}
        hidden={hidden}
        title={{ asq: asqTitle, now: nowTitle, day: check.title }[which]}
        lead={
          which === 'asq'
            ? (wordingOf(c.var.language).why ?? undefined)
            : which === 'day'
              ? check.lead
              : undefined
        }
        scale={scale.length > 0 ? scaleOf(c.var.language, scale) : undefined}
        questions={which === 'day' ? check.questions : []}
        sent={sentIn(fields, here)}
        unclear={unclear}
        crisis={which === 'now' ? crisis : undefined}
        next={{ label: which === 'day' ? handIn : next, step: NEXT[which] }}
      />
    ),
  })
}

/** Only once they were asked. */
export const unclearOf = (step: unknown, unclear: readonly string[]) => (step === 'hand-in' ? unclear : [])

const wordingOf = (language: Language) => WORDING[language]

function scaleOf(language: Language, items: readonly Item[]) {
  const { wording } = wordingOf(language)
  if (wording.state !== 'shipped') throw new Error('the screen that ships has its words')
  const labels = Array.isArray(wording.labels) ? wording.labels : []
  return {
    items: items.map(({ linkId }) => ({ linkId, ask: wording.items[linkId] ?? linkId })),
    labels,
  }
}
