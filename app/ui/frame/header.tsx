import type { PageFrame } from '../document.tsx'
import { Mark } from '../mark.tsx'
import { Tabs } from './tabs.tsx'

/**
 * The bar: whose house this is, help, and the way out.
 *
 * *Leave* is a plain link that works without script; in the portal a script makes it leave no trace in the
 * history. Staff have no use for it: their pages are read at work.
 */
export function Header(frame: PageFrame) {
  const { area, words, practice, isDemo, isDusk } = frame
  return (
    <>
      {isDemo && <aside class="demo-banner">{words.demoBanner}</aside>}
      <header class={isDusk ? 'bar bar-dusk' : `bar bar-${area}`}>
        <div class="page bar-row">
          <a class="name" href={HOME[area]} {...(isDusk ? { 'aria-label': practice.name } : {})}>
            <Mark />
            {!isDusk && <span>{practice.name}</span>}
          </a>
          {area === 'console' && <Tabs frame={frame} kind="bar-tabs" />}
          <OtherLanguage {...frame} />
          {area === 'console' ? <SignOut {...frame} /> : <WaysOut {...frame} />}
        </div>
      </header>
      {area !== 'console' && !isDusk && <Tabs frame={frame} kind="tabs" />}
    </>
  )
}

/** Help and the way out: the line of the bar that stays in sight. */
function WaysOut({ area, words, isDusk }: PageFrame) {
  return (
    <div class="ways-out">
      <a class="help-now" href={isDusk ? '/help?dim' : '/help'}>
        {words.helpNow}
      </a>
      {area === 'public' && <a href="/sign-in">{words.signIn}</a>}
      <a class="leave" href="/leave" title={words.leaveHint} data-leave>
        {words.leave}
      </a>
    </div>
  )
}

const HOME = { public: '/', plain: '/', portal: '/portal', console: '/console' } as const

function OtherLanguage({ language, words, path, form }: PageFrame) {
  const other = language === 'en' ? 'es' : 'en'
  if (form) {
    return (
      <>
        {form.enter !== undefined && (
          // Not for anybody's eyes or fingers: only so that Enter finds it first.
          <button type="submit" hidden form={form.id} name={form.field} value={form.enter} tabindex={-1} />
        )}
        <button
          class="other-language"
          type="submit"
          form={form.id}
          formaction={`${path}?lang=${other}`}
          name={form.field}
          value={form.value}
          lang={other}
          title={words.otherLanguageHint}
        >
          {words.otherLanguage}
        </button>
      </>
    )
  }
  return (
    <a
      class="other-language"
      href={`${path}?lang=${other}`}
      hreflang={other}
      lang={other}
      title={words.otherLanguageHint}
    >
      {words.otherLanguage}
    </a>
  )
}

/** A form, because signing out changes something: a link could be followed by a machine reading ahead. */
export function SignOut({ words, person }: PageFrame) {
  if (!person) return null
  return (
    <form class="sign-out" method="post" action="/sign-out">
      <span class="quiet">{person.name}</span>
      <button type="submit" class="text-button">
        {words.signOut}
      </button>
    </form>
  )
}
