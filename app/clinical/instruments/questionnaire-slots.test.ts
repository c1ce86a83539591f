import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { commonStart, printedName, slotOf, TEXT_SLOTS } from './questionnaire-slots.ts'

const page = readFileSync('docs/clinical/loading-a-text.md', 'utf8')

describe.each(TEXT_SLOTS.map((slot) => [slot.instrument.code, slot] as const))('%s', (code, slot) => {
  test('is found by its code', () => {
    expect(slotOf(code)).toBe(slot)
  })

  test('has its first and last question on the page that says how to load it', () => {
    const [row = ''] = page.split('\n').filter((line) => line.includes(`| \`${code}\` |`))
    expect(row).toContain(`\`${slot.items[0]?.linkId}\``)
    expect(row).toContain(`\`${slot.items.at(-1)?.linkId}\``)
  })

  test('has questions that what is printed before them tells apart', () => {
    const start = commonStart(slot.items).length
    const printed = slot.items.map(({ linkId }) => printedName(linkId.slice(start)))
    expect(new Set(printed).size).toBe(slot.items.length)
    expect(printed).not.toContain('')
  })
})

test('an instrument that ships has no slot', () => {
  expect(slotOf('phq-9')).toBeUndefined()
})

test.each([
  ['1.', '1'],
  ['01', '1'],
  ['007.', '7'],
  ['10', '10'],
  ['100)', '100'],
  ['P-01', 'p1'],
  ['Q10', 'q10'],
  ['0', '0'],
  ['6 (recent)', '6recent'],
  [' . ', ''],
])('%j printed before a question is its %j', (prefix, name) => {
  expect(printedName(prefix)).toBe(name)
})

test('questions begin alike up to a hyphen', () => {
  const items = (...linkIds: string[]) => linkIds.map((linkId) => ({ linkId, values: [0, 1] }))
  expect(commonStart(items('a-b-01', 'a-b-02'))).toBe('a-b-')
  expect(commonStart(items('a-b-1', 'a-c-1'))).toBe('a-')
  expect(commonStart(items('a-1', 'b-1'))).toBe('')
  expect(commonStart(items('a-1', 'a-1-more'))).toBe('a-')
  expect(commonStart([])).toBe('')
})
