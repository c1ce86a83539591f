import { callHref, textHref } from '../../content/crisis.ts'
import type { Words } from '../../content/words.ts'

/** Two numbers that work without us, on every page. The longer list is one tap away. */
export function CrisisStrip({ words }: { words: Words['frame'] }) {
  const { crisis } = words
  return (
    <section class="crisis-strip" aria-labelledby="crisis-title">
      <h2 id="crisis-title">{crisis.title}</h2>
      <p>
        {crisis.danger} <a href={callHref('911')}>911</a>
      </p>
      <p>
        {crisis.talk} <a href={callHref('988')}>{crisis.call988}</a>,{' '}
        <a href={textHref({ to: '988' })}>{crisis.text988}</a>
      </p>
      <p>
        <a href="/help">{crisis.more}</a>
      </p>
    </section>
  )
}
