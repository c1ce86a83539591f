import { callHref } from '../../content/crisis.ts'
import type { PageFrame } from '../document.tsx'
import { CrisisStrip } from './crisis-strip.tsx'
import { SignOut } from './header.tsx'

/** In the dark: one dim line, the two numbers that work without us. */
export const DuskFoot = ({ words: { crisis } }: Pick<PageFrame, 'words'>) => (
  <footer class="foot-dusk page">
    <span>
      {crisis.danger} <a href={callHref('911')}>911</a>
    </span>
    <a href={callHref('988')}>{crisis.call988}</a>
  </footer>
)

/** The foot of every page: help first, then who we are. */
export function Footer(frame: PageFrame) {
  const { area, words, practice } = frame
  return (
    <footer class={`foot foot-${area}`}>
      <div class="page foot-row">
        <CrisisStrip words={words} />
        <section class="foot-practice" aria-label={words.about}>
          <p class="foot-name">{practice.name}</p>
          {practice.phone !== null && (
            <p>
              {words.callPractice} <a href={callHref(practice.phone)}>{practice.phone}</a>
            </p>
          )}
          {area !== 'console' && <SignOut {...frame} />}
        </section>
        <p class="foot-note">{area === 'console' ? words.console : words.education}</p>
      </div>
    </footer>
  )
}
