import type { portal as English } from '../en/portal.ts'

export const portal: typeof English = {
  title: 'Hoy',
  greeting: {
    morning: (name: string) => `Buenos días, ${name}.`,
    afternoon: (name: string) => `Buenas tardes, ${name}.`,
    evening: (name: string) => `Buenas noches, ${name}.`,
  },
  due: {
    tag: 'Lo que sigue, cuando quiera',
    title: 'Cómo le fue este último mes',
    text: 'Veinte preguntas cortas. La mayoría necesita de cinco a diez minutos. Puede omitir cualquiera.',
    why: 'Por qué preguntamos: para que su médico vea cómo está ahora, y no solo cómo estaba. Quién lo ve: su equipo, y usted.',
    begin: 'Empezar',
    noHurry: '¿Hoy no? Está bien. Aquí estará.',
  },
  sent: {
    tag: 'Enviado',
    title: 'Por ahora no hay nada que hacer',
    notSeen: 'Lo enviamos a su equipo. Todavía nadie lo ha visto.',
    seen: (who: string) => `${who} vio lo que usted envió.`,
    sentAt: 'Enviado',
    seenAt: 'Visto',
    again: '¿Algo cambió desde entonces? Puede responder otra vez cuando quiera.',
    againLink: 'Abrir las preguntas',
  },
  stepsTitle: 'En qué punto está',
  steps: {
    account: 'Su cuenta está lista',
    checkIn: 'Sus respuestas',
    read: 'Su equipo las lee',
    states: { done: 'hecho', next: 'sigue', later: 'después' },
    minutes: '10 min',
  },
  worse: '¿Se siente peor que de costumbre? No tiene que esperarnos.',
  worseLink: 'Ayuda ahora',
}
