import type { ownSupply as en } from '../en/own-supply.ts'

export const ownSupply: typeof en = {
  title: 'Su paquete',
  lead: 'Díganos cuándo llega su paquete. Cuente lo que hay cuando se lo pidamos. Eso ayuda a que usted y los demás estén seguros.',
  done: {
    arrived: 'Gracias. Quedó anotado.',
    same: 'Gracias. Su cuenta y la nuestra coinciden.',
  },
  waiting: {
    title: 'En camino',
    none: 'No hay ningún paquete en camino.',
    text: 'Cuando lo tenga, mire la etiqueta. Después díganoslo aquí.',
    units: 'Cuántas piezas llegaron',
    unitsHint: 'Cada tableta o pastilla es una pieza.',
    lot: 'Número de lote, de la etiqueta',
    lotHint: 'Puede decir “Lote” o “Lot”.',
    expires: 'Último día, de la etiqueta',
    expiresHint: 'Déjelo vacío si la etiqueta no lo dice.',
    button: 'Ya llegó',
    partly: 'Todavía no ha llegado todo. Puede pasar. Díganos cuando llegue el resto.',
  },
  other: {
    title: 'No es el número que esperábamos',
    text: 'Quedó anotado tal como lo escribió. Su equipo lo ve en su página. Nada es culpa suya.',
  },
  count: {
    title: 'Cuente lo que hay',
    why: 'Por qué preguntamos: para que los dos sepamos que no se pierde nada.',
    units: 'Cuántas piezas hay ahora',
    hint: 'Cuéntelas todas. Si no hay ninguna, escriba 0.',
    button: 'Entregar mi cuenta',
    last: 'Su última cuenta',
    pieces: (count) => (count === 1 ? '1 pieza' : `${count} piezas`),
    nothing: 'Todavía no hay nada que contar.',
  },
  differs: {
    title: 'Su cuenta y la nuestra no son iguales',
    text: 'Eso pasa. Una pieza puede romperse, o nosotros pudimos equivocarnos. Nadie le culpa. Vamos a hablarlo con usted.',
    sent: 'Enviado a su equipo',
    notSeen: 'Nadie lo ha visto todavía.',
    seen: (name) => `Visto por ${name}`,
    outside:
      'Ahora no hay nadie de guardia en la consulta. Si cree que algo está mal con lo que tiene, llámenos antes de usarlo.',
  },
  no: {
    'no-order': 'No encontramos este paquete. No se pierde nada. Por favor llámenos.',
    mismatch: 'Primero tenemos una pregunta sobre este paquete. Por favor llámenos antes de usarlo.',
    'already-there': 'Este paquete ya está anotado. No tiene que hacer nada.',
    withdrawn: 'Este paquete fue cancelado. Por favor llámenos antes de usarlo.',
    unclear: 'Escriba números enteros y el número de lote de la etiqueta. Lo que escribió sigue aquí.',
  },
  keep: {
    title: 'Guárdelo bien',
    points: [
      'Guárdelo con llave, lejos de niños, visitas y animales.',
      'No lo comparta nunca. Para otra persona puede ser peligroso.',
      'Si una pieza se rompe, se moja o falta, díganoslo. Buscamos juntos una solución.',
      'No lo tire a la basura ni al inodoro. Pregúntenos adónde llevarlo.',
    ],
  },
  toPlan: 'Su plan',
}
