/** The rest of what can be tried whole: every complete set of answers, and every gap in the GAD-7. */
import { expect, test } from 'vitest'
import { dast10 } from './dast10.ts'
import { gad7 } from './gad7.ts'
import { isi } from './isi.ts'
import { itq } from './itq.ts'
import { mdq } from './mdq.ts'
import { who5 } from './who5.ts'

/** Every list of digits below `base`, of the given length. */
function* digitsOf(length: number, base: number): Generator<number[]> {
  for (let n = 0; n < base ** length; n += 1) {
    const digits: number[] = []
    for (let rest = n, i = 0; i < length; i += 1, rest = Math.floor(rest / base)) digits.push(rest % base)
    yield digits
  }
}
const named = (prefix: string, digits: readonly number[]) =>
  Object.fromEntries(digits.map((digit, i) => [`${prefix}-${i < 9 ? '0' : ''}${i + 1}`, digit]))
const sumOf = (digits: readonly number[]) => {
  let total = 0
  for (const digit of digits) total += digit
  return total
}

test('GAD-7 with any gaps: all 78,125 ways to answer or skip', () => {
  const SKIP = 4
  const wrong: string[] = []
  for (const digits of digitsOf(7, 5)) {
    const answers = Object.fromEntries(
      digits.map((digit, i) => [`gad7-0${i + 1}`, digit === SKIP ? ('skipped' as const) : digit]),
    )
    const result = gad7.score(answers)
    const given = digits.filter((digit) => digit !== SKIP)
    const total = 'score' in result ? result.score.total : null
    const raw = sumOf(given)
    const isRight =
      given.length === 7
        ? result.status === 'complete' && total === raw
        : given.length === 6
          ? // Six answers and their mean for the seventh, halves up.
            result.status === 'prorated' && total === Math.floor((raw * 14 + 6) / 12)
          : result.status === 'incomplete' && total === null
    const isBounded = result.bounds.from === raw && result.bounds.to === raw + 3 * (7 - given.length)
    if (!isRight || !isBounded) wrong.push(digits.join(''))
  }
  expect(wrong).toEqual([])
})

test('ISI: all 78,125', () => {
  const wrong = [...digitsOf(7, 5)].filter((digits) => {
    const result = isi.score(named('isi', digits))
    const total = sumOf(digits)
    const band = total <= 7 ? 'none' : total <= 14 ? 'subthreshold' : total <= 21 ? 'moderate' : 'severe'
    return !('score' in result) || result.score.total !== total || result.score.band !== band
  })
  expect(wrong).toEqual([])
})

test('WHO-5: all 7,776', () => {
  const wrong = [...digitsOf(5, 6)].filter((digits) => {
    const result = who5.score(named('who5', digits))
    const percent = sumOf(digits.map((digit) => digit * 4))
    if (!('score' in result) || result.score.percent !== percent) return true
    return result.poor !== (percent < 52 ? 'met' : 'not-met')
  })
  expect(wrong).toEqual([])
})

test('DAST-10: all 1,024', () => {
  const wrong = [...digitsOf(10, 2)].filter((digits) => {
    const result = dast10.score(named('dast10', digits))
    const points = digits.map((digit, i) => (i === 2 ? 1 - digit : digit))
    const total = sumOf(points)
    const band = ['none', 'low', 'low', 'moderate', 'moderate', 'moderate', 'substantial', 'substantial'][
      total
    ]
    const isOnly = total === 1 && digits[2] === 0
    if (!('score' in result) || result.score.total !== total) return true
    if (result.score.band !== (band ?? (total === 8 ? 'substantial' : 'severe'))) return true
    return result.onlyItem3 !== (isOnly ? 'met' : 'not-met')
  })
  expect(wrong).toEqual([])
})

test('MDQ: all 65,536', () => {
  const wrong: string[] = []
  for (const symptoms of digitsOf(13, 2)) {
    const yes = sumOf(symptoms)
    for (const together of [0, 1])
      for (const problem of [0, 1, 2, 3]) {
        const answers = { ...named('mdq', symptoms), 'mdq-14': together, 'mdq-15': problem }
        const { status, positive, manySymptoms } = mdq.score(answers)
        const isPositive = yes > 6 && together === 1 && problem > 1
        const isRight =
          status === 'complete' &&
          positive === (isPositive ? 'met' : 'not-met') &&
          manySymptoms === (yes > 6 ? 'met' : 'not-met')
        if (!isRight) wrong.push(`${symptoms.join('')} ${together} ${problem}`)
      }
  }
  expect(wrong).toEqual([])
})

test('ITQ: every endorsement of one part beside none, or all, of the other', () => {
  const wrong: string[] = []
  for (const endorsed of digitsOf(9, 2)) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0] = endorsed
    const isMet = a + b > 0 && c + d > 0 && e + f > 0 && g + h + i > 0
    const part = endorsed.map((yes) => (yes ? 2 : 1))
    for (const other of [1, 2]) {
      const rest = Array<number>(9).fill(other)
      const asPtsd = itq.score({ ...named('itq-p', part), ...named('itq-c', rest) }).pattern
      const asSelf = itq.score({ ...named('itq-p', rest), ...named('itq-c', part) }).pattern
      const isOther = other === 2
      const ptsd = isMet ? (isOther ? 'complex-ptsd' : 'ptsd') : isOther ? 'self-organisation-only' : 'none'
      const self = isMet ? (isOther ? 'complex-ptsd' : 'self-organisation-only') : isOther ? 'ptsd' : 'none'
      if (asPtsd !== ptsd || asSelf !== self) wrong.push(endorsed.join(''))
    }
  }
  expect(wrong).toEqual([])
})
