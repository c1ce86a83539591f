import type { told as english } from '../en/told.ts'

export const told: typeof english = {
  sent: 'Enviado',
  notSeen: 'Nadie lo ha visto todavía.',
  seen: (who: string) => `${who} lo vio`,
  outsideCover: 'Ahora mismo no hay nadie de guardia en el consultorio. Alguien lo lee cuando vuelvan.',
  meanwhile: 'Si necesita a alguien antes, de día o de noche:',
  meanwhileLink: 'Ayuda ahora mismo',
}
