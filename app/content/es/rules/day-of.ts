import type { DayOfRuleId } from '../../../clinical/rules/day-of/rules.ts'
import type { RuleWords } from '../../rule-words.ts'

export const dayOf: Record<DayOfRuleId, RuleWords> = {
  C01: {
    condition:
      'C-SSRS desde el último contacto moderado o alto, o alguna pregunta sin respuesta; bajo: revisión',
    patient: ({ crisis, team, severity }) =>
      severity === 'review'
        ? `Gracias por contarlo. Un plan de seguridad, hecho entre los dos, puede ayudar. ${team}`
        : `${crisis} ${team}`,
    clinician:
      'C-SSRS positivo desde el último contacto, o preguntas sin respuesta. Hable antes con la persona.',
  },
  C02: {
    condition:
      'Un día de crisis según sus propias palabras, o malestar en el límite o más y por encima de lo suyo habitual en su límite; alto pero habitual: revisión',
    patient:
      'Quizás hoy no sea el día. Puede esperar, hablar con alguien o elegir otro día. No se pierde nada.',
    clinician: 'Un día difícil según sus palabras, o malestar por encima de lo habitual.',
  },
  C03: {
    condition:
      'Comió hace menos horas que el límite, o tomó líquidos claros hace menos minutos que el límite',
    patient: 'Esperemos un poco más.',
    clinician: 'Todavía le falta ayuno. El reloj sigue.',
  },
  C04: {
    condition:
      'Alcohol, un sedante o cannabis dentro del límite de horas, o una medicina de la lista tomada más cerca de la dosis que las horas firmadas para su clase; no está seguro: revisión',
    patient: 'Esperemos. Gracias por su sinceridad. Siga tomando como siempre lo que le han recetado.',
    clinician:
      'Alcohol, un sedante, cannabis o una medicina con horas firmadas demasiado cerca de la dosis, o no hay certeza. Pregunte qué y cuándo. Nadie deja por esto una medicina recetada sin quien la recetó.',
  },
  C05: {
    condition:
      'Presión antes de la dosis, media de dos, en el límite de espera o más; en el de revisión o más: revisión',
    patient: ({ severity }) =>
      severity === 'review'
        ? 'Descanse tranquilo un rato. Después tómela una vez más.'
        : 'Hoy su presión está más alta de lo que permite nuestro plan. No se pierde nada.',
    clinician: 'Presión antes de la dosis. Vea los dos números y si fue después de un descanso.',
  },
  C06: {
    condition:
      'Pulso, oxígeno, respiración o temperatura en la franja de espera; en la de revisión: revisión',
    patient: ({ neutral }) => neutral,
    clinician: 'Una medición antes de la dosis está fuera de su franja.',
  },
  C07: {
    condition: 'Falta una medición sin excepción en el protocolo, es imposible, o falló el aparato',
    patient: 'Falta una medición o parece mal escrita. Por favor, tómela otra vez.',
    clinician: 'Faltan mediciones, son imposibles, o falló el aparato.',
  },
  C08: {
    condition:
      'Un medicamento nuevo desde la última sesión, o un texto sin coincidencia: revisión; de una clase que el protocolo no permite: bloqueo',
    patient: null,
    clinician: 'Medicamento nuevo desde la última sesión. Compare las listas.',
  },
  C09: {
    condition: 'Fiebre, vómitos, tos o un golpe en la cabeza',
    patient: 'Primero descanse. La sesión puede esperar.',
    clinician: 'Enfermedad o golpe en la cabeza. Pregunte antes de dar otra fecha.',
  },
  C10: {
    condition: 'La persona de apoyo no está, no está sobria, es muy joven, o no se probó su teléfono',
    patient:
      'Antes de empezar, una persona adulta y sobria, con un teléfono que funcione, debe estar con usted.',
    clinician: 'La persona de apoyo no está lista: vea qué falta.',
  },
  C11: {
    condition: 'Menos días desde la última sesión que el límite',
    patient: 'Es un poco pronto para la próxima sesión. El día está en su plan.',
    clinician: 'Muy pocos días desde la última sesión.',
  },
  C12: {
    condition: 'Lo contado no es lo que debería haber',
    patient: ({ team }) => `La cuenta no coincide. Eso puede pasar. ${team}`,
    clinician: 'La cuenta difiere: lo esperado y lo contado están abajo. Pregunte sin culpar.',
  },
  C13: {
    condition: 'Dirección o contacto de emergencia sin confirmar hoy',
    patient: '¿Dónde está usted ahora? Confirme por favor el lugar y a quién llamar.',
    clinician: 'Dirección o contacto de emergencia sin confirmar hoy.',
  },
  C14: {
    condition: 'Durmió menos horas que el límite',
    patient: 'Dormir muy poco puede hacerlo más difícil.',
    clinician: 'Durmió muy poco.',
  },
  C15: {
    condition: 'Piensa conducir hoy',
    patient: 'Sin conducir hasta mañana, después de dormir.',
    clinician: 'Piensa conducir hoy.',
  },
  C16: {
    condition:
      'DSS-B por encima de su propio valor antes del tratamiento en el límite, o dos veces seguidas en el límite menor',
    patient: 'Últimamente ha sentido las cosas más irreales. Hablemos primero.',
    clinician: 'Más disociación que antes del tratamiento. Revise antes de la dosis.',
  },
  C17: {
    condition: 'Un evento adverso de una sesión anterior sigue abierto',
    patient: ({ neutral }) => neutral,
    clinician: 'Hay un evento adverso abierto. Ciérrelo antes.',
  },
  C18: {
    condition: 'La persona dice “hoy no”, en cualquier momento y sin dar razones',
    patient: 'Por supuesto. No se pierde nada.',
    clinician: 'Dijo “hoy no”. Respételo y no pida razones; nadie puede abrir esto.',
  },
  C19: {
    condition:
      'PCL-5 o PHQ-9 por encima del anterior en el límite o más, o un hallazgo de F01 que nadie ha cerrado',
    patient: ({ team }) => `Esta semana parece más difícil. ${team}`,
    clinician: 'El PCL-5 o el PHQ-9 ha subido, o nadie miró una subida anterior. Mírelo antes de la dosis.',
  },
  C20: {
    condition:
      'Toma prazosina, doxazosina, clonidina o guanfacina, y no se sabe cuándo fue la última, está fuera de los límites de horas, o se saltó una habitual',
    patient: 'Su medicina para las pesadillas o la presión importa hoy. ¿Cuándo la tomó por última vez?',
    clinician: 'Medicina alfa: última toma desconocida, fuera de horas, o una omitida.',
  },
  C21: {
    condition:
      'Al ponerse de pie, caída en el límite o más, presión por debajo del límite, o mareo; se busca en quien toma las medicinas de C20 o tiene la edad del límite o más',
    patient: 'Siéntese un rato. Veamos esto primero.',
    clinician: 'La presión baja al ponerse de pie, o hay mareo. Las dos mediciones están abajo.',
  },
  C22: {
    condition:
      'Preparación sin terminar o sin acuerdo, o seguimiento sin cita: bloqueo antes de la primera sesión, después revisión',
    patient: 'Primero unas pocas cosas, para que hoy pueda ser un día tranquilo.',
    clinician: 'Preparación o seguimiento abiertos: vea cuál.',
  },
  C23: {
    condition:
      'La terapia es esencial en este plan, y no hubo cita cumplida en la ventana después de la última sesión',
    patient: 'Veamos que haya alguien para usted después.',
    clinician: 'Aquí la terapia es esencial y no hubo cita cumplida. Hablen primero.',
  },
  C24: {
    condition: 'Sin compañía a cargo de un niño o de otra persona desde la dosis hasta después de dormir',
    patient: 'Hace falta alguien más para la persona que usted cuida, hasta que usted haya dormido.',
    clinician: 'A solas con un niño o una persona a su cargo.',
  },
  C25: {
    condition:
      'Voces, creencias que a otros les parecen extrañas, o poco sueño con mucha energía desde el último contacto',
    patient: ({ neutral, team }) => `${neutral} ${team}`,
    clinician: 'Posible psicosis o manía desde el último contacto. Llame el mismo día.',
  },
  C26: {
    condition:
      'El embarazo es posible, y la prueba es positiva, no se hizo o es más vieja que el límite, o hay un retraso',
    patient: 'Primero hay un paso privado.',
    clinician: 'Prueba de embarazo pendiente, vieja o positiva, o un retraso. Privado.',
  },
  C27: {
    condition: 'Dolor de vejiga o sangre en la orina desde la última sesión',
    patient: 'Primero la vejiga. Un clínico necesita ver esto.',
    clinician: 'Dolor de vejiga o sangre desde la última sesión.',
  },
}
