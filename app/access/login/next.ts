const PLACEHOLDER = 'http://here.invalid'

/**
 * Where to go after signing in. Only a path of our own: anything that a browser could read as another
 * origin, or that leads back into signing in or out, becomes `otherwise`.
 */
export function safeNext(wanted: unknown, otherwise: string): string {
  if (typeof wanted !== 'string' || wanted.length > 500) return otherwise
  // Browsers read a backslash as a slash and drop tabs and line breaks before they look.
  if (!wanted.startsWith('/') || wanted.startsWith('//') || /[\\\p{Cc}]/u.test(wanted)) return otherwise
  if (!URL.canParse(wanted, PLACEHOLDER)) return otherwise
  const url = new URL(wanted, PLACEHOLDER)
  const path = url.pathname + url.search
  // `/..//elsewhere` becomes `//elsewhere` only once it is read.
  if (url.origin !== PLACEHOLDER || path.startsWith('//')) return otherwise
  return /^\/(sign-in|sign-out|login)(\/|\?|$|-)/.test(path) ? otherwise : path
}
