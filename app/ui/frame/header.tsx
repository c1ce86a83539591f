import type { PageFrame } from '../document.tsx'
import { Mark } from '../mark.tsx'

/**
 * The bar: whose house this is, help, and the way out.
 *
 * *Leave* is a plain link that works without script; in the portal a script makes it leave no trace in the
 * history. Staff have no use for it: their pages are read at work.
 */
export function Header(frame: PageFrame) {
  const { area, words, practice, isDemo } = frame
  return (
    <>
      {isDemo && <aside class="demo-banner">{words.demoBanner}</aside>}
      <header class={`bar bar-${area}`}>
        <div class="page bar-row">
          <a class="name" href={HOME[area]}>
            <Mark />
            <span>{practice.name}</span>
          </a>
          {area === 'console' && <ConsoleTabs {...frame} />}
          <OtherLanguage {...frame} />
          {area === 'console' ? <SignOut {...frame} /> : <WaysOut {...frame} />}
        </div>
      </header>
      {area === 'portal' && <PortalTabs {...frame} />}
    </>
  )
}

/** Help and the way out: the line of the bar that stays in sight. */
function WaysOut({ area, words }: PageFrame) {
  return (
    <div class="ways-out">
      <a class="help-now" href="/help">
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

function PortalTabs({ words, path }: PageFrame) {
  const tabs = [
    { href: '/portal', label: words.tabs.today },
    { href: '/portal/check-in', label: words.tabs.checkIn },
    { href: '/account', label: words.account },
  ]
  return (
    <nav class="tabs" aria-label={words.portalNav}>
      <Tabs tabs={tabs} path={path} />
    </nav>
  )
}

function ConsoleTabs({ words, path }: PageFrame) {
  const tabs = [
    { href: '/console', label: words.tabs.worklist },
    { href: '/account', label: words.account },
  ]
  return (
    <nav class="bar-tabs" aria-label={words.consoleNav}>
      <Tabs tabs={tabs} path={path} />
    </nav>
  )
}

type Tab = { href: string; label: string }

function Tabs({ tabs, path }: { tabs: Tab[]; path: string }) {
  const current = currentTab(tabs, path)
  return (
    <ul>
      {tabs.map(({ href, label }) => (
        <li key={href}>
          <a href={href} aria-current={href === path ? 'page' : href === current ? 'true' : undefined}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** The tab this page stands under: the longest address that the page's own begins with. */
export function currentTab(tabs: readonly Tab[], path: string): string | undefined {
  return tabs
    .map(({ href }) => href)
    .filter((href) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.length - a.length)[0]
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
