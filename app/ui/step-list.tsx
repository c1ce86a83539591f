export type Step = {
  label: string
  state: 'done' | 'next' | 'later'
  /** Beside the label: how long it takes, or when it happened. The state's own word when absent. */
  note?: string
}

type StepListProps = { steps: readonly Step[]; states: Readonly<Record<Step['state'], string>> }

/** What is done, what is next, what comes later. Nothing is counted and nothing is overdue. */
export function StepList({ steps, states }: StepListProps) {
  return (
    <ol class="step-list">
      {steps.map(({ label, state, note }) => (
        <li key={label} class={state} aria-current={state === 'next' ? 'step' : undefined}>
          <span class="step-label">{label}</span>
          <span class="quiet">{note ?? states[state]}</span>
        </li>
      ))}
    </ol>
  )
}
