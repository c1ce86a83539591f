import type { ownDay as en } from '../en/own-day.ts'

export const ownDay: typeof en = {
  taken: {
    alcohol: (hours) => `Bebidas con alcohol${within(hours)}`,
    sedative: (hours) => `Algo para calmarse o dormir${within(hours)}`,
    cannabis: (hours) => `Marihuana${within(hours)}`,
  },
  lastTaken: (medicine) => `¿Hace cuántas horas tomó esto por última vez? ${medicine}`,
  clinicPhone: (number) => `Llame una vez a la clínica: ${number}. ¿Entró la llamada?`,
}

const within = (hours: string | undefined) =>
  hours === undefined ? ', hoy o ayer' : `, en las últimas ${hours} horas`
