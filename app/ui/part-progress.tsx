type PartProgressProps = { step: number; steps: number; label: string }

/** Where in the form this screen is, by its parts alone: never by how much was answered, or how. */
export function PartProgress({ step, steps, label }: PartProgressProps) {
  const parts = Array.from({ length: steps }, (_, index) => index)
  return (
    <div class="part-progress">
      <p>{label}</p>
      <svg
        viewBox={`0 0 ${steps * 25} 4`}
        preserveAspectRatio="none"
        width="100%"
        height="6"
        aria-hidden="true"
        focusable="false"
      >
        {parts.map((part) => (
          <rect
            key={part}
            class={part < step ? 'reached' : 'ahead'}
            x={part * 25 + 0.6}
            y={0}
            width={23.8}
            height={4}
            rx={1.2}
            ry={2}
          />
        ))}
      </svg>
    </div>
  )
}
