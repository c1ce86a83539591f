import type { ComponentChildren } from 'preact'
import { callHref } from '../content/crisis.ts'
import type { Language, Words } from '../content/words.ts'
import { DuskFoot, Footer } from './frame/footer.tsx'
import { Header } from './frame/header.tsx'
import { Notice } from './notice.tsx'

/** `plain` is a page that stands alone: signing in, something that went wrong. */
export type Area = 'public' | 'portal' | 'console' | 'plain'

export type PageFrame = {
  area: Area
  language: Language
  words: Words['frame']
  practice: { name: string; phone: string | null }
  isDemo: boolean
  /** A dark room, or somebody in need of help: no tabs, and around the page only help, the way out and two numbers. */
  isDusk?: boolean | undefined
  /** Path of this page, without its query: where the other language is. */
  path: string
  /** Who is signed in, and as what: it decides which tabs there are. */
  person?: { name: string; roles: readonly string[] } | undefined
  /**
   * A form on this page that somebody may have written in. Changing the language then hands it in with this
   * field, which must bring the same screen back, so that nothing written is lost.
   */
  form?:
    | {
        id: string
        field: string
        value: string
        /** What Enter in a line of it sends. Without, a browser takes the first button it finds: the language. */
        enter?: string
      }
    | undefined
}

/** A page that looks again by itself, here or at another address of ours. */
export type Again = { everySeconds: number; at?: string }

export type DocumentProps = PageFrame & {
  again?: Again | undefined
  /** In the portal the title says nothing about health: it stands in the history of a phone others may hold. */
  title: string
  /** Addresses on our own origin. Fonts are fetched early; the rest of the alphabet only when it is needed. */
  assets: { styles: string[]; scripts: string[]; fonts: string[] }
  children: ComponentChildren
}

/**
 * A whole page. It carries no inline style or script and names no other origin, so that the policy
 * `default-src 'self'` holds everywhere without exceptions.
 */
export function Document({ title, assets, again, children, ...frame }: DocumentProps) {
  const { area, language, words, practice, path } = frame
  const namesPractice = area === 'public' || area === 'console'
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{namesPractice && title !== practice.name ? `${title} · ${practice.name}` : title}</title>
        {/* Nobody else learns where a visitor came from; our own forms must be able to say it. */}
        <meta name="referrer" content="same-origin" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#f9f6f0" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#0c1a1d" />
        {area === 'public' ? (
          <link
            rel="alternate"
            hreflang={language === 'en' ? 'es' : 'en'}
            href={`${path}?lang=${language === 'en' ? 'es' : 'en'}`}
          />
        ) : (
          <meta name="robots" content="noindex, nofollow" />
        )}
        {/* iOS would turn totals and times into things to dial. */}
        <meta name="format-detection" content="telephone=no" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        {assets.fonts.map((href) => (
          <link key={href} rel="preload" href={href} as="font" type="font/woff2" crossorigin="anonymous" />
        ))}
        {assets.styles.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        {again && (
          <noscript>
            <meta http-equiv="refresh" content={refreshOf(again)} />
          </noscript>
        )}
        {assets.scripts.map((src) => (
          <script key={src} type="module" src={src} />
        ))}
      </head>
      <body class={frame.isDusk ? `in-${area} in-dusk` : `in-${area}`}>
        {frame.form?.enter !== undefined && (
          <button
            type="submit"
            form={frame.form.id}
            name={frame.form.field}
            value={frame.form.enter}
            hidden
          />
        )}
        <a class="skip-link" href="#content">
          {words.skipToContent}
        </a>
        <Header {...frame} />
        <main id="content" tabindex={-1}>
          {again && <Offline words={words} practice={practice} again={again} />}
          {children}
        </main>
        {frame.isDusk ? <DuskFoot words={words} /> : <Footer {...frame} />}
      </body>
    </html>
  )
}

const refreshOf = ({ everySeconds, at }: Again) =>
  at === undefined ? `${everySeconds}` : `${everySeconds}; url=${at}`

type OfflineProps = Pick<PageFrame, 'words' | 'practice'> & { again: Again }

/** Shown by the script that looks again, when it cannot: the page stays, with every number on it. */
const Offline = ({ words, practice: { phone }, again }: OfflineProps) => (
  <div class="narrow" role="status" hidden data-again={again.everySeconds} data-at={again.at}>
    <Notice kind="problem" title={words.offline.title}>
      <p>{words.offline.text}</p>
      <p>
        <a class="big-link" href={callHref('911')}>
          911
        </a>{' '}
        {phone !== null && (
          <a class="big-link" href={callHref(phone)}>
            {phone}
          </a>
        )}
      </p>
    </Notice>
  </div>
)
