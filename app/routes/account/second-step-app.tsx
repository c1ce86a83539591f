import type { Words } from '../../content/words.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { QrCode } from './qr-code.tsx'

type ScanPageProps = {
  words: Words['account']['enrol']
  /** What the app is to read. Absent when a code did not fit: the app has it by then. */
  uri?: string
  problem?: string
}

export function ScanPage({ words, uri, problem }: ScanPageProps) {
  return (
    <div class="narrow flow">
      <h1>{words.scanTitle}</h1>
      {uri !== undefined && (
        <>
          <p>{words.scanText}</p>
          <QrCode text={uri} label={words.scanLabel} />
          <p>
            {words.byHand} <code>{keyIn(uri)}</code>
          </p>
        </>
      )}
      <form class="flow" method="post" action="/account/second-step/confirm">
        <Field
          name="code"
          label={words.code}
          error={problem}
          inputMode="numeric"
          autocomplete="one-time-code"
          maxLength={10}
          width="code"
          required
        />
        <Button kind="first">{words.confirm}</Button>
      </form>
    </div>
  )
}

/** In groups of four, as apps ask for it. */
const keyIn = (uri: string) => (new URL(uri).searchParams.get('secret') ?? '').replace(/(.{4})(?=.)/g, '$1 ')

type BackupCodesProps = { words: Words['account']['enrol']; codes: readonly string[]; next: string }

/** Shown once. They can be printed: the page has nothing else on it. */
export function BackupCodes({ words, codes, next }: BackupCodesProps) {
  return (
    <div class="narrow flow">
      <h1>{words.doneTitle}</h1>
      <p class="lead">{words.doneText}</p>
      <ul class="backup-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p class="actions">
        <ButtonLink href={next} kind="first">
          {words.done}
        </ButtonLink>
      </p>
    </div>
  )
}
