import type { checkIn as English } from '../en/check-in.ts'

export const checkIn: typeof English = {
  title: 'Cómo va todo',
  why: 'Para ver cómo le fue este último mes, y si su plan todavía le queda bien.',
  start: {
    title: 'Antes de empezar',
    note: 'Estas preguntas son sobre cosas difíciles que pueden quedarse con una persona después de un tiempo muy duro. No preguntan qué pasó.',
    facts: (practice: string, why: string) => [
      {
        term: 'Cuánto tarda',
        text: 'Veinte preguntas en cuatro partes. La mayoría necesita de cinco a diez minutos. No hay límite de tiempo.',
      },
      { term: 'Omitir', text: 'Puede omitir cualquier pregunta. Omitir nunca cuenta como respuesta.' },
      {
        term: 'Por qué preguntamos',
        text: why,
      },
      { term: 'Quién lo ve', text: `Su equipo en ${practice}. Y usted.` },
      {
        term: 'Qué pasa después',
        text: 'Su equipo ve sus respuestas. Si muestran que las cosas están más difíciles que antes, puede que alguien le llame.',
      },
      {
        term: 'Parar',
        text: 'Sus respuestas nos llegan cuando oprime “Entregar” al final. Si sale antes de eso, no se guardan.',
      },
    ],
    tooMuch:
      'Si es demasiado, pare. Ponga los dos pies en el piso y mire a su alrededor. De día o de noche, puede llamar o escribir al',
    begin: 'Empezar',
    notNow: 'Ahora no',
  },
  part: (step: number, steps: number) => `Parte ${step} de ${steps}`,
  heading: 'Cómo le fue este último mes',
  next: 'Siguiente',
  back: 'Atrás',
  handIn: 'Entregar',
  unclearTitle: '¿Puede mirar esto otra vez?',
  unclear: 'No pudimos leer una respuesta. Todo lo demás sigue aquí.',
  unclearGo: 'Ir a esa pregunta',
  unclearItem: 'No pudimos leer esta. Elija otra vez, por favor, o puede omitirla.',
  notKept: '¿Quiere parar aquí? Puede cerrar esta página. Lo que eligió aquí no se guarda, y está bien así.',
  lastPart: 'Esta es la última parte.',
  thanks: {
    more: 'Un poco más, cuando pueda',
    moreLead: 'Puede hacerlo ahora u otro día, en el orden que quiera. Cada parte va por separado.',
    title: 'Gracias.',
    sent: 'Lo enviamos a su equipo.',
    next: 'Esta página se lo dice cuando alguien lo haya leído.',
    groundingTitle: 'Antes de seguir con su día',
    groundingLead: 'Preguntas así pueden mover cosas. Aquí hay algo pequeño, si quiere.',
    worse: '¿Se siente peor que antes?',
    worseLink: 'Ayuda ahora',
    toToday: 'Volver a hoy',
  },
  ended: {
    title: 'Su sesión se cerró mientras escribía',
    nothingLost: 'No se perdió nada.',
    why: 'Cuando pasa un rato sin actividad, cerramos su sesión, para que nadie más pueda leer su página. Sus respuestas siguen aquí, en esta pantalla.',
    signIn: {
      title: 'Inicie sesión otra vez',
      text: 'Se abre al lado de esta página.',
      action: 'Iniciar sesión, en otra pestaña',
    },
    handIn: {
      title: 'Vuelva aquí y entregue',
      text: 'Cierre la otra pestaña y oprima esto.',
      action: 'Entregar',
    },
    keepOpen: 'Por favor, deje esta página abierta hasta entonces.',
  },
  endedInRoom: {
    title: 'Hay que volver a iniciar sesión',
    why: 'Lo que oprimió no nos llegó. Todavía puede enviarlo desde aquí.',
    handIn: {
      title: 'Vuelva aquí y envíelo',
      text: 'Cierre la otra pestaña y oprima esto.',
      action: 'Enviar',
    },
  },
}
