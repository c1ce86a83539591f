/** A moment or a day, already put into the reader's words and zone by whoever knows both. */
export type When = {
  /** What a machine reads: `2026-11-22T14:05:00Z` or `2026-11-22`. */
  iso: string
  text: string
}

export function Time({ when }: { when: When }) {
  return <time datetime={when.iso}>{when.text}</time>
}
