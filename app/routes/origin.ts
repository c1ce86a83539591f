/** Whose forms and whose address these are: what keeps another site from acting as somebody who is signed in. */
import type { Services } from './env.ts'

type Ours = Pick<Services, 'mode' | 'origin'>

/**
 * Whether a form came from a page of ours. The demo listens on this machine alone, under any of its names and
 * through a tunnel's port: there its own address counts as well.
 *
 * @param origin the Origin header
 * @param url the address that was asked
 */
export function isOurOrigin({ mode, origin: ours }: Ours, origin: string, url: string): boolean {
  if (origin === ours) return true
  if (mode !== 'demo' || !URL.canParse(origin)) return false
  const from = new URL(origin)
  return isLoopback(from.hostname) && from.host === new URL(url).host
}

/**
 * The demo has no sign-in to speak of, so a site whose name was pointed at this machine may not read it. In
 * production the proxy in front knows its names.
 */
export function isOurHost({ mode, origin: ours }: Ours, url: string): boolean {
  if (mode !== 'demo') return true
  const { host, hostname } = new URL(url)
  return host === new URL(ours).host || isLoopback(hostname)
}

const isLoopback = (hostname: string): boolean =>
  hostname === '127.0.0.1' ||
  hostname === '[::1]' ||
  hostname === 'localhost' ||
  hostname.endsWith('.localhost')
