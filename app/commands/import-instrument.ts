/**
 * `npm run import-instrument -- --file q.json --licence licence.json`: the text of one instrument, from a FHIR R4
 * Questionnaire, with what allows the practice to use it. Whole or not at all; the console has a form for the same.
 */

import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { z } from 'zod'
import { isPersonRole, type Member } from '../access/actor.ts'
import { Permit } from '../access/permit.ts'
import { loadInstrument } from '../care/load-instrument.ts'
import { placesOf } from '../clinical/asked-where.ts'
import { slotOf, TEXT_SLOTS } from '../clinical/instruments/questionnaire-slots.ts'
import { runCommand } from '../command.ts'
import { words } from '../content/words.ts'
import { type House, readPractice } from '../house.ts'
import { AppError, Refusal } from '../system/errors.ts'
import { calendarDay } from '../system/time.ts'

const USAGE =
  'Name a Questionnaire and its licence: npm run import-instrument -- --file q.json --licence licence.json'

/** The licence record of a file, with what the console's form asks besides. */
const LicenceFile = z.looseObject({
  instrument: z.string(),
  language: z.enum(['en', 'es']),
  /** Mail address of the medical director who answers for it. */
  uploadedBy: z.email(),
})

await runCommand(async ({ args, env, say, openHouse }) => {
  const { file, licence } = filesIn(args)
  const from = env.INIT_CWD ?? '.'
  const bytes = await read(path.resolve(from, file))
  const { instrument, language, uploadedBy, ...record } = licenceIn(await read(path.resolve(from, licence)))
  if (!slotOf(instrument))
    throw new Refusal(
      `${instrument} takes no text. Those that do: ${TEXT_SLOTS.map((slot) => slot.instrument.code).join(', ')}.`,
    )

  const house = await openHouse()
  const practice = await readPractice(house)
  if (!practice) throw new Refusal('There is no practice here yet: npm run seed.')
  const member = await directorOf(house, practice.id, uploadedBy)
  const permit = await Permit.ask(
    house.db,
    { ...member, cause: 'npm run import-instrument' },
    'load-instrument',
  ).catch((error: unknown) => {
    if (error instanceof AppError) throw new Refusal(`${uploadedBy} is no medical director of this practice.`)
    throw error
  })
  const now = new Date()
  const loaded = await loadInstrument(house.db, permit, member, {
    ...{ instrument, language, file: bytes, licence: record },
    ...{ uploadedWith: 'command' as const, uploadedAt: now, today: calendarDay(now, practice.timeZone) },
  })
  if (loaded.status !== 'refused') {
    const isNew = loaded.status === 'loaded'
    say(
      `${instrument} in ${language} ${isNew ? 'is loaded' : 'was loaded before'}, as version ${loaded.version}. ${whereAsked(instrument)}`,
    )
    return 'fine'
  }
  const { mismatch, licenceFault, refused } = words.en.instruments
  say(`${refused.title}. ${refused.lead}`)
  for (const fault of loaded.licenceFaults) say(`- ${licenceFault[fault]}`)
  for (const { kind, at, found } of loaded.mismatches) say(`- ${mismatch[kind](at, found)}`)
  return 'trouble'
})

function filesIn(args: readonly string[]): { file: string; licence: string } {
  try {
    const options = { file: { type: 'string' }, licence: { type: 'string' } } as const
    const { file, licence } = parseArgs({ args: [...args], options }).values
    if (file !== undefined && licence !== undefined) return { file, licence }
  } catch (cause) {
    throw new Refusal(USAGE, { cause })
  }
  throw new Refusal(USAGE)
}

function read(file: string): Promise<Uint8Array> {
  return readFile(file).catch((cause: unknown) => {
    throw new Refusal(`${file} cannot be read.`, { cause })
  })
}

function licenceIn(bytes: Uint8Array): z.infer<typeof LicenceFile> {
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder().decode(bytes))
  } catch (cause) {
    throw new Refusal('The licence file is not JSON.', { cause })
  }
  const licence = LicenceFile.safeParse(json)
  if (!licence.success)
    throw new Refusal(
      'The licence file needs instrument, language (en or es) and uploadedBy (the mail address of a medical director).',
    )
  return licence.data
}

/** Whoever has this mail address here; what they may do is asked of the permit office. */
async function directorOf({ db, login }: House, practiceId: string, email: string): Promise<Member> {
  const accountId = await login.findAccountId(email)
  const { rows } = await sql<{ practice_id: string; actor_id: string; name: string; roles: string[] }>`
    select practice_id, actor_id, name, roles from access.find_member(${accountId ?? null})`.execute(db)
  const row = rows.find((one) => one.practice_id === practiceId)
  if (!row) throw new Refusal(`Nobody here has the mail address ${email}.`)
  return { id: row.actor_id, practiceId, name: row.name, roles: row.roles.filter(isPersonRole) }
}

function whereAsked(instrument: string): string {
  return placesOf(instrument).length > 0
    ? 'It is asked on the days its license holds.'
    : 'It is kept, and no page asks it.'
}
