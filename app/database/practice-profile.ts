/** What the public pages say about a practice. Data, so that a practice can change it. */
export type PracticeProfile = {
  /** Where patients must be. `counties` counts the state's counties, all of them served. */
  states: { code: string; name: string; counties: number }[]
  priceFromUsd: number
  /** Digits as dialled, with the country code; null when the practice takes no calls. */
  phone: string | null
  physician: { name: string; credentials: string; licenceNote: string }
}
