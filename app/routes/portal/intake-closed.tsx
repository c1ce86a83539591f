import { type Permit, readInScope } from '../../access/permit.ts'
import { dutyFor } from '../../records/duty.ts'
import { findEnrolment } from '../../records/enrolments.ts'
import { clockface } from '../../system/time.ts'
import { IntakeClosedPage } from '../../ui/pages/intake-closed.tsx'
import { IntakeSafetyPage } from '../../ui/pages/intake-safety.tsx'
import type { RouteContext } from '../route.ts'
import { isOpenIn, type OwnIntake } from './own-intake.ts'
import type { WhenClosed } from './questionnaire-form.tsx'

/** The intake is not open: not yet, no longer, or this way was declined. */
export function closedPage(c: RouteContext, { state }: Pick<OwnIntake, 'state'>): Response {
  const { words, services } = c.var
  const wasSent = c.req.method === 'POST'
  const isEarly = state === undefined || state === 'assessed' || state === 'registered'
  return c.var.page({
    area: 'portal',
    title: words.intake.title,
    status: wasSent ? 409 : 200,
    body: (
      <IntakeClosedPage
        words={words}
        wasSent={wasSent}
        why={state === 'declined' ? 'declined' : isEarly ? 'not-open' : 'over'}
        phone={services.practice.phone}
      />
    ),
  })
}

/**
 * What a form of the intake leads to where the intake is closed; undefined where it is open. An answer that asks for a
 * person has gone out then, and help comes first.
 */
export async function closedForm(
  c: RouteContext,
  permit: Permit<'submit-answers'>,
): Promise<WhenClosed | undefined> {
  const { words, language, services } = c.var
  const now = services.now()
  const [enrolment, onDuty] = await readInScope(services.db, permit, (scope) =>
    Promise.all([findEnrolment(scope), dutyFor(scope, now)]),
  )
  const state = enrolment?.state
  if (isOpenIn(state)) return undefined
  const sentAt = clockface(language, services.practice.timeZone).instant(now)
  return ({ asksForPerson }) =>
    asksForPerson
      ? c.var.page({
          area: 'portal',
          title: words.intake.title,
          body: (
            <IntakeSafetyPage
              words={words}
              told={{ sentAt, isOutsideCover: onDuty === undefined }}
              isAnswered
              backHref="/portal"
            />
          ),
        })
      : closedPage(c, { state })
}
