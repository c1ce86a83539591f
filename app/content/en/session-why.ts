/** Why something of a session is not possible now, and what to do. By the name of the refusal. */
export const sessionWhy: Readonly<Record<string, string>> = {
  'too-early': 'It is too early to end. A little more time.',
  'end-list-open': 'One point of the list is still open. Wait a little, then look again.',
  'alert-open':
    'A clinician looks at something first. Stay together. You can call the clinic while you wait.',
  'readings-outside':
    'The last readings are not within the plan yet. Rest a little, and take them again. Still so, or not sure: call the clinic.',
  'readings-missing':
    'The plan asks for readings before the end. Take them, and write them down. Not possible: call the clinic.',
  'distress-high':
    'It is still too hard to end. Stay together. Use comfort, then ask again. Still so: call the clinic.',
  'distress-missing':
    'Ask how hard it is now, 0 to 10, and write the number in the list. No number: call the clinic.',
  'look-again':
    'What was seen last needs another look before the end. Look in with care, and write the readings. Not sure: call 911.',
  'not-signed': 'A number for the end is missing. Call the clinic.',
  'support-person-gone': 'Somebody has to be in the room.',
  'already-dosed': 'The start is written down already.',
  'nothing-said': 'Nothing was answered, so nothing was written.',
  'look-still-due': 'Written down. How they wake was not said, so the next look is still due.',
  'units-needed': 'Write how many units, as a whole number.',
  'no-dose': 'There was no start yet.',
  over: 'This is over.',
}
