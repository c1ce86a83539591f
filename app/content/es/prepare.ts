import type { prepare as English } from '../en/prepare.ts'

export const prepare: typeof English = {
  title: 'Prepararse',
  lead: 'Cuatro partes pequeñas, en cualquier orden y cualquier día. Puede parar y volver. No se pierde nada.',
  counts: 'Esta parte cuenta como hecha cuando',
  states: { done: 'Hecha', open: 'Abierta' },
  parts: {
    mindset: {
      title: 'Cómo entrar',
      about: 'Unas ideas para leer y, si quiere, una línea suya.',
      done: 'la ha leído. Escribir es cosa suya.',
    },
    setting: {
      title: 'Su cuarto',
      about: 'Recorra el cuarto y mire qué hay.',
      done: 'lo ha recorrido. No hace falta marcarlo todo.',
    },
    grounding: {
      title: 'Tres formas de calmarse',
      about: 'Pruébelas con calma, para que su cuerpo las conozca.',
      done: 'ha probado al menos una.',
    },
    wishes: {
      title: 'Su tarjeta de deseos',
      about: 'Qué ayuda, qué no, a quién llamar. Para quienes estarán con usted.',
      done: 'ha dicho sí o no al contacto físico, y a quién llamar primero.',
    },
  },
  open: 'Abrir',
  back: 'Todas las partes',
  save: 'Guardar esta parte',
  saved: 'Guardado.',
  kept: 'Guardado. Faltan dos cosas: su respuesta sobre el contacto físico y a quién llamar primero.',
  mindset: {
    thoughts: [
      {
        title: 'Con curiosidad, sin plan',
        text: 'No tiene que llegar a nada. Puede dejar que las cosas vengan y se vayan, como quien mira las nubes.',
      },
      {
        title: 'Nada que arreglar en un día',
        text: 'Una sesión es un paso entre muchos. Lo que hoy no ve puede mostrarse en las semanas siguientes.',
      },
      {
        title: 'Pueden venir cosas difíciles',
        text: 'Pueden surgir recuerdos o sentimientos fuertes. No es un error ni es culpa suya. No estará a solas con eso. Puede decir alto en cualquier momento.',
      },
      {
        title: 'Mirar desde un poco más lejos',
        text: 'Pruebe ahora: note una cosa que oye y dígase: «Noto que oigo esto». Eso es todo.',
      },
    ],
    intention: 'Una intención suave, si quiere',
    intentionHint: 'Una línea con sus palabras. Un deseo, no una meta. Puede dejarla vacía.',
    who: 'Quién la ve: solo usted. A nadie de su equipo se le muestra.',
    save: 'Ya lo leí',
  },
  setting: {
    lead: 'Marque lo que está listo. Deje lo que no. Puede volver otro día.',
    legend: 'En su cuarto',
    items: {
      room: 'Un cuarto donde me siento a salvo, con una puerta que puedo cerrar',
      light: 'La luz puede ser tenue',
      blankets: 'Una manta y un lugar para recostarme',
      mask: 'Un antifaz, solo si me gusta',
      triggers: 'Lo que me altera no está a la vista',
      water: 'Agua al alcance',
      bathroom: 'El paso al baño está libre y alguien puede acompañarme',
      phone: 'Mi teléfono está en «no molestar»; las llamadas de mi equipo sí entran',
      pets: 'Las mascotas y otras personas de la casa lo saben o están en otra parte',
      music: 'Hay música tranquila sin letra, si quiero música',
    },
    why: 'Por qué preguntamos: en un cuarto tranquilo es más fácil descansar. Quién lo ve: usted y su médico.',
    save: 'Ya recorrí mi cuarto',
  },
  grounding: {
    lead: 'Hágalas en una silla, con los ojos abiertos o cerrados. Pare cuando quiera.',
    tools: {
      'box-breathing': {
        title: 'Respiración en cuadro',
        steps: [
          'Tome aire y cuente hasta cuatro.',
          'Deténgase y cuente hasta cuatro.',
          'Suelte el aire y cuente hasta cuatro.',
          'Deténgase y cuente hasta cuatro. Dé cuatro vueltas.',
        ],
        note: '¿Mareo, o no le gusta detenerse? Deje esa parte: cuatro al tomar aire, seis al soltarlo.',
      },
      'five-senses': {
        title: 'Cinco, cuatro, tres, dos, uno',
        steps: [
          'Nombre cinco cosas que ve.',
          'Cuatro que puede tocar.',
          'Tres que oye.',
          'Dos que huele.',
          'Una cosa amable de este momento.',
        ],
        note: 'Deje fuera el sentido que no le haga bien.',
      },
      feet: {
        title: 'Los pies en el suelo',
        steps: [
          'Ponga los dos pies en el suelo. Quédese así diez segundos.',
          'Presione cinco segundos y suelte. Tres veces.',
          'Sienta el peso de su cuerpo en la silla.',
          'Diga dónde está: «Esta es mi silla».',
        ],
        note: 'Esta sirve para volver despacio.',
      },
    },
    tried: 'Esta ya la probé',
    none: 'Marque la que probó y guarde. También puede volver más tarde.',
    save: 'Guardar lo que probé',
  },
  wishes: {
    lead: 'Esto se escribe ahora, con la cabeza clara. Ese día estará ahí para quienes le acompañan.',
    words: 'Palabras que me ayudan',
    wordsHint: 'Por ejemplo: «Estás en casa. Esto pasa». Puede dejarlo vacío.',
    touch: '¿Puede tocarle la persona que está con usted, por ejemplo una mano en el hombro?',
    touchChoices: {
      yes: 'Sí',
      no: 'No',
      'only-where': 'Solo donde yo diga',
    },
    touchNote: 'Sin respuesta es un no. Ese día puede retirar un sí en cualquier momento.',
    touchWhere: 'Dónde está bien que me toquen',
    touchWhereMissing: 'Diga dónde está bien que le toquen, o elija sí o no.',
    handSign: 'Mi señal con la mano para «no me toque»',
    handSignHint: 'Por ejemplo: la mano abierta en alto.',
    callFirst: 'A quién llamar primero',
    callFirstHint: 'Un nombre. Su equipo también recibe un mensaje cuando usted o esa persona pide ayuda.',
    callFirstPhone: 'Su número',
    stopMusic: 'La música que hay que quitar, y cómo lo muestro',
    who: 'Quién la ve: usted, su médico y las personas con quienes la comparte.',
    save: 'Guardar mi tarjeta',
  },
  people: {
    title: 'Su gente',
    text: 'Alguien que esté ahí, alguien de reserva y su propio terapeuta, si lo tiene.',
  },
  date: { title: 'Su fecha', text: 'Qué falta todavía y cuándo es.' },
}
