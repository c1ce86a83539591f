import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openSeals } from './crypto.ts'

const seals = openSeals('a secret of at least thirty-two letters')

test('what a form carries comes back as it was, and cannot be read on the way', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const wrapped = seals.wrap('form', value)
      expect(wrapped).toMatch(/^[A-Za-z0-9_-]+$/)
      expect(seals.unwrap('form', wrapped)).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
  expect(seals.wrap('form', { safe: 'no' })).not.toContain(Buffer.from('safe').toString('base64url'))
  expect(seals.wrap('form', 1)).not.toBe(seals.wrap('form', 1))
})

test('one letter changed anywhere, cut off or added, and nothing comes back', () => {
  const wrapped = seals.wrap('form', { answers: { age: '41' } })
  for (let at = 0; at < wrapped.length; at++) {
    const other = wrapped[at] === 'A' ? 'B' : 'A'
    const changed = wrapped.slice(0, at) + other + wrapped.slice(at + 1)
    // The last letter may hold bits that stand for nothing.
    if (Buffer.from(changed, 'base64url').equals(Buffer.from(wrapped, 'base64url'))) continue
    expect(seals.unwrap('form', changed), `letter ${at}`).toBeUndefined()
    if (at > 0) expect(seals.unwrap('form', wrapped.slice(0, at)), `up to ${at}`).toBeUndefined()
  }
  expect(seals.unwrap('form', `${wrapped}AAAA`)).toBeUndefined()
})

test.each([undefined, null, 7, '', 'x', [], ['a', 'b'], '!!', 'A'.repeat(200)])(
  '%j is nothing of ours',
  (value) => {
    expect(seals.unwrap('form', value)).toBeUndefined()
  },
)

test('what was made for another purpose, or by another house, does not open', () => {
  const wrapped = seals.wrap('form', 1)
  expect(seals.unwrap('another form', wrapped)).toBeUndefined()
  expect(openSeals('another secret of at least thirty-two').unwrap('form', wrapped)).toBeUndefined()
})
