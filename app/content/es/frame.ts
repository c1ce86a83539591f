import type { frame as English } from '../en/frame.ts'

export const frame: typeof English = {
  skipToContent: 'Ir al contenido',
  demoBanner: 'Demostración: personas inventadas, no es consejo médico',
  helpNow: 'Ayuda ahora',
  leave: 'Salir',
  leaveHint: 'Salir de este sitio de inmediato y cerrar la sesión',
  signIn: 'Iniciar sesión',
  signOut: 'Cerrar sesión',
  otherLanguage: 'English',
  otherLanguageHint: 'Switch to English',
  nav: 'Sus páginas',
  tabs: {
    today: 'Hoy',
    checkIn: 'Cómo va todo',
    worklist: 'Pendientes',
    people: 'Personas',
    journeys: 'Por estado',
    protocol: 'Protocolo',
    instruments: 'Cuestionarios',
    exceptions: 'Excepciones',
    rules: 'Reglas',
    account: 'Cuenta',
  },
  crisis: {
    title: 'Si necesita a alguien ahora',
    danger: 'En peligro:',
    talk: 'Para hablar con alguien, de día o de noche:',
    call988: 'llame al 988',
    text988: 'escriba al 988',
    more: 'Más formas de recibir ayuda',
  },
  callPractice: 'Llámenos:',
  about: 'Sobre este consultorio',
  console: 'Apoyo para decidir. Decide un médico con licencia.',
  education:
    'Lo que lee aquí es para aprender. No es consejo médico. Los resultados cambian de una persona a otra. Por favor, hable con un médico o terapeuta.',
}
