import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { LANGUAGES, words } from '../content/words.ts'
import { type Area, Document } from './document.tsx'
import { currentTab, tabsFor } from './frame/tabs.tsx'
import { HelpPage } from './pages/help.tsx'
import { HomePage } from './pages/home.tsx'

const practice = { name: 'Harbour Street Clinic', phone: '(305) 555-0142' }

type Options = {
  area?: Area
  title?: string
  path?: string
  isDemo?: boolean
  isDusk?: boolean
  form?: FormField
  roles?: string[]
}
type FormField = { id: string; field: string; value: string }

function html(options: Options = {}, body: VNode = <p>Body</p>, language: 'en' | 'es' = 'en') {
  const {
    area = 'portal',
    title = 'Today',
    path = '/portal',
    isDemo = false,
    isDusk,
    form,
    roles = ['patient'],
  } = options
  return renderToString(
    <Document
      area={area}
      title={title}
      path={path}
      isDemo={isDemo}
      isDusk={isDusk}
      form={form}
      language={language}
      words={words[language].frame}
      practice={practice}
      person={{ name: 'Sam', roles }}
      assets={{ styles: ['/assets/s.css'], scripts: ['/assets/leave.js'], fonts: ['/assets/f.woff2'] }}
    >
      {body}
    </Document>,
  )
}

const AREAS: Area[] = ['public', 'portal', 'console', 'plain']

describe.each(AREAS)('a page of the %s part', (area) => {
  const page = html({ area })

  test('has a skip link, one main part, and help in a crisis', () => {
    expect(page).toContain('href="#content"')
    expect(page.match(/<main/g)).toHaveLength(1)
    expect(page).toContain('href="tel:988"')
    expect(page).toContain('href="tel:911"')
  })

  test('has no style or script inside, and names no other origin', () => {
    expect(page).not.toMatch(/ style=| on[a-z]+=|<style|javascript:/)
    expect(page).not.toMatch(/(?:src|href|action)="(?:https?:)?\/\//)
    expect(page.match(/<script/g)).toHaveLength(1)
  })

  test('offers the other language, in that language', () => {
    expect(page).toContain('href="/portal?lang=es" hreflang="es" lang="es"')
  })
})

test('Leave and Help are on every page but the console’s', () => {
  for (const area of AREAS) expect(html({ area }).includes('href="/leave"')).toBe(area !== 'console')
})

test('around a page for the dark there is help, as dark, and the way out, and nothing else', () => {
  for (const area of ['portal', 'plain'] as const) {
    const page = html({ area, isDusk: true })
    expect(page).not.toMatch(/<nav|class="foot /)
    expect(page.match(/<main/g)).toHaveLength(1)
    for (const href of ['/help?dim', '/leave', '#content', 'tel:911', 'tel:988'])
      expect(page).toContain(`href="${href}"`)
    expect(page).toContain('aria-label="Harbour Street Clinic"')
  }
})

test('the name of the practice stands in no title a patient leaves in a history', () => {
  expect(html()).toContain('<title>Today</title>')
  expect(html({ area: 'public', title: 'Help' })).toContain('<title>Help · Harbour Street Clinic</title>')
})

test('a demo says so on the page, and a practice does not', () => {
  expect(html({ isDemo: true })).toContain(words.en.frame.demoBanner)
  expect(html()).not.toContain(words.en.frame.demoBanner)
})

test('changing the language hands a form in instead of losing what is written in it', () => {
  const page = html({ path: '/portal/check-in', form: { id: 'check-in', field: 'step', value: '2' } })
  expect(page).toContain('formaction="/portal/check-in?lang=es"')
  expect(page).toContain('form="check-in"')
  expect(page).not.toContain('href="/portal/check-in?lang=es"')
})

test.each([
  ['/portal', '/portal'],
  ['/portal/check-in', '/portal/check-in'],
  ['/portal/check-in/thank-you', '/portal/check-in'],
  ['/elsewhere', undefined],
])('%s stands under the tab %s', (path, tab) => {
  const tabs = ['/portal', '/portal/check-in', '/account'].map((href) => ({ href, label: href }))
  expect(currentTab(tabs, path)).toBe(tab)
})

test.each<[string[], Area, string[]]>([
  [['patient'], 'portal', ['/portal', '/portal/check-in', '/account']],
  [['patient'], 'plain', ['/portal', '/portal/check-in', '/account']],
  [
    ['prescriber', 'medical-director'],
    'console',
    [
      '/console',
      '/console/alerts',
      '/console/sessions',
      '/console/people',
      '/console/duty',
      '/console/protocol',
      '/console/exceptions',
      '/console/rules',
      '/console/instruments',
      '/account',
    ],
  ],
  [['admin'], 'console', ['/console/protocol', '/console/instruments', '/account']],
  [['therapist'], 'plain', ['/people', '/care-team/integration', '/account']],
  [['prescriber', 'patient'], 'portal', ['/portal', '/portal/check-in', '/account']],
  [
    ['prescriber', 'patient'],
    'console',
    [
      '/console',
      '/console/alerts',
      '/console/sessions',
      '/console/people',
      '/console/duty',
      '/console/protocol',
      '/console/rules',
      '/console/instruments',
      '/account',
    ],
  ],
  [['patient'], 'public', []],
])('%j on a %s page is led to %j', (roles, area, hrefs) => {
  expect(tabsFor({ area, person: { name: 'Sam', roles } }).map(({ href }) => href)).toEqual(hrefs)
})

test('nobody signed in is led nowhere', () => {
  expect(tabsFor({ area: 'plain' })).toEqual([])
})

test('the first page tells the price, the area, who the doctor is, and what the evidence is not', () => {
  const home = {
    ...practice,
    states: [
      { code: 'FL', name: 'Florida', counties: 67 },
      { code: 'NJ', name: 'New Jersey', counties: 21 },
    ],
    priceFromUsd: 250,
    physician: { name: 'Dr. Maya Okafor', credentials: 'Board-certified', licenceNote: 'Check it here' },
  }
  for (const language of LANGUAGES) {
    const page = html(
      { area: 'public', path: '/' },
      <HomePage words={words[language].home} practice={home} language={language} />,
      language,
    )
    for (const part of [
      '$250',
      '67',
      '21',
      'Florida',
      'New Jersey',
      'Dr. Maya Okafor',
      'VA/DoD',
      'FDA',
      '158',
    ])
      expect(page).toContain(part)
    expect(page.match(/<h2/g)?.length).toBeGreaterThanOrEqual(7)
  }
})

test('help offers every line by the means it has, and red for 911 alone', () => {
  const page = renderToString(
    <HelpPage words={words.en.help} practice={practice} checkedOn={{ iso: '2026-11-22', text: 'Nov 22' }} />,
  )
  for (const href of ['tel:911', 'tel:988', 'sms:988', 'sms:838255', 'sms:741741?&amp;body=HOME'])
    expect(page).toContain(`href="${href}"`)
  expect(page.match(/emergency"[^>]*>/g)?.filter((tag) => tag.includes('href'))).toEqual([
    'emergency" href="tel:911">',
  ])
})
