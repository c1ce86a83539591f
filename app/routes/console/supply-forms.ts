/** What somebody wrote into a form of supply: whole, or not clear. */
import { dayNumber } from '../../clinical/calendar-day.ts'
import { isUuid } from '../../system/ids.ts'
import { textIn } from '../sign-in/replies.tsx'

type Fields = Record<string, unknown>

const LONGEST = 100
const WHOLE = /^\d{1,4}$/
const AMOUNT = /^\d{1,5}(\.\d{1,3})?$/

/** A whole number from `from` on; undefined for anything else. */
export function wholeIn(fields: Fields, name: string, from: 0 | 1): number | undefined {
  const text = textIn(fields, name).trim()
  return WHOLE.test(text) && Number(text) >= from ? Number(text) : undefined
}

export function amountIn(fields: Fields, name: string): number | undefined {
  const text = textIn(fields, name).trim()
  return AMOUNT.test(text) && Number(text) > 0 ? Number(text) : undefined
}

export function wordsIn(fields: Fields, name: string): string | undefined {
  const text = textIn(fields, name).trim().replace(/\s+/g, ' ')
  return text === '' || text.length > LONGEST ? undefined : text
}

export function dayIn(fields: Fields, name: string): string | undefined {
  const text = textIn(fields, name).trim()
  return dayNumber(text) === undefined ? undefined : text
}

export function idIn(fields: Fields, name: string): string | undefined {
  const text = textIn(fields, name)
  return isUuid(text) ? text : undefined
}

/** @returns undefined where something is not clear. A day may be left out; one that is no day may not. */
export function deliveryIn(fields: Fields) {
  const [id, orderId, units] = [idIn(fields, 'id'), idIn(fields, 'orderId'), wholeIn(fields, 'units', 1)]
  const [lot, expiresOn] = [wordsIn(fields, 'lot'), dayIn(fields, 'expiresOn')]
  const isDayClear = expiresOn !== undefined || textIn(fields, 'expiresOn').trim() === ''
  if (!id || !orderId || !units || !lot || !isDayClear) return undefined
  return { id, orderId, units, lot, expiresOn }
}

export function entryIn(fields: Fields) {
  const [reference, pharmacy] = [wordsIn(fields, 'reference'), wordsIn(fields, 'pharmacy')]
  const [units, strengthMg] = [wholeIn(fields, 'units', 1), amountIn(fields, 'strengthMg')]
  const prescribedOn = dayIn(fields, 'prescribedOn')
  if (!reference || !pharmacy || !units || !strengthMg || !prescribedOn) return undefined
  return { reference, pharmacy, units, strengthMg, prescribedOn }
}

export function lossIn(fields: Fields) {
  const [id, units, lot] = [idIn(fields, 'id'), wholeIn(fields, 'units', 1), wordsIn(fields, 'lot')]
  const kind = (['spoiled', 'returned'] as const).find((one) => one === textIn(fields, 'kind'))
  return id && units && lot && kind ? { id, units, lot, kind } : undefined
}

export function explanationIn(fields: Fields) {
  const [id, countId] = [idIn(fields, 'id'), idIn(fields, 'countId')]
  const difference = Number(textIn(fields, 'difference'))
  const because = textIn(fields, 'because')
  if (!id || !countId || !Number.isInteger(difference) || because.trim() === '') return undefined
  return { id, countId, difference, because }
}
