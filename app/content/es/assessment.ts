import type { assessment as English } from '../en/assessment.ts'

export const assessment: typeof English = {
  title: 'Unas preguntas',
  start: {
    title: 'Unas preguntas, si quiere',
    lead: 'Nos ayudan, a usted y a nosotros, a ver si tiene sentido una primera charla. Nunca preguntan qué pasó.',
    facts: [
      {
        term: 'Cuánto dura',
        text: 'Seis partes cortas. Para la mayoría, menos de cinco minutos. Ningún reloj corre.',
      },
      { term: 'Omitir', text: 'Puede dejar cualquier pregunta sin responder. Nadie pregunta por qué.' },
      {
        term: 'Quién lo ve',
        text: 'Solo usted, salvo que al final elija seguir. Antes de eso no guardamos nada.',
      },
      {
        term: 'Qué sale de esto',
        text: 'Una palabra amable sobre el próximo paso, y otras formas de recibir ayuda. No es un diagnóstico.',
      },
      {
        term: 'Si no está a salvo',
        text: 'Dígalo, y verá enseguida quién puede ayudar. No llamamos a nadie por usted.',
      },
      { term: 'Parar', text: 'Cierre la página, o toque “Salir”. Entonces sus respuestas ya no están.' },
    ],
    begin: 'Empezar',
    notNow: 'Ahora no',
  },
  part: (part: number, parts: number) => `Parte ${part} de ${parts}`,
  next: 'Siguiente',
  back: 'Atrás',
  result: 'Ver adónde lleva',
  skip: 'Omitir esta',
  notKept: 'No se guarda nada. Cierre la página cuando quiera.',
  again: {
    title: 'Empecemos de nuevo',
    text: 'Sus respuestas ya no se pudieron leer. La página pudo estar abierta más de un día, o una parte se perdió en el camino. No es nada que usted hiciera. No guardamos nada.',
  },
  unclearTitle: '¿Puede mirar esto una vez más?',
  unclear: 'Una respuesta no nos llegó como era. Las otras siguen aquí.',
  unclearItem: 'No pudimos leer esta. Elija otra vez, por favor, o déjela.',
  unclearAge: 'Escriba su edad en años enteros, por ejemplo 34. O déjela vacía.',
  helpTitle: {
    'not-safe': 'Aquí hay ayuda, ahora mismo',
    teen: 'Ayuda para ti, ahora mismo',
    abroad: 'Si necesita ayuda ahora mismo',
  },
  helpText: {
    'not-safe': 'Usted importa más que estas preguntas. Pueden esperar todo lo que quiera.',
    teen: 'Estas líneas son para personas de cualquier edad. También puedes hablar con un adulto de confianza, la enfermería de la escuela o un médico.',
    abroad:
      'Estos números sirven en los Estados Unidos. Donde está usted, llame al número de emergencias de su país, o a un médico cercano.',
  },
  afterHelp: {
    goOn: 'Seguir con las preguntas',
    stop: 'Parar aquí',
    kept: 'Si para, no se guarda nada.',
  },
  screens: {
    where: {
      title: 'Dónde está usted',
      why: 'Por qué preguntamos: un médico solo puede atender en algunos estados, y esta atención es para adultos.',
    },
    now: {
      title: 'Cómo está ahora mismo',
      why: 'Por qué preguntamos: si no está a salvo, eso va primero.',
    },
    event: { title: 'Si alguna vez pasó algo muy duro', why: null },
    'event-month': { title: 'El último mes', why: null },
    weeks: { title: 'Las últimas dos semanas', why: null },
    health: {
      title: 'Su salud',
      why: 'Por qué preguntamos: con algunas de estas cosas, esta medicina puede hacer daño. Entonces es mejor otro camino.',
    },
    people: {
      title: 'Las personas a su lado',
      why: 'Por qué preguntamos: nadie debería pasar por esto sin compañía. Las dos se pueden encontrar más tarde.',
    },
  },
  questions: {
    where: {
      text: '¿Dónde está ahora?',
      hint: null,
      choices: { US: 'Otro lugar de los Estados Unidos', ZZ: 'Fuera de los Estados Unidos' },
    },
    age: { text: '¿Cuántos años tiene?', hint: 'En años. Puede dejarlo vacío.', choices: {} },
    safe: {
      text: '¿Está a salvo ahora mismo?',
      hint: 'A salvo de otras personas, y de sus propios pensamientos.',
      choices: { yes: 'Sí', no: 'No', unsure: 'No lo sé con certeza' },
    },
    brings: {
      text: '¿Qué le trae aquí?',
      hint: 'Elija cuantas quiera. No necesita decir de dónde viene.',
      choices: {
        memories: 'Recuerdos que vienen cuando no quiero',
        sleep: 'El sueño, o las pesadillas',
        mood: 'Ánimo bajo, o casi nada importa',
        worry: 'Preocupación o miedo',
        guard: 'Estar siempre en alerta',
        closeness: 'Me cuesta sentirme cerca de la gente',
        'tried-much': 'Ya he probado muchas cosas',
        else: 'Otra cosa',
      },
    },
    pregnant: {
      text: '¿Está en un embarazo, o lo intenta?',
      hint: null,
      choices: { no: 'No, o no es mi caso', yes: 'Sí', unsure: 'No lo sé con certeza' },
    },
    psychosis: {
      text: '¿Un médico le ha dicho alguna vez que tuvo psicosis o esquizofrenia?',
      hint: 'Quiere decir oír o ver cosas que otros no, o ideas muy firmes que otros no pueden seguir.',
      choices: { no: 'No', yes: 'Sí', unsure: 'No lo sé con certeza' },
    },
    mania: {
      text: 'En estos días, ¿está con mucha más aceleración que de costumbre, casi sin necesidad de dormir?',
      hint: 'Los médicos lo llaman manía: días de pensamientos muy rápidos y mucha energía, más de lo suyo.',
      choices: { no: 'No', yes: 'Sí', unsure: 'No lo sé con certeza' },
    },
    heart: {
      text: '¿Un médico le ha hablado de alguna de estas cosas?',
      hint: 'Elija todas las que correspondan.',
      choices: {
        aneurysm: 'Un punto débil en un vaso sanguíneo (aneurisma)',
        'arteriovenous-malformation': 'Vasos sanguíneos enredados, en el cerebro o en otra parte (MAV)',
        'aortic-dissection': 'Un desgarro en la arteria principal (disección de la aorta)',
        'brain-haemorrhage': 'Un sangrado en el cerebro, alguna vez',
        'stroke-or-tia-recent': 'Un derrame cerebral o uno breve (AIT), en los últimos 6 meses',
        'heart-attack-recent': 'Un infarto, en los últimos 6 meses',
        'unstable-angina': 'Dolor de pecho por el corazón que viene en reposo, o que empeora',
        'uncontrolled-hypertension': 'Presión alta que no está controlada',
        'decompensated-heart-failure': 'Un corazón débil, con piernas hinchadas o falta de aire',
        'serious-arrhythmia': 'Un problema serio en el ritmo del corazón',
        none: 'Ninguna de estas',
      },
    },
    therapist: {
      text: '¿Tiene terapeuta?',
      hint: null,
      choices: { yes: 'Sí', looking: 'Estoy buscando', no: 'No' },
    },
    support: {
      text: '¿Hay un adulto de confianza que podría quedarse con usted unas horas?',
      hint: null,
      choices: { yes: 'Sí', maybe: 'Tal vez', no: 'Ahora no' },
    },
  },
  outcome: {
    talk: {
      title: 'Podría ser un buen momento para hablar',
      lead: 'Nada de lo que nos dijo está en contra de una primera charla. Un médico lo mira entonces con usted. Usted decide.',
    },
    'talk-first': {
      title: 'Hablemos primero',
      lead: 'Algunas cosas es mejor mirarlas con una persona, antes que nada.',
    },
    'not-now': {
      title: 'Ahora mismo no',
      lead: 'Por lo que nos dijo, este programa no es hoy el próximo paso para usted. Eso no dice nada de su valor. Hay otros caminos, y las cosas pueden cambiar.',
    },
  },
  reasonsTitle: { 'talk-first': 'De qué hablaríamos', 'not-now': 'Por qué lo decimos' },
  open: {
    A01: 'Su edad. Esta atención es para adultos.',
    A02: 'Dónde está. Un médico solo puede atender en algunos estados.',
    A03: 'Si está a salvo ahora mismo. Una persona quisiera oírlo primero de usted.',
    A04: 'Si está en un embarazo, o lo intenta.',
    A05: 'Su mente y su ánimo: si alguna vez hubo psicosis, o manía ahora.',
    A06: 'Su corazón y sus vasos sanguíneos.',
  },
  notesTitle: 'Lo que oímos',
  noTherapist:
    '¿Todavía no tiene terapeuta? Después de un trauma puede ayudar mucho. Se puede buscar en conjunto cuando hablemos.',
  noSupport: 'El día mismo, un adulto de confianza se queda cerca. Hoy no necesita saber quién será.',
  limitsTitle: 'Lo que esto no puede decirle',
  waysTitle: 'Caminos desde aquí',
  waysLead: 'Puede elegir cualquiera, varios, o ninguno.',
  ways: {
    goOn: {
      title: 'Seguir con nosotros',
      text: 'Deja su nombre y un correo. Sus respuestas van con usted, para que no le pregunten dos veces. Luego las lee un médico.',
      button: 'Seguir',
    },
    call: {
      title: 'Llamarnos',
      text: 'Puede preguntar lo que quiera, sin decir su nombre.',
      button: (phone: string) => `Llamar al ${phone}`,
    },
    therapy: {
      title: 'Terapia hecha para el trauma',
      text: 'PE, CPT y EMDR son tratamientos hablados para lo que el trauma deja. Tienen la mejor evidencia. Su plan de salud, o una llamada al 211, puede ayudarle a encontrar a alguien.',
    },
    doctor: {
      title: 'Su propio médico',
      text: 'Alguien que le conoce puede mirar el cuadro entero con usted. “Estoy pasando un tiempo difícil” basta para empezar.',
    },
    nothing: {
      title: 'Nada, por ahora',
      text: 'Puede cerrar esta página. No guardamos nada. Las preguntas siguen aquí cualquier otro día.',
    },
  },
}
