import { clearedCookies } from '../../access/login/cookie.ts'
import { fieldsOf } from '../../system/log.ts'
import { open, type RouteContext } from '../route.ts'

/** A page nobody wonders about. Its operator is told nothing: no address of ours, no reason. */
const NEUTRAL_PLACE = 'https://www.weather.gov/'

/**
 * Quick exit. What the browser kept of us goes, and being signed in ends: earlier pages still stand in
 * its history, and whoever presses Back on this phone finds the sign-in and no page about a person.
 *
 * The way out waits for nothing, the database least of all.
 */
export const leave = open('GET', '/leave', (c) => {
  if (isOurLink(c)) {
    const { login, log } = c.var.services
    login
      .signOut({ headers: c.req.raw.headers, clientAddress: c.var.clientAddress })
      .catch((error: unknown) => log.error('a login outlived its quick exit', fieldsOf(error)))
    for (const cookie of clearedCookies()) c.header('set-cookie', cookie, { append: true })
  }
  c.header('clear-site-data', '"cache"')
  c.header('referrer-policy', 'no-referrer')
  return c.redirect(NEUTRAL_PLACE, 303)
})

/** Pressed on a page of ours. Somebody else's link to this address signs nobody out. */
function isOurLink(c: RouteContext): boolean {
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined) return site === 'same-origin'
  return c.req.header('referer')?.startsWith(`${c.var.services.origin}/`) ?? false
}
