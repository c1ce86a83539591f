/** A form's fields by name. */
export type Fields = Readonly<Record<string, string>>

/** The same, where several boxes under one name were ticked. */
export type ManyFields = Readonly<Record<string, string | readonly string[]>>

/** What was written on another screen, carried along in the form so that it comes back with the next one. */
export function HiddenFields({ fields }: { fields: ManyFields }) {
  return (
    <>
      {Object.entries(fields).flatMap(([name, values]) =>
        [values]
          .flat()
          .map((value) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />),
      )}
    </>
  )
}
