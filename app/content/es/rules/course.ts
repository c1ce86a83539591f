import type { CourseRuleId } from '../../../clinical/rules/course/rules.ts'
import type { RuleWords } from '../../rule-words.ts'

export const course: Record<CourseRuleId, RuleWords> = {
  F01: {
    condition:
      'Total del PCL-5 por encima del más bajo anterior, misma versión y mismo período, en el límite o más',
    patient: ({ team }) => `Esto parece más difícil que antes. ${team}`,
    clinician: 'El PCL-5 ha subido. Revise antes de la próxima dosis.',
  },
  F02: {
    condition:
      'PCL-5 por debajo del primero en el límite de cambio fiable o más, y en el punto final o menos',
    patient: 'Ha señalado cambios. ¿Cómo los ve usted?',
    clinician: 'PCL-5 más bajo de forma fiable, más cerca de quienes no tienen TEPT. Pregunte cómo lo ve.',
  },
  F03: {
    condition:
      'Tras las sesiones del protocolo, ni PCL-5 ni PHQ-9, donde se preguntó otra vez, han bajado el límite desde su primer total',
    patient: 'Es momento de hablar de si esto está ayudando.',
    clinician: 'Sin mejoría significativa. Decida con la persona si parar o seguir.',
  },
  F04: {
    condition: 'PHQ-9 por encima del anterior en el límite o más',
    patient: ({ team }) => `Esto parece más difícil que la última vez. ${team}`,
    clinician: 'El PHQ-9 ha subido desde la última vez.',
  },
  F05: {
    condition: 'Tantas sesiones como tiene un curso, o más',
    patient: 'Este curso está completo. Uno nuevo empieza con una conversación y su consentimiento.',
    clinician: 'Curso completo. Sin nueva orden antes de nuevo consentimiento y revisión.',
  },
  F06: {
    condition: 'Más largo que los meses del protocolo',
    patient: 'Es momento de mirar el plan entero.',
    clinician: 'Curso largo. Revise con valores de laboratorio.',
  },
  F07: {
    condition: 'Sangre nueva en la orina, dolor nuevo al orinar, o ICSI sobre su base en el límite o más',
    patient: 'La vejiga va primero. No hay próxima sesión antes de que un clínico lo vea.',
    clinician: 'La vejiga ha cambiado. Sin próxima dosis antes de la revisión.',
  },
  F08: {
    condition: 'ALT en el límite de revisión o de espera, o más antigua que los meses del protocolo',
    patient: ({ neutral }) => neutral,
    clinician: 'Valor del hígado alto o atrasado.',
  },
  F09: {
    condition:
      'Suministro pedido antes del límite, o perdido; tantas veces como el límite en un curso, detener',
    patient: ({ neutral }) => neutral,
    clinician: 'Suministro adelantado o perdido. Pregunte antes de juzgar.',
  },
  F10: {
    condition:
      'Ganas intensas en el límite o más, o dichas sin un número, tantas veces seguidas; uso fuera de sesiones; o compartir',
    patient: 'Gracias por decirlo. Hay ayuda para esto, y usted no está en problemas.',
    clinician:
      'Ganas intensas, uso fuera de sesiones o compartir. Ofrezca atención en adicciones; antes, nada.',
  },
  F11: {
    condition: 'El programa de monitoreo muestra una sustancia controlada de otra persona que receta',
    patient: null,
    clinician: 'Otra persona receta una sustancia controlada.',
  },
  F12: {
    condition: 'Tantos aumentos como el límite sin mejoría registrada',
    patient: null,
    clinician: 'Aumentos sin mejoría. La profundidad no es la meta: no más por ella.',
  },
  F13: {
    condition: 'Embarazo o intento, un hecho nuevo del corazón, o un diagnóstico psiquiátrico nuevo',
    patient: ({ neutral }) => neutral,
    clinician: 'Algo nuevo: embarazo, corazón o diagnóstico.',
  },
  F14: {
    condition:
      'AUDIT-C o DAST-10 llegó a un límite al que no llegaba antes; si uno no está cargado, las preguntas propias con peor respuesta',
    patient: ({ neutral }) => neutral,
    clinician: 'Alcohol u otras sustancias peor que hace tres meses.',
  },
  F15: {
    condition: 'Protocolo firmado o base a distancia dentro de los días de aviso, o vencido',
    patient: null,
    clinician: 'El protocolo o la base termina pronto o terminó: después, ninguna orden.',
  },
  F16: {
    condition: 'Tantos chequeos seguidos sin respuesta como el límite',
    patient: 'Le echamos de menos. Sin presión.',
    clinician: 'Chequeos sin respuesta. Acérquese con amabilidad.',
  },
  F17: {
    condition: 'Un inductor o inhibidor de enzimas empezado o dejado',
    patient:
      'Primero hay que revisar una de sus medicinas. Siga tomándola como siempre, salvo que su clínico diga otra cosa.',
    clinician: 'La exposición cambia con la misma dosis, se haya empezado o dejado.',
  },
}
