/** The file a practice is founded from: what a person writes by hand, checked before anything is touched. */
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { PersonRole } from '../app/access/actor.ts'
import type { PracticeProfile } from '../app/database/practice-profile.ts'
import { Refusal } from '../app/system/errors.ts'

/** Patients and their support people come later, invited by those who care for them. */
const STAFF_ROLES = [
  'therapist',
  'prescriber',
  'care-coordinator',
  'medical-director',
  'admin',
  'protocol-reviewer',
] as const satisfies readonly PersonRole[]

const text = z.string().trim().min(1).max(200)

const Profile = z.strictObject({
  states: z
    .array(
      z.strictObject({
        code: z.string().regex(/^[A-Z]{2}$/, 'two capital letters'),
        name: text,
        counties: z.int().min(1),
      }),
    )
    .min(1),
  priceFromUsd: z.number().min(0),
  phone: z
    .string()
    .regex(/^[+(]?\d[\d ().-]{5,}$/, 'a telephone number, or null')
    .nullable(),
  physician: z.strictObject({ name: text, credentials: text, licenceNote: text }),
}) satisfies z.ZodType<PracticeProfile>

const PracticeFile = z.strictObject({
  name: text,
  timeZone: z.string().refine(isTimeZone, 'a time zone such as America/New_York'),
  profile: Profile,
  staff: z
    .array(
      z.strictObject({
        name: text,
        email: z.string().trim().toLowerCase().pipe(z.email()),
        credentials: text,
        roles: z.array(z.enum(STAFF_ROLES)).min(1),
      }),
    )
    .refine((staff) => staff.some(({ roles }) => roles.includes('admin')), 'at least one admin')
    .refine(
      (staff) => new Set(staff.map(({ email }) => email)).size === staff.length,
      'an address of their own for everybody',
    ),
})

export type PracticeFile = z.infer<typeof PracticeFile>

/** @throws Refusal that names the first thing to correct */
export async function readPracticeFile(file: string): Promise<PracticeFile> {
  const content = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new Refusal(`${file} cannot be read.`, { cause: error })
  })
  let json: unknown
  try {
    json = JSON.parse(content)
  } catch (error) {
    throw new Refusal(`${file} is not JSON: ${error instanceof Error ? error.message : ''}.`, {
      cause: error,
    })
  }
  const parsed = PracticeFile.safeParse(json)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const where = issue?.path.length ? issue.path.join('.') : 'the file'
  throw new Refusal(`${file} cannot be used as it is. ${where}: ${issue?.message}.`)
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
