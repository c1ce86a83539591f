/** The documents say what the code says: every link, path, variable and table in them is checked here. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readPracticeFile } from '../practice/practice-file.ts'
import { MAY_IMPORT, ONLY } from './rooms.ts'

const NOT_OURS = ['node_modules', 'dist', '.git', '.data']

const documents = readdirSync('.', { withFileTypes: true })
  .filter((entry) => !NOT_OURS.includes(entry.name))
  .flatMap((entry) =>
    entry.isDirectory()
      ? readdirSync(entry.name, { recursive: true, encoding: 'utf8' }).map((file) =>
          path.join(entry.name, file),
        )
      : [entry.name],
  )
  .filter((file) => file.endsWith('.md'))
  .sort()

const read = (file: string) => readFileSync(file, 'utf8')
/** What a person reads: examples in fenced blocks name things of their own. */
const proseOf = (file: string) => read(file).replace(/```[\s\S]*?```/g, '')
const allOf = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((found) => found[1] ?? '')

/** The anchors of a document, as hosts of code make them from its headings. */
const anchorsOf = (file: string) =>
  allOf(proseOf(file), /^#{1,6} (.+)$/gm).map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  )

/** A word in backticks that begins like a path of the repository, without wildcards. */
const OUR_PATH = /^(app|practice|tests|scripts|docs|bench|\.ci)\/[\w./-]*$|^[\w-]+\.(json|md|ts)$/

describe.each(documents)('%s', (file) => {
  test('has links that lead somewhere', () => {
    const links = allOf(proseOf(file), /\]\(([^)\s]+)\)/g).filter((link) => !/^[a-z]+:/.test(link))
    const broken = links.filter((link) => {
      const [target = '', anchor] = link.split('#')
      const there = target === '' ? file : path.join(path.dirname(file), target)
      if (!existsSync(there)) return true
      return anchor !== undefined && !anchorsOf(there).includes(anchor)
    })
    expect(broken).toEqual([])
  })

  test('names files that exist', () => {
    const named = allOf(proseOf(file), /`([^`\n]+)`/g).filter((word) => OUR_PATH.test(word))
    const missing = named.filter(
      (name) => !existsSync(name) && !existsSync(path.join(path.dirname(file), name)),
    )
    expect(missing.filter((name) => !FILES_OF_A_READER.includes(name))).toEqual([])
  })
})

/** Files in backticks that a reader makes. */
const FILES_OF_A_READER = ['practice.json']

const sourcesIn = (...folders: string[]) =>
  folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(tsx?|mjs)$/.test(file))
      .map((file) => path.join(folder, file)),
  )
const variablesIn = (files: readonly string[]) =>
  new Set(files.flatMap((file) => allOf(read(file), /(?<!import\.meta\.)\benv\.([A-Z][A-Z0-9_]+)\b/g)))
const isTest = (file: string) => file.includes('.test.')
/** The first column of a table whose rows begin with a variable. */
const variablesNamedIn = (file: string) =>
  allOf(read(file), /^\| (`[A-Z][A-Z0-9_`, ]+`) \|/gm).flatMap((cell) => allOf(cell, /`([A-Z][A-Z0-9_]+)`/g))

describe('environment variables', () => {
  test('of the house are in the README, all of them and no others', () => {
    const checked = allOf(read('app/system/config.ts'), /^ {2}([A-Z][A-Z0-9_]+): z\b/gm)
    const used = variablesIn(sourcesIn('app', 'practice').filter((file) => !isTest(file)))
    used.delete('INIT_CWD') // npm's own: the folder a command was typed in
    expect(variablesNamedIn('README.md').sort()).toEqual([...new Set([...checked, ...used])].sort())
  })

  test('that CONTRIBUTING names are read by a test or a script', () => {
    const used = variablesIn(sourcesIn('tests', 'scripts'))
    expect(variablesNamedIn('CONTRIBUTING.md').filter((name) => !used.has(name))).toEqual([])
  })
})

test('the practice in the README can be founded as it stands there', async () => {
  const [example = ''] = allOf(read('README.md'), /```json\n([\s\S]*?)```/g)
  const folder = mkdtempSync(path.join(os.tmpdir(), 'readme-'))
  writeFileSync(path.join(folder, 'practice.json'), example)
  expect(await readPracticeFile(path.join(folder, 'practice.json'))).toMatchObject({
    staff: [{ credentials: 'MD' }],
  })
  rmSync(folder, { recursive: true })
})

test('the rooms in docs/architecture.md are those the walls keep', () => {
  const rows = allOf(read('docs/architecture.md'), /^\| (`[a-z]+` \| .+ \| (?:–|`[a-z`, ]+`)) \|$/gm)
  const told = rows.map((row) => {
    const cells = row.split(' | ')
    return [cells[0]?.replaceAll('`', ''), allOf(cells.at(-1) ?? '', /`([a-z]+)`/g)]
  })
  expect(Object.fromEntries(told)).toEqual(MAY_IMPORT)
})

test('the files of another room in docs/architecture.md are those the walls let through', () => {
  const told = [...read('docs/architecture.md').matchAll(/^- `([a-z]+)` may see ([\s\S]*?)(?=^- )/gm)].map(
    ([, room, text = '']) => {
      const files = allOf(text, /`app\/([a-z]+\/[\w.-]+)`/g)
      return [`${room} → ${path.dirname(files[0] ?? '')}`, files.map((file) => path.basename(file))]
    },
  )
  expect(Object.fromEntries(told)).toEqual(ONLY)
})

describe('decisions', () => {
  const files = readdirSync('docs/decisions').filter((file) => file !== 'README.md')
  const index = read('docs/decisions/README.md')

  test.each(files)('%s is a page, says what it must, and is on the list', (file) => {
    const text = read(`docs/decisions/${file}`)
    const [, number, title] = /^# (\d+)\. (.+)\n/.exec(text) ?? []
    expect(Number(file.slice(0, 4))).toBe(Number(number))
    expect(index).toContain(`| ${number} | [${title}](${file}) |`)
    expect(text).toMatch(/^Status: \w+/m)
    for (const heading of ['Context', 'Decision', 'Measured', 'Consequences'])
      expect(text).toContain(`\n## ${heading}\n`)
    expect(text.split(/\s+/).length).toBeLessThanOrEqual(450)
  })

  test('are numbered without a gap', () => {
    expect(files.sort().map((file) => Number(file.slice(0, 4)))).toEqual(files.map((_, i) => i + 1))
  })
})

describe('clinical pages', () => {
  const acts = sourcesIn('app/care', 'app/routes').filter((file) => !isTest(file))
  const inUse = new Set(acts.flatMap((file) => allOf(read(file), /from '[./]+(clinical\/[\w/-]+\.ts)'/g)))

  test.each([...inUse].sort())('what app/%s says it comes from is a page', (file) => {
    const pages = allOf(read(`app/${file}`), /^ {2}source: '([^']+)',$/gm)
    expect(pages.filter((page) => !existsSync(page))).toEqual([])
  })

  test.each([
    ['docs/clinical/pcl5.md', 'app/clinical/instruments/pcl5.ts'],
    ['docs/clinical/pcl-5-week.md', 'app/clinical/instruments/pcl-5-week.ts'],
    ['docs/clinical/pcl5-worsening.md', 'app/clinical/rules/pcl5-worsening.ts'],
  ])('%s speaks of the version in the code', (page, file) => {
    const [version] = allOf(read(file), /^ {2}version: '?([\d.]+)'?,$/gm)
    expect(read(page)).toContain(`\`${file}\`, version ${version}`)
  })
})

describe('every clinical page', () => {
  const pages = readdirSync('docs/clinical').filter((file) => file !== 'README.md')
  const page = (file: string) => read(`docs/clinical/${file}`)

  test.each(pages)(
    '%s has its source, a licence, the marks of verification, and a place on the list',
    (file) => {
      expect(page(file)).toMatch(/^## Source/m)
      expect(page(file)).toMatch(/^Licence: |^## Source and licence$|\. Licence: |^## .*licence/m)
      expect(page(file)).toContain('](README.md#marks)')
      expect(read('docs/clinical/README.md')).toContain(`](${file})`)
    },
  )

  /** What somebody puts a name and a day to: the rows under the heading of those two, or a rule's last line. */
  const toSign = (text: string) => {
    const lines = text.split('\n')
    const from = lines.findIndex((line) => /name, credentials \| day \|$/.test(line))
    const rows = from < 0 ? [] : lines.slice(from + 2)
    const end = rows.findIndex((line) => !line.startsWith('|'))
    return end < 0 ? rows : rows.slice(0, end)
  }
  const isUnsigned = (row: string) => row.endsWith('| *unsigned* | |')
  const isSigned = (row: string) => /\| [^|*]*\p{L}[^|*]* \| [^|]*\d{4}[^|]* \|$/u.test(row)

  test.each(pages.filter((file) => file !== 'rules.md'))(
    '%s is unsigned in every part, or signed with a name and a day, and the list says the same',
    (file) => {
      const rows = toSign(page(file))
      expect(rows).not.toEqual([])
      expect(rows.filter((row) => !isUnsigned(row) && !isSigned(row))).toEqual([])
      const [onList = ''] = allOf(
        read('docs/clinical/README.md'),
        new RegExp(`^\\| \\[.*\\]\\(${file}\\)(.*)$`, 'gm'),
      )
      expect(onList.endsWith('| by nobody |')).toBe(!rows.every(isSigned))
    },
  )

  test('rules.md says of every rule that it is unsigned, or by whom it was signed', () => {
    const rules = allOf(page('rules.md'), /^### (\w+) · /gm)
    const signed = allOf(page('rules.md'), / · version \d+ · (\*unsigned\*|\p{L}[^*]*\d{4})$/gmu)
    expect(rules.length).toBeGreaterThan(100)
    expect(signed).toHaveLength(rules.length)
  })
})

test('the documents stand alone: they name no place outside the repository', () => {
  const outside = documents.filter((file) =>
    /(^|[\s(`"])(\/work\/|\.\.\/shared|\/home\/|\/root\/)/m.test(read(file)),
  )
  expect(outside).toEqual([])
})
