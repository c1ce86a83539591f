/** /console/patients/:patientId/supply/sheet?order=…: one order on paper, for the prescriber alone. */
import { inScope } from '../../access/permit.ts'
import { wholeValues } from '../../clinical/plan/shape.ts'
import { limitWords, optionText } from '../../content/limit-words.ts'
import { getPatient } from '../../records/patients.ts'
import { listSignedPlans } from '../../records/plans.ts'
import { findOrder } from '../../records/supply-orders.ts'
import { isUuid } from '../../system/ids.ts'
import { dayText } from '../../system/time.ts'
import { OrderSheetPage, type SheetView } from '../../ui/pages/order-sheet.tsx'
import { onePatient } from '../route.ts'
import { faceOf } from './plan-views.ts'

export const orderSheet = onePatient(
  'GET',
  '/console/patients/:patientId/supply/sheet',
  'read-plan',
  async (c, permit) => {
    const { words, language, services } = c.var
    const id = c.req.query('order')
    const { patient, order, plan } = await inScope(services.db, permit, async (scope) => {
      const order = isUuid(id) ? await findOrder(scope, id) : undefined
      const plans = order ? await listSignedPlans(scope) : []
      const plan = plans.find(({ version }) => version === order?.planVersion)
      return { patient: await getPatient(scope), order, plan }
    })
    const values = plan && wholeValues(plan.plan)
    const option = (name: string) => optionText(limitWords[language], name)
    const sheet: SheetView | null = order
      ? {
          ...{ orderId: order.id, orderedBy: order.by, orderedAt: faceOf(c).instant(order.at) },
          ...{ units: order.units, strengthMg: order.strengthMg, planVersion: order.planVersion },
          reference: order.entry?.reference ?? null,
          plan: values
            ? {
                ...values,
                route: option(values.route),
                residue: option(values.residue),
                endsOn: dayText(language, values.endsOn),
              }
            : null,
        }
      : null
    return c.var.page({
      area: 'console',
      title: words.supplyDesk.sheet.title,
      body: (
        <OrderSheetPage
          words={words.supplyDesk}
          patient={{
            id: patient.id,
            name: `${patient.givenName} ${patient.familyName}`,
            bornOn: dayText(language, patient.bornOn),
            place: `${patient.place}, ${patient.state}`,
          }}
          practiceName={services.practice.name}
          isInvented={plan?.plan.protocol.isInvented ?? false}
          sheet={sheet}
        />
      ),
    })
  },
)
