import type { ComponentChildren } from 'preact'

type ButtonProps = {
  children: ComponentChildren
  /** `first` is what most people came for: one on a screen. `emergency` is red, and nothing else is. */
  kind?: 'first' | 'second' | 'emergency'
  /** Sent with the form when this button is the one pressed. */
  name?: string
  value?: string
  id?: string
  type?: 'submit' | 'button'
  disabled?: boolean
  /** Another address than the form's own, for a form with several ways on. */
  formAction?: string
}

/** A button of a form. */
export function Button({ kind = 'second', type = 'submit', children, ...attributes }: ButtonProps) {
  return (
    <button class={`button ${kind}`} type={type} {...attributes}>
      {children}
    </button>
  )
}

type ButtonLinkProps = {
  children: ComponentChildren
  href: string
  kind?: 'first' | 'second' | 'emergency'
  /** Opens beside this page, for when leaving it would lose something. */
  inNewTab?: boolean
}

/** Looks like a button, goes somewhere. It changes nothing: what changes something is a form. */
export function ButtonLink({ kind = 'second', href, inNewTab = false, children }: ButtonLinkProps) {
  return (
    <a class={`button ${kind}`} href={href} {...(inNewTab ? { target: '_blank', rel: 'noopener' } : {})}>
      {children}
    </a>
  )
}
