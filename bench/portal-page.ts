/**
 * A signed-in patient's first page, every permit on record: 20 connections, against one query without any of it.
 * First for people who hand in check-ins and nothing more, then for the same people once each is on their way.
 */
import { machine, query, withHouse } from './parts/ground.ts'
import { goals, ms, perSecond, table } from './parts/print.ts'
import { seed } from './parts/seed.ts'
import { COLUMNS, lines, RUN, sideBySide } from './parts/side-by-side.ts'

const CONNECTIONS = 20

/** Each after four consents, with the steps so far. */
const ENROL = `
  with begun as (
    insert into enrolment (practice_id, enrolment_id, patient_id, state, since, paused_from)
    select $1, gen_random_uuid(), patient, 'consented', now() - interval '1 day', null from unnest($2::uuid[]) as patient
    returning enrolment_id, patient_id
  )
  insert into enrolment_step (practice_id, enrolment_id, step, patient_id, from_state, to_state, taken_by,
    taken_by_name, taken_as, reason, taken_at)
  select $1, enrolment_id, nth, patient_id, from_state, to_state, patient_id, 'Invented', 'patient', null,
    now() - interval '2 days' + make_interval(hours => nth)
  from begun, (values (1, null, 'assessed'), (2, 'assessed', 'registered'), (3, 'registered', 'consented'))
    as step (nth, from_state, to_state)`

await withHouse(async (house) => {
  const { practiceId, patients } = await seed(house, {
    patients: 200,
    checkIns: 5,
    signedIn: 200,
    prescribersSignIn: false,
  })
  const cookies = patients.map(({ cookie }) => cookie)
  const patientIds = patients.map(({ actorId }) => actorId)

  const measure = async (who: string) => {
    const page = await fetch(`${house.url}/portal`, { headers: { cookie: cookies[0] ?? '' } })
    const size = Buffer.byteLength(await page.text())
    const compared = await sideBySide(house, {
      plan: { path: '/portal', cookies, connections: CONNECTIONS },
      floor: { kind: 'page', practiceId, patientIds, size },
      status: 200,
    })
    const { ours, memoryMb } = compared
    const title = `Portal page, ${who}, ${size} bytes, ${CONNECTIONS} connections, ${RUN}; ${machine()}`
    table(title, COLUMNS, lines('Groundwork', compared))
    goals([
      { what: '≥ 1,200 pages/s', seen: perSecond(ours.perSecond), isReached: ours.perSecond >= 1200 },
      { what: 'p99 ≤ 40 ms', seen: ms(ours.p99), isReached: ours.p99 <= 40 },
      { what: 'memory ≤ 200 MB', seen: `${memoryMb.toFixed(0)} MB at most`, isReached: memoryMb <= 200 },
    ])
  }

  await measure('check-ins alone')
  await query(house, 'owner', ENROL, [practiceId, patientIds])
  await measure('on their way')
})
