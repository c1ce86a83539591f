import { fieldsOf, type Log } from '../../system/log.ts'

/** Takes over work that no page waits for. `what` is logged when it fails. */
export type Later = (what: string, work: Promise<unknown>) => void

export function openBackground(log: Log): { later: Later; settle: () => Promise<void> } {
  const pending = new Set<Promise<void>>()
  return {
    later(what, work) {
      const watched: Promise<void> = work
        .then(
          () => {},
          (error: unknown) => log.error(what, fieldsOf(error)),
        )
        .finally(() => pending.delete(watched))
      pending.add(watched)
    },
    /** Resolves when all of it, and what it started, is done. */
    async settle() {
      while (pending.size > 0) await Promise.all(pending)
    },
  }
}
