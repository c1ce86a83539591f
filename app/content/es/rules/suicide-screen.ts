import type { SuicideScreenRuleId } from '../../../clinical/rules/suicide-screen/rules.ts'
import type { RuleWords } from '../../rule-words.ts'

export const suicideScreen: Record<SuicideScreenRuleId, RuleWords> = {
  S01: {
    condition: 'ASQ: ideas ahora mismo, o no quiso responder a esa pregunta',
    patient: ({ crisis, team }) => `${crisis} ${team}`,
    clinician: 'ASQ agudo. Llame ahora. Teléfono y dirección, si los dio, están en la página del paciente.',
  },
  S02: {
    condition: 'ASQ: sí o sin querer responder en alguna de las cuatro primeras, y no ahora mismo',
    patient: ({ team }) => `Antes del próximo paso viene una conversación sobre su seguridad. ${team}`,
    clinician: 'ASQ positivo. Evalúe y complete un plan de seguridad antes de seguir.',
  },
  S03: {
    condition: 'ASQ: alguna pregunta sin respuesta o que no quiso responder',
    patient: ({ team }) => `Está bien no responder. ${team}`,
    clinician: 'Dejó preguntas del ASQ, y eso no es un "no". Hable con la persona antes de seguir.',
  },
}
