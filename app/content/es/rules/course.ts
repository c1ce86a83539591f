import type { CourseRuleId } from '../../../clinical/rules/course/rules.ts'
import type { RuleWords } from '../../rule-words.ts'

export const course: Record<CourseRuleId, RuleWords> = {
  F01: {
    condition:
      'Total del PCL-5 por encima del más bajo anterior, misma versión y mismo período, en el límite o más',
    patient: ({ team }) => `Esto parece más difícil que antes. ${team}`,
    clinician: 'El PCL-5 ha subido. Revise antes de la próxima dosis.',
  },
}
