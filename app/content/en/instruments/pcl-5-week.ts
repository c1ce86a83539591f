import { pcl5 } from '../pcl5.ts'
import type { InstrumentWords } from './instrument-words.ts'

/**
 * PTSD Checklist for DSM-5 (PCL-5), past-week version, 11 April 2018. The items and ratings of the past-month
 * version; instruction and stem say "week". US National Center for PTSD, in the public domain:
 * docs/clinical/pcl-5-week.md
 */
export const pcl5Week: InstrumentWords = {
  title: 'How this past week has been',
  why: 'It shows early if things get harder.',
  note: 'These questions are about hard things that can stay with a person. They do not ask what happened. You can skip any of them.',
  untranslated: null,
  wording: {
    state: 'shipped',
    language: 'en',
    notice: 'Weathers and others, 2013. US National Center for PTSD, www.ptsd.va.gov. In the public domain.',
    instruction:
      'Below is a list of problems that people sometimes have in response to a very stressful experience. Please read each problem and then select one of the options to indicate how much you have been bothered by that problem in the past week. The options include not at all, a little bit, moderately, quite a bit, and extremely.',
    list: [],
    stem: 'In the past week, how much were you bothered by:',
    items: Object.fromEntries(
      Object.entries(pcl5.items).map(([linkId, text]) => [linkId.replace('pcl5-', 'pcl5-week-'), text]),
    ),
    labels: pcl5.ratings,
    labelsOf: {},
  },
}
