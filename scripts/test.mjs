/**
 * `npm test`: everything that must hold, from a fresh clone on. Installs, finds a
 * browser, then types, lint, build and tests, stopping at the first that fails.
 * Further arguments go to Vitest: `npm test -- tests/rooms.test.ts`.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ensureChromium } from './chromium.mjs'
import { findDebianPostgres, startDebianPostgres } from './debian-postgres.mjs'
import { binary, checkNode, ensureBuilt, ensureInstalled, ROOT } from './ensure.mjs'
import { main, run, Stop } from './run.mjs'

/** What the person wants of Vitest. */
const wanted = process.argv.slice(2)

const heading = (text) => console.log(`\n=== ${text} ===`)

await main(async () => {
  checkNode()
  heading('Packages')
  await ensureInstalled()
  heading('Browser')
  const chromium = await ensureChromium()
  console.log(chromium)

  await step('Types', 'tsc', ['-p', '.'])
  await step('Lint', 'biome', ['check', '.'])
  heading('Build')
  await ensureBuilt()

  await withPostgres15(async (url) => {
    const env = { CHROMIUM: chromium, ...(url === undefined ? {} : { TEST_DATABASE_URL_15: url }) }
    heading('Tests')
    const counts = [await runVitest(env, [])]
    const isChosen = wanted.some((each) => each.startsWith('--project'))
    if (url !== undefined && !isChosen && counts[0].failed === 0) {
      heading('Database tests again, on PostgreSQL 15')
      counts.push(
        await runVitest({ ...env, TEST_DATABASE_URL: url }, ['--project=database', '--passWithNoTests']),
      )
    }
    report(counts)
  })
})

async function step(name, program, args) {
  heading(name)
  const { code } = await run(process.execPath, [binary(ROOT, program), ...args], { cwd: ROOT })
  if (code !== 0) throw new Stop(`${name}: failed; the reason is above.`)
}

/** Works with the address of a PostgreSQL 15, or with undefined where there is none. */
async function withPostgres15(work) {
  const given = process.env.TEST_DATABASE_URL_15
  if (given) return work(given)
  if (!(await findDebianPostgres())) {
    console.log('No PostgreSQL 15 is installed here: the database tests run on the embedded one alone.')
    return work(undefined)
  }
  const server = await startDebianPostgres()
  try {
    return await work(server.url)
  } finally {
    await server.stop()
  }
}

/** @returns what passed, failed and was skipped */
async function runVitest(env, more) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'groundwork-results-'))
  const file = path.join(folder, 'vitest.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const args = [binary(ROOT, 'vitest'), 'run', ...reporters, ...more, ...wanted]
  try {
    const { code } = await run(process.execPath, args, { cwd: ROOT, env: { ...process.env, ...env } })
    if (!existsSync(file)) throw new Stop('Vitest ended without results.')
    const counts = countsOf(JSON.parse(readFileSync(file, 'utf8')))
    // An error between tests fails the run without failing one of them.
    return code === 0 ? counts : { ...counts, failed: Math.max(1, counts.failed) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A file that could not even be loaded counts as one failure: none of its tests is in the list. */
function countsOf({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) {
  const broken = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  return {
    passed: numPassedTests,
    failed: numFailedTests + broken.length,
    skipped: numPendingTests + numTodoTests,
  }
}

/** The last line of all: plain, and the same for people and for programs. */
function report(counts) {
  const sum = (name) => counts.reduce((total, each) => total + each[name], 0)
  const skipped = sum('skipped')
  console.log(
    `\n${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
  )
  if (sum('failed') > 0) process.exitCode = 1
}
