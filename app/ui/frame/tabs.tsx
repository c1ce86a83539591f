import type { PageFrame } from '../document.tsx'

type TabName = keyof PageFrame['words']['tabs']
type Tab = { name: TabName; href: string }

/** Every place there is, and whose it is. A place without roles is everybody's who is signed in. */
const PLACES: readonly (Tab & { roles?: readonly string[] })[] = [
  { name: 'today', href: '/portal', roles: ['patient'] },
  { name: 'checkIn', href: '/portal/check-in', roles: ['patient'] },
  { name: 'worklist', href: '/console', roles: ['prescriber'] },
  { name: 'alerts', href: '/console/alerts', roles: ['prescriber', 'care-coordinator'] },
  { name: 'sessions', href: '/console/sessions', roles: ['prescriber'] },
  { name: 'people', href: '/people', roles: ['therapist', 'support-person', 'care-coordinator'] },
  { name: 'journeys', href: '/console/people', roles: ['prescriber', 'care-coordinator'] },
  { name: 'meetings', href: '/care-team/integration', roles: ['therapist'] },
  { name: 'duty', href: '/console/duty', roles: ['prescriber', 'care-coordinator'] },
  {
    name: 'protocol',
    href: '/console/protocol',
    roles: ['prescriber', 'medical-director', 'care-coordinator', 'admin', 'protocol-reviewer'],
  },
  { name: 'exceptions', href: '/console/exceptions', roles: ['medical-director'] },
  { name: 'rules', href: '/console/rules', roles: ['prescriber', 'medical-director', 'protocol-reviewer'] },
  { name: 'instruments', href: '/console/instruments', roles: ['prescriber', 'medical-director', 'admin'] },
  { name: 'account', href: '/account' },
]

/**
 * The places a person's pages lead to. Somebody who works here and is treated here sees the one or the other,
 * by the part of the house the page is in; a page that stands alone leads to both.
 */
export function tabsFor({ area, person }: Pick<PageFrame, 'area' | 'person'>): Tab[] {
  if (!person || area === 'public') return []
  const roles = person.roles.filter(
    (role) => area === 'plain' || (role === 'patient') === (area === 'portal'),
  )
  return PLACES.filter((place) => !place.roles || place.roles.some((role) => roles.includes(role)))
}

/** The tab a page stands under: the longest address that the page's own begins with. */
export function currentTab(tabs: readonly { href: string }[], path: string): string | undefined {
  return tabs
    .map(({ href }) => href)
    .filter((href) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.length - a.length)[0]
}

export function Tabs({ frame, kind }: { frame: PageFrame; kind: 'tabs' | 'bar-tabs' }) {
  const { words, path } = frame
  const tabs = tabsFor(frame)
  if (tabs.length === 0) return null
  const current = currentTab(tabs, path)
  return (
    <nav class={kind} aria-label={words.nav}>
      <ul>
        {tabs.map(({ name, href }) => (
          <li key={href}>
            <a href={href} aria-current={href === path ? 'page' : href === current ? 'true' : undefined}>
              {words.tabs[name]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
