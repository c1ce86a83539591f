import type { home as English } from '../en/home.ts'

export const home: typeof English = {
  hero: {
    title: 'Atención después del trauma, en\u00a0casa, a\u00a0su\u00a0ritmo',
    lead: (states: string) =>
      `Un programa con ketamina en casa, con guía médica, para personas adultas en ${states}. Usted se prepara bien. Alguien de confianza le acompaña. Un terapeuta le ayuda a entender lo que surja.`,
    talkFirst: (phone: string) => `Hablemos primero: ${phone}`,
    assess: 'Ver si tiene sentido una charla',
    assessNote: 'Gratis, menos de cinco minutos, sin su nombre. Nunca pregunta qué pasó.',
    signIn: 'Iniciar sesión',
    alreadyHere: '¿Ya está con nosotros?',
    noHurry: 'No hay prisa. Puede leer todo esto sin decirnos nunca su nombre.',
  },
  nav: {
    label: 'En esta página',
    what: 'Qué es',
    who: 'Para quién es',
    how: 'Cómo es',
    cost: 'Cuánto cuesta',
    evidence: 'La evidencia',
  },
  what: {
    title: 'Qué es',
    paragraphs: [
      'La ketamina es una medicina. Los médicos la usan desde hace muchos años en cirugías. En cantidades mucho más pequeñas, algunos médicos también la usan para la depresión y después de un trauma.',
      'Puede aflojar cosas. Pueden surgir sentimientos o recuerdos viejos. Eso puede dar alivio. Si la persona no está lista, también puede sentirse como demasiado.',
      'Por eso la medicina es solo una parte. Prepararse, un cuarto tranquilo, una persona de confianza y un terapeuta importan igual.',
    ],
    asideTitle: 'Lo que no haremos',
    aside: [
      'Pedirle que cuente lo que le pasó.',
      'Apurarle, o seguir adelante en un día que no es el indicado.',
      'Decir que esto le va a funcionar. Nadie puede saberlo.',
    ],
  },
  who: {
    title: 'Para quién es, y para quién no',
    forTitle: 'Puede valer la pena hablar si',
    for: (states: string) => [
      `Tiene 18 años o más y vive en ${states}.`,
      'Vive con TEPT, con trauma complejo, o con una depresión que llegó después del trauma.',
      'Una persona adulta de confianza puede quedarse con usted ese día.',
      'Tiene terapeuta, o quiere buscar uno. Después de un trauma lo aconsejamos mucho. En algunos casos lo pedimos.',
    ],
    notTitle: 'Por ahora no, si',
    not: [
      'Está embarazada, quiere estarlo o está dando pecho.',
      'Ha tenido psicosis o manía.',
      'Tiene un problema serio de corazón, hígado o vejiga, o la presión sin controlar.',
      'Le cuesta dejar el alcohol u otra droga en este momento.',
      'Su casa no es un lugar seguro para usted.',
    ],
    note: 'Un médico mira cada caso por separado. Un “no” no dice nada de lo que usted vale, y viene con otros caminos.',
    crisis: '¿Está en peligro, o piensa en terminar con su vida?',
    crisisLink: 'Reciba ayuda ahora',
  },
  how: {
    title: 'Cómo es',
    lead: 'Cuatro partes. Puede hacer una pausa en cualquiera, y nunca tiene que dar una razón.',
    steps: [
      {
        title: 'Hablar',
        text: 'Usted habla por video con el médico. Preguntamos qué tipo de cosa difícil fue, más o menos cuándo, y cómo está ahora. Sin detalles. Le dice con honestidad si esto es para usted.',
      },
      {
        title: 'Prepararse',
        text: 'Aprende maneras de calmarse y las prueba. Usted elige el cuarto, la luz, la música y las palabras que le ayudan.',
      },
      {
        title: 'El día',
        text: 'La medicina llega a su puerta. Primero vemos si hoy es un buen día. Si no, buscamos otro. Su persona se queda cerca todo el tiempo, y se puede llamar a un profesional clínico.',
      },
      {
        title: 'Después',
        text: 'Agua, abrigo, descanso. En los días que siguen habla con su terapeuta, y nosotros preguntamos cómo está. El cambio puede ser pequeño y lento. Casi nunca es una línea recta.',
      },
    ],
  },
  cost: {
    title: 'Cuánto cuesta',
    from: 'Desde',
    price: (usd: number) => `$${usd}`,
    perMonth: 'al mes',
    terms: [
      'Usted ve el precio completo antes de decir que sí.',
      'Puede hacer una pausa o dejarlo cualquier mes. Lo que no usó se le devuelve.',
      'Cancelar un día que no se siente bien no cuesta nada.',
      'La ayuda y las herramientas de seguridad siguen abiertas, pague o no.',
    ],
    areaTitle: 'Dónde podemos atenderle',
    counties: (count: number) => `los ${count} condados`,
    elsewhere:
      'Tiene que estar ahí en las consultas y en el día mismo. ¿Vive en otro lugar? Su propio médico es una buena primera persona para preguntar. La página de ayuda sirve en todo Estados Unidos.',
    map: (states: string) => `Mapa de la zona que atendemos: ${states}`,
  },
  evidence: {
    title: 'La evidencia, con honestidad',
    lead: 'Preferimos que lo sepa por nosotros, antes de decidir.',
    firstLine: {
      title: 'Otros tratamientos van primero',
      text: 'Hay terapias hechas para el trauma: PE, CPT y EMDR. Son las que tienen mejor evidencia. La guía VA/DoD de 2023 las pone primero, y sugiere no usar ketamina para el TEPT.',
    },
    claimsTitle: 'Lo que han encontrado los estudios',
    claims: [
      {
        strength: 'Fuerte, a corto plazo',
        text: 'Para la depresión, una dosis por vena suele ayudar en cerca de un día. El efecto puede irse.',
        source: 'Revisiones de ensayos aleatorizados, 2018',
      },
      {
        strength: 'Mixta',
        text: 'Para el TEPT por vena, un ensayo con 30 personas vio una mejora clara a las dos semanas. El más grande, con 158 personas, no vio más cambio en el TEPT que con agua salada.',
        source: 'Feder 2021; Abdallah 2022',
      },
      {
        strength: 'Pequeña e incierta',
        text: 'Seis ensayos de TEPT juntos: un efecto pequeño al comienzo, y ninguno claro a las dos semanas.',
        source: 'Borgogna 2024',
      },
      {
        strength: 'No se sabe',
        text: 'Para el TEPT y la ketamina bajo la lengua en casa, no encontramos ningún ensayo aleatorizado.',
        source: 'Nuestra búsqueda, noviembre de 2026',
      },
    ],
    claimStrength: 'Qué tan seguro',
    claimText: 'Qué se encontró',
    claimSource: 'Dónde',
    fda: 'La ketamina preparada en farmacia no está aprobada por la FDA para la ansiedad, la depresión, el TEPT ni el dolor crónico.',
    fdaMore:
      'La FDA también ha advertido sobre su uso en casa sin un profesional presente. Los resultados cambian de una persona a otra. Esta página es para aprender. Hable con un médico o terapeuta antes de decidir.',
  },
  people: {
    title: 'Quién le atiende',
    talkTitle: '¿Le ayudaría hablar?',
    talk: 'Llámenos y pregunte lo que quiera. Puede decidir después, o no decidir.',
  },
}
