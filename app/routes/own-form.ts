/** The id of a patient's own form, made with its page and sealed for them: sent twice it is stored once. */
import { randomUUID } from 'node:crypto'
import type { Permit } from '../access/permit.ts'
import { AppError } from '../system/errors.ts'
import { isUuid } from '../system/ids.ts'
import type { Fields } from '../ui/hidden-fields.tsx'
import type { RouteContext } from './route.ts'

type Own = Permit<'read-preparation' | 'prepare' | 'read-own-people' | 'change-people'>

/** The hidden fields of a new form. A page left open on a shared phone cannot be sent by whoever signs in next. */
export function newForm(
  c: RouteContext,
  { patientId }: Own,
  purpose: string,
  id: string = randomUUID(),
): Fields {
  return { formId: id, seal: c.var.services.seals.seal(purpose, patientId, id) }
}

/** @throws AppError invalid for a form that is not this patient's, or came without its id */
export function formIdOf(
  c: RouteContext,
  { patientId }: Own,
  purpose: string,
  { formId, seal }: Record<string, unknown>,
): string {
  if (!isUuid(formId)) throw new AppError('invalid', 'a form came without its id')
  if (!c.var.services.seals.isSealed(seal, purpose, patientId, formId))
    throw new AppError('invalid', 'a form came with a seal that is not this patient’s')
  return formId
}

/** Every value of a field that may be sent several times: the ticks of a list. */
export function valuesIn(fields: Record<string, unknown>, name: string): string[] {
  const sent = fields[name]
  return (Array.isArray(sent) ? sent : [sent]).filter((value): value is string => typeof value === 'string')
}
