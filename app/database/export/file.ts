/** Files of an export: written once, readable by this account alone, hashed while they pass. */
import { createHash } from 'node:crypto'
import { open, stat } from 'node:fs/promises'
import path from 'node:path'
import { Refusal } from '../../system/errors.ts'
import type { ExportedFile } from './format.ts'

const CHUNK_BYTES = 1 << 20
const NEWLINE = 0x0a

/** Writes batches of lines and waits until they are on the disk. Memory: one batch. */
export async function writeLines(
  folder: string,
  file: string,
  batches: AsyncIterable<string[]>,
): Promise<ExportedFile> {
  const hash = createHash('sha256')
  const written = { file, rows: 0, bytes: 0 }
  const handle = await open(path.join(folder, file), 'wx', 0o600)
  try {
    for await (const lines of batches) {
      if (lines.length === 0) continue
      const chunk = Buffer.from(`${lines.join('\n')}\n`)
      hash.update(chunk)
      await handle.appendFile(chunk)
      written.rows += lines.length
      written.bytes += chunk.length
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  return { ...written, sha256: hash.digest('hex') }
}

/**
 * The file's lines, some at a time, joined by newlines. What was yielded may be
 * believed only once the end is reached without a Refusal: the hash is of the whole.
 */
export async function* readLines(folder: string, wanted: ExportedFile): AsyncGenerator<string> {
  const name = path.join(folder, wanted.file)
  const damaged = new Refusal(`${name} is not as it was exported: take another copy of the export.`)
  const handle = await open(name).catch((error: unknown) => {
    throw new Refusal(`${name} cannot be read and belongs to the export: take another copy of it.`, {
      cause: error,
    })
  })
  const hash = createHash('sha256')
  let rows = 0
  let rest = Buffer.alloc(0)
  try {
    const { size } = await handle.stat()
    if (size !== wanted.bytes) throw damaged
    const chunk = Buffer.alloc(CHUNK_BYTES)
    for (;;) {
      const { bytesRead } = await handle.read(chunk, 0, CHUNK_BYTES)
      if (bytesRead === 0) break
      hash.update(chunk.subarray(0, bytesRead))
      const joined = Buffer.concat([rest, chunk.subarray(0, bytesRead)])
      const end = joined.lastIndexOf(NEWLINE)
      rest = joined.subarray(end + 1)
      if (end === -1) continue
      const lines = joined.toString('utf8', 0, end)
      rows += lines.split('\n').length
      yield lines
    }
  } finally {
    await handle.close()
  }
  if (rest.length > 0 || rows !== wanted.rows || hash.digest('hex') !== wanted.sha256) throw damaged
}

/** @throws Refusal when a byte of it differs */
export async function checkFile(folder: string, wanted: ExportedFile): Promise<void> {
  for await (const _ of readLines(folder, wanted));
}

export const exists = async (name: string) =>
  stat(name).then(
    () => true,
    () => false,
  )

/** Makes a rename or a new file in the folder survive a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
