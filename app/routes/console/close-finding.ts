import { closeFinding } from '../../care/close-finding.ts'
import { checkedUuid } from '../../system/ids.ts'
import { onePatient } from '../route.ts'

/** A prescriber closes a finding, with a reason. */
export const closeFindingRoute = onePatient(
  'POST',
  '/console/patients/:patientId/findings/:findingId/close',
  'close-finding',
  async (c, permit) => {
    const { db, now } = c.var.services
    const { because } = await c.var.fields()
    await closeFinding(db, permit, {
      findingId: checkedUuid(c.req.param('findingId') ?? ''),
      because: typeof because === 'string' ? because : '',
      closedAt: now(),
    })
    return c.redirect(`/console/patients/${permit.patientId}`, 303)
  },
)
