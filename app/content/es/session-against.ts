import type { sessionAgainst as en } from '../en/session-against.ts'

export const sessionAgainst: typeof en = {
  finding: (rules) =>
    `Abierto en la página del paciente, y detiene la sesión: ${rules} Sigue cuando un médico lo haya cerrado allí, con un motivo.`,
  consents:
    'Falta un consentimiento que pide el protocolo. La sesión sigue cuando el paciente lo haya firmado de nuevo.',
  alert:
    'Hay una alerta abierta fuera de esta sesión. La sesión sigue cuando quede resuelta en la lista de alertas.',
}
