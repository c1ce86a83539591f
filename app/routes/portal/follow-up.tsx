/** /portal/follow-up: how the past week has been, some days after a session. The check-in's own pages and act. */
import { pcl5Week } from '../../clinical/instruments/pcl-5-week.ts'
import { weekOf } from '../../content/pcl5-week.ts'
import { CheckInThanksPage } from '../../ui/pages/check-in-thanks.tsx'
import { ownRecord, type Route } from '../route.ts'
import { continuePcl5, type Pcl5Form, startPcl5 } from './pcl5-form.tsx'

const PATH = '/portal/follow-up'

const WEEK: Pcl5Form = {
  path: PATH,
  seal: 'follow-up form',
  instrument: pcl5Week,
  say: ({ way: { followUp }, pcl5 }) => ({ ...followUp, questionnaire: weekOf(pcl5) }),
}

export const followUpRoutes: readonly Route[] = [
  ownRecord('GET', PATH, 'read-today', (c, permit) => startPcl5(c, WEEK, permit.patientId)),
  ownRecord('POST', PATH, 'submit-answers', (c, permit) => continuePcl5(c, WEEK, permit)),
  ownRecord('GET', `${PATH}/thank-you`, 'read-today', (c) => {
    const { words } = c.var
    return c.var.page({
      area: 'portal',
      title: words.way.followUp.title,
      body: <CheckInThanksPage words={words} />,
    })
  }),
]
