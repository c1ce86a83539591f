/** A form's fields by name. */
export type Fields = Readonly<Record<string, string>>

/** What was written on another screen, carried along in the form so that it comes back with the next one. */
export function HiddenFields({ fields }: { fields: Fields }) {
  return (
    <>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  )
}
