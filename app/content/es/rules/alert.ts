import type { AlertWords } from '../../rule-words.ts'

export const alert: AlertWords = {
  crisis: (lifeline, emergency) =>
    `Si podría actuar por ideas de quitarse la vida, llame o escriba al ${lifeline} ahora. Si alguien está en peligro, llame al ${emergency}.`,
  crisisBeside: (lifeline, emergency) =>
    `Quédese a su lado y escuche. Pueden llamar o escribir juntos al ${lifeline}. Si alguien está en peligro, llame al ${emergency}.`,
  neutral: 'Un profesional clínico necesita ver esto antes del próximo paso.',
  sent: (to) => `Enviamos esto a ${to}. Todavía no lo ha visto.`,
  seen: (by, at) => `${by} vio esto a las ${at}.`,
  outsideCover: (opens, contact, lifeline, emergency) =>
    `Ahora nadie de la clínica está mirando. Una persona leerá esto: ${opens}. Para ayuda ahora: ${lifeline}, ${emergency}, ${contact}.`,
}
