import type { InSessionRuleId } from '../../../clinical/rules/in-session/rules.ts'
import type { WordsOf } from '../../rule-words.ts'

const emergency = 'Llame al 911. Póngale de lado. No se vaya.'

export const inSession: WordsOf<InSessionRuleId> = {
  D01: {
    condition: 'No responde, o solo si la mueven',
    patient: null,
    beside: emergency,
    clinician: 'No despierta. 911 a la dirección de la página; llame a la persona de apoyo.',
  },
  D02: {
    condition: 'Responde solo si la llaman fuerte o varias veces',
    patient: null,
    beside: 'Cuesta despertarle. Llame ahora a la clínica. Quédese a su lado.',
    clinician: 'Cuesta despertarla. Llame ahora.',
  },
  D03: {
    condition:
      'Respiraciones por debajo del límite de emergencia, una pausa más larga que su límite, azul o jadeando, u oxígeno en el límite de emergencia o menos; por debajo o por encima de los límites para una persona: revisión',
    patient: ({ severity }) =>
      severity === 'review'
        ? 'Siéntese derecho, si puede. Respire despacio.'
        : 'Siéntese derecho, si puede. Pida ayuda en voz alta, o llame al 911.',
    beside: ({ severity }) =>
      severity === 'review' ? 'Llame ahora a la clínica. Cuente otra vez las respiraciones.' : emergency,
    clinician:
      'Respiración. Emergencia, salvo que solo la cuenta esté cerca del límite: entonces llame ahora.',
  },
  D04: {
    condition: 'Oxígeno por debajo del límite de revisión y por encima del de emergencia',
    patient: 'Siéntese derecho. Respire despacio. Revise otra vez en un minuto.',
    beside: 'Ayúdele a sentarse derecho y a respirar despacio. Revise otra vez en un minuto.',
    clinician: 'Oxígeno un poco bajo. Postura, despertar, mirar otra vez.',
  },
  D05: {
    condition:
      'Dolor en el pecho, una señal de derrame cerebral, dolor de cabeza muy fuerte o cambio en la vista, con cualquier presión; dos mediciones en el límite alto o más: revisión',
    patient: ({ team, severity }) =>
      severity === 'review'
        ? `Siéntese y descanse. ${team}`
        : 'Llame al 911 ahora. Siéntese o acuéstese. No se vaya.',
    beside: ({ team, severity }) =>
      severity === 'review'
        ? `Ayúdele a sentarse y descansar. ${team}`
        : 'Llame al 911 ahora. Ayúdele a sentarse o acostarse. No se vaya.',
    clinician: 'Presión alta dos veces: llame ahora. Con cualquier síntoma: 911.',
  },
  D06: {
    condition: 'Malestar en el límite de calma o más',
    patient: 'Los pies en el suelo. Suelte el aire despacio. Use lo que eligió.',
    beside:
      'Diga: «Sienta los pies en el suelo». Después suelte el aire despacio, de modo que le oiga. Use lo que eligió la persona.',
    clinician: 'Malestar alto. Se ofrecen ejercicios de calma y se pregunta otra vez.',
  },
  D07: {
    condition:
      'Malestar en el límite de calma o más dos veces o tras probar las herramientas del límite, una vez en el límite para una persona, o sin alivio durante los minutos del límite',
    patient: ({ team }) => `Los pies en el suelo. Suelte el aire despacio. ${team}`,
    beside: ({ team }) =>
      `Diga: «Sienta los pies en el suelo». Después suelte el aire despacio, de modo que le oiga. ${team}`,
    clinician: 'El malestar necesita a una persona ahora.',
  },
  D08: {
    condition: 'Tocó "Quiero ayuda"',
    patient: ({ team }) => `Usted pidió ayuda. ${team}`,
    beside: ({ team }) => `Pidió ayuda. Vaya a su lado ahora. ${team}`,
    clinician: 'Pidió ayuda. Llame ahora.',
  },
  D09: {
    condition:
      'Faltó un aviso: un recordatorio; silencio por los minutos de los límites: persona de apoyo, clínico, guía de emergencia. No cuando se anunció',
    patient: ({ team, severity }) => {
      if (severity === 'advise') return 'Toque una vez, por favor, para mostrar que hay alguien.'
      if (severity === 'review') return `Toque la pantalla, por favor, o conteste el teléfono. ${team}`
      return 'Llame en voz alta a quien está con usted. Si no se siente bien, llame al 911.'
    },
    beside: ({ team, severity }) => {
      if (severity === 'advise') return 'Toque una vez, por favor, para mostrar que hay alguien.'
      if (severity === 'review') return `Toque la pantalla, por favor, o conteste el teléfono. ${team}`
      return 'Vaya a ver ahora. Si no despierta o no respira bien: llame al 911. Si tiene dudas: llame al 911.'
    },
    clinician:
      'Silencio que nadie anunció. Siga la escalera: persona de apoyo, persona de reserva, emergencia.',
  },
  D10: {
    condition: 'Tomó más de la única dosis; y además con sueño: bloqueo',
    patient: ({ team, severity }) =>
      severity === 'review'
        ? `No tome nada más. ${team}`
        : 'No tome nada más. Llame al 911 y diga qué se tomó. Acuéstese de lado.',
    beside: ({ team, severity }) =>
      severity === 'review'
        ? `Asegúrese de que no se tome nada más. Guarde bajo llave lo que queda. ${team}`
        : 'Llame al 911 y diga qué se tomó. Póngale de lado. Asegúrese de que no se tome nada más.',
    clinician: 'Tomó más que la dosis. Con sueño: 911 y centro de toxicología.',
  },
  D11: {
    condition: 'Vomitó y tiene sueño: bloqueo; vomitó más veces que el límite: revisión',
    patient: ({ team, severity }) =>
      severity === 'review'
        ? `Acuéstese de lado. ${team}`
        : 'Acuéstese de lado. Pida ayuda en voz alta, o llame al 911.',
    beside: ({ team, severity }) =>
      severity === 'review' ? `Ayúdele a acostarse de lado. ${team}` : emergency,
    clinician: 'Vómitos. Con sueño además: peligra la vía aérea.',
  },
  D12: {
    condition: 'Inmóvil o reviviendo algo por más tiempo que el límite',
    patient: ({ team }) => `Usted está aquí. Sienta el suelo bajo los pies. ${team}`,
    beside: ({ team }) => `Diga su nombre con suavidad. Pregunte antes de tocar. ${team}`,
    clinician: 'Lleva un rato inmóvil o reviviendo algo. Entre ahora.',
  },
  D13: {
    condition: 'Palabras sobre quitarse la vida',
    patient: ({ crisis, team }) => `${crisis} ${team}`,
    beside: ({ crisis, team }) => `${crisis} ${team}`,
    clinician: 'Palabras sobre suicidio en la sesión. Entre ahora; el C-SSRS cuando pueda responder.',
  },
  D14: {
    condition: 'La persona de apoyo se fue o no responde',
    patient: ({ team }) => `Siga sentado o acostado. Respire despacio. ${team}`,
    beside: ({ team }) =>
      `Vuelva a entrar, o pida a la persona de reserva que entre. Ayúdele a seguir acostado. ${team}`,
    clinician:
      'Nadie a su lado. Llame al paciente, a la persona de apoyo, a la de reserva, después a emergencias. La sesión sigue abierta.',
  },
  D15: {
    condition: 'Un cuestionario en el punto más fuerte',
    patient: null,
    beside: 'Ninguna pregunta ahora. Pueden esperar.',
    clinician: 'Sin preguntas en el punto más fuerte.',
  },
  D16: {
    condition: 'Presión en el límite de revisión o más, o alta por primera vez',
    patient: ({ team }) => `Siéntese con calma. Después tómese la presión otra vez. ${team}`,
    beside: ({ team }) => `Ayúdele a sentarse con calma. Después tómele la presión otra vez. ${team}`,
    clinician: 'Presión elevada. Repita a la hora firmada y llame.',
  },
  D17: {
    condition: 'Pulso fuera de los límites',
    patient: ({ team }) => `Siéntese con calma. Después tómese el pulso otra vez. ${team}`,
    beside: ({ team }) => `Ayúdele a sentarse con calma. Después tómele el pulso otra vez. ${team}`,
    clinician: 'Pulso fuera de la franja.',
  },
  D18: {
    condition: 'Mareo al ponerse de pie, una caída, o presión sistólica por debajo del límite',
    patient: ({ team }) => `Siéntese o acuéstese. No se levante sin compañía. ${team}`,
    beside: ({ team }) => `Ayúdele a seguir sentado o acostado. No deje que se levante sin ayuda. ${team}`,
    clinician: 'Mareo, caída o presión baja. Pregunte por golpes.',
  },
  D19: {
    condition: 'Tiene miedo de la persona de apoyo, o actúa según voces',
    patient: ({ team }) => `Usted decide quién está cerca. ${team}`,
    beside: ({ team }) => `Apártese un poco. No toque. Pocas palabras, en voz baja. ${team}`,
    clinician:
      'Miedo de la persona de apoyo, o actúa según voces. La persona de apoyo se aparta y no toca; no le diga por qué.',
  },
  D20: {
    condition:
      'Después de los minutos del límite, más sueño que en una mirada dentro del límite anterior; si nadie miró entonces, que en la anterior',
    patient: null,
    beside: ({ team }) => `Tiene más sueño que antes. Diga su nombre. Cuente las respiraciones. ${team}`,
    clinician: 'Otra vez con más sueño, y tarde. No es para dejarla dormir: mire ahora.',
  },
  D21: {
    condition: 'Quiere parar, irse o conducir después de la dosis',
    patient: 'Puede parar. Luces encendidas, música apagada. Quédese hasta estar firme.',
    beside:
      'Puede parar. Luces encendidas, música apagada. Ayúdele a quedarse hasta estar firme. Hoy no se conduce.',
    clinician: 'Quiere parar, irse o conducir. Parar es su derecho; irse espera.',
  },
}
