import type { AskFor } from '../../clinical/intake/ask-for.ts'
import type { PartGroup, PartKey } from '../../clinical/intake/parts.ts'
import { type PartWords, scale } from '../en/instruments/instrument-words.ts'
import type { intake as english } from '../en/intake.ts'
import { auditC } from './instruments/audit-c.ts'
import { cssrs } from './instruments/cssrs.ts'
import { dast10 } from './instruments/dast10.ts'
import { des2 } from './instruments/des2.ts'
import { dssB } from './instruments/dss-b.ts'
import { icsi } from './instruments/icsi.ts'
import { isi } from './instruments/isi.ts'
import { itq } from './instruments/itq.ts'
import { mdq } from './instruments/mdq.ts'
import { stopBang } from './instruments/stop-bang.ts'
import { taps1 } from './instruments/taps1.ts'
import { who5 } from './instruments/who5.ts'
import { wsas } from './instruments/wsas.ts'

const parts: Record<PartKey, PartWords> = {
  you: { title: 'Usted', minutes: '1 min', why: 'Su estatura y su peso nos ayudan a planear.' },
  readings: {
    title: 'La presión en casa',
    minutes: '2 min',
    why: 'El medicamento puede subir la presión por un rato. Miramos dos días antes de planear.',
  },
  health: {
    title: 'Su salud',
    minutes: '2 min',
    why: 'Con algunas de estas cosas el medicamento no es seguro en casa. Un médico mira cada una.',
  },
  nights: {
    title: 'Su vejiga',
    minutes: '1 min',
    why: 'Este medicamento puede molestar la vejiga. Queremos saber cómo está antes de empezar.',
  },
  private: {
    title: 'Una parte privada',
    minutes: '1 min',
    why: 'El medicamento podría dañar a un bebé. Solo sus médicos ven esta parte.',
  },
  list: {
    title: 'Lo que toma',
    minutes: '4 min',
    why: 'Algunas de estas cosas cambian cómo actúa el medicamento.',
  },
  before: {
    title: 'Cosas difíciles',
    minutes: '2 min',
    why: 'Nos ayuda a elegir bien el momento y el ritmo. Nunca preguntamos qué pasó.',
  },
  support: {
    title: 'Entre medio, y su terapeuta',
    minutes: '1 min',
    why: 'Sentirse irreal importa para su plan, y también tener con quién hablar.',
  },
  helps: {
    title: 'Lo que le ayuda',
    minutes: '3 min',
    why: 'Quien le acompañe también debería saberlo. Usted decide después quién lo lee.',
  },
  thoughts: {
    title: 'Unas preguntas sobre su mente',
    minutes: '2 min',
    why: 'Algunas respuestas indican que este medicamento quizá no sea adecuado. Un médico mira cada una con usted.',
  },
  habits: {
    title: 'Alcohol y otras cosas',
    minutes: '2 min',
    why: 'Nos ayuda a planear con seguridad. Nadie le juzga por una respuesta. Solo sus médicos ven esta parte.',
  },
  earlier: {
    title: 'Ketamina antes de ahora',
    minutes: '1 min',
    why: 'Nos ayuda a planear con seguridad. Nadie le juzga por una respuesta. Solo sus médicos ven esta parte.',
  },
  home: {
    title: 'Su casa',
    minutes: '2 min',
    why: 'Usted estaría en casa, con alguien de confianza. La ayuda tiene que poder encontrarle.',
  },
  alone: {
    title: 'Solo para usted',
    minutes: '1 min',
    why: 'Se lo preguntamos a todas las personas. Solo lo ven sus médicos, y nunca quien le acompañaría.',
  },
  month: { title: 'Cómo le fue el último mes', minutes: '5 min', why: 'Para saber de dónde parte.' },
  week: {
    title: 'Cómo le fue esta última semana',
    minutes: '5 min',
    why: 'Las mismas preguntas sobre un tiempo más corto. Después comparamos otras semanas con esta.',
  },
  fortnight: {
    title: 'Su ánimo en las últimas dos semanas',
    minutes: '3 min',
    why: 'El ánimo puede cambiar, para bien o para mal. Queremos notarlo a tiempo.',
  },
  now: {
    title: 'Su seguridad',
    minutes: '1 min',
    why: 'Se lo preguntamos a todas las personas, cada vez. Lo que diga se toma en serio.',
  },
  year: scale(auditC, '1 min'),
  ten: scale(dast10, '2 min'),
  twelve: scale(taps1, '1 min'),
  often: scale(des2, '8 min'),
  lately: scale(dssB, '2 min'),
  patterns: scale(itq, '4 min'),
  ups: scale(mdq, '3 min'),
  eight: scale(stopBang, '2 min'),
  rest: scale(isi, '2 min'),
  four: scale(icsi, '1 min'),
  well: scale(who5, '1 min'),
  days: scale(wsas, '1 min'),
  also: scale(cssrs, '2 min'),
}

const groups: Record<PartGroup, string> = {
  body: 'Su cuerpo',
  medicines: 'Lo que toma',
  hard: 'Cosas difíciles, y lo que ayuda',
  mind: 'Su mente y sus costumbres',
  place: 'Donde vive',
  questions: 'Cómo ha estado',
}

const askedFor: Record<AskFor, string> = {
  medicines: '¿Podría mirar otra vez su lista de medicamentos?',
  readings: '¿Podría medirse otra vez la presión, en dos días?',
  history: '¿Podría mirar otra vez la parte sobre su salud?',
  'hard-things': '¿Podría mirar otra vez la parte sobre cosas difíciles? No hacen falta detalles.',
  home: '¿Podría mirar otra vez la parte sobre su casa?',
  'last-questions': '¿Podría responder las preguntas cortas sobre su seguridad?',
  talk: 'Nos gustaría hablar con usted antes de seguir. Puede llamarnos, o esperar nuestra llamada.',
}

export const intake: typeof english = {
  title: 'Sobre usted',
  parts,
  groups,
  overview: {
    heading: 'Cuéntenos de usted',
    lead: 'Son partes cortas. Hágalas en el orden que quiera, y pare cuando quiera. Lo que guarda se queda aquí.',
    honest:
      'Aquí puede hablar con franqueza. Preguntamos para que sea seguro para usted, y no para buscar un motivo de decir que no.',
    facts: [
      { term: 'Sin historia', text: 'Nunca preguntamos qué pasó. Basta con el tipo y el tiempo aproximado.' },
      {
        term: 'Omitir',
        text: 'Puede omitir cualquier pregunta. También puede pedir que no se la hagamos más.',
      },
      { term: 'Quién lo ve', text: 'Sus médicos. Usted decide después qué pueden leer otras personas.' },
    ],
    kept: 'Guardado. Puede volver cuando quiera.',
    textGone: 'Ya no hacemos estas preguntas. Sus respuestas hasta ahora están guardadas.',
    states: {
      open: 'todavía no',
      begun: 'empezado',
      kept: 'guardado',
      declined: 'pidió que no se lo preguntemos',
      later: 'cuando haya alguien',
    },
    left: (count) => `Quedan abiertas: ${count}`,
    nothingLeft: 'Están todas las partes. Gracias por su tiempo.',
  },
  handIn: {
    title: 'Entregar',
    ready: 'Cuando lo entrega, lo lee un médico. Después todavía puede cambiar cosas.',
    open: 'Puede entregar aunque queden partes abiertas. Entonces se las preguntamos en persona.',
    button: 'Entregar',
    again: 'Entregar otra vez',
    sentAt: 'Lo entregó',
    changed: 'Si cambió algo desde entonces, entregue otra vez, para que lo veamos.',
  },
  asked: { title: 'Un médico lo miró y tiene una pregunta', parts: askedFor, go: 'Ir allí' },
  inReview: (who) => `${who} está leyendo lo que nos contó.`,
  sent: {
    title: 'Gracias.',
    sent: 'Lo hemos enviado a su equipo. Aún no lo han visto.',
    next: 'Su primera página le dice cuándo un médico ha empezado a leer. Hasta entonces, y después, puede cambiar o añadir cosas.',
    back: 'Volver a hoy',
  },
  notOpen: {
    title: 'Esta parte viene un poco después',
    text: 'Se abre cuando los documentos estén leídos y firmados. No se pierde nada.',
    toToday: 'A su primera página',
  },
  over: {
    title: 'Esta parte está cerrada',
    text: 'Un médico ha leído lo que nos contó. Si algo ha cambiado, llámenos, por favor, o escríbalo en su chequeo.',
  },
  declined: {
    title: 'No creemos que esto sea adecuado para usted ahora',
    text: 'Se trata de este tratamiento, y no de usted. Nada de lo que nos contó estuvo mal, y fue bueno que hablara con franqueza.',
    waysTitle: 'Otras formas que ayudan a muchas personas',
    ways: [
      'Terapia de trauma con un terapeuta, como PE, CPT o EMDR',
      'Hablar con su propio médico sobre medicamentos que se toman cada día',
      'Grupos y personas que saben cómo se siente',
      'Esperar por ahora. Si algo cambia, puede preguntarnos otra vez.',
    ],
    call: '¿Quiere hablar de ello? Llámenos, por favor.',
    help: 'Si hoy es un día difícil:',
    helpLink: 'Ayuda ahora mismo',
  },
  form: {
    skip: 'Prefiero no decirlo',
    never: 'Por favor, no me lo pregunten más',
    or: 'O, si lo prefiere:',
    answer: 'Respondo arriba, o lo dejo abierto',
    open: 'No se sabe',
    none: 'Ninguna de estas',
    hidden: (count) => `Pidió que no le preguntemos algo de esto. No lo preguntamos. (${count})`,
    showHidden: 'Mostrármelo de todos modos',
    keep: 'Guardar y continuar',
    keepAndStop: 'Guardar y parar aquí',
    back: 'Volver sin guardar',
    whyTitle: 'Por qué preguntamos:',
    whoTitle: 'Quién lo ve:',
    who: 'Sus médicos, y usted.',
    unclearTitle: '¿Podría mirar esto otra vez?',
    unclear: 'No pudimos leer una respuesta. Todo lo demás sigue aquí.',
    unclearGo: 'Ir a esa pregunta',
    problems: {
      unclear: 'No pudimos leer esta. Elija otra vez, por favor, u omítala.',
      number: 'Escriba solo un número, por favor, como 128.',
      pressure: 'Mire el aparato otra vez. El número de arriba es el mayor. Escriba los dos, u omítalos.',
      height: 'Escríbala con su unidad, por favor, como 168 cm, o 5 pies 6.',
      weight: 'Escríbalo con su unidad, por favor, como 150 libras, o 68 kg.',
      both: 'Eligió «Ninguna de estas» y algo más. ¿Cuál es la correcta?',
      day: 'Elija un día, por favor, como 2026-11-20.',
      long: 'Es más largo de lo que podemos guardar. Bastan unas pocas palabras.',
      phone: 'Escriba un solo número completo y nada más, por ejemplo (305) 555-0162.',
    },
  },
  list: {
    lead: 'Una línea para cada cosa. Basta con el nombre. No necesita saber más.',
    line: (number) => `Nombre ${number}`,
    more: 'Añadir más líneas',
    prazosin: {
      ask: '¿Toma prazosina, o la tomó antes? Otro nombre es Minipress. Algunas personas la toman para los malos sueños.',
      why: 'Preguntamos por esta con su nombre. Aquí importa, y muchas personas la olvidan.',
      options: {
        no: 'No la tomo',
        now: 'Sí, ahora',
        earlier: 'Ahora no, pero antes sí',
        'not-sure': 'No estoy seguro o segura',
        declined: 'Prefiero no decirlo',
      },
    },
    unsure: 'No estamos seguros de un nombre. Mire abajo, por favor. No se pierde nada.',
    past: 'Si alguna vez tomó algo por cosas difíciles, como para dormir o para los malos sueños, anótelo también, por favor.',
  },
  questionnaire: {
    limits:
      'Qué limita la privacidad: sus médicos leen sus respuestas. Si usted u otra persona está en peligro, quizá tengamos que pedir ayuda, aunque usted no lo quiera. Trataríamos de decírselo antes.',
    onYourOwn: 'Responda esto a solas, por favor, en su propio teléfono o computadora.',
    outside: 'Ahora mismo no hay nadie de guardia en la consulta. Usted puede elegir.',
    inside: 'Ahora hay alguien de guardia en la consulta. Aun así puede elegir esperar.',
    answerNow: 'Responder ahora',
    later: 'Más tarde, cuando haya alguien',
    never: 'Por favor, no me pregunten esto',
    begin: 'Empezar',
    goOn: 'Continuar',
    begun: 'Usted ya empezó esta parte. Sus respuestas están guardadas, y puede continuar donde se quedó.',
    keptSoFar: 'Lo que eligió en las pantallas anteriores está guardado. Puede parar aquí y volver.',
    again: 'Responder otra vez',
    answered: 'Estas son sus respuestas, con las preguntas como usted las vio.',
    notNow: 'Ahora no',
    laterKept: 'Puede responder aquí cuando haya alguien, o en cualquier otro momento.',
  },
  safety: {
    title: 'Gracias por decírnoslo.',
    first: 'No tiene que estar a solas con esto. Hay ayuda ahora, de día y de noche.',
    call: 'Llamar al 988',
    text: 'Escribir al 988',
    emergency: 'Si está en peligro ahora mismo, llame al 911.',
    team: 'Hemos enviado su respuesta a su equipo.',
    grounding: 'Algo pequeño que puede ayudar ahora',
    groundingLead: 'Si quiere. No es obligatorio.',
    plan: 'Antes del siguiente paso hay una charla sobre cómo estar a salvo. Se trata de cuidado, no de culpa.',
    answer: 'Unas preguntas cortas sobre su seguridad',
    answerAgain: 'Responder estas preguntas otra vez',
    goOn: 'Volver a las partes',
  },
  alone: {
    ask: '¿Está a solas ahora?',
    text: 'Las dos preguntas que siguen son solo para sus ojos. Si alguien puede ver su pantalla, esto puede esperar.',
    yes: 'Sí, nadie ve mi pantalla',
    no: 'Ahora no',
    exit: 'Puede salir rápido de este sitio con el botón «Salir», arriba.',
    help: 'Si no está a salvo en casa, hay personas que ayudan, de día y de noche: 800-799-7233, o escriba START al 88788. Una llamada puede verse en una factura compartida.',
    atOnce:
      'Si aquí nos dice que no está a salvo, sus médicos lo reciben en cuanto usted lo guarda. No tiene que terminar las otras partes.',
    onceOnly: 'Esto está solo en esta pantalla. Sus otras páginas no lo muestran.',
  },
}
