/**
 * The PTSD Checklist for DSM-5 (PCL-5), past-month version without the Criterion A part. Weathers, Litz, Keane,
 * Palmieri, Marx and Schnurr, 2013, US National Center for PTSD, www.ptsd.va.gov: a work of the US Government,
 * in the public domain.
 *
 * The wording is fixed: a changed word makes another instrument, whose totals cannot be compared. The items and
 * ratings are those of the published form. The instruction is that of the center's form for screens (11 April
 * 2018, "select one of the options"), read in its past-week version; it differs from ours in "week" alone.
 * The medical director compares this file with the form before signing: docs/clinical/pcl5.md.
 */
const items: Record<string, string> = {
  'pcl5-01': 'Repeated, disturbing, and unwanted memories of the stressful experience?',
  'pcl5-02': 'Repeated, disturbing dreams of the stressful experience?',
  'pcl5-03':
    'Suddenly feeling or acting as if the stressful experience were actually happening again (as if you were actually back there reliving it)?',
  'pcl5-04': 'Feeling very upset when something reminded you of the stressful experience?',
  'pcl5-05':
    'Having strong physical reactions when something reminded you of the stressful experience (for example, heart pounding, trouble breathing, sweating)?',
  'pcl5-06': 'Avoiding memories, thoughts, or feelings related to the stressful experience?',
  'pcl5-07':
    'Avoiding external reminders of the stressful experience (for example, people, places, conversations, activities, objects, or situations)?',
  'pcl5-08': 'Trouble remembering important parts of the stressful experience?',
  'pcl5-09':
    'Having strong negative beliefs about yourself, other people, or the world (for example, having thoughts such as: I am bad, there is something seriously wrong with me, no one can be trusted, the world is completely dangerous)?',
  'pcl5-10': 'Blaming yourself or someone else for the stressful experience or what happened after it?',
  'pcl5-11': 'Having strong negative feelings such as fear, horror, anger, guilt, or shame?',
  'pcl5-12': 'Loss of interest in activities that you used to enjoy?',
  'pcl5-13': 'Feeling distant or cut off from other people?',
  'pcl5-14':
    'Trouble experiencing positive feelings (for example, being unable to feel happiness or have loving feelings for people close to you)?',
  'pcl5-15': 'Irritable behavior, angry outbursts, or acting aggressively?',
  'pcl5-16': 'Taking too many risks or doing things that could cause you harm?',
  'pcl5-17': 'Being "superalert" or watchful or on guard?',
  'pcl5-18': 'Feeling jumpy or easily startled?',
  'pcl5-19': 'Having difficulty concentrating?',
  'pcl5-20': 'Trouble falling or staying asleep?',
}

export const pcl5 = {
  /** Language of `instruction`, `stem`, `ratings` and `items`, whatever the page around them is in. */
  wordingLanguage: 'en',
  /** What the person must know when the questions are in another language than the page. */
  untranslated: null as string | null,
  instruction:
    'Below is a list of problems that people sometimes have in response to a very stressful experience. Please read each problem and then select one of the options to indicate how much you have been bothered by that problem in the past month. The options include not at all, a little bit, moderately, quite a bit, and extremely.',
  stem: 'In the past month, how much were you bothered by:',
  /** From 0 to 4. */
  ratings: ['Not at all', 'A little bit', 'Moderately', 'Quite a bit', 'Extremely'],
  items,
  skip: 'Skip this',
}
