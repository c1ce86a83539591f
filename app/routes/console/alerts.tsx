/** /console/alerts: what asks for a person now, of everybody on the reader's list, and how it is answered. */
import { inScope } from '../../access/permit.ts'
import { lookAtAlert, settleRaised } from '../../care/answer-alert.ts'
import { aboutOf, isForCoordinator } from '../../care/raise-alerts.ts'
import { pageOfAlert } from '../../care/where-alert-leads.ts'
import { ruleWords } from '../../content/rule-words.ts'
import { listOpenAlerts, type OpenAlert } from '../../records/alerts.ts'
import { AppError } from '../../system/errors.ts'
import { isUuid } from '../../system/ids.ts'
import { clockface } from '../../system/time.ts'
import type { AlertView } from '../../ui/alert-list.tsx'
import { TO_CALL } from '../../ui/contact.tsx'
import { AlertsPage } from '../../ui/pages/alerts.tsx'
import { lookAgain } from '../look-again.ts'
import { isRuleId } from '../room-view.ts'
import { onePatient, onList, type RouteContext } from '../route.ts'

const PATH = '/console/alerts'
const MOST_SHOWN = 200

const alertsPage = onList('GET', PATH, 'list-alerts', async (c, permit) => {
  const { words, language, services } = c.var
  const alerts = await inScope(services.db, permit, (scope) => listOpenAlerts(scope, MOST_SHOWN))
  const isClinician = permit.role === 'prescriber'
  return c.var.page({
    area: 'console',
    again: lookAgain(PATH),
    title: words.alerts.title,
    body: (
      <AlertsPage
        words={words}
        asOf={clockface(language, services.practice.timeZone).instant(services.now())}
        alerts={alerts.map((alert) => viewOf(c, alert, isClinician))}
        problem={c.req.query('reason') === undefined ? undefined : words.sessionDay.one.needReason}
      />
    ),
  })
})

function viewOf(c: RouteContext, alert: OpenAlert, isClinician: boolean): AlertView {
  const { words, language, services } = c.var
  const { id, patientId, patientName, level, raisedAt, isInCover, seen } = alert
  const face = clockface(language, services.practice.timeZone)
  const about = aboutOf(alert)
  const href =
    pageOfAlert(alert) === 'chart'
      ? `/console/patients/${patientId}`
      : `/console/sessions/${patientId}?session=${alert.sessionId}`
  return {
    id,
    // The numbers stand there, and not here: a list that looks again by itself would open everybody's each time.
    who: {
      name: patientName,
      href: isClinician ? href : null,
      toCall: isClinician ? `${href}#${TO_CALL}` : null,
    },
    about: isClinician || isForCoordinator(alert) ? aboutText(c, about) : words.alerts.needsClinician,
    level: words.sessionDay.one.level[level],
    raisedAt: face.instant(raisedAt),
    isInCover,
    seen: seen && { by: seen.by, at: face.instant(seen.at) },
    settled: null,
    answer:
      isClinician || isForCoordinator(alert) ? { action: `${PATH}/${patientId}`, hidden: {} } : undefined,
  }
}

/** What the machine calls it, or the rule that raised it says to a clinician. */
function aboutText({ var: { words, language } }: RouteContext, about: string): string {
  const named = words.sessionDay.one.about[about]
  if (named !== undefined || !isRuleId(about)) return named ?? about
  return `${about} ${ruleWords[language][about].clinician}`
}

const answerAlert = onePatient('POST', `${PATH}/:patientId`, 'answer-alert', async (c, permit, member) => {
  const { db, now } = c.var.services
  const { kind, alertId, because } = await c.var.fields()
  if (!isUuid(alertId) || (kind !== 'see' && kind !== 'settle'))
    throw new AppError('invalid', 'no alert was named, or no answer')
  const answer = { alertId, at: now(), by: member.name }
  if (kind === 'see') await lookAtAlert(db, permit, answer)
  else if (typeof because !== 'string' || because.trim() === '') return c.redirect(`${PATH}?reason`, 303)
  else await settleRaised(db, permit, answer, because)
  return c.redirect(PATH, 303)
})

export const alertRoutes = [alertsPage, answerAlert]
