import type { errors as English } from '../en/errors.ts'

export const errors: typeof English = {
  invalid: {
    title: 'Algo no nos llegó como debía',
    what: 'Una parte de lo que envió faltaba o no estaba clara, así que no la guardamos.',
    next: 'Usted no hizo nada mal. Por favor, vuelva atrás e intente otra vez.',
  },
  unauthenticated: {
    title: 'Primero inicie sesión, por favor',
    what: 'Su sesión no está abierta. La cerramos después de un rato sin uso, para cuidar su privacidad.',
    next: 'Inicie sesión y podrá seguir desde ahí.',
  },
  forbidden: {
    title: 'Esta página no está abierta para usted',
    what: 'Su sesión está abierta, pero esta página es parte del trabajo de otra persona.',
    next: 'Si cree que debería verla, llámenos, por favor. Con gusto lo revisamos.',
  },
  'not-found': {
    title: 'No encontramos esa página',
    what: 'Puede que se haya movido, o que a la dirección le falte una letra.',
    next: 'No se perdió nada. Puede empezar de nuevo desde la primera página.',
  },
  conflict: {
    title: 'Esto ya se había enviado',
    what: 'Ya tenemos una versión anterior de lo que envió. La guardamos tal como estaba.',
    next: 'Si hay que cambiar algo, llámenos, por favor, y lo vemos juntos.',
  },
  'too-many': {
    title: 'Esperemos un momento',
    what: 'Hubo muchos intentos en poco tiempo, así que hicimos una pausa. Así cuidamos las cuentas.',
    next: 'Espere unos minutos y vuelva a intentar. Usted no hizo nada mal.',
  },
  broken: {
    title: 'Algo salió mal de nuestro lado',
    what: 'Es culpa nuestra, no suya. Quienes cuidan este sitio pueden ver lo que pasó.',
    next: 'Intente de nuevo en un momento. Si estaba enviando algo, vuelva atrás: puede que siga en su pantalla.',
  },
  unavailable: {
    title: 'Por un momento no estamos disponibles',
    what: 'Una parte de nuestro sistema está en pausa o en mantenimiento. Lo que ya entregó está a salvo.',
    next: 'Intente de nuevo en unos minutos. Si no puede esperar, llámenos, por favor.',
  },
  step: {
    nothingLost: 'No se cambió nada y no se perdió nada.',
    patient: {
      ended: {
        title: 'Esta parte terminó',
        text: 'Lo que quería hacer pertenece a una parte de su camino que terminó. Si quiere empezar otra vez, llámenos.',
      },
      'out-of-order': {
        title: 'Esto viene en otro momento',
        text: 'Las cosas avanzaron, o algo viene antes. Su primera página dice qué sigue.',
      },
      'somebody-else': {
        title: 'Otra persona hace esto con usted',
        text: 'Este paso no lo da usted solo. Su primera página dice quién lo mira después.',
      },
      'reason-needed': {
        title: 'Faltan unas palabras',
        text: 'Necesitamos saber por qué antes de seguir. Vuelva y añada una línea.',
      },
      earlier: {
        title: 'Hay algo más reciente guardado',
        text: 'Esta página estuvo abierta un rato y las cosas avanzaron. Por favor, mire otra vez.',
      },
    },
    staff: {
      ended: {
        title: 'Esta inscripción terminó',
        text: 'Ningún paso sigue desde aquí. Puede empezar una nueva.',
      },
      'out-of-order': {
        title: 'Este paso no está abierto desde aquí',
        text: 'El estado cambió desde que se hizo la página, u otro paso va antes.',
      },
      'somebody-else': {
        title: 'Otra persona da este paso',
        text: 'El paso existe, para otra función que la suya.',
      },
      'reason-needed': {
        title: 'Falta una razón',
        text: 'Este paso necesita una razón, que queda registrada.',
      },
      earlier: {
        title: 'Hay un paso posterior registrado',
        text: 'La hora de este paso es anterior al último. Cargue la página otra vez y mire.',
      },
    },
    from: 'Estado ahora',
    possible: 'Abierto desde aquí',
    none: 'Ningún paso.',
    roles: {
      patient: 'paciente',
      'support-person': 'persona de apoyo',
      prescriber: 'médico que receta',
      'care-coordinator': 'coordinación',
      'medical-director': 'dirección médica',
      system: 'un reloj o un registro nuestro',
    },
    toToday: 'A mi primera página',
    toPeople: 'A la lista de personas',
  },
  sendAgain: {
    title: 'No llegó a enviarse',
    nothingLost: 'No se ha perdido nada. Lo que usted escribió sigue en esta página.',
    what: {
      unavailable: 'Por un momento no se nos pudo alcanzar. Es culpa nuestra, no suya.',
      'too-many': 'Llegó mucho a la vez desde esta conexión. Espere un minuto y envíelo otra vez.',
      broken: 'Algo se rompió en nuestro lado. Es culpa nuestra, no suya. Si no se envía otra vez, llámenos.',
    },
    again: 'Enviar otra vez',
    keepOpen: 'Por favor, deje esta página abierta hasta que se haya enviado.',
  },
  reference: (id: string) => `Si nos llama por esto, este número ayuda: ${id}`,
  toStart: 'Ir a la primera página',
  toSignIn: 'Iniciar sesión',
  call: (phone: string) => `Llamar al ${phone}`,
}
