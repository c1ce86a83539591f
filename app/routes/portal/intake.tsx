/** /portal/intake: every part of what a patient tells, what is left, and handing it in. */
import { randomUUID } from 'node:crypto'
import { handInIntake } from '../../care/tell-intake.ts'
import { ASK_FOR } from '../../clinical/intake/ask-for.ts'
import { PART_GROUPS, type PartGroup } from '../../clinical/intake/parts.ts'
import { AppError } from '../../system/errors.ts'
import { isUuid } from '../../system/ids.ts'
import { clockface } from '../../system/time.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { IntakeOverviewPage } from '../../ui/pages/intake-overview.tsx'
import { INTAKE_PATH } from '../../ui/pages/intake-part.tsx'
import { ownRecord, type Route, type RouteContext } from '../route.ts'
import { closedPage } from './intake-closed.tsx'
import { intakePartRoutes } from './intake-part.tsx'
import {
  isOpen,
  isOpenIn,
  type OwnIntake,
  partHref,
  partState,
  partsFor,
  readOwnIntake,
} from './own-intake.ts'

const SEAL = 'intake hand-in'

export const intakeRoutes: readonly Route[] = [
  ownRecord('GET', INTAKE_PATH, 'read-today', async (c, permit) => {
    const own = await readOwnIntake(c, permit)
    return isOpenIn(own.state) ? overview(c, own, permit.patientId) : closedPage(c, own)
  }),

  ownRecord('POST', INTAKE_PATH, 'submit-answers', async (c, permit, member) => {
    const { db, vault, seals, now } = c.var.services
    const { sheetId, seal } = await c.var.fields()
    if (!isUuid(sheetId) || !seals.isSealed(seal, SEAL, permit.patientId, sheetId))
      throw new AppError('invalid', 'an intake came with a seal that is not this patient’s')
    await handInIntake(db, vault, permit, { id: sheetId, by: member.name, at: now() })
    return c.redirect(`${INTAKE_PATH}/sent`, 303)
  }),

  ownRecord('GET', `${INTAKE_PATH}/sent`, 'read-today', async (c, permit) => {
    if (!(await readOwnIntake(c, permit)).handedInAt) return c.redirect(INTAKE_PATH, 303)
    const { title, sent } = c.var.words.intake
    return c.var.page({
      area: 'portal',
      title,
      body: (
        <div class="narrow flow">
          <h1>{sent.title}</h1>
          <Notice kind="done">
            <p>{sent.sent}</p>
          </Notice>
          <p>{sent.next}</p>
          <p>
            <ButtonLink href="/portal">{sent.back}</ButtonLink>
          </p>
        </div>
      ),
    })
  }),

  ...intakePartRoutes,
]

function overview(c: RouteContext, own: OwnIntake, patientId: string): Response {
  const { words, language, services } = c.var
  const { handedInAt, taken, askedFor, isCovered } = own
  const parts = partsFor(own)
  const face = clockface(language, services.practice.timeZone)
  const sheetId = randomUUID()
  const askedPart = askedFor && ASK_FOR[askedFor]
  return c.var.page({
    area: 'portal',
    title: words.intake.title,
    body: (
      <IntakeOverviewPage
        words={words}
        groups={(Object.keys(PART_GROUPS) as PartGroup[]).map((group) => ({
          group,
          parts: parts
            .filter((part) => (PART_GROUPS[group] as readonly string[]).includes(part))
            .map((part) => ({ part, state: partState(own, part) })),
        }))}
        openCount={parts.filter((part) => isOpen(partState(own, part))).length}
        hasKept={c.req.query('kept') !== undefined}
        isTextGone={c.req.query('stopped') !== undefined}
        asked={
          askedFor && {
            text: words.intake.asked.parts[askedFor],
            href: askedPart && partHref(askedPart),
          }
        }
        reader={own.state === 'in-review' ? taken?.by : undefined}
        handedIn={
          handedInAt && {
            sentAt: face.instant(handedInAt),
            seen: taken && { by: taken.by, at: face.instant(taken.at) },
            isOutsideCover: !isCovered,
          }
        }
        hidden={{ sheetId, seal: services.seals.seal(SEAL, patientId, sheetId) }}
      />
    ),
  })
}
