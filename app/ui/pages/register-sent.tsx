import type { Words } from '../../content/words.ts'
import { ButtonLink } from '../button.tsx'
import { Notice } from '../notice.tsx'

type RegisterSentProps = { words: Words['register']['sent']; isDemo: boolean }

/** The same for everybody, whether or not the address had an account. */
export function RegisterSentPage({ words, isDemo }: RegisterSentProps) {
  return (
    <div class="narrow flow">
      <h1>{words.title}</h1>
      <p class="lead">{words.text}</p>
      <p>{words.nothing}</p>
      <p class="quiet">{words.same}</p>
      {isDemo && (
        <Notice>
          <p>
            <a href="/demo/mail">{words.demo}</a>
          </p>
        </Notice>
      )}
      <p class="actions">
        <ButtonLink href="/sign-in">{words.signIn}</ButtonLink>
      </p>
    </div>
  )
}
