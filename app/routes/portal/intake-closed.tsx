import { IntakeClosedPage } from '../../ui/pages/intake-closed.tsx'
import type { RouteContext } from '../route.ts'
import type { OwnIntake } from './own-intake.ts'

/** The intake is not open: not yet, no longer, or this way was declined. */
export function closedPage(c: RouteContext, { state }: Pick<OwnIntake, 'state'>): Response {
  const { words, services } = c.var
  const isEarly = state === undefined || state === 'assessed' || state === 'registered'
  return c.var.page({
    area: 'portal',
    title: words.intake.title,
    body: (
      <IntakeClosedPage
        words={words.intake}
        why={state === 'declined' ? 'declined' : isEarly ? 'not-open' : 'over'}
        phone={services.practice.phone}
      />
    ),
  })
}
