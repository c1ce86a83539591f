/** Who asks. A person signed in, a job of ours, or a visitor nobody knows. */
export const PEOPLE_ROLES = [
  'patient',
  'support-person',
  'therapist',
  'prescriber',
  'care-coordinator',
  'medical-director',
  'admin',
  /** A pharmacist or consultant from outside, who reads protocols, gives one of two signatures, and sees no patient. */
  'protocol-reviewer',
] as const

export type PersonRole = (typeof PEOPLE_ROLES)[number]
export const isPersonRole = (role: string): role is PersonRole =>
  (PEOPLE_ROLES as readonly string[]).includes(role)

export type Role = PersonRole | 'system' | 'visitor'

export type Actor = {
  /** The id of the patient, practitioner or related person; the nil UUID for jobs and visitors. */
  id: string
  practiceId: string
  /** All roles the person holds; a permit is granted under one of them. */
  roles: readonly Role[]
  /** For a job: its task and id, kept with everything it does. */
  cause?: string
}

/** Somebody who belongs to a practice, under the name they have there. */
export type Member = Actor & { name: string }

export const NOBODY = '00000000-0000-0000-0000-000000000000'

/** Staff of the practice, who need a second factor and have the shorter idle limit. */
const STAFF: readonly Role[] = [
  'prescriber',
  'care-coordinator',
  'medical-director',
  'admin',
  'protocol-reviewer',
]

export const isStaff = ({ roles }: Pick<Actor, 'roles'>) => roles.some((role) => STAFF.includes(role))

export const visitorTo = (practiceId: string): Actor => ({ id: NOBODY, practiceId, roles: ['visitor'] })

export const jobActor = (practiceId: string, cause: string): Actor => ({
  id: NOBODY,
  practiceId,
  roles: ['system'],
  cause,
})
