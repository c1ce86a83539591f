/** The house's sign: a low lamp on a sill. It says nothing about what goes on inside. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" focusable="false">
      <rect class="mark-ground" width="32" height="32" rx="9" />
      <path class="mark-lamp" d="M10 21.5a6 6 0 0 1 12 0z" />
      <path class="mark-sill" d="M6 21.5h20" />
    </svg>
  )
}
