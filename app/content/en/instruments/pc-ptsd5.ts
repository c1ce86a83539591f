import type { InstrumentWords } from './instrument-words.ts'

/**
 * Primary Care PTSD Screen for DSM-5 (PC-PTSD-5). Prins, Bovin, Kimerling, Kaloupek, Marx, Pless Kaiser and Schnurr,
 * 2015, US National Center for PTSD: a work of the US Government. Word for word; what it was compared with stands
 * in docs/clinical/pc-ptsd5.md
 */
export const pcPtsd5: InstrumentWords = {
  title: 'If something very hard ever happened',
  why: 'It shows us whether something from the past still weighs on you.',
  note: 'The first question names kinds of events. You never have to say what it was. You can skip it.',
  untranslated: null,
  wording: {
    state: 'shipped',
    language: 'en',
    notice: 'Prins and others, 2015. US National Center for PTSD, www.ptsd.va.gov. In the public domain.',
    instruction:
      'Sometimes things happen to people that are unusually or especially frightening, horrible, or traumatic. For example:',
    list: [
      'a serious accident or fire',
      'a physical or sexual assault or abuse',
      'an earthquake or flood',
      'a war',
      'seeing someone be killed or seriously injured',
      'having a loved one die through homicide or suicide',
    ],
    stem: 'In the past month, have you:',
    items: {
      'pc-ptsd5-gate': 'Have you ever experienced this kind of event?',
      'pc-ptsd5-01':
        'Had nightmares about the event(s) or thought about the event(s) when you did not want to?',
      'pc-ptsd5-02':
        'Tried hard not to think about the event(s) or went out of your way to avoid situations that reminded you of the event(s)?',
      'pc-ptsd5-03': 'Been constantly on guard, watchful, or easily startled?',
      'pc-ptsd5-04': 'Felt numb or detached from people, activities, or your surroundings?',
      'pc-ptsd5-05':
        'Felt guilty or unable to stop blaming yourself or others for the event(s) or any problems the event(s) may have caused?',
    },
    labels: ['No', 'Yes'],
    labelsOf: {},
  },
}
