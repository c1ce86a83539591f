/** Why something of a session is not possible now, and what to do. By the name of the refusal. */
export const sessionWhy: Readonly<Record<string, string>> = {
  'too-early': 'It is too early to end. A little more time.',
  'end-list-open': 'One point of the list is still open. Wait a little, then look again.',
  'alert-open':
    'A clinician has to look at something first. Stay together. You can call the clinic while you wait.',
  'readings-outside':
    'The last readings are not within the plan yet. Rest a little, and take them again. If they are still not, or you are not sure: call the clinic.',
  'readings-missing':
    'The plan asks for readings before the end. Take them, and write them down. If you cannot: call the clinic.',
  'distress-high':
    'It is still too hard to end. Stay together. Use comfort, then ask again. If it is still too hard: call the clinic.',
  'distress-missing':
    'Ask how hard it is now, 0 to 10, and write the number in the list. If they cannot say one: call the clinic.',
  'look-again':
    'What was seen last needs another check before the end. Do a full check, and write the readings. If you are not sure: call 911.',
  'not-signed': 'A number for the end is missing. Call the clinic.',
  'support-person-gone': 'Somebody has to be in the room.',
  'already-dosed': 'The start is written down already.',
  'nothing-said': 'Nothing was answered, so nothing was written.',
  'look-still-due': 'Written down. You did not say how they wake, so the next check is still due.',
  'units-needed': 'Write how many units, as a whole number.',
  'no-dose': 'There was no start yet.',
  over: 'This is over.',
}
