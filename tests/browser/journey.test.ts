/**
 * One person goes the whole way in a real browser: patient and the person beside them on a phone, prescriber, coordinator
 * and therapist at a desk. Every page on the way is looked at: no barrier, nothing over the edge, nothing that tells.
 */
import { expect, test } from 'vitest'
import { openClock } from '../../practice/journey/clock.ts'
import { makePerson } from '../../practice/journey/person.ts'
import type { Walk } from '../../practice/journey/walk.ts'
import { goTheWay } from '../../practice/journey/way.ts'
import { PHONE } from './browser.ts'
import { drive } from './driving.ts'
import { openVisits } from './visits.ts'

const visits = openVisits({ closes: 'all' })

test('a person goes from the free assessment to a decision how to go on, with everybody who acts', async () => {
  const { house } = visits
  const faults: string[] = []
  const own = async (options?: typeof PHONE) => drive(await visits.visit(options), house.url, faults)
  const walk: Walk = {
    // Somebody whose answer asks for a person at once, who has a hard moment, and whose way goes on.
    person: makePerson(7, 49, new Date()),
    ...{ patient: await own(PHONE), support: await own(PHONE), backup: await own(PHONE) },
    therapist: await own(),
    prescriber: drive(await visits.visitAs('okafor'), house.url, faults),
    coordinator: drive(await visits.visitAs('bell'), house.url, faults),
    ...{ patientId: '', log: { timings: [], away: 0 }, origin: house.url },
  }
  const done: string[] = []
  await goTheWay(
    async (what, work) => {
      await work(walk)
      done.push(what)
    },
    openClock(await own()),
    walk,
  )
  expect(done.at(-1)).toBe('a decision how to go on')
  expect(faults).toEqual([])

  // Every state was passed, each by somebody, with a time; the trail of it all is whole.
  const steps = await house.query<{ to_state: string; taken_as: string }>(
    'select to_state, taken_as from enrolment_step where patient_id = $1 order by step',
    [walk.patientId],
  )
  expect(steps.map(({ to_state, taken_as }) => `${to_state} by ${taken_as}`)).toMatchInlineSnapshot(`
    [
      "assessed by patient",
      "registered by patient",
      "consented by patient",
      "intake-complete by patient",
      "in-review by prescriber",
      "accepted by prescriber",
      "supplied by system",
      "ready by system",
      "session-day by system",
      "in-session by support-person",
      "recovering by system",
      "integrating by system",
      "ready by prescriber",
    ]
  `)
}, 600_000)
