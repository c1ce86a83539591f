/** Help right now, and ways to steady. The numbers themselves are in crisis.ts. */
export const help = {
  title: 'Help right now',
  lead: 'You do not have to explain anything. Choose what is easiest.',
  lines: {
    emergency: {
      title: 'You or someone near is in danger',
      text: 'Police, ambulance, fire. Say where you are first.',
    },
    lifeline: {
      title: 'Talk or text with someone, day or night',
      text: 'Suicide and Crisis Lifeline. Free. Any kind of pain is reason enough.',
    },
    veterans: {
      title: 'You served, or love someone who did',
      text: 'Veterans Crisis Line. After you dial, press 1.',
    },
    textLine: {
      title: 'You would rather not speak',
      text: 'Crisis Text Line. Free. Someone writes back.',
    },
  },
  call: (number: string) => `Call ${number}`,
  text: (number: string) => `Text ${number}`,
  textWord: (word: string, number: string) => `Text ${word} to ${number}`,
  press1: (number: string) => `Call ${number}, press 1`,
  seen: 'Does someone else see your phone bill? Calls and texts may show on it. A borrowed phone leaves no such line.',
  notWatched: 'This page tells nobody that you are here. That also means that nobody from our team sees it.',
  practiceTitle: 'Our own number',
  practice: (name: string) => `For anything that can wait a little: ${name}.`,
  checkedOn: 'Numbers last checked:',
  grounding: {
    title: 'Something to hold on to',
    lead: 'Three small ways to steady yourself. Try one, or none. Stop whenever you like.',
    tools: [
      {
        title: 'Feet on the floor',
        steps: [
          'Put both feet flat on the floor.',
          'Press down for a few seconds. Let go. Do it three times.',
          'Feel the weight of your body in the chair.',
        ],
      },
      {
        title: 'A long breath out',
        steps: [
          'Breathe in and count to three.',
          'Breathe out slowly and count to six.',
          'Again, up to eight times. If you get dizzy, breathe as you like.',
        ],
      },
      {
        title: 'What is here',
        steps: [
          'Name five things you can see.',
          'Four you can touch. Three you can hear.',
          'Two you can smell. One kind thing about today.',
          'Leave out any that does not feel good.',
        ],
      },
    ],
  },
}
