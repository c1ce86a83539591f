/** The PCL-5 of the week on the pages of the check-in: the month's words, with what the week's form says instead. */
import { pcl5Week } from './en/instruments/pcl-5-week.ts'
import type { Words } from './words.ts'

/** @param month of the language of the page; the wording itself is the published English in every language */
export function weekOf(month: Words['pcl5']): Words['pcl5'] {
  const { wording } = pcl5Week
  if (wording.state !== 'shipped' || wording.instruction === null || wording.stem === null)
    throw new Error('the questions of the week ship with the house')
  const { instruction, stem, items } = wording
  return { ...month, instruction, stem, items: { ...items } }
}
