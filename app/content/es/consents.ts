import type { consents as English } from '../en/consents.ts'

export const consents: typeof English = {
  title: 'Lo que usted acepta',
  lead: 'Cuatro documentos cortos. Léalos uno por uno, a su ritmo. Puede parar y volver.',
  invented: 'Demostración: estos textos son inventados. Una clínica pone los suyos en su lugar.',
  names: {
    telehealth: 'Atención por video',
    'off-label-treatment': 'Sobre la medicina',
    'privacy-practices': 'Su privacidad',
    'home-treatment': 'En casa',
  },
  state: {
    open: 'Todavía sin firmar',
    changed: 'El texto cambió desde que firmó. Léalo otra vez, por favor.',
    signed: 'Firmado',
    takenBack: 'Usted lo retiró',
  },
  read: 'Leer y firmar',
  look: 'Leer otra vez',
  allSigned: 'Los cuatro están firmados. Gracias.',
  toToday: 'Volver a hoy',
  number: (number: number, all: number) => `Documento ${number} de ${all}`,
  version: (version: number) => `Versión ${version}`,
  sign: {
    title: '¿Está de acuerdo?',
    text: 'Para firmar, escriba su nombre. No tiene que firmar hoy. Las preguntas van primero, con gusto.',
    name: 'Su nombre',
    button: 'Estoy de acuerdo, y firmo',
    later: 'Ahora no',
    nameMissing: 'Escriba su nombre, por favor, como lo haría al pie de una carta.',
  },
  signedBy: (name: string) => `Lo firmó como ${name}.`,
  takeBack: {
    title: 'Puede retirarlo',
    text: 'Cualquier día, sin dar una razón. Lo que significa está escrito aquí, antes de que elija.',
    button: 'Retirar mi firma',
    done: 'Usted lo retiró. Su equipo lo ve en su lista. Nada más ha cambiado, y nadie piensa menos de usted.',
  },
  all: 'Los cuatro documentos',
  readAgain: {
    title: 'Lea esto una vez más, por favor',
    text: 'El texto cambió desde que lo abrió, o usted retiró su firma mientras tanto. Ahora mismo no se firmó nada.',
  },
  notToday: {
    title: 'Esto puede esperar',
    text: 'El día de una sesión, y hasta que haya dormido, nadie necesita firmar nada. El texto seguirá aquí. Si quiere retirar algo, eso también funciona hoy.',
  },
}
