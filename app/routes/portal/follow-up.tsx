/** /portal/follow-up: how the past week has been, some days after a session. The check-in's own pages and act. */
import { readInScope } from '../../access/permit.ts'
import { findSentInCourse } from '../../care/course-asks.ts'
import { pcl5Week } from '../../clinical/instruments/pcl-5-week.ts'
import { phq9 } from '../../clinical/instruments/phq9.ts'
import { weekOf } from '../../content/pcl5-week.ts'
import { ownRecord, type Route } from '../route.ts'
import { followUpMoreRoutes, moreDue } from './follow-up-more.tsx'
import {
  continueQuestionnaire,
  type QuestionnaireForm,
  startQuestionnaire,
  thankFor,
} from './questionnaire-form.tsx'
import { whenOpen } from './when-open.tsx'

const PATH = '/portal/follow-up'

const WEEK: QuestionnaireForm = {
  path: PATH,
  seal: 'follow-up form',
  instrument: pcl5Week,
  say: ({ way: { followUp }, pcl5 }) => ({ ...followUp, questionnaire: weekOf(pcl5) }),
}

export const followUpRoutes: readonly Route[] = [
  ownRecord(
    'GET',
    PATH,
    'read-today',
    whenOpen('follow-up', (c, permit) => startQuestionnaire(c, WEEK, permit.patientId)),
  ),
  ownRecord(
    'POST',
    PATH,
    'submit-answers',
    whenOpen('follow-up', (c, permit) => continueQuestionnaire(c, WEEK, permit)),
  ),
  ownRecord(
    'GET',
    `${PATH}/thank-you`,
    'read-today',
    whenOpen('follow-up', async (c, permit) => {
      const sent = await readInScope(c.var.services.db, permit, findSentInCourse)
      return thankFor(c, WEEK, permit, { ...sent, also: [phq9], more: await moreDue(c, permit) })
    }),
  ),
  // After the page of thanks, whose address would fit these too.
  ...followUpMoreRoutes,
]
