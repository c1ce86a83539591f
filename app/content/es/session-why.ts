import type { sessionWhy as en } from '../en/session-why.ts'

export const sessionWhy: typeof en = {
  'too-early': 'Es pronto para terminar. Un poco más de tiempo.',
  'end-list-open': 'Un punto de la lista sigue abierto. Esperen un poco y mire otra vez.',
  'alert-open':
    'Antes tiene que mirarlo un médico. Quédense juntos. Puede llamar a la clínica mientras esperan.',
  'readings-outside':
    'Las últimas mediciones todavía no están dentro del plan. Descansen un poco y mida otra vez. Si sigue igual o no está seguro, llame a la clínica.',
  'readings-missing':
    'El plan pide mediciones antes del final. Mida y escriba los números. Si no es posible, llame a la clínica.',
  'distress-high':
    'Todavía es muy difícil para terminar. Quédense juntos. Use el consuelo y pregunte otra vez. Si sigue igual, llame a la clínica.',
  'distress-missing':
    'Pregunte qué tan difícil es ahora, de 0 a 10, y escriba el número en la lista. Si no hay número, llame a la clínica.',
  'look-again':
    'Lo último que se vio necesita otra revisión antes del final. Haga una revisión completa y escriba las mediciones. Si no está seguro, llame al 911.',
  'not-signed': 'Falta un número para el final. Llame a la clínica.',
  'support-person-gone': 'Alguien tiene que estar en el cuarto.',
  'already-dosed': 'El comienzo ya está escrito.',
  'nothing-said': 'No hubo respuesta, así que no se anotó nada.',
  'look-still-due': 'Anotado. No se dijo cómo despierta, así que la próxima revisión sigue pendiente.',
  'units-needed': 'Escriba cuántas unidades, en número entero.',
  'no-dose': 'Todavía no ha empezado.',
  over: 'Esto ya terminó.',
}
