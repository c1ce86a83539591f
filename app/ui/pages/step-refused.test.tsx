import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import type { WhyNot } from '../../clinical/enrolment.ts'
import { LANGUAGES, words } from '../../content/words.ts'
import { StepRefusedPage } from './step-refused.tsx'

const WHY: readonly WhyNot[] = ['ended', 'out-of-order', 'somebody-else', 'reason-needed', 'earlier']
const refusalOf = (why: WhyNot) => ({
  why,
  from: 'in-review' as const,
  possible: why === 'ended' ? [] : [{ to: 'accepted' as const, roles: ['prescriber' as const] }],
})

describe.each(LANGUAGES)('in %s', (language) => {
  const own = words[language]

  test.each(WHY)('%s: a patient reads that nothing is lost, and no state or role', (why) => {
    const html = renderToString(<StepRefusedPage words={own} reader="patient" refusal={refusalOf(why)} />)
    expect(html).toContain(own.errors.step.patient[why].title)
    expect(html).toContain(own.errors.step.nothingLost)
    expect(html).toContain('href="/portal"')
    expect(html).not.toContain(own.journey.states['in-review'])
    expect(html).not.toContain(own.errors.step.roles.prescriber)
  })

  test.each(WHY)('%s: staff read the state, and what is open to whom', (why) => {
    const html = renderToString(<StepRefusedPage words={own} reader="staff" refusal={refusalOf(why)} />)
    expect(html).toContain(own.errors.step.staff[why].title)
    expect(html).toContain(own.journey.states['in-review'])
    if (why === 'ended') expect(html).toContain(own.errors.step.none)
    else expect(html).toContain(`${own.journey.states.accepted}: ${own.errors.step.roles.prescriber}`)
  })
})

test('somebody else of the care team is led to their own people', () => {
  const html = renderToString(
    <StepRefusedPage words={words.en} reader="other" refusal={refusalOf('somebody-else')} />,
  )
  expect(html).toContain('href="/people"')
})
