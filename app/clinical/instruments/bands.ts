/** Published severity bands, for the scales that have them. No band is made up where none was published. */

/** `from` is the lowest total of the band; the list is ordered and begins at the scale's lowest. */
export type Band<Name extends string> = { from: number; name: Name }

/** The one band a total falls in. Closed ends: a total at `from` is in the band. */
export function bandOf<Name extends string>(
  total: number,
  bands: readonly [Band<Name>, ...Band<Name>[]],
): Name {
  return bands.reduce((found, band) => (total >= band.from ? band : found), bands[0]).name
}
