import { callHref } from '../content/crisis.ts'
import type { Words } from '../content/words.ts'

/** How to reach a patient and who is with them, as each of them told it. */
export type ContactView = {
  phone: string | undefined
  /** Where helpers would go. */
  street: string | undefined
  beside: readonly { part: 'support' | 'backup'; name: string; phone: string | undefined }[]
}

export type ContactProps = { words: Words['patient']['contact']; contact: ContactView }

/** Where other pages lead to. */
export const TO_CALL = 'to-call'

/** One line for each. What is missing is said: nobody looks for a number that was never told. */
export const Contact = ({ words, contact: { phone, street, beside } }: ContactProps) => (
  <ul class="plain-list" id={TO_CALL}>
    <li>
      <PhoneNumber words={words} phone={phone} /> · {street ?? words.noStreet}
    </li>
    {beside.map((person) => (
      <li key={person.part}>
        {words[person.part]}: {person.name} · <PhoneNumber words={words} phone={person.phone} />
      </li>
    ))}
  </ul>
)

const PhoneNumber = ({ words, phone }: Pick<ContactProps, 'words'> & { phone: string | undefined }) =>
  phone === undefined ? words.noPhone : <a href={callHref(phone)}>{phone}</a>
