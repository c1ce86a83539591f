import type { ComponentChildren } from 'preact'

/** What stands where a list would be: that it is empty on purpose, and what would fill it. */
export function EmptyState({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="empty-state">
      <p class="empty-title">{title}</p>
      {children}
    </div>
  )
}
