import type { help as English } from '../en/help.ts'

export const help: typeof English = {
  title: 'Ayuda ahora',
  lead: 'No tiene que explicar nada. Elija lo que le sea más fácil.',
  lines: {
    emergency: {
      title: 'Usted o alguien cercano está en peligro',
      text: 'Policía, ambulancia, bomberos. Diga primero dónde está. Puede pedir a alguien que hable español.',
    },
    lifeline: {
      title: 'Hablar o escribir con alguien, de día o de noche',
      text: 'Línea 988 de Prevención del Suicidio y Crisis. Gratis. En español: después de marcar, oprima 2. Cualquier dolor es razón suficiente.',
    },
    veterans: {
      title: 'Usted sirvió, o quiere a alguien que sirvió',
      text: 'Línea de Crisis para Veteranos. Después de marcar, oprima 1.',
    },
    textLine: {
      title: 'Prefiere no hablar',
      text: 'Crisis Text Line. Gratis. Alguien le responde por escrito.',
    },
  },
  call: (number: string) => `Llamar al ${number}`,
  text: (number: string) => `Escribir al ${number}`,
  textWord: (word: string, number: string) => `Enviar ${word} al ${number}`,
  press1: (number: string) => `Llamar al ${number} y oprimir 1`,
  seen: '¿Alguien más ve la cuenta de su teléfono? Las llamadas y los mensajes pueden aparecer ahí. En un teléfono prestado no queda esa huella.',
  notWatched:
    'Esta página no le dice a nadie que usted está aquí. Eso también significa que nadie de nuestro equipo lo ve.',
  practiceTitle: 'Nuestro propio número',
  practice: (name: string) => `Para lo que puede esperar un poco: ${name}.`,
  checkedOn: 'Números revisados por última vez:',
  grounding: {
    title: 'Algo a que agarrarse',
    lead: 'Tres maneras pequeñas de calmarse. Pruebe una, o ninguna. Pare cuando quiera.',
    tools: [
      {
        title: 'Los pies en el piso',
        steps: [
          'Ponga los dos pies planos en el piso.',
          'Presione unos segundos. Suelte. Hágalo tres veces.',
          'Sienta el peso de su cuerpo en la silla.',
        ],
      },
      {
        title: 'Soltar el aire despacio',
        steps: [
          'Tome aire y cuente hasta tres.',
          'Suelte el aire despacio y cuente hasta seis.',
          'Otra vez, hasta ocho veces. Si se marea, respire como quiera.',
        ],
      },
      {
        title: 'Lo que hay aquí',
        steps: [
          'Nombre cinco cosas que puede ver.',
          'Cuatro que puede tocar. Tres que puede oír.',
          'Dos que puede oler. Una cosa amable de hoy.',
          'Deje fuera lo que no le caiga bien.',
        ],
      },
    ],
  },
}
