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

  heading('Tests')
  await withPostgres15((env) => runVitest({ ...env, CHROMIUM: chromium }))
})

async function step(name, program, args) {
  heading(name)
  const { code } = await run(process.execPath, [binary(ROOT, program), ...args], { cwd: ROOT })
  if (code !== 0) throw new Stop(`${name}: failed; the reason is above.`)
}

async function withPostgres15(work) {
  const given = process.env.TEST_DATABASE_URL_15
  if (given || !(await findDebianPostgres())) {
    if (!given)
      console.log('No PostgreSQL 15 is installed here: the tests that compare with one are left out.')
    return work({})
  }
  const server = await startDebianPostgres()
  try {
    return await work({ TEST_DATABASE_URL_15: server.url })
  } finally {
    await server.stop()
  }
}

async function runVitest(env) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'groundwork-results-'))
  const file = path.join(folder, 'vitest.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const args = [binary(ROOT, 'vitest'), 'run', ...reporters, ...process.argv.slice(2)]
  try {
    const { code } = await run(process.execPath, args, { cwd: ROOT, env: { ...process.env, ...env } })
    if (!existsSync(file)) throw new Stop('Vitest ended without results.')
    const { passed, failed, skipped } = countsOf(JSON.parse(readFileSync(file, 'utf8')))
    const failures = Math.max(failed, code === 0 ? 0 : 1) // an error between tests fails the run without failing one
    console.log(`\n${passed} passed, ${failures} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
    if (failures > 0) process.exitCode = 1
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
