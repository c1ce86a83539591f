import { expect, test } from 'vitest'
import { isDialable } from './phone-number.ts'

test.each([
  { text: '', is: false },
  { text: 'ask my sister', is: false },
  { text: '911', is: false },
  { text: '5550162', is: false },
  { text: '305555016', is: false },
  { text: '(305) 555-0162', is: true },
  { text: 'home: 305.555.0162, after six', is: true },
  { text: '305-555-0162 after 6', is: false },
  { text: '(305) 555-0162 ext. 12', is: false },
  { text: '305-555-0162 or 305-555-0163', is: false },
  { text: '105-555-0162', is: false },
  { text: '1 305 555 0162', is: true },
  { text: '2 305 555 0162', is: false },
  { text: '+1 305 555 0162', is: true },
  { text: '+1 305 555 0162 +1 305 555 0163', is: false },
  { text: '+4930901820', is: true },
  { text: '+4930901', is: false },
  { text: '+123456789012345', is: true },
  { text: '+1234567890123456', is: false },
])('“$text” can be dialled: $is', ({ text, is }) => {
  expect(isDialable(text)).toBe(is)
})
