import { callHref } from '../../content/crisis.ts'
import type { ErrorPageCode } from '../../content/en/errors.ts'
import type { Words } from '../../content/words.ts'
import { ButtonLink } from '../button.tsx'

type ErrorPageProps = {
  words: Words['errors']
  code: ErrorPageCode
  practice: { name: string; phone: string | null }
  /** Id of the request in our log, for the ones worth a call; it says nothing about the person. */
  reference?: string | undefined
  /** Where to go on: the sign-in with its way back, or the first page of this person's part. */
  homeHref?: string
  signInHref?: string
}

/** What happened, that nobody is to blame, and what to do. It never repeats what was sent. */
export function ErrorPage(props: ErrorPageProps) {
  const { words, code, practice, reference, homeHref = '/', signInHref = '/sign-in' } = props
  const { title, what, next } = words[code]
  return (
    <div class="narrow flow error-page">
      <h1>{title}</h1>
      <p class="lead">{what}</p>
      <p>{next}</p>
      <p class="actions">
        {code === 'unauthenticated' ? (
          <ButtonLink kind="first" href={signInHref}>
            {words.toSignIn}
          </ButtonLink>
        ) : (
          <ButtonLink kind="first" href={homeHref}>
            {words.toStart}
          </ButtonLink>
        )}
        {practice.phone !== null && (
          <ButtonLink href={callHref(practice.phone)}>{words.call(practice.phone)}</ButtonLink>
        )}
      </p>
      {reference !== undefined && <p class="quiet">{words.reference(reference)}</p>}
    </div>
  )
}
