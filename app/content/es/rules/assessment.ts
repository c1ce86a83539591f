import type { AssessmentRuleId } from '../../../clinical/rules/assessment/rules.ts'
import type { RuleWords } from '../../rule-words.ts'

export const assessment: Record<AssessmentRuleId, RuleWords> = {
  A01: {
    condition: 'Menor de la edad desde la que atiende la clínica',
    patient: ({ crisis }) =>
      `Este programa es para adultos. Aquí hay lugares que ayudan a adolescentes. ${crisis}`,
    clinician: 'Demasiado joven. No se guarda nada.',
  },
  A02: {
    condition: 'En un estado que la clínica no atiende',
    patient: 'No podemos atender a personas donde está usted. Aquí hay otras formas de recibir ayuda.',
    clinician: 'Fuera de los estados que se atienden. Solo se guarda una cuenta.',
  },
  A03: {
    condition: 'Sin seguridad ahora mismo, o palabras sobre quitarse la vida en cualquier texto',
    patient: ({ crisis }) => `${crisis} Puede quedarse en esta página todo lo que quiera.`,
    clinician:
      'Sin seguridad ahora, según su respuesta o sus palabras. Se le avisa solo si aceptó el contacto.',
  },
  A04: {
    condition: 'Embarazo, o lo intenta',
    patient: 'Este tratamiento no se usa en el embarazo. Un clínico puede hablar de otras opciones.',
    clinician: 'Embarazo, o lo intenta.',
  },
  A05: {
    condition: 'Una psicosis diagnosticada alguna vez, o manía ahora',
    patient: 'Conviene que un clínico hable con usted antes de cualquier paso.',
    clinician: 'Psicosis diagnosticada, o manía ahora.',
  },
  A06: {
    condition: 'Algo de la lista de corazón y vasos sanguíneos',
    patient: 'Primero un clínico necesita ver su historia del corazón y los vasos sanguíneos.',
    clinician: 'Nombró un problema de corazón o vasos.',
  },
  A07: {
    condition: 'PC-PTSD-5 en el límite o más',
    patient: 'La terapia de trauma puede ayudar. Podemos preguntar un poco más, solo si usted quiere.',
    clinician: 'PC-PTSD-5 positivo. Ofrezca el PCL-5.',
  },
  A08: {
    condition: 'PHQ-2 o GAD-2 en el límite o más',
    patient: 'Parece que ha sido un tiempo difícil.',
    clinician: 'PHQ-2 o GAD-2 positivo.',
  },
  A09: {
    condition: 'Siempre, con el resultado',
    patient:
      'Esto no puede decirle si la ketamina es para usted. Decide un clínico. Es un uso fuera de la etiqueta. Una guía de VA y DoD sugiere no usar ketamina para el TEPT. Pone primero la terapia hablada.',
    clinician: 'Se muestra con cada resultado.',
  },
}
