import type { register as English } from '../en/register.ts'

export const register: typeof English = {
  title: 'Su cuenta',
  heading: 'Su primer paso con nosotros',
  lead: 'Unas cosas sobre usted, para que una persona pueda conocerle. Todavía puede volver atrás.',
  facts: (practice: string) => [
    {
      term: 'Quién lo ve',
      text: `Su equipo en ${practice}. Desde ahora también ve las respuestas que acaba de dar.`,
    },
    {
      term: 'Qué pasa después',
      text: 'Le enviamos un correo con un enlace. Abre su cuenta. No dice nada de salud.',
    },
    { term: 'Qué cuesta', text: 'Nada. Sobre todo lo demás decide más tarde.' },
  ],
  givenName: 'Nombre',
  givenNameHint: 'El nombre que quiere que usemos.',
  familyName: 'Apellido',
  email: 'Correo',
  emailHint: 'Lo mejor es uno que solo usted lea.',
  bornOn: 'Fecha de nacimiento',
  bornOnHint: 'Esta atención es para adultos.',
  state: 'Estado',
  stateHint: 'Donde estaría para las visitas y el día mismo.',
  place: 'Ciudad o pueblo',
  language: 'Idioma en que quiere leer',
  languages: { en: 'Inglés', es: 'Español' },
  send: 'Hacer mi cuenta',
  back: 'Volver adonde llevó',
  problemTitle: 'Falta algo todavía',
  problem: {
    givenName: 'Escriba un nombre, por favor.',
    familyName: 'Escriba un apellido, por favor.',
    email: 'Mire el correo una vez más, por favor. Necesita una @ y un nombre después.',
    bornOn: 'Escriba su fecha de nacimiento con día, mes y año.',
    state: 'Elija un estado, por favor.',
    place: 'Escriba su ciudad o pueblo, por favor.',
    language: 'Elija un idioma, por favor.',
  },
  sent: {
    title: 'Mire su correo',
    text: 'Le hemos enviado un correo con un enlace. Abre su cuenta una vez, dentro de tres días.',
    nothing:
      '¿Nada después de unos minutos? Mire entre el correo no deseado. También puede pedir otro enlace en la página para entrar.',
    same: 'Para cuidar la privacidad, esta página dice lo mismo a todas las personas, con cuenta o sin ella.',
    signIn: 'Ir a entrar',
    demo: 'En esta demostración no sale ningún correo. Puede leerlo aquí.',
  },
}
