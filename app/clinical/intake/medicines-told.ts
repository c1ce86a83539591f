/** The medicines as a person told them: one line each, and what was asked by name. */
import { z } from 'zod'
import { MEDICINE_KINDS, type MedicineList, readMedicine } from '../medicines/medicine-list.ts'

const taking = z.union([
  z.literal('taking'),
  z.literal('not-known'),
  z.object({ stoppedOn: z.string().max(10) }),
])

const told = z.object({
  lines: z.array(
    z.object({
      kind: z.enum(MEDICINE_KINDS),
      text: z.string(),
      taking: taking.exactOptional(),
      picked: z.array(z.object({ part: z.string(), as: z.string() })).exactOptional(),
    }),
  ),
  /** Of these kinds somebody said: none. */
  none: z.array(z.enum(MEDICINE_KINDS)),
  /** Of these kinds somebody would rather not say. */
  declined: z.array(z.enum(MEDICINE_KINDS)),
  /** Asked by its name, with nightmares: people leave it out, and it matters. */
  prazosin: z.enum(['no', 'now', 'earlier', 'not-sure', 'declined']).exactOptional(),
})

export type MedicinesTold = z.infer<typeof told>
export type MedicineLine = MedicinesTold['lines'][number]
export const PRAZOSIN_ANSWERS = ['no', 'now', 'earlier', 'not-sure', 'declined'] as const

/** What came out of storage; undefined when it is no such list. */
export const medicinesToldIn = (answers: unknown): MedicinesTold | undefined => told.safeParse(answers).data

const PRAZOSIN = 'prazosin'

/**
 * The list for the rules. A kind counts as asked about when something stands there, or "none" was said. Where the
 * question on prazosin has no answer, what is prescribed was not asked about to the end.
 */
export function medicineListOf({ lines, none, prazosin }: MedicinesTold): MedicineList {
  const asked = MEDICINE_KINDS.filter(
    (kind) => none.includes(kind) || lines.some((line) => line.kind === kind),
  ).filter((kind) => kind !== 'prescribed' || (prazosin !== undefined && prazosin !== 'declined'))
  const medicines = lines.map(({ kind: _, ...line }) => line)
  const isListed = medicines.some((line) =>
    readMedicine(line).ingredients.some(({ name }) => name.toLowerCase() === PRAZOSIN),
  )
  if (isListed || prazosin === undefined || prazosin === 'no' || prazosin === 'declined')
    return { asked, medicines }
  const now = { now: 'taking', earlier: { stoppedOn: 'not-known' }, 'not-sure': 'not-known' } as const
  return { asked, medicines: [...medicines, { text: PRAZOSIN, taking: now[prazosin] }] }
}
