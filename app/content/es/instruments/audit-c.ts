import { EMPTY_SLOT, type InstrumentWords } from '../../en/instruments/instrument-words.ts'

export const auditC: InstrumentWords = {
  title: 'El alcohol en el último año',
  why: 'El alcohol y este medicamento no se mezclan en los días de sesión. No hay respuesta equivocada.',
  note: null,
  untranslated: null,
  wording: EMPTY_SLOT,
}
