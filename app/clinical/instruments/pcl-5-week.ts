/**
 * PTSD Checklist for DSM-5 (PCL-5), past-week version, for watching between sessions.
 *
 * The same twenty items over another window: an instrument of its own, whose
 * totals never share a series with those of the month.
 * Source, licence, cut-off, change and sign-off: docs/clinical/pcl-5-week.md
 */
import type { Instrument } from './instrument.ts'
import { type Pcl5Readings, type Pcl5Score, pcl5Items, scorePcl5 } from './pcl5.ts'

const items = pcl5Items('pcl5-week')

export const pcl5Week: Instrument<Pcl5Score, Pcl5Readings> = {
  code: 'pcl-5-week',
  version: '1.0.0',
  recall: 'past-week',
  source: 'docs/clinical/pcl-5-week.md',
  items,
  score: (answers) => scorePcl5(items, answers, 'none'),
}
