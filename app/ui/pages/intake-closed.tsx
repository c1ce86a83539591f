import { callHref } from '../../content/crisis.ts'
import type { Words } from '../../content/words.ts'
import { ButtonLink } from '../button.tsx'

type IntakeClosedPageProps = {
  words: Words['intake']
  why: 'not-open' | 'over' | 'declined'
  phone: string | null
}

/** The intake is not open: not yet, no longer, or this way is not the right one now. No reason is read here. */
export function IntakeClosedPage({ words, why, phone }: IntakeClosedPageProps) {
  return (
    <div class="narrow flow">
      {why === 'declined' ? (
        <Declined words={words.declined} phone={phone} />
      ) : (
        <>
          <h1>{why === 'over' ? words.over.title : words.notOpen.title}</h1>
          <p class="lead">{why === 'over' ? words.over.text : words.notOpen.text}</p>
        </>
      )}
      <p>
        <ButtonLink href="/portal">{words.notOpen.toToday}</ButtonLink>
      </p>
    </div>
  )
}

function Declined({ words, phone }: { words: Words['intake']['declined']; phone: string | null }) {
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.text}</p>
      <h2 class="small-title">{words.waysTitle}</h2>
      <ul>
        {words.ways.map((way) => (
          <li key={way}>{way}</li>
        ))}
      </ul>
      <p>
        {words.call} {phone !== null && <a href={callHref(phone)}>{phone}</a>}
      </p>
      <p class="note">
        {words.help} <a href="/help">{words.helpLink}</a>
      </p>
    </>
  )
}
