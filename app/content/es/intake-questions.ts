import type { QuestionText } from '../en/intake-questions.ts'

const noYes = { no: 'No', yes: 'Sí' }
const noYesUnsure = { ...noYes, 'not-sure': 'No estoy seguro o segura' }
const often = {
  never: 'Nunca',
  'less-than-monthly': 'Menos de una vez al mes',
  monthly: 'Más o menos una vez al mes',
  weekly: 'Más o menos una vez a la semana',
  daily: 'Todos los días, o casi',
}

export const intakeQuestions: Readonly<Record<string, QuestionText>> = {
  sexAtBirth: {
    ask: '¿Qué sexo le asignaron al nacer?',
    hint: 'Lo preguntamos solo por su cuerpo. No dice quién es usted.',
    options: { female: 'Femenino', male: 'Masculino', intersex: 'Intersexual' },
  },
  heightCm: { ask: '¿Cuánto mide?', hint: 'Como 168 cm, o 5 pies 6.' },
  weightKg: { ask: '¿Cuánto pesa?', hint: 'Como 68 kg, o 150 libras. Basta un número aproximado.' },
  firstUpper: {
    ask: 'Primer día: el número de arriba',
    hint: 'Antes, siéntese cinco minutos. Como 128.',
  },
  firstLower: { ask: 'Primer día: el número de abajo', hint: 'Como 78.' },
  secondUpper: {
    ask: 'Otro día: el número de arriba',
    hint: '¿Todavía no lo tiene? Déjelo abierto y vuelva después.',
  },
  secondLower: { ask: 'Otro día: el número de abajo' },
  heartConditions: {
    ask: '¿Algún médico encontró alguna vez una de estas cosas?',
    options: {
      aneurysm: 'Un bulto en un vaso sanguíneo (aneurisma)',
      'arteriovenous-malformation': 'Vasos sanguíneos enredados (MAV)',
      'aortic-dissection': 'Un desgarro en la arteria principal',
      'brain-haemorrhage': 'Sangrado en el cerebro',
      'stroke-or-tia-recent': 'Un derrame cerebral, grande o pequeño, en los últimos 6 meses',
      'heart-attack-recent': 'Un ataque al corazón en los últimos 6 meses',
      'unstable-angina': 'Dolor de pecho que viene en reposo',
      'uncontrolled-hypertension': 'Presión alta que no baja',
      'decompensated-heart-failure': 'Un corazón débil, con agua en las piernas o los pulmones',
      'serious-arrhythmia': 'Un problema serio con el ritmo del corazón',
    },
  },
  otherConditions: {
    ask: '¿Y una de estas?',
    options: {
      'severe-liver-disease': 'Una enfermedad grave del hígado',
      'raised-pressure-in-head': 'Demasiada presión en la cabeza',
      'head-injury-with-symptoms': 'Un golpe en la cabeza que todavía siente',
      'angle-closure-glaucoma': 'Presión alta en el ojo (glaucoma de ángulo cerrado)',
      seizures: 'Convulsiones',
      'untreated-thyroid': 'Una tiroides demasiado activa, sin tratar',
    },
  },
  ketamineAllergy: {
    ask: '¿Tuvo alguna vez alergia a la ketamina, o a algo que contiene?',
    options: noYesUnsure,
  },
  couldBePregnant: {
    ask: '¿Podría estar en embarazo, o quedar en embarazo pronto?',
    options: noYesUnsure,
  },
  pregnancyTest: {
    ask: '¿Se hizo una prueba de embarazo en los últimos días?',
    options: { negative: 'Sí, no hay embarazo', positive: 'Sí, hay embarazo', 'not-done': 'No me la hice' },
  },
  breastfeeding: { ask: '¿Da pecho?', options: noYes },
  kinds: {
    ask: '¿Qué tipo de cosa difícil fue? Elija las que correspondan. No hacen falta detalles.',
    hint: 'Déjelo abierto si quiere. Basta con saber que algo fue difícil.',
    options: {
      childhood: 'Algo en mi infancia',
      violence: 'Violencia',
      sexual: 'Algo sexual que no quise',
      accident: 'Un accidente',
      loss: 'Una pérdida',
      illness: 'Una enfermedad o un tiempo en el hospital',
      service: 'En el servicio militar, o en el trabajo',
      disaster: 'Un desastre, una guerra o tener que huir',
      other: 'Otra cosa',
    },
  },
  roughTime: {
    ask: '¿Cuándo fue, más o menos?',
    options: {
      'as-a-child': 'En la infancia',
      'as-a-grown-up': 'De persona adulta',
      both: 'En los dos tiempos',
      'still-going-on': 'Todavía sigue',
    },
  },
  ptsdDiagnosis: {
    ask: '¿Un médico o terapeuta le dijo que tiene TEPT ahora?',
    options: noYesUnsure,
  },
  recentEvent: {
    ask: '¿Hubo hace poco algo muy difícil, como una muerte, un ataque, o hacerse daño?',
    hint: 'Solo preguntamos cuándo. Se trata de elegir bien el momento.',
    options: {
      'this-week': 'En los últimos siete días',
      'this-month': 'Hace una a cuatro semanas',
      'three-months': 'Hace uno a tres meses',
      no: 'No, o hace más tiempo',
    },
  },
  hardAnniversary: {
    ask: '¿Viene en las próximas semanas un día del año que es difícil?',
    options: noYes,
  },
  unreal: {
    ask: '¿A veces se siente irreal, o pierde el sentido del tiempo?',
    options: { never: 'Nunca', sometimes: 'A veces', often: 'A menudo', 'most-days': 'Casi todos los días' },
  },
  dissociativeDisorder: {
    ask: '¿Un médico o terapeuta le dijo que tiene un trastorno disociativo?',
    options: noYesUnsure,
  },
  therapist: {
    ask: '¿Tiene terapeuta ahora?',
    options: {
      'yes-knows': 'Sí, y sabe de este tratamiento',
      'yes-does-not-know': 'Sí, y todavía no lo sabe',
      no: 'Ahora no',
    },
  },
  triggers: {
    ask: '¿Qué debería quedar fuera de la vista o no estar?',
    hint: 'Como un olor, una canción, una palabra, una forma de tocar.',
  },
  calms: { ask: '¿Qué le calma?', hint: 'Como una manta, una voz, un animal, ventanas abiertas.' },
  goodWords: { ask: '¿Qué palabras le ayudan cuando es difícil?' },
  badWords: { ask: '¿Qué palabras no debería decirle nadie?' },
  drugs: {
    ask: 'En el último año, ¿con qué frecuencia usó drogas, como cannabis, cocaína u otras?',
    options: often,
  },
  medicinesBeyond: {
    ask: 'En el último año, ¿con qué frecuencia tomó un medicamento de otra forma que la indicada?',
    hint: 'Como más cantidad, más veces, o uno que era para otra persona.',
    options: often,
  },
  dependence: { ask: '¿Hay algo que ahora no puede dejar, aunque lo intente?', options: noYes },
  opioidDisorder: {
    ask: '¿Tuvo alguna vez dificultades con opioides, como pastillas para el dolor o heroína?',
    options: noYes,
  },
  supportPerson: {
    ask: '¿Tiene a alguien en mente que podría acompañarle en casa?',
    hint: 'Una persona adulta que ese día no beba ni tome nada. Todavía no tiene que pedírselo.',
    options: { somebody: 'Sí', perhaps: 'Quizá', nobody: 'Todavía no' },
  },
  storage: {
    ask: '¿Cómo podría guardar un medicamento en casa? Elija todo lo que corresponda.',
    options: {
      lockbox: 'Tengo, o voy a conseguir, una caja con llave',
      'away-from-children': 'Ningún niño lo alcanza, o no hay niños',
      'away-from-pets': 'Ningún animal lo alcanza, o no hay animales',
      'weapons-locked': 'Las armas están bajo llave, o no hay',
    },
  },
  voiceLine: { ask: '¿Su teléfono suena y funciona allí para llamadas?', options: noYes },
  state: {
    ask: '¿En qué estado está ahora?',
    options: { FL: 'La Florida', NJ: 'Nueva Jersey', elsewhere: 'En otro lugar' },
  },
  addressFound: {
    ask: '¿Hay una dirección que la ayuda encontraría?',
    options: noYes,
  },
  street: {
    ask: 'Calle, número y ciudad donde usted estaría',
    hint: 'Para la ayuda, si le hace falta. La ven sus médicos.',
  },
  phone: {
    ask: 'Un teléfono en el que se le encuentra',
    hint: 'Sus médicos llaman a ese número cuando algo no puede esperar.',
  },
  safeAtHome: { ask: '¿Se siente a salvo en casa?', options: noYes },
  fearsSupportPerson: {
    ask: '¿Alguna vez le da miedo la persona que le acompañaría?',
    options: noYes,
  },
}
