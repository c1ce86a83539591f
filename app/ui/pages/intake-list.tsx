import { PRAZOSIN_ANSWERS } from '../../clinical/intake/medicines-told.ts'
import type { OpenPart } from '../../clinical/medicines/match-medicine.ts'
import { type MedicineKind, NONE_OF_THESE } from '../../clinical/medicines/medicine-list.ts'
import { type MedicineListWords, medicineName } from '../../content/medicine-words.ts'
import type { Words } from '../../content/words.ts'
import { Button } from '../button.tsx'
import { type Fields, HiddenFields } from '../hidden-fields.tsx'
import { Notice } from '../notice.tsx'
import { KeepButtons, PART_FORM, PartReasons } from './intake-part.tsx'

export type MedicineRow = {
  at: number
  text: string
  taking: string
  stoppedOn: string
  /** What no name explains, where the line was written already. */
  open: readonly OpenPart[]
  picked: Readonly<Record<string, string>>
}

type FieldNames = {
  kind: (at: number) => string
  text: (at: number) => string
  taking: (at: number) => string
  stoppedOn: (at: number) => string
  shown: (at: number) => string
  pick: (at: number, part: string) => string
  instead: (kind: MedicineKind) => string
  prazosin: string
}

type IntakeListPageProps = {
  words: Words['intake']
  list: MedicineListWords['patient']
  action: string
  hidden: Fields
  names: FieldNames & { none: string; skip: string }
  kinds: readonly { kind: MedicineKind; rows: readonly MedicineRow[]; instead: string }[]
  prazosin: string
  /** A name may be several, and the person is asked which. */
  isUnsure: boolean
}

/** What somebody takes, a line for each, kind by kind. */
export function IntakeListPage(props: IntakeListPageProps) {
  const { words, list, action, hidden, names, kinds, prazosin, isUnsure } = props
  return (
    <form id={PART_FORM} method="post" action={action} class="narrow intake-part">
      <HiddenFields fields={hidden} />
      <h1>{words.parts.list.title}</h1>
      <PartReasons words={words} why={words.parts.list.why} />
      <p>{words.list.lead}</p>
      <p class="note">{list.keep}</p>
      {isUnsure && (
        <Notice kind="problem" title={words.form.unclearTitle}>
          <p>{words.list.unsure}</p>
        </Notice>
      )}
      {kinds.map(({ kind, rows, instead }) => (
        <section key={kind} class="medicine-kind" aria-labelledby={`kind-${kind}`}>
          <h2 id={`kind-${kind}`} class="small-title">
            {list.ask[kind]}
          </h2>
          {kind === 'prescribed' && <p class="quiet">{words.list.past}</p>}
          {rows.map((row, index) => (
            <Line
              key={row.at}
              words={words}
              list={list}
              names={names}
              kind={kind}
              row={row}
              number={index + 1}
            />
          ))}
          <div class="choices listed">
            <label class="choice">
              <input
                type="checkbox"
                name={names.instead(kind)}
                value={names.none}
                checked={instead === names.none}
              />
              <span>{list.none}</span>
            </label>
            <label class="choice">
              <input
                type="checkbox"
                name={names.instead(kind)}
                value={names.skip}
                checked={instead === names.skip}
              />
              <span>{words.form.skip}</span>
            </label>
          </div>
        </section>
      ))}
      <p>
        <Button name="then" value="more">
          {words.list.more}
        </Button>
      </p>
      <fieldset class="rating-scale intake-question">
        <legend>{words.list.prazosin.ask}</legend>
        <p class="field-hint">{words.list.prazosin.why}</p>
        <div class="choices listed">
          {PRAZOSIN_ANSWERS.map((value) => (
            <label key={value} class="choice">
              <input type="radio" name={names.prazosin} value={value} checked={value === prazosin} />
              <span>{words.list.prazosin.options[value]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <KeepButtons words={words} />
    </form>
  )
}

type LineProps = Pick<IntakeListPageProps, 'words' | 'list' | 'names'> & {
  kind: MedicineKind
  row: MedicineRow
  number: number
}

function Line({ words, list, names, kind, row, number }: LineProps) {
  const { at, text, taking, stoppedOn, open, picked } = row
  const label = words.list.line(String(number))
  const choices = [
    { value: 'taking', label: list.taking.taking },
    { value: 'stopped', label: list.taking.stopped },
    { value: 'not-known', label: list.taking.unsure },
  ]
  return (
    <fieldset class="medicine-line">
      <legend class="unseen">
        {list.ask[kind]} {label}
      </legend>
      <input type="hidden" name={names.kind(at)} value={kind} />
      {text !== '' && <input type="hidden" name={names.shown(at)} value={text} />}
      <div class="field">
        <label for={names.text(at)}>{label}</label>
        <input
          id={names.text(at)}
          name={names.text(at)}
          type="text"
          maxlength={120}
          autocomplete="off"
          value={text}
        />
      </div>
      {open.map((part) => (
        <Choose key={part.text} words={list} name={names.pick(at, part.text)} part={part} picked={picked} />
      ))}
      <fieldset class="plain-fieldset">
        <legend class="field-hint">{list.taking.ask}</legend>
        <div class="choices">
          {choices.map(({ value, label }) => (
            <label key={value} class="choice">
              <input type="radio" name={names.taking(at)} value={value} checked={value === taking} />
              <span>{label}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div class="field">
        <label for={names.stoppedOn(at)} class="field-hint">
          {list.taking.stoppedOn}
        </label>
        <input id={names.stoppedOn(at)} name={names.stoppedOn(at)} type="date" value={stoppedOn} />
      </div>
    </fieldset>
  )
}

type ChooseProps = {
  words: MedicineListWords['patient']
  name: string
  part: OpenPart
  picked: Readonly<Record<string, string>>
}

/** A part of the text that is near a name is asked about; what is near none stays as it was written. */
function Choose({ words, name, part, picked }: ChooseProps) {
  if (part.choices.length === 0)
    return (
      <p class="field-hint">
        “{part.text}”: {words.unmatched}
      </p>
    )
  const choices = [
    ...part.choices.map((named) => ({ value: named.name, label: medicineName(named) })),
    { value: NONE_OF_THESE, label: words.noneOfThese },
  ]
  return (
    <fieldset class="plain-fieldset">
      <legend>
        “{part.text}”: {words.choose}
      </legend>
      <div class="choices listed">
        {choices.map(({ value, label }) => (
          <label key={value} class="choice">
            <input type="radio" name={name} value={value} checked={picked[part.text] === value} />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
