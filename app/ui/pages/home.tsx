import { callHref } from '../../content/crisis.ts'
import type { Language, Words } from '../../content/words.ts'
import { ButtonLink } from '../button.tsx'
import { EveningScene } from '../evening-scene.tsx'
import { ServedAreaMap } from '../served-area-map.tsx'
import { HomeEvidence } from './home-evidence.tsx'

export type HomePractice = {
  name: string
  states: readonly { code: string; name: string; counties: number }[]
  priceFromUsd: number
  physician: { name: string; credentials: string; licenceNote: string }
  phone: string | null
}

type HomeProps = { words: Words['home']; practice: HomePractice; language: Language }
/** `states` joins their names with *and*, `eitherState` with *or*. */
type Section = { words: Words['home']; practice: HomePractice; states: string; eitherState: string }

/** The public first page, in five calm sections. It sets no cookie, loads no script and asks for nothing. */
export function HomePage({ words, practice, language }: HomeProps) {
  const names = practice.states.map(({ name }) => name)
  const section = {
    words,
    practice,
    states: new Intl.ListFormat(language, { type: 'conjunction' }).format(names),
    eitherState: new Intl.ListFormat(language, { type: 'disjunction' }).format(names),
  }
  return (
    <div class="home">
      <Hero {...section} />
      <nav class="page on-this-page" aria-label={words.nav.label}>
        <ul>
          {(['what', 'who', 'how', 'cost', 'evidence'] as const).map((id) => (
            <li key={id}>
              <a href={`#${id}`}>{words.nav[id]}</a>
            </li>
          ))}
        </ul>
      </nav>
      <What {...section} />
      <Who {...section} />
      <How {...section} />
      <Cost {...section} />
      <HomeEvidence words={words.evidence} />
      <People {...section} />
    </div>
  )
}

function Hero({ words: { hero }, practice, states }: Section) {
  return (
    <div class="hero">
      <div class="page hero-text">
        <h1>{hero.title}</h1>
        <p class="lead">{hero.lead(states)}</p>
        <p class="actions">
          <ButtonLink kind="first" href="/assessment">
            {hero.assess}
          </ButtonLink>
          {practice.phone !== null && (
            <ButtonLink href={callHref(practice.phone)}>{hero.talkFirst(practice.phone)}</ButtonLink>
          )}
          <span class="hero-sign-in">
            {hero.alreadyHere} <a href="/sign-in">{hero.signIn}</a>
          </span>
        </p>
        <p class="quiet">{hero.assessNote}</p>
        <p class="quiet">{hero.noHurry}</p>
      </div>
      <EveningScene />
    </div>
  )
}

function What({ words: { what } }: Section) {
  return (
    <section id="what" class="page band two-thirds" aria-labelledby="what-title">
      <div class="flow">
        <h2 id="what-title">{what.title}</h2>
        {what.paragraphs.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
      <aside class="aside flow" aria-labelledby="never">
        <h3 id="never">{what.asideTitle}</h3>
        <ul>
          {what.aside.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </aside>
    </section>
  )
}

function Who({ words: { who }, eitherState }: Section) {
  return (
    <section id="who" class="sunk" aria-labelledby="who-title">
      <div class="page band flow">
        <h2 id="who-title">{who.title}</h2>
        <div class="two-columns">
          <div class="card flow">
            <h3>{who.forTitle}</h3>
            <ul class="reasons yes">
              {who.for(eitherState).map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </div>
          <div class="card flow">
            <h3>{who.notTitle}</h3>
            <ul class="reasons no">
              {who.not.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </div>
        </div>
        <p>{who.note}</p>
        <p class="note">
          {who.crisis} <a href="/help">{who.crisisLink}</a>
        </p>
      </div>
    </section>
  )
}

function How({ words: { how } }: Section) {
  return (
    <section id="how" class="page band flow" aria-labelledby="how-title">
      <h2 id="how-title">{how.title}</h2>
      <p class="lead">{how.lead}</p>
      <ol class="way">
        {how.steps.map(({ title, text }) => (
          <li key={title}>
            <h3>{title}</h3>
            <p>{text}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Cost({ words: { cost }, practice, states }: Section) {
  return (
    <section id="cost" class="sunk" aria-labelledby="cost-title">
      <div class="page band two-halves">
        <div class="flow">
          <h2 id="cost-title">{cost.title}</h2>
          <p class="price">
            {cost.from} <strong>{cost.price(practice.priceFromUsd)}</strong> {cost.perMonth}
          </p>
          <ul>
            {cost.terms.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
        <div class="flow">
          <h3>{cost.areaTitle}</h3>
          <div class="area">
            <ServedAreaMap states={practice.states} label={cost.map(states)} />
            <ul class="plain-list">
              {practice.states.map(({ code, name, counties }) => (
                <li key={code}>
                  <strong>{name}</strong>
                  <span class="quiet">{cost.counties(counties)}</span>
                </li>
              ))}
            </ul>
          </div>
          <p class="quiet">{cost.elsewhere}</p>
        </div>
      </div>
    </section>
  )
}

function People({ words: { people, hero }, practice }: Section) {
  const { name, credentials, licenceNote } = practice.physician
  return (
    <section class="sunk" aria-labelledby="people-title">
      <div class="page band two-halves">
        <div class="flow">
          <h2 id="people-title">{people.title}</h2>
          <p class="person">
            <strong>{name}</strong>
            <span>{credentials}</span>
          </p>
          <p class="quiet">{licenceNote}</p>
        </div>
        <div class="flow">
          <h2>{people.talkTitle}</h2>
          <p>{people.talk}</p>
          <p class="actions">
            {practice.phone !== null && (
              <ButtonLink kind="first" href={callHref(practice.phone)}>
                {hero.talkFirst(practice.phone)}
              </ButtonLink>
            )}
            <ButtonLink href="/assessment">{hero.assess}</ButtonLink>
            <ButtonLink href="/sign-in">{hero.signIn}</ButtonLink>
          </p>
        </div>
      </div>
    </section>
  )
}
