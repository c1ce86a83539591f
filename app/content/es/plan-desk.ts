import type { planDesk as en } from '../en/plan-desk.ts'

export const planDesk: typeof en = {
  of: (name) => `Plan: ${name}`,
  link: 'Plan y su borrador',
  back: 'Página del paciente',
  toSupply: 'Pedidos y unidades',
  invented: 'Hecho con números inventados de la demostración. No es consejo médico.',
  noProtocol: {
    title: 'No hay protocolo firmado',
    text: 'Un plan se hace con el protocolo en vigor. Hasta que dos personas firmen uno, no se redacta ni se firma ninguno.',
  },
  notNow: {
    title: 'Ahora no se redacta ningún plan',
    text: 'Un plan se redacta cuando la admisión está en revisión, y no el día de una sesión ni después del final.',
  },
  caution: {
    title: 'Nivel de cuidado',
    asks: (level) => `Los datos piden: ${level}`,
    asksFor: (level) => `pide ${level.toLocaleLowerCase()}`,
    clear: (count) => (count === 1 ? '1 dato no pide nada más' : `${count} datos no piden nada más`),
    nothing: 'Ningún dato pide más que el cuidado habitual.',
    missingMeans: 'Lo que falta cuenta como si pidiera cuidado. Nada que falte baja el nivel.',
    notLoaded: 'aquí no se pregunta',
    noMissing: 'No falta nada.',
  },
  none: {
    title: 'Todavía no hay plan',
    text: 'El borrador es una propuesta del protocolo firmado y del expediente. Usted lo edita, decide y firma.',
    begin: 'Redactar un plan',
  },
  draft: {
    title: (version) => `Borrador, versión ${version}`,
    by: (name) => `Último cambio de ${name}`,
    again: 'Hacerlo de nuevo con el protocolo',
    againMeans: 'Hacerlo de nuevo reemplaza lo editado, con sus motivos.',
    save: 'Guardar y comprobar',
    sign: 'Leer y firmar',
    level: 'Nivel de cuidado de este plan',
    choose: 'Elija',
    empty: 'Una línea vacía falta, y el plan no se puede firmar.',
    whole: 'Sobre todo el plan',
    lines: 'Línea por línea',
    proposed: (value) => `Protocolo y expediente: ${value}.`,
    compare: (planned, signed) => `Aquí: ${planned}. Firmado: ${signed}.`,
    saved: 'Guardado y comprobado.',
    drawn: 'Hecho con el protocolo. Nada está firmado.',
    fewer: 'Separe varios con comas.',
    notAsked: 'Vacío: no se pregunta.',
    open: (count) =>
      count === 0
        ? 'Nada impide firmar este plan.'
        : count === 1
          ? '1 cosa impide firmar este plan.'
          : `${count} cosas impiden firmar este plan.`,
  },
  unclear: {
    title: (count) => (count === 1 ? '1 campo no está claro' : `${count} campos no están claros`),
    text: 'No se guardó nada. Todo lo que escribió sigue aquí.',
    problems: {
      'not-a-number': 'Aquí hace falta un número, como 12 o 12.5.',
      'not-whole': 'Aquí hace falta un número entero.',
      'not-above-zero': 'Aquí hace falta un número mayor que cero.',
      'no-day': 'Aquí hace falta un día del calendario.',
      'not-offered': 'Elija algo de lo que se ofrece.',
      incomplete: 'Llene todos los campos de esta línea, o ninguno.',
      'too-long': 'Es más largo de lo que se puede guardar.',
    },
  },
  changed: {
    title: 'Alguien cambió el borrador mientras tanto',
    text: 'No se guardó nada. Abajo está lo que usted escribió. Si guarda ahora, reemplaza el otro cambio.',
  },
  parts: {
    minimumAgeYears: 'edad mínima, años',
    isSober: 'sobrio',
    staysHours: 'se queda, horas',
    isOffered: 'se ofrece',
    fromHours: 'desde, horas',
    toHours: 'hasta, horas',
  },
  values: {
    therapist: {
      optional: 'opcional',
      'strongly-advised': 'muy recomendado',
      essential: 'indispensable',
    },
    support: (age, isSober, hours) =>
      `${age} años o más, ${isSober ? 'sobrio' : 'no necesariamente sobrio'}, ${hours} h`,
    offered: (from, to) => `se ofrece, de ${from} a ${to} h`,
    notOffered: 'no se ofrece',
    every: (name, days) => `${name} cada ${days} d`,
    none: 'falta',
  },
  signed: {
    title: (version) => `Plan firmado, versión ${version}`,
    by: (name) => `Firmado por ${name}`,
    protocol: (version) => `según el protocolo ${version}`,
    seen: 'Visto por primera vez por el paciente',
    notSeen: 'El paciente todavía no lo ha visto.',
    exceptions: 'Excepciones, con sus motivos',
    noExceptions: 'Sin excepción: nada se aparta del protocolo.',
    again: 'Redactar una versión nueva',
    againMeans: 'Lo firmado queda como está. Una versión nueva vale cuando se firma.',
    done: 'Firmado. El paciente ya puede leerlo.',
    lines: 'Las líneas',
    earlier: 'Versiones anteriores',
  },
  sign: {
    title: (version) => `Firmar el plan, versión ${version}`,
    back: 'Volver al borrador',
    what: 'Lo que firma',
    text: 'Con su firma este plan vale, y el paciente puede leerlo en palabras sencillas. No vuelve a cambiar: un cambio es una versión nueva.',
    accepts: 'También acepta al paciente en el programa.',
    read: 'He leído cada línea y cada comprobación, y decido este plan para este paciente.',
    name: 'Su nombre, como firma',
    nameHint: (name) => `Escriba: ${name}`,
    button: 'Firmar el plan',
    tickNeeded: 'Marque la casilla cuando lo haya leído.',
    nameNeeded: 'El nombre no es el de quien inició la sesión.',
    refused: {
      'no-draft': { title: 'No hay borrador', text: 'Redacte primero un plan.' },
      changed: { title: 'El borrador cambió', text: 'No se firmó nada. Lea lo que dice ahora.' },
      state: {
        title: 'Ahora no se firma ningún plan',
        text: 'Un plan se firma cuando la admisión está en revisión, y no el día de una sesión ni después del final.',
      },
      'no-protocol': { title: 'No hay protocolo firmado', text: 'No se firmó nada.' },
      checks: {
        title: 'Algo impide firmarlo',
        text: 'No se firmó nada. Abajo está lo que queda abierto: cambie la línea o dé el motivo.',
      },
      findings: {
        title: 'Hay un hallazgo que bloquea',
        text: 'No se firmó nada. Mire los hallazgos en la página del paciente y cierre lo resuelto con su motivo.',
      },
      name: {
        title: 'La firma no está completa',
        text: 'No se firmó nada. Escriba su nombre como está debajo del campo.',
      },
    },
    again: {
      title: 'Inicie sesión otra vez para firmar',
      text: 'Para firmar hace falta haber iniciado sesión en los últimos 15 minutos. No se pierde nada.',
      link: 'Iniciar sesión otra vez',
    },
  },
  exceptions: {
    title: 'Excepciones al protocolo',
    lead: 'Planes en vigor que se apartan del protocolo firmado, cada uno con el motivo de quien prescribe.',
    none: 'Ningún plan de sus pacientes se aparta del protocolo.',
    others: (count) =>
      count === 1
        ? '1 plan más se aparta del protocolo, de un paciente en cuyo equipo usted no está. Pregunte a quien le prescribe.'
        : `${count} planes más se apartan del protocolo, de pacientes en cuyos equipos usted no está. Pregunte a quienes les prescriben.`,
    noOthers: 'Son todos los que hay en la consulta.',
    one: 'Excepción',
    reason: 'Motivo',
    plan: (version) => `Plan ${version}`,
  },
}
