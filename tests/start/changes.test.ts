/** `npm run dev` sees what an editor saves, however it saves. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'

type NextChange = (root: string, known: string, stop: Promise<unknown>, lookMs: number) => Promise<string>
const scripts = path.resolve('scripts')
const { nextChange }: { nextChange: NextChange } = await import(`${scripts}/changes.mjs`)
const { buildStamp }: { buildStamp: (root: string) => string } = await import(`${scripts}/ensure.mjs`)

const LOOK_MS = 20
const NEVER = new Promise<never>(() => {})

let root = ''
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'groundwork-changes-'))
  mkdirSync(path.join(root, 'app', 'ui'), { recursive: true })
  writeFileSync(path.join(root, 'app', 'ui', 'page.tsx'), 'first')
})
afterEach(() => rmSync(root, { recursive: true }))

const file = () => path.join(root, 'app', 'ui', 'page.tsx')
/** As most editors save: written beside it, then put in its place. */
function replace(text: string) {
  writeFileSync(`${file()}.new`, text)
  renameSync(`${file()}.new`, file())
}

test('each of three saves of one file by replacing it is seen, and one written into it', async () => {
  let known = buildStamp(root)
  for (const save of [
    () => replace('second'),
    () => replace('third'),
    () => replace('fourth'),
    () => writeFileSync(file(), 'fifth'),
  ]) {
    const changed = nextChange(root, known, NEVER, LOOK_MS)
    save()
    expect(await changed).not.toBe(known)
    known = buildStamp(root)
  }
})

test('a test that is saved, or a file put back as it was, starts nothing', async () => {
  const known = buildStamp(root)
  let isSeen = false
  void nextChange(root, known, NEVER, LOOK_MS).then(() => {
    isSeen = true
  })
  writeFileSync(path.join(root, 'app', 'ui', 'page.test.tsx'), 'a test')
  replace('first')
  await sleep(LOOK_MS * 5)
  expect(isSeen).toBe(false)
})

test('it ends when it is told to', async () => {
  const known = buildStamp(root)
  expect(await nextChange(root, known, Promise.resolve(), LOOK_MS)).toBe(known)
})
