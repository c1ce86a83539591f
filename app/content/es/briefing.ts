import type { briefing as English } from '../en/briefing.ts'

export const briefing: typeof English = {
  title: 'Estar ahí',
  lead: (name: string) => `${name} le ha pedido estar ahí en un día importante. Esto es lo que significa.`,
  parts: [
    {
      title: 'Lo que usted hace',
      lines: [
        'Se queda en la casa y cerca, todo el tiempo y unas horas más.',
        'Está en calma, sin sueño y sin haber bebido. Tiene su teléfono consigo, con batería.',
        'De vez en cuando va a ver cómo está. La página en su teléfono, mientras está abierta, le dice cuándo y en qué fijarse.',
        'Cuando tenga dudas, pulse «Necesita consuelo» o llame a la clínica. A nadie le molesta una llamada de más.',
      ],
    },
    {
      title: 'Lo que usted no hace',
      lines: [
        'No da medicinas ni cambia la cantidad.',
        'No pregunta por el pasado ni explica lo que surge. Estar cerca es suficiente.',
        'Toca solo como dice su tarjeta de deseos. Sin respuesta es un no.',
        'No se va, y no deja que conduzca.',
      ],
    },
    {
      title: 'Lo que puede pasar',
      lines: [
        'Puede estar lejos en sus pensamientos, llorar o decir poco. Eso puede pasar.',
        'Pida ayuda de inmediato si no le responde, no respira bien, vomita una y otra vez o quiere hacerse daño.',
        'Si alguien está en peligro: llame primero al 911, después a nosotros.',
      ],
    },
    {
      title: 'Puede decir que no',
      lines: [
        'Puede decir que no ahora o más tarde, sin dar razones. Por favor, dígaselo, para que pueda venir otra persona.',
      ],
    },
  ],
  number: {
    title: 'Su número',
    label: 'Un número de teléfono para encontrarle ese día',
    hint: {
      support:
        'Los médicos llaman a este número cuando algo no puede esperar. Nadie más ve el número. Lo necesitamos antes de reservar el día.',
      backup:
        'Los médicos llaman a este número cuando algo no puede esperar. También lo ve la persona que está allí, para poder llamarle. Al aceptar, usted lo permite. Necesitamos su número antes de reservar el día.',
    },
    unclear: 'Escriba un solo número completo y nada más, por ejemplo (305) 555-0162.',
    change: 'Cambiar el número',
    save: 'Guardar este número',
  },
  agree: 'Lo leí y estaré ahí',
  agreed: 'Usted ha aceptado. Gracias.',
  agreedOn: 'Aceptado el',
  readAgain: 'Puede leerlo otra vez cuando quiera.',
  notAsked: 'Nadie se lo pide en este momento. No tiene que hacer nada.',
  back: 'Su gente',
}
