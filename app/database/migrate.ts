import { Kysely, type Migration, Migrator, PostgresDialect } from 'kysely'
import { Refusal } from '../system/errors.ts'
import { openPool } from './connection.ts'
import * as practice from './migrations/0001-practice.ts'
import * as access from './migrations/0002-access.ts'
import * as questionnaireResponse from './migrations/0003-questionnaire-response.ts'
import * as protocolSigning from './migrations/0004-protocol-signing.ts'
import * as instrumentWording from './migrations/0005-instrument-wording.ts'
import * as oneQuestion from './migrations/0006-one-question.ts'
import * as journey from './migrations/0007-journey.ts'
import * as registration from './migrations/0008-registration.ts'
import * as planAndSupply from './migrations/0010-plan-and-supply.ts'
import * as peopleAndBooking from './migrations/0011-people-and-booking.ts'
import * as sessionDay from './migrations/0012-session-day.ts'
import * as whatIsShared from './migrations/0013-what-is-shared.ts'
import * as whatABookingRestsOn from './migrations/0015-what-a-booking-rests-on.ts'
import * as protocolReviewer from './migrations/0016-protocol-reviewer.ts'
import * as telehealthBasis from './migrations/0017-telehealth-basis.ts'
import * as whoseWordCounts from './migrations/0018-whose-word-counts.ts'
import * as untilItCloses from './migrations/0019-until-it-closes.ts'
import * as howToReachThem from './migrations/0020-how-to-reach-them.ts'
import * as whoIsInReserveNow from './migrations/0021-who-is-in-reserve-now.ts'
import * as decidedOnce from './migrations/0022-decided-once.ts'
import type { Connection } from './roles.ts'

/** In the order they run. Names are kept in the database: never rename one, never change one that shipped. */
const MIGRATIONS: Record<string, Migration> = {
  '0001-practice': practice,
  '0002-access': access,
  '0003-questionnaire-response': questionnaireResponse,
  '0004-protocol-signing': protocolSigning,
  '0005-instrument-wording': instrumentWording,
  '0006-one-question': oneQuestion,
  '0007-journey': journey,
  '0008-registration': registration,
  '0010-plan-and-supply': planAndSupply,
  '0011-people-and-booking': peopleAndBooking,
  '0012-session-day': sessionDay,
  '0013-what-is-shared': whatIsShared,
  '0015-what-a-booking-rests-on': whatABookingRestsOn,
  '0016-protocol-reviewer': protocolReviewer,
  '0017-telehealth-basis': telehealthBasis,
  '0018-whose-word-counts': whoseWordCounts,
  '0019-until-it-closes': untilItCloses,
  '0020-how-to-reach-them': howToReachThem,
  '0021-who-is-in-reserve-now': whoIsInReserveNow,
  '0022-decided-once': decidedOnce,
}

export const MIGRATION_NAMES: readonly string[] = Object.keys(MIGRATIONS).sort()

/** Brings the database to this version, as its owner. Returns the names of what it ran. */
export async function migrate(owner: Connection): Promise<string[]> {
  const pool = openPool(owner, 2)
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  try {
    const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } })
    const { error, results = [] } = await migrator.migrateToLatest()
    if (error) throw laterVersion(error) ?? error
    return results.map(({ migrationName }) => migrationName)
  } finally {
    await db.destroy()
  }
}

/** Kysely finds migrations on record that we do not bring: the database is ahead of this program. */
function laterVersion(error: unknown): Refusal | undefined {
  const isAhead = error instanceof Error && error.message.includes('is missing')
  return isAhead
    ? new Refusal('This database was made by a newer Groundwork. Nothing was touched.', { cause: error })
    : undefined
}
