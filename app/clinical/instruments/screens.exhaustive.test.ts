/**
 * Every set of answers there is to the short questionnaires, skips and silence among them, against a second account
 * of each written from its page and not from its code.
 */
import { expect, test } from 'vitest'
import type { Written } from '../../../tests/answering.ts'
import { asq } from './asq.ts'
import { auditC } from './audit-c.ts'
import { cssrs } from './cssrs.ts'
import type { Answers, Item } from './instrument.ts'
import { pcPtsd5 } from './pc-ptsd5.ts'
import { readyToEnd } from './ready-to-end.ts'
import { stopBang } from './stop-bang.ts'
import { taps1 } from './taps1.ts'

/** Calls back with every way to answer the items, and returns how many were wrong and how many there were. */
function everyAnswer(
  { items }: { items: readonly Item[] },
  isRight: (written: Written[], answers: Answers) => boolean,
  gaps: readonly Written[] = ['skip', '-'],
): { seen: number; wrong: string[] } {
  const choices = items.map(({ values }) => [...values, ...gaps])
  const all = choices.reduce((product, { length }) => product * length, 1)
  const wrong: string[] = []
  for (let n = 0; n < all; n += 1) {
    let rest = n
    const written = choices.map((choice) => {
      const picked = choice[rest % choice.length] ?? '-'
      rest = Math.floor(rest / choice.length)
      return picked
    })
    const answers: Record<string, number | 'skipped'> = {}
    written.forEach((answer, i) => {
      const linkId = items[i]?.linkId ?? ''
      if (answer !== '-') answers[linkId] = answer === 'skip' ? 'skipped' : answer
    })
    if (!isRight(written, answers)) wrong.push(written.join(' '))
  }
  return { seen: all, wrong }
}

const isGap = (answer: Written | undefined) => answer === 'skip' || answer === '-' || answer === undefined

test('PC-PTSD-5: all 4,096', () => {
  const result = everyAnswer(pcPtsd5, ([gate, ...five], answers) => {
    const { status, bounds } = pcPtsd5.score(answers)
    if (gate === 0) return status === 'complete' && bounds.from === 0 && bounds.to === 0
    const yes = five.filter((answer) => answer === 1).length
    const open = five.filter(isGap).length
    if (gate === 1)
      return (
        bounds.from === yes && bounds.to === yes + open && status === (open === 0 ? 'complete' : 'incomplete')
      )
    // Nobody knows whether the five are to be asked: from none to all that was not denied.
    return bounds.from === 0 && bounds.to === yes + open && status === 'incomplete'
  })
  expect(result).toEqual({ seen: 4_096, wrong: [] })
})

test('ASQ: all 1,024', () => {
  const result = everyAnswer(asq, (written, answers) => {
    const now = written[4]
    const four = written.slice(0, 4)
    const { outcome } = asq.score(answers)
    if (now === 1 || now === 'skip') return outcome === 'acute'
    if (four.includes(1) || four.includes('skip')) return outcome === (now === 0 ? 'non-acute' : 'positive')
    return outcome === (four.includes('-') ? 'undetermined' : 'negative')
  })
  expect(result).toEqual({ seen: 1_024, wrong: [] })
})

test('C-SSRS: all 16,384', () => {
  const rank = ['none', 'low', 'moderate', 'high']
  const result = everyAnswer(cssrs, ([one, two, three, four, five, six, recent], answers) => {
    const could = (answer: Written | undefined, before?: Written) =>
      answer === 1 || (isGap(answer) && before !== 0)
    const worst = [
      could(one) || could(two) ? 1 : 0,
      could(three, two) || could(six) ? 2 : 0,
      could(four, two) || could(five, two) || could(recent, six) ? 3 : 0,
    ]
    const sure = [
      one === 1 || two === 1 ? 1 : 0,
      three === 1 || six === 1 ? 2 : 0,
      four === 1 || five === 1 || recent === 1 ? 3 : 0,
    ]
    const { level, atLeast, atMost } = cssrs.score(answers)
    const [low, high] = [rank[Math.max(...sure)], rank[Math.max(...worst)]]
    return atLeast === low && atMost === high && level === (low === high ? low : 'undetermined')
  })
  expect(result).toEqual({ seen: 16_384, wrong: [] })
})

test('TAPS-1: all 2,401', () => {
  const result = everyAnswer(taps1, (written, answers) => {
    const { positive } = taps1.score(answers)
    if (written.some((answer) => typeof answer === 'number' && answer > 0)) return positive === 'met'
    return positive === (written.some(isGap) ? 'undetermined' : 'not-met')
  })
  expect(result).toEqual({ seen: 2_401, wrong: [] })
})

test('AUDIT-C: all 343', () => {
  const result = everyAnswer(auditC, ([often, amount, six], answers) => {
    const { status, bounds, onlyFrequency } = auditC.score(answers)
    if (often === 0)
      return status === 'complete' && bounds.from === 0 && bounds.to === 0 && onlyFrequency === 'not-met'
    const points = [often, amount, six].map((answer) => (typeof answer === 'number' ? answer : 0))
    const gaps = [often, amount, six].filter(isGap).length
    const least = typeof often === 'number' ? points.reduce((a, b) => a + b) : 0
    const most = points.reduce((a, b) => a + b) + 4 * gaps
    // A skipped first question still brings up the other two; one never reached does not say yet.
    const isFirstOpen = isGap(often)
    const isLeastRight = isFirstOpen ? bounds.from <= most : bounds.from === least
    return isLeastRight && bounds.to === most && status === (gaps === 0 ? 'complete' : 'incomplete')
  })
  expect(result).toEqual({ seen: 343, wrong: [] })
})

test('STOP-BANG: all 6,561 with and without an answer', () => {
  const result = everyAnswer(
    stopBang,
    (written, answers) => {
      const levels = [0, 1].map((gap) => {
        const [s, t, o, p, b, a, n, g] = written.map((answer) => (typeof answer === 'number' ? answer : gap))
        const first = (s ?? 0) + (t ?? 0) + (o ?? 0) + (p ?? 0)
        const count = first + (b ?? 0) + (a ?? 0) + (n ?? 0) + (g ?? 0)
        if (count > 4 || (first > 1 && (b === 1 || n === 1 || g === 1))) return 'high'
        return count > 2 ? 'intermediate' : 'low'
      })
      const [least, most] = levels
      return stopBang.score(answers).risk === (least === most ? least : 'undetermined')
    },
    ['skip'],
  )
  expect(result).toEqual({ seen: 6_561, wrong: [] })
})

test('ready to end: all 6,561 with and without an answer', () => {
  const result = everyAnswer(
    readyToEnd,
    (written, answers) => {
      const { allYes, notYet, isAlone } = readyToEnd.score(answers)
      const expected = written.includes(0) ? 'not-met' : written.includes('-') ? 'undetermined' : 'met'
      const company = written[6]
      return (
        allYes === expected &&
        notYet.length === written.filter((answer) => answer !== 1).length &&
        isAlone === (company === 0 ? 'met' : company === 1 ? 'not-met' : 'undetermined')
      )
    },
    ['-'],
  )
  expect(result).toEqual({ seen: 6_561, wrong: [] })
})
