type PartProgressProps = { step: number; steps: number; label: string }

/** Where in the form this screen is, by its parts alone: never by how much was answered, or how. */
export function PartProgress({ step, steps, label }: PartProgressProps) {
  const parts = Array.from({ length: steps }, (_, index) => index + 1)
  return (
    <div class="part-progress">
      <p>{label}</p>
      <div class="parts" aria-hidden="true">
        {parts.map((part) => (
          <span key={part} class={part <= step ? 'reached' : 'ahead'} />
        ))}
      </div>
    </div>
  )
}
