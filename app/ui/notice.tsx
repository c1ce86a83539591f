import type { ComponentChildren } from 'preact'

type NoticeProps = {
  children: ComponentChildren
  /** `problem` needs a hand from the person; `done` and `plain` only tell. Never red: nobody is in trouble. */
  kind?: 'problem' | 'done' | 'plain'
  title?: string
  id?: string
}

/** A short message above what it is about, spoken by a screen reader as soon as the page is there. */
export function Notice({ kind = 'plain', title, id, children }: NoticeProps) {
  const role = kind === 'problem' ? 'alert' : kind === 'done' ? 'status' : undefined
  return (
    <div class={`notice ${kind}`} role={role} id={id}>
      {title !== undefined && <p class="notice-title">{title}</p>}
      {children}
    </div>
  )
}
