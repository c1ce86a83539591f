import { open } from '../route.ts'

/** A page nobody wonders about. Its operator is told nothing: no address of ours, no reason. */
const NEUTRAL_PLACE = 'https://www.weather.gov/'

/**
 * Quick exit. What was stored in the browser's cache goes; being signed in stays,
 * so that leaving in a hurry never costs what was being written elsewhere.
 */
export const leave = open('GET', '/leave', (c) => {
  c.header('clear-site-data', '"cache"')
  c.header('referrer-policy', 'no-referrer')
  return c.redirect(NEUTRAL_PLACE, 303)
})
