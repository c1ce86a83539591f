import type { Words } from '../content/words.ts'
import { Button } from './button.tsx'
import { Field } from './field.tsx'

export type BookingForm = {
  startsAt: string
  integrationAt: string
  zone: string
  withId: string
}

type Form = Words['booking']['desk']['form']

type BookingFieldsProps = {
  words: Words
  action: string
  /** A session with its appointment, or another appointment for a session that has none. */
  kind: 'both' | 'integration'
  /** Made with the page, so that sending twice is booking once. */
  ids: { sessionId: string; appointmentId: string }
  needsIntegrationFor: string | undefined
  written: BookingForm
  integrators: readonly { id: string; name: string; isTherapist: boolean }[]
  zones: readonly string[]
  unclear: readonly (keyof Form['unclear'])[]
}

/** When, in the patient's own zone, and with whom. */
export function BookingFields({ words, action, kind, needsIntegrationFor, ...props }: BookingFieldsProps) {
  const { ids, written, integrators, zones, unclear } = props
  const { form } = words.booking.desk
  const error = (field: keyof Form['unclear']) => (unclear.includes(field) ? form.unclear[field] : undefined)
  return (
    <form method="post" action={action} class="flow">
      <input
        type="hidden"
        name="sessionId"
        value={kind === 'both' ? ids.sessionId : (needsIntegrationFor ?? '')}
      />
      <input type="hidden" name="appointmentId" value={ids.appointmentId} />
      <div class="field">
        <label for="zone">{form.zone}</label>
        <p class="field-hint" id="zone-hint">
          {form.zoneHint}
        </p>
        <select id="zone" name="zone" aria-describedby="zone-hint">
          {zones.map((zone) => (
            <option key={zone} value={zone} selected={zone === written.zone}>
              {zone.replaceAll('_', ' ')}
            </option>
          ))}
        </select>
      </div>
      <div class="field-row">
        {kind === 'both' && (
          <Field
            name="startsAt"
            type="datetime-local"
            label={form.startsAt}
            value={written.startsAt}
            error={error('startsAt')}
          />
        )}
        <Field
          name="integrationAt"
          type="datetime-local"
          label={form.integrationAt}
          value={written.integrationAt}
          error={error('integrationAt')}
        />
      </div>
      <div class="field">
        <label for="withId">{form.with}</label>
        {error('with') !== undefined && <p class="field-error">{error('with')}</p>}
        <select id="withId" name="withId">
          <option value="" />
          {integrators.map(({ id, name, isTherapist }) => (
            <option key={id} value={id} selected={id === written.withId}>
              {`${name}, ${isTherapist ? form.therapist : form.inHouse}`}
            </option>
          ))}
        </select>
      </div>
      <Button kind="first">{kind === 'both' ? form.book : form.bookIntegration}</Button>
    </form>
  )
}
