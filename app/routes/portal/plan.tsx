/** /portal/plan: a patient's own plan, in plain words. No dose, no score, no diagnosis. */
import { inScope } from '../../access/permit.ts'
import { patientPlan } from '../../clinical/plan/patient-plan.ts'
import { planSections } from '../../content/plan-words.ts'
import { listSignedPlans, notePlanSeen } from '../../records/plans.ts'
import { clockface, dayText } from '../../system/time.ts'
import { OwnPlanPage } from '../../ui/pages/own-plan.tsx'
import { ownRecord } from '../route.ts'
import { whenOpen } from './when-open.tsx'

/** Opening it is noted once, in the same transaction: whoever signed it is told that it was seen. */
export const ownPlan = ownRecord(
  'GET',
  '/portal/plan',
  'read-own-plan',
  whenOpen('plan', async (c, permit) => {
    const { words, language, services } = c.var
    const now = services.now()
    const signed = await inScope(services.db, permit, async (scope) => {
      const plans = await listSignedPlans(scope)
      if (plans[0]) await notePlanSeen(scope, plans[0].version, now)
      return plans
    })
    const [plan] = signed
    const plain = plan && patientPlan(plan.plan)
    const face = clockface(language, services.practice.timeZone)
    return c.var.page({
      area: 'portal',
      title: words.plan.title,
      body: (
        <OwnPlanPage
          words={words.plan}
          phone={services.practice.phone}
          plan={
            plan && plain
              ? {
                  sections: planSections(language, plain, (on) => dayText(language, on).text),
                  signedBy: plan.signed.name,
                  signedAt: face.instant(plan.signed.at),
                  seenAt: face.instant(plan.seenByPatientAt ?? now),
                  isNewer: signed.length > 1,
                }
              : null
          }
        />
      ),
    })
  }),
)
