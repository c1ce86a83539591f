import type { ComponentChildren } from 'preact'

type CardProps = {
  children: ComponentChildren
  /** Id of the heading inside that names this card to a screen reader. */
  labelledBy?: string
}

/** One thing, set apart from the page. */
export function Card({ labelledBy, children }: CardProps) {
  return (
    <section class="card flow" aria-labelledby={labelledBy}>
      {children}
    </section>
  )
}
