/** /portal/follow-up: how the past week has been, some days after a session. The check-in's own pages and act. */
import { pcl5Week } from '../../clinical/instruments/pcl-5-week.ts'
import { weekOf } from '../../content/pcl5-week.ts'
import { CheckInThanksPage } from '../../ui/pages/check-in-thanks.tsx'
import { ownRecord, type Route } from '../route.ts'
import { continueQuestionnaire, type QuestionnaireForm, startQuestionnaire } from './questionnaire-form.tsx'

const PATH = '/portal/follow-up'

const WEEK: QuestionnaireForm = {
  path: PATH,
  seal: 'follow-up form',
  instrument: pcl5Week,
  say: ({ way: { followUp }, pcl5 }) => ({ ...followUp, questionnaire: weekOf(pcl5) }),
}

export const followUpRoutes: readonly Route[] = [
  ownRecord('GET', PATH, 'read-today', (c, permit) => startQuestionnaire(c, WEEK, permit.patientId)),
  ownRecord('POST', PATH, 'submit-answers', (c, permit) => continueQuestionnaire(c, WEEK, permit)),
  ownRecord('GET', `${PATH}/thank-you`, 'read-today', (c) => {
    const { words } = c.var
    return c.var.page({
      area: 'portal',
      title: words.way.followUp.title,
      body: <CheckInThanksPage words={words} />,
    })
  }),
]
