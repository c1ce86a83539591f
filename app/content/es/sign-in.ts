import type { signIn as English } from '../en/sign-in.ts'

export const signIn: typeof English = {
  title: 'Entrar',
  already: 'Ya entró a su cuenta.',
  goOn: 'Seguir',
  email: 'Correo electrónico',
  password: 'Contraseña',
  tryAgainIn: (minutes: number) =>
    minutes <= 1 ? 'Intente de nuevo en un minuto.' : `Intente de nuevo en ${minutes} minutos.`,
  tryAgainAfter: (hours: number) => `Intente de nuevo en unas ${hours} horas, o entre ahora de otra forma.`,
  tooMany: {
    title: 'Esperemos un poco',
    text: 'Hubo muchos intentos en poco tiempo, así que hicimos una pausa. Esto protege las cuentas de extraños. Usted no hizo nada mal.',
    back: 'Volver a entrar',
  },
  passkey: {
    title: 'Con una llave de acceso',
    text: 'Su teléfono o computadora le conoce por su dedo, su cara o un PIN. No hay nada que recordar.',
    button: 'Entrar con una llave de acceso',
    needsScript:
      'Las llaves de acceso necesitan scripts, y este navegador los tiene apagados o es más antiguo. Las formas de abajo sí funcionan aquí.',
    problems: {
      cancelled: 'No se usó ninguna llave. Nada ha cambiado. Puede intentar de nuevo o elegir otra forma.',
      refused: 'Esa llave no funcionó aquí. Puede probar con otra o elegir otra forma.',
      already: 'Este dispositivo ya tiene una llave para usted.',
      wait: 'Hubo muchos intentos, así que hicimos una pausa. Intente de nuevo en unos minutos.',
      again: 'Ha pasado un rato. Primero entre de nuevo, por favor, y luego vuelva aquí.',
      offline: 'No pudimos conectarnos. Revise su conexión e intente de nuevo.',
    },
  },
  withPassword: {
    title: 'Con su contraseña',
    button: 'Entrar',
    missing: 'Por favor, escriba su correo y su contraseña.',
    refused:
      'No pudimos entrar con ese correo y esa contraseña. Puede intentar de nuevo o elegir otra forma.',
    forgotten:
      '¿No puede entrar? Llámenos, por favor. Comprobamos que es usted y le damos una nueva forma de entrar.',
  },
  withLink: {
    title: 'Con un enlace por correo',
    text: 'Para personas de apoyo, terapeutas externos y su primera vez con nosotros. Le enviamos un enlace a su correo. Sirve una vez, por 10 minutos.',
    button: 'Enviarme un enlace',
    missing: 'Por favor, escriba su correo.',
  },
  asked: {
    title: 'Mire su correo, por favor',
    text: 'Si aquí entra con enlaces, uno va en camino. Sirve una vez, por 10 minutos.',
    nothing:
      '¿No llegó nada? Mire en el correo no deseado. Pacientes y personal entran con una llave o una contraseña.',
    back: 'Volver a entrar',
  },
  link: {
    title: 'Su enlace',
    text: 'Presione el botón y entra. Lo pedimos para que solo usted use el enlace, y no un programa que lee el correo.',
    button: 'Seguir',
    spentTitle: 'Este enlace ya no sirve',
    spent: 'Un enlace sirve una vez y por poco tiempo. Usted no hizo nada mal.',
    another: 'Pedir un enlace nuevo',
  },
  secondStep: {
    title: 'Un paso más',
    text: 'Abra en su teléfono la aplicación que muestra códigos y escriba aquí los seis números.',
    code: 'Seis números de su aplicación',
    button: 'Seguir',
    paperTitle: 'No tengo mi teléfono aquí',
    paperText: 'Use uno de los códigos que guardó en papel. Cada uno sirve una vez.',
    paperCode: 'Código de su papel',
    wrong:
      'Ese código no sirvió. Un código cambia cada medio minuto y sirve una vez. Espere el siguiente, por favor.',
    startAgain:
      'Pasó un rato, así que empezamos de nuevo. Esto protege su cuenta. Entre una vez más, por favor.',
  },
  signedOut: {
    title: 'Ya salió de su cuenta',
    text: 'Este dispositivo ya no guarda nada suyo.',
    everywhere: 'Salió de su cuenta aquí y en todos los demás dispositivos.',
    again: 'Entrar de nuevo',
  },
  demo: 'Esto es una demostración. Puede ser cualquiera de sus personas con un clic.',
  demoLink: 'Elegir una persona',
}
