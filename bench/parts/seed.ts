/**
 * A practice of any size, made in bulk by the tables' owners: patients with check-ins and open findings, care
 * teams, and logins with their cookies. Invented throughout, and the same for the same numbers.
 */
import { createHmac, randomBytes } from 'node:crypto'
import { SESSION_COOKIE } from '../../app/access/login/cookie.ts'
import { pcl5 } from '../../app/clinical/instruments/pcl5.ts'
import type { MortalHouse } from '../../tests/browser/mortal-house.ts'
import { query } from './ground.ts'

export type Size = {
  patients: number
  /** Check-ins each has handed in, four weeks apart. */
  checkIns: number
  /** How many of the patients can sign in. */
  signedIn: number
  /** Prescribers without a login have no mail address either: a finding then sends no mail. */
  prescribersSignIn: boolean
}

export type Login = { actorId: string; cookie: string }
export type SeededPractice = {
  practiceId: string
  /** In the order they were made; only those who can sign in. */
  patients: Login[]
  /** On the care team of all. */
  prescriber: Login
  /** On the care team of every thirty-third. */
  covering: Login
}

/** Adds to the demo practice. */
export async function seed(house: MortalHouse, size: Size): Promise<SeededPractice> {
  const [practice] = await query<{ practice_id: string }>(house, 'owner', 'select practice_id from practice')
  const practiceId = practice?.practice_id ?? ''
  const prefix = randomBytes(4).toString('hex')
  const templates = Array.from({ length: 10 }, (_, i) => JSON.stringify(answersAdding(30 + i)))
  await query(house, 'owner', statements(prefix, practiceId, size, templates))
  for (const name of ['patient', 'member', 'care_team_member', 'questionnaire_response', 'finding'])
    await query(house, 'owner', `vacuum (analyze) ${name}`)

  const members = await query<{ actor_id: string; account_id: string; name: string }>(
    house,
    'owner',
    `select actor_id, account_id, name from member where name like '${prefix} %' order by name`,
  )
  const prescribers = members.filter(({ name }) => name.startsWith(`${prefix} P`))
  const patients = members
    .filter(({ name }) => !prescribers.some((one) => one.name === name))
    .slice(0, size.signedIn)
  const people = [...(size.prescribersSignIn ? prescribers : []), ...patients]
  const cookies = await signIn(
    house,
    people.map(({ account_id }) => account_id),
  )
  const loginOf = ({ actor_id, account_id }: (typeof members)[number]): Login => ({
    actorId: actor_id,
    cookie: cookies.get(account_id) ?? '',
  })
  const [prescriber, covering] = prescribers
  if (!prescriber || !covering) throw new Error('the prescribers were not made')
  return {
    practiceId,
    patients: patients.map(loginOf),
    prescriber: loginOf(prescriber),
    covering: loginOf(covering),
  }
}

/** Twenty answers with this sum, 20 to 59. */
const answersAdding = (total: number) =>
  Object.fromEntries(
    pcl5.items.map(({ linkId }, i) => [linkId, Math.floor(total / 20) + (i < total % 20 ? 1 : 0)]),
  )

/** Ids are made of the prefix and a number, so that one statement can speak of another's rows. */
function statements(
  prefix: string,
  practiceId: string,
  { patients, checkIns }: Size,
  templates: readonly string[],
): string {
  const id = (what: string, n: string, k = '0') => `md5('${prefix} ${what} ' || ${n} || ' ' || ${k})::uuid`
  return `
  begin;
  insert into patient (practice_id, patient_id, given_name, family_name, born_on, state, place, language)
  select '${practiceId}'::uuid, ${id('patient', 'n')}, 'Given' || n, 'Family' || n, date '1960-01-01' + n % 15000,
    case n % 2 when 0 then 'FL' else 'NJ' end, 'Place' || n % 40, 'en'
  from generate_series(1, ${patients}) as n;

  insert into member (practice_id, actor_id, account_id, name, roles)
  select '${practiceId}'::uuid, ${id('patient', 'n')}, ${id('account', 'n')},
    '${prefix} ' || lpad(n::text, 6, '0'), array['patient']
  from generate_series(1, ${patients}) as n
  union all
  select '${practiceId}'::uuid, ${id('prescriber', 'n')}, ${id('prescriber account', 'n')},
    '${prefix} Prescriber ' || n, array['prescriber']
  from generate_series(1, 2) as n;

  insert into care_team_member (practice_id, patient_id, actor_id)
  select '${practiceId}'::uuid, ${id('patient', 'n')}, ${id('prescriber', '1')} from generate_series(1, ${patients}) as n
  union all
  select '${practiceId}'::uuid, ${id('patient', 'n')}, ${id('prescriber', '2')}
  from generate_series(33, ${patients}, 33) as n;

  insert into questionnaire_response (practice_id, questionnaire_response_id, patient_id, instrument,
    instrument_version, language, answers, total, authored_at)
  select '${practiceId}'::uuid, ${id('response', 'n', 'k')}, ${id('patient', 'n')}, 'pcl-5', '${pcl5.version}', 'en',
    (array[${templates.map((template) => `'${template}'::jsonb`).join(', ')}])[1 + (n * 7 + k * 3) % 10],
    30 + (n * 7 + k * 3) % 10,
    now() - make_interval(days => 28 * (${checkIns} - k + 1), mins => n % 1000)
  from generate_series(1, ${patients}) as n, generate_series(1, ${checkIns}) as k;

  -- One patient in five has something open, one in fifteen two things.
  insert into finding (practice_id, patient_id, questionnaire_response_id, rule_id, rule_version, protocol_version,
    is_unknown, severity, evidence, found_at)
  select '${practiceId}'::uuid, ${id('patient', 'n')}, ${id('response', 'n', 'k')}, 'F01', 1, 1, false,
    (array['review', 'review', 'review', 'advise'])[1 + n % 4],
    '{"currentTotal": 45, "lowestTotal": 30, "worseningPoints": 10}',
    now() - make_interval(mins => n)
  from generate_series(1, ${patients}) as n, generate_series(greatest(1, ${checkIns} - 1), ${checkIns}) as k
  where (k = ${checkIns} and n % 5 = 0) or (k < ${checkIns} and n % 15 = 0);
  commit`
}

/** Logins as sign-in would have made them; returns their cookies by account. */
async function signIn(house: MortalHouse, accountIds: readonly string[]): Promise<Map<string, string>> {
  const tokens = accountIds.map(() => randomBytes(24).toString('base64url'))
  await query(
    house,
    'login',
    `insert into "user" (id, name, email, "emailVerified")
     select id, 'Invented', id || '@bench.invalid', true from unnest($1::uuid[]) as id`,
    [accountIds],
  )
  await query(
    house,
    'login',
    `insert into session ("userId", token, "expiresAt", "updatedAt", method, "idleMinutes", "lastSeenAt")
     select id, token, now() + interval '12 hours', now(), 'demo', 600, now()
     from unnest($1::uuid[], $2::text[]) as given (id, token)`,
    [accountIds, tokens],
  )
  const secret = house.secret()
  const cookieOf = (token: string) => {
    const signature = createHmac('sha256', secret).update(token).digest('base64')
    return `${SESSION_COOKIE}=${encodeURIComponent(`${token}.${signature}`)}`
  }
  return new Map(accountIds.map((id, i) => [id, cookieOf(tokens[i] ?? '')]))
}
