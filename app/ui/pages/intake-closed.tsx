import { callHref } from '../../content/crisis.ts'
import type { Words } from '../../content/words.ts'
import { ButtonLink } from '../button.tsx'

type IntakeClosedPageProps = {
  words: Pick<Words, 'intake' | 'ownPages'>
  why: 'not-open' | 'over' | 'declined'
  phone: string | null
  /** Something was handed in here, and not taken. */
  wasSent: boolean
}

/** The intake is not open: not yet, no longer, or this way is not the right one now. No reason is read here. */
export function IntakeClosedPage({ words, why, phone, wasSent }: IntakeClosedPageProps) {
  const { declined, over, notOpen } = words.intake
  const { nothingSent, help, helpLink } = words.ownPages
  return (
    <div class="narrow flow">
      {why === 'declined' ? (
        <Declined words={declined} phone={phone} />
      ) : (
        <>
          <h1>{why === 'over' ? over.title : notOpen.title}</h1>
          <p class="lead">{why === 'over' ? over.text : notOpen.text}</p>
        </>
      )}
      {wasSent && (
        <p>
          {nothingSent} {help} <a href="/help">{helpLink}</a>
        </p>
      )}
      <p>
        <ButtonLink href="/portal">{notOpen.toToday}</ButtonLink>
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
