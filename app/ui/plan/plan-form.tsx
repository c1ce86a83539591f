import { type ComponentChildren, h } from 'preact'
import type { PlanCheck } from '../../clinical/plan/checks.ts'
import { CADENCES, type PlanLine } from '../../clinical/plan/lines.ts'
import { PLAN_FIELDS, type PlanField } from '../../clinical/plan/shape.ts'
import { CAUTION_LEVELS } from '../../clinical/protocol/course.ts'
import { INSTRUMENT_NAMES } from '../../content/instrument-names.ts'
import { limitWords, optionText } from '../../content/limit-words.ts'
import { planValueText } from '../../content/plan-values.ts'
import { planReviewWords } from '../../content/plan-words.ts'
import { PlanChecks, type ReasonFields } from './plan-checks.tsx'
import type { DraftView, PlanReading } from './plan-view.ts'

export type PlanFormProps = {
  reading: PlanReading
  draft: DraftView
  /** The text in each field, by its name. */
  written: Readonly<Record<string, string>>
  /** What is unclear, by the names of fields. */
  problems: ReadonlyMap<string, string>
}

/** Every line with its control, what it rests on, and what the checks say of it. Numbers are texts: what was written comes back. */
export function PlanFields(props: PlanFormProps) {
  const { reading, draft, written, problems } = props
  const { words, language } = reading
  const review = planReviewWords[language]
  const codes = new Map<string, PlanCheck>()
  for (const check of draft.checks) if (!codes.has(check.code)) codes.set(check.code, check)
  const reasons: ReasonFields = {
    name: ({ code }) => `reason.${code}`,
    written,
    isFirst: (check) => codes.get(check.code) === check,
    problem: (name) => problems.get(name),
  }
  const whole = draft.checks.filter(({ field }) => field === undefined)
  return (
    <>
      <section class="flow" aria-labelledby="whole">
        <h3 id="whole">{words.draft.whole}</h3>
        <PlanChecks reading={reading} checks={whole} reasons={reasons} />
        <div class="field">
          <label for="level">{words.draft.level}</label>
          <select id="level" name="level">
            {CAUTION_LEVELS.map((level) => (
              <option key={level} value={level} selected={level === written.level}>
                {review.levels[level]}
              </option>
            ))}
          </select>
        </div>
      </section>
      <section aria-labelledby="lines">
        <h3 id="lines">{words.draft.lines}</h3>
        <p class="quiet">{words.draft.empty}</p>
        {PLAN_FIELDS.map((field) => (
          <Line key={field} {...props} field={field} reasons={reasons} />
        ))}
      </section>
    </>
  )
}

type LineProps = PlanFormProps & { field: PlanField; reasons: ReasonFields }

function Line({ reading, draft, written, problems, field, reasons }: LineProps) {
  const { language, words, day } = reading
  const review = planReviewWords[language]
  const line = draft.lines.find((one) => one.field === field)
  const checks = draft.checks.filter((check) => check.field === field)
  const proposed = line && planValueText(language, field, line.value, day)
  const here = planValueText(language, field, draft.plan.values[field], day)
  return (
    <div class={checks.some(({ severity }) => severity !== 'note') ? 'plan-line checked' : 'plan-line'}>
      <Control {...{ reading, draft, written, problems, field }} line={line} />
      <div class="plan-about">
        {line && (
          <p class="quiet" id={`${field}-about`}>
            {review.why[line.why](line.protocolVersion)}{' '}
            {line.value !== null && proposed !== here && words.draft.proposed(proposed ?? '')}
          </p>
        )}
        <PlanChecks reading={reading} checks={checks} reasons={reasons} />
      </div>
    </div>
  )
}

type ControlProps = PlanFormProps & { field: PlanField; line: PlanLine | undefined }

function Control({ field, ...props }: ControlProps) {
  const { reading, draft, line } = props
  const { words } = reading
  const label = planReviewWords[reading.language].fields[field]
  const limits = limitWords[reading.language]
  const option = (name: string) => optionText(limits, name)
  const yesNo = { yes: limits.yes, no: limits.no }
  switch (field) {
    case 'route':
      return <Choice {...props} name={field} label={label} options={named(['sublingual', 'oral'], option)} />
    case 'residue':
      return <Choice {...props} name={field} label={label} options={named(['swallow', 'spit'], option)} />
    case 'unit':
    case 'unitStrengthMg': {
      const own = draft.plan.values[field]
      const offered = [...(line?.options ?? []), line?.value, own].filter((value) => value != null)
      const options = named([...new Set(offered.map(String))], (name) => name)
      return <Choice {...props} name={field} label={label} options={options} />
    }
    case 'isStandingReading':
      return <Choice {...props} name={field} label={label} options={yesNo} />
    case 'therapist':
      return <Choice {...props} name={field} label={label} options={words.values.therapist} />
    case 'startsOn':
    case 'endsOn':
    case 'reEvaluateOn':
      return <Text {...props} name={field} label={label} type="date" />
    case 'readingAtMinutes':
      return <Text {...props} name={field} label={label} hint={words.draft.fewer} />
    case 'supportPerson':
      return (
        <Group label={label}>
          <Text {...props} name="supportPerson.minimumAgeYears" label={words.parts.minimumAgeYears} />
          <Choice {...props} name="supportPerson.isSober" label={words.parts.isSober} options={yesNo} />
          <Text {...props} name="supportPerson.staysHours" label={words.parts.staysHours} />
        </Group>
      )
    case 'integration':
      return (
        <Group label={label}>
          <Choice {...props} name="integration.isOffered" label={words.parts.isOffered} options={yesNo} />
          <Text {...props} name="integration.fromHours" label={words.parts.fromHours} />
          <Text {...props} name="integration.toHours" label={words.parts.toHours} />
        </Group>
      )
    case 'questionnaires':
      return (
        <Group label={label} hint={words.draft.notAsked}>
          {CADENCES.map(([code]) => (
            <Text
              key={code}
              {...props}
              name={`questionnaires.${code}`}
              label={INSTRUMENT_NAMES[code] ?? code}
            />
          ))}
        </Group>
      )
    default:
      return <Text {...props} name={field} label={label} />
  }
}

const named = (names: readonly string[], text: (name: string) => string): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, text(name)]))

type GroupProps = { label: string; hint?: string; children: ComponentChildren }

function Group({ label, hint, children }: GroupProps) {
  return (
    <fieldset class="plan-control">
      <legend>{label}</legend>
      {hint !== undefined && <p class="field-hint">{hint}</p>}
      <div class="plan-parts">{children}</div>
    </fieldset>
  )
}

type WrittenIn = Pick<PlanFormProps, 'reading' | 'written' | 'problems'> & { name: string; label: string }

function Told({ name, label, problems }: Omit<WrittenIn, 'reading' | 'written'>) {
  const problem = problems.get(name)
  return (
    <>
      <label for={name}>{label}</label>
      {problem !== undefined && (
        <p class="field-error" id={`${name}-error`}>
          {problem}
        </p>
      )}
    </>
  )
}

function Text({ type = 'text', hint, ...own }: WrittenIn & { type?: 'text' | 'date'; hint?: string }) {
  const { name, written, problems } = own
  return (
    <div class="plan-control">
      <Told {...own} />
      {hint !== undefined && <p class="field-hint">{hint}</p>}
      {h('input', {
        id: name,
        name,
        type,
        value: written[name] ?? '',
        autocomplete: 'off',
        'aria-invalid': problems.has(name) || undefined,
        'aria-describedby': problems.has(name) ? `${name}-error` : undefined,
      })}
    </div>
  )
}

function Choice({ options, ...own }: WrittenIn & { options: Readonly<Record<string, string>> }) {
  const { reading, name, written, problems } = own
  return (
    <div class="plan-control">
      <Told {...own} />
      <select
        id={name}
        name={name}
        aria-invalid={problems.has(name) || undefined}
        aria-describedby={problems.has(name) ? `${name}-error` : undefined}
      >
        <option value="">{reading.words.draft.choose}</option>
        {Object.entries(options).map(([value, text]) => (
          <option key={value} value={value} selected={value === written[name]}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}
