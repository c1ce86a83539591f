/** /portal/check-in: how the past month has been, whoever is asked and whenever they like. */
import { pcl5 } from '../../clinical/instruments/pcl5.ts'
import { ownRecord } from '../route.ts'
import {
  continueQuestionnaire,
  type QuestionnaireForm,
  startQuestionnaire,
  thankFor,
} from './questionnaire-form.tsx'
import { whenOpen } from './when-open.tsx'

const PATH = '/portal/check-in'

const MONTH: QuestionnaireForm = {
  path: PATH,
  seal: 'check-in form',
  instrument: pcl5,
  say: ({ checkIn, pcl5: questionnaire }) => {
    const { title, heading, why } = checkIn
    return { title, heading, why, questionnaire }
  },
}

export const checkInStart = ownRecord(
  'GET',
  PATH,
  'read-today',
  whenOpen('check-in', (c, permit) => startQuestionnaire(c, MONTH, permit.patientId)),
)

export const checkIn = ownRecord(
  'POST',
  PATH,
  'submit-answers',
  whenOpen('check-in', (c, permit) => continueQuestionnaire(c, MONTH, permit)),
)

export const checkInThanks = ownRecord(
  'GET',
  `${PATH}/thank-you`,
  'read-today',
  whenOpen('check-in', (c, permit) => thankFor(c, MONTH, permit)),
)
