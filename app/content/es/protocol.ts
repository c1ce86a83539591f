import type { protocol as en } from '../en/protocol.ts'

export const protocol: typeof en = {
  title: 'Protocolo',
  heading: (version) => `Protocolo ${version}`,
  signed: (by) => `Firmado por ${by} el`,
  invented: 'Números inventados para la demostración. No son consejo médico y nadie los ha firmado.',
  none: {
    title: 'Ningún protocolo firmado',
    text: 'Cada regla que necesita un límite responde “desconocido” hasta que la dirección médica firme uno.',
  },
  columns: { limit: 'Límite', value: 'Valor', unit: 'Unidad' },
  limits: {
    worseningPoints: 'PCL-5: revisar desde un aumento sobre cualquier total anterior de',
    reliableChangePoints: 'PCL-5: cambio desde el primer total que supera el azar',
  },
  points: 'puntos de 80',
  notSigned: 'sin firmar',
}
