import type { briefing as English } from '../en/briefing.ts'

export const briefing: typeof English = {
  title: 'Estar ahí',
  lead: (name: string) => `${name} le ha pedido estar ahí en un día importante. Esto es lo que significa.`,
  parts: [
    {
      title: 'Lo que usted hace',
      lines: [
        'Se queda en la casa y cerca, todo el tiempo y algunas horas más.',
        'Está en calma, sin sueño y sin haber bebido. Tiene su teléfono consigo, con batería.',
        'De vez en cuando se asoma. La página en su teléfono, mientras está abierta, le dice cuándo y qué mirar.',
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
        'Puede estar lejos en sus pensamientos, llorar o decir poco. Puede ser así.',
        'Pida ayuda de inmediato si no le responde, no respira bien, vomita una y otra vez o quiere hacerse daño.',
        'En peligro: primero el 911, después nosotros.',
      ],
    },
    {
      title: 'Puede decir que no',
      lines: [
        'Puede decir que no ahora o más tarde, sin dar razones. Por favor, dígaselo, para que pueda venir otra persona.',
      ],
    },
  ],
  agree: 'Lo leí y estaré ahí',
  agreed: 'Usted ha aceptado. Gracias.',
  agreedOn: 'Aceptado el',
  readAgain: 'Puede leerlo otra vez cuando quiera.',
  notAsked: 'Nadie se lo pide en este momento. No tiene que hacer nada.',
  back: 'Su gente',
}
