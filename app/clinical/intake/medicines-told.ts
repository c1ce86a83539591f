/** The medicines as a person told them: one line each, and what was asked by name. */
import * as z from 'zod/mini'
import { MEDICINE_KINDS, type MedicineList, readMedicine } from '../medicines/medicine-list.ts'

export const PRAZOSIN_ANSWERS = ['no', 'now', 'earlier', 'not-sure', 'declined'] as const

const taking = z.union([
  z.literal('taking'),
  z.literal('not-known'),
  z.object({ stoppedOn: z.string().check(z.maxLength(10)) }),
])

const told = z.object({
  lines: z.array(
    z.object({
      kind: z.enum(MEDICINE_KINDS),
      text: z.string(),
      taking: z.exactOptional(taking),
      picked: z.exactOptional(z.array(z.object({ part: z.string(), as: z.string() }))),
    }),
  ),
  /** Of these kinds somebody said: none. */
  none: z.array(z.enum(MEDICINE_KINDS)),
  /** Of these kinds somebody would rather not say. */
  declined: z.array(z.enum(MEDICINE_KINDS)),
  /** Asked by its name, with nightmares: people leave it out, and it matters. */
  prazosin: z.exactOptional(z.enum(PRAZOSIN_ANSWERS)),
})

export type MedicinesTold = z.infer<typeof told>
export type MedicineLine = MedicinesTold['lines'][number]

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
