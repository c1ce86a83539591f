import type { Words } from '../words.ts'

const notYet = 'Todavía no está abierta'

export const ownPages: Words['ownPages'] = {
  tab: 'No está abierta',
  why: {
    consented: {
      title: notYet,
      text: 'Esta página se abre cuando usted haya leído y firmado los documentos.',
    },
    accepted: {
      title: notYet,
      text: 'Esta página se abre cuando un médico haya firmado un plan con usted.',
    },
    supplied: {
      title: notYet,
      text: 'Esta página se abre cuando haya llegado lo que necesita para su plan.',
    },
    integrating: {
      title: notYet,
      text: 'Estas preguntas son sobre el tiempo después de una sesión. Se abren cuando una haya terminado.',
    },
    declined: {
      title: 'Ahora no está abierta',
      text: 'Esta página es parte de un programa que ahora no es el adecuado para usted. Nada de lo que hizo lo causó.',
    },
    ended: {
      title: 'Aquí no hay nada que hacer',
      text: 'Esta parte terminó, así que aquí no hay nada que añadir. Lo que nos contó está guardado.',
    },
  },
  nothingSent: 'No se envió nada.',
  toToday: 'Ver qué sigue para usted',
  help: 'Si necesita a alguien ahora, de día o de noche:',
  helpLink: 'Ayuda ahora mismo',
}
