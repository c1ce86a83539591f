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
        text: 'Veinte preguntas en cuatro partes. De cinco a diez minutos para la mayoría. No hay reloj.',
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
        text: 'Sus respuestas nos llegan cuando oprime “Entregar” al final. Si sale antes, no se guardan.',
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
  unclear: 'Una respuesta no nos llegó como era. Todo lo demás sigue aquí.',
  unclearGo: 'Ir a esa pregunta',
  unclearItem: 'No pudimos leer esta. Elija otra vez, por favor, o puede omitirla.',
  notKept: '¿Quiere parar aquí? Puede cerrar esta página. Lo que eligió no se guarda, y está bien así.',
  lastPart: 'Esta es la última parte. Después no se pregunta nada más.',
  thanks: {
    title: 'Gracias.',
    sent: 'Lo enviamos a su equipo. Todavía nadie lo ha visto.',
    next: 'En su primera página verá cuando alguien lo haya leído.',
    groundingTitle: 'Antes de seguir con su día',
    groundingLead: 'Preguntas así pueden mover cosas. Aquí hay algo pequeño, si quiere.',
    worse: '¿Se siente peor que antes?',
    worseLink: 'Ayuda ahora',
    toToday: 'Volver a hoy',
  },
  ended: {
    title: 'Su sesión se cerró mientras escribía',
    nothingLost: 'No se perdió nada.',
    why: 'Después de un rato sin uso cerramos la puerta, para que nadie más pueda leer su página. Sus respuestas siguen aquí, en esta pantalla.',
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
}
