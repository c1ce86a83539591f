import type { Words } from '../../content/words.ts'
import { ButtonLink } from '../button.tsx'
import { Grounding } from '../grounding.tsx'
import { Notice } from '../notice.tsx'

/** After handing in. It says that the answers were sent and no more: nobody has read them yet. */
export function CheckInThanksPage({ words }: { words: Words }) {
  const { thanks } = words.checkIn
  return (
    <div class="narrow flow">
      <h1>{thanks.title}</h1>
      <Notice kind="done">
        <p>{thanks.sent}</p>
      </Notice>
      <p>{thanks.next}</p>
      <Grounding words={words.help.grounding} title={thanks.groundingTitle} lead={thanks.groundingLead} />
      <p class="note">
        {thanks.worse} <a href="/help">{thanks.worseLink}</a>
      </p>
      <p>
        <ButtonLink href="/portal">{thanks.toToday}</ButtonLink>
      </p>
    </div>
  )
}
