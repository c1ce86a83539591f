import type { ComponentChildren } from 'preact'
import {
  GROUNDING_TOOLS,
  type PreparationPart,
  SETTING_ITEMS,
  type SettingItem,
  TOUCH,
  type Wishes,
} from '../../clinical/preparation.ts'
import type { Words } from '../../content/words.ts'
import { Button } from '../button.tsx'
import { Field } from '../field.tsx'
import { type Fields, HiddenFields } from '../hidden-fields.tsx'
import { Notice } from '../notice.tsx'
import { TextArea } from '../text-area.tsx'
import { Ticks } from '../ticks.tsx'

type Own = { words: Words['prepare']; hidden: Fields; notice: string | undefined }
type FrameProps = Own & { part: PreparationPart; save: string; children: ComponentChildren }

/** One part on a page of its own: what it is, when it counts as done, and the way back. */
function PartPage({ words, part, hidden, notice, save, children }: FrameProps) {
  return (
    <div class="narrow flow">
      <p>
        <a href="/portal/prepare">{words.back}</a>
      </p>
      <h1>{words.parts[part].title}</h1>
      {notice !== undefined && <Notice kind="done">{notice}</Notice>}
      <p class="why">
        {words.counts} {words.parts[part].done}
      </p>
      <form method="post" action={`/portal/prepare/${part}`} class="flow">
        <HiddenFields fields={hidden} />
        {children}
        <p class="actions">
          <Button kind="first">{save}</Button>
        </p>
      </form>
    </div>
  )
}

export function MindsetPage({ intention, ...own }: Own & { intention: string }) {
  const { mindset } = own.words
  return (
    <PartPage {...own} part="mindset" save={mindset.save}>
      <ul class="thoughts">
        {mindset.thoughts.map(({ title, text }) => (
          <li key={title}>
            <h2>{title}</h2>
            <p>{text}</p>
          </li>
        ))}
      </ul>
      <TextArea
        name="intention"
        label={mindset.intention}
        hint={mindset.intentionHint}
        value={intention}
        rows={3}
      />
      <p class="why">{mindset.who}</p>
    </PartPage>
  )
}

export function SettingPage({ ready, ...own }: Own & { ready: readonly SettingItem[] }) {
  const { setting } = own.words
  return (
    <PartPage {...own} part="setting" save={setting.save}>
      <p>{setting.lead}</p>
      <Ticks
        legend={setting.legend}
        name="ready"
        kind="several"
        choices={SETTING_ITEMS.map((item) => ({
          value: item,
          label: setting.items[item],
          isChosen: ready.includes(item),
        }))}
      />
      <p class="why">{setting.why}</p>
    </PartPage>
  )
}

/** Plain pages to read and do: nothing moves, nothing counts for the person. */
export function GroundingPage(own: Own) {
  const { grounding } = own.words
  return (
    <PartPage {...own} part="grounding" save={grounding.save}>
      <p>{grounding.lead}</p>
      {GROUNDING_TOOLS.map((tool) => (
        <section key={tool} class="steady" aria-labelledby={tool}>
          <h2 id={tool}>{grounding.tools[tool].title}</h2>
          <ol>
            {grounding.tools[tool].steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <p class="quiet">{grounding.tools[tool].note}</p>
          <label class="choice">
            <input type="checkbox" name="tried" value={tool} />
            <span>
              {grounding.tried}
              <span class="unseen">: {grounding.tools[tool].title}</span>
            </span>
          </label>
        </section>
      ))}
    </PartPage>
  )
}

type WishesPageProps = Own & { card: Wishes; touchWhereProblem: string | undefined }

export function WishesPage({ card, touchWhereProblem, ...own }: WishesPageProps) {
  const { wishes } = own.words
  return (
    <PartPage {...own} part="wishes" save={wishes.save}>
      <p>{wishes.lead}</p>
      <TextArea name="words" label={wishes.words} hint={wishes.wordsHint} value={card.words} />
      <Ticks
        legend={wishes.touch}
        name="touch"
        kind="one"
        hint={wishes.touchNote}
        choices={TOUCH.map((touch) => ({
          value: touch,
          label: wishes.touchChoices[touch],
          isChosen: card.touch === touch,
        }))}
      />
      <Field
        name="touchWhere"
        label={wishes.touchWhere}
        value={card.touchWhere}
        error={touchWhereProblem}
        maxLength={500}
      />
      <Field
        name="handSign"
        label={wishes.handSign}
        hint={wishes.handSignHint}
        value={card.handSign}
        maxLength={500}
      />
      <Field
        name="callFirst"
        label={wishes.callFirst}
        hint={wishes.callFirstHint}
        value={card.callFirst}
        maxLength={500}
      />
      <Field
        name="callFirstPhone"
        type="tel"
        label={wishes.callFirstPhone}
        value={card.callFirstPhone}
        maxLength={50}
      />
      <TextArea name="stopMusic" label={wishes.stopMusic} value={card.stopMusic} />
      <p class="why">{wishes.who}</p>
    </PartPage>
  )
}
