import { describe, expect, test } from 'vitest'
import { EVENT_TYPES, type Lec5Answer, type Lec5Answers, readLec5 } from './lec5.ts'

const all = (answer: Lec5Answer, but: Lec5Answers = {}): Lec5Answers => ({
  ...Object.fromEntries(EVENT_TYPES.map((type) => [type, answer])),
  ...but,
})

describe('LEC-5, as types alone', () => {
  test('“doesn’t apply” all the way is none', () => {
    expect(readLec5(all('does-not-apply'))).toEqual({ status: 'none', events: [] })
  })

  test('two kinds of event, each as it was met', () => {
    const answers = all('does-not-apply', {
      'physical-assault': ['happened-to-me'],
      'sudden-violent-death': ['witnessed'],
    })
    expect(readLec5(answers)).toEqual({
      status: 'some',
      events: [
        { type: 'physical-assault', exposures: ['happened-to-me'] },
        { type: 'sudden-violent-death', exposures: ['witnessed'] },
      ],
    })
  })

  test('all skipped is declined, which is not none', () => {
    expect(readLec5(all('skipped'))).toEqual({ status: 'declined', events: [] })
  })

  test('one event met in two ways keeps both', () => {
    const { events } = readLec5({ 'sexual-assault': ['part-of-my-job', 'happened-to-me'] })
    expect(events).toEqual([{ type: 'sexual-assault', exposures: ['happened-to-me', 'part-of-my-job'] }])
  })

  test('“any other” asks for no words', () => {
    expect(readLec5({ other: ['happened-to-me'] }).status).toBe('some')
  })

  test.each<[string, Lec5Answers]>([
    ['one unsure', all('does-not-apply', { captivity: 'not-sure' })],
    ['one skipped', all('does-not-apply', { captivity: 'skipped' })],
    ['one with nothing ticked', all('does-not-apply', { captivity: [] })],
    ['nothing reached', {}],
  ])('with %s it is open, never none', (_what, answers) => {
    expect(readLec5(answers)).toEqual({ status: 'open', events: [] })
  })

  test('has the seventeen types of the list', () => {
    expect(new Set(EVENT_TYPES).size).toBe(17)
  })
})
