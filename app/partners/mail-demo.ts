/**
 * Where the demo's mail goes: files in a folder, shown at /demo/mail. Nothing leaves the machine.
 *
 * Each mail is a file named after its id, written whole or not at all; the same id twice is one mail.
 */
import { createHash, randomUUID } from 'node:crypto'
import { link, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { Mail, Message } from './mail.ts'

export type KeptMessage = Message & { at: Date }

const KEPT = 200

const Kept = z.object({
  id: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  at: z.coerce.date(),
})

/** @param folder made when missing, readable by this account alone */
export function createDemoMail(
  folder: string,
  now: () => Date = () => new Date(),
): Mail & { list: () => Promise<KeptMessage[]> } {
  const fileOf = (id: string) => path.join(folder, `${createHash('sha256').update(id).digest('hex')}.json`)

  /** Newest first. A file that is no mail of ours is passed over. */
  async function list(): Promise<KeptMessage[]> {
    const names = await readdir(folder).catch(() => [])
    const files = names.filter((name) => name.endsWith('.json'))
    const read = await Promise.all(files.map((name) => readMessage(path.join(folder, name))))
    return read.filter((message) => message !== undefined).sort((a, b) => b.at.getTime() - a.at.getTime())
  }

  return {
    list,
    async send(message) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const draft = path.join(folder, `${randomUUID()}.part`)
      await writeFile(draft, JSON.stringify({ ...message, at: now() }), { mode: 0o600 })
      try {
        // Fails when the file is there: the second sending of the same mail.
        await link(draft, fileOf(message.id)).catch(ignoreExisting)
      } finally {
        await rm(draft, { force: true })
      }
      const surplus = (await list()).slice(KEPT)
      await Promise.all(surplus.map(({ id }) => rm(fileOf(id), { force: true })))
    },
  }
}

async function readMessage(file: string): Promise<KeptMessage | undefined> {
  try {
    return Kept.safeParse(JSON.parse(await readFile(file, 'utf8'))).data
  } catch {
    return undefined // removed just now, or not written by us
  }
}

function ignoreExisting(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
}
