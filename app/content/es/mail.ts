import type { mail as English } from '../en/mail.ts'

export const mail: typeof English = {
  link: (url: string) => ({
    subject: 'Un enlace para usted',
    text: `Hola:

aquí está el enlace que pidió:

${url}

Sirve una vez, por 10 minutos. ¿No lo pidió? Entonces puede dejar este correo. Sin un clic no pasa nada.
`,
  }),
  invitation: (url: string) => ({
    subject: 'Un enlace para usted',
    text: `Hola:

una cuenta está lista para usted. Este enlace la abre:

${url}

Sirve una vez, por 3 días. ¿No lo esperaba? Entonces puede dejar este correo.
`,
  }),
  registered: (url: string) => ({
    subject: 'Un enlace para usted',
    text: `Hola:

gracias por escribirnos. Este enlace abre su cuenta:

${url}

Sirve una vez, por 3 días. ¿No lo esperaba? Entonces puede dejar este correo. Sin un clic no pasa nada.
`,
  }),
  alreadyHere: (url: string) => ({
    subject: 'Su cuenta',
    text: `Hola:

alguien escribió esta dirección en nuestro formulario, lo más probable es que fuera usted. Ya hay una cuenta con ella. Puede entrar aquí:

${url}

¿No fue usted? Entonces puede dejar este correo. Nada ha cambiado.
`,
  }),
  askedToBeThere: (url: string) => ({
    subject: 'Un enlace para usted',
    text: `Hola:

Una persona que usted conoce quiere compartirle algo. Este enlace lo abre:

${url}

Sirve una sola vez, durante 3 días. ¿No lo esperaba? Entonces puede dejar este correo. Sin un clic no pasa nada.
`,
  }),
  otherAddress: (url: string) => ({
    subject: 'Algo para usted',
    text: `Hola:

Una persona que usted conoce quiere compartirle algo en esta dirección. Ya hay una cuenta con ella, y no sirve además para esto. Puede darle otra dirección suya.

Su propia cuenta está aquí, como siempre:

${url}

¿No lo esperaba? Entonces puede dejar este correo. Nada ha cambiado.
`,
  }),
  signInChanged: {
    subject: 'Su cuenta',
    text: `Hola:

la forma de entrar a su cuenta acaba de cambiar.

¿Fue usted? Entonces todo está bien. Si no fue usted, llámenos, por favor.
`,
  },
  newOnWorklist: (url: string) => ({
    subject: 'Algo nuevo para usted',
    text: `Hola:

algo nuevo espera en su lista:

${url}
`,
  }),
  newForYou: (url: string) => ({
    subject: 'Algo nuevo para usted',
    text: `Hola:

hay algo nuevo en su página:

${url}
`,
  }),
  pleaseLook: (url: string) => ({
    subject: 'Mire esto ahora, por favor',
    text: `Hola:

algo espera en su lista y nadie lo ha abierto todavía. Mírelo ahora, por favor:

${url}
`,
  }),
  signOfYou: (url: string) => ({
    subject: 'Una señal suya, por favor',
    text: `Hola:

su página espera una señal suya. Ábrala ahora, por favor, y pulse el botón que corresponda:

${url}
`,
  }),
  fewQuestions: (url: string) => ({
    subject: '¿Cómo está hoy?',
    text: `Hola:

unas pocas preguntas cortas le esperan. Puede saltarse cualquiera:

${url}
`,
  }),
}
