import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { pcl5 } from '../../clinical/instruments/pcl5.ts'
import { words } from '../../content/words.ts'
import { CheckInPage } from './check-in.tsx'
import { SessionEndedPage } from './session-ended.tsx'

const page = (step: number, changed: Partial<Parameters<typeof CheckInPage>[0]> = {}) =>
  renderToString(
    <CheckInPage
      words={words.en}
      heading={words.en.checkIn.heading}
      questionnaire={words.en.pcl5}
      action="/portal/check-in"
      step={step}
      steps={4}
      items={pcl5.items.slice((step - 1) * 5, step * 5)}
      sent={{}}
      hidden={{}}
      unclear={[]}
      back={step > 1 ? step - 1 : undefined}
      note={undefined}
      {...changed}
    />,
  )

const buttons = (html: string) => [...html.matchAll(/name="step" value="([^"]+)"/g)].map(([, value]) => value)

test('the way on comes before the way back, so that Enter goes on', () => {
  expect(buttons(page(1))).toEqual(['2'])
  expect(buttons(page(2))).toEqual(['3', '1'])
  expect(buttons(page(4))).toEqual(['hand-in', '3'])
})

test('five questions to a screen, each with five ratings and a skip of equal weight', () => {
  const html = page(3)
  expect(html.match(/<fieldset/g)).toHaveLength(5)
  expect(html.match(/type="radio"/g)).toHaveLength(30)
  expect(html.match(/value="skip"/g)).toHaveLength(5)
})

test('nothing is chosen for the person; what they chose comes back', () => {
  expect(page(1)).not.toContain(' checked')
  const again = page(1, { sent: { 'pcl5-01': '0', 'pcl5-02': 'skip' } })
  expect(again.match(/ checked/g)).toHaveLength(2)
})

test('answers of other screens travel along', () => {
  expect(page(2, { hidden: { responseId: 'r', 'pcl5-01': '3' } })).toContain(
    '<input type="hidden" name="pcl5-01" value="3"/>',
  )
})

test('an unclear answer is named at its own question and at no other', () => {
  const html = page(2, { problem: words.en.checkIn.unclear, unclear: ['pcl5-07'] })
  expect(html).toContain('id="pcl5-07-problem"')
  expect(html.match(/-problem"/g)).toHaveLength(2) // the text, and the question that points to it
  expect(html).toContain('role="alert"')
})

test('the Spanish page says that the questions are in English, and marks them so', () => {
  const html = page(1, { words: words.es, questionnaire: words.es.pcl5 })
  expect(html).toContain('Las preguntas de esta página están en inglés')
  expect(html.match(/<legend lang="en"/g)).toHaveLength(5)
  expect(html).toContain('<span>Omitir esta</span>')
})

test('a page whose sign-in ran out still holds every answer', () => {
  const hidden = Object.fromEntries(pcl5.items.map(({ linkId }) => [linkId, '2']))
  const html = renderToString(
    <SessionEndedPage words={words.en} action="/portal/check-in" hidden={hidden} signInHref="/sign-in" />,
  )
  expect(html.match(/type="hidden"/g)).toHaveLength(20)
  expect(html).toContain('target="_blank"')
})
