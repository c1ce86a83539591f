/**
 * The test runner of `npm run mutate`, a plugin of Stryker. Vitest starts anew for every mutant, which costs about a
 * second; here each test file is bundled once and its tests stay in memory, so a mutant costs milliseconds. A mutant in
 * what runs while a file loads (a table, a rule) has the files that reach it evaluated again.
 *
 * A kill counts only when the same test passes right after, without the mutant. Where it does not, something was left
 * behind: everything is loaded anew and the mutant tried once more, so that none is killed by what another one did.
 */
import path from 'node:path'
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core'
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin'
import { DryRunStatus, MutantRunStatus, TestStatus } from '@stryker-mutator/api/test-runner'
import { bundleTests } from './bundles.mjs'

/** What the instrumented code reads: which mutant is on, which test runs, how often a mutant has been met. */
globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {}
const switches = globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE]

class InMemoryTestRunner {
  bundles = []
  tests = new Map()

  capabilities() {
    return { reloadEnvironment: true }
  }

  async init() {
    this.bundles = await bundleTests()
  }

  /** Every test that can reach the files to be mutated, once, without a mutant: does it pass, what does it reach. */
  async dryRun({ files = [] }) {
    this.bundles = this.bundles.filter(({ reaches }) => files.some((file) => reaches.has(path.resolve(file))))
    const results = []
    for (const bundle of this.bundles) {
      const started = performance.now()
      for (const test of bundle.evaluate()) {
        this.tests.set(test.id, test)
        switches.currentTestId = test.id
        const result = await outcome(test)
        switches.currentTestId = undefined
        results.push({ ...result, id: test.id, name: test.id, fileName: path.resolve(bundle.file) })
      }
      bundle.took = performance.now() - started
    }
    this.bundles.sort((one, other) => one.took - other.took)
    for (const { id, timeSpentMs } of results) this.tests.get(id).took = timeSpentMs
    return { status: DryRunStatus.Complete, tests: results, mutantCoverage: switches.mutantCoverage }
  }

  async mutantRun({ activeMutant, hitLimit, mutantActivation, sandboxFileName, testFilter }) {
    // After a mutant that ran too long Stryker goes on in a new process, without a dry run.
    if (this.tests.size === 0) this.load()
    switches.hitCount = 0
    switches.hitLimit = hitLimit
    return mutantActivation === 'static'
      ? this.loadWith(activeMutant.id, path.resolve(sandboxFileName))
      : this.runWith(activeMutant.id, testFilter, hitLimit)
  }

  /** Everything anew, as it was before any mutant. */
  load() {
    for (const { evaluate } of this.bundles)
      for (const test of evaluate())
        this.tests.set(test.id, { took: this.tests.get(test.id)?.took ?? 0, ...test })
  }

  /**
   * A mutant inside functions: the tests that reach it, the quickest first, until one fails.
   *
   * @param isFresh nothing was left behind by a mutant before this one
   */
  async runWith(mutant, testFilter, hitLimit, isFresh = false) {
    const tests = testFilter.map((id) => this.tests.get(id)).sort((one, other) => one.took - other.took)
    let nrOfTests = 0
    for (const test of tests) {
      nrOfTests += 1
      switches.activeMutant = mutant
      const { failureMessage, status } = await outcome(test)
      switches.activeMutant = undefined
      if (switches.hitCount > hitLimit)
        return { status: MutantRunStatus.Timeout, reason: 'It runs in circles.' }
      if (status === TestStatus.Success) continue
      const without = await outcome(test)
      const isLeftBehind = without.status === TestStatus.Failed
      if (isLeftBehind) this.load()
      if (isLeftBehind && !isFresh) return this.runWith(mutant, testFilter, hitLimit, true)
      return { status: MutantRunStatus.Killed, failureMessage, killedBy: [test.id], nrOfTests }
    }
    return { status: MutantRunStatus.Survived, nrOfTests }
  }

  /** A mutant in what runs while a file loads: the test files that reach it, loaded with it, until a test fails. */
  async loadWith(mutant, mutated) {
    let nrOfTests = 0
    for (const bundle of this.bundles.filter(({ reaches }) => reaches.has(mutated))) {
      switches.activeMutant = mutant
      const failed = await firstFailure(bundle)
      switches.activeMutant = undefined
      nrOfTests += 1
      if (failed === undefined) continue
      return {
        status: MutantRunStatus.Killed,
        failureMessage: failed.failureMessage,
        killedBy: [failed.id],
        nrOfTests,
      }
    }
    return { status: MutantRunStatus.Survived, nrOfTests }
  }
}

async function firstFailure({ evaluate, file }) {
  try {
    for (const test of evaluate()) {
      const { failureMessage, status } = await outcome(test)
      if (status === TestStatus.Failed) return { id: test.id, failureMessage }
    }
  } catch (error) {
    return { id: `${file} does not load`, failureMessage: String(error) }
  }
}

async function outcome({ run }) {
  const started = performance.now()
  const timeSpentMs = () => performance.now() - started
  try {
    await run()
    return { status: TestStatus.Success, timeSpentMs: timeSpentMs() }
  } catch (error) {
    return { status: TestStatus.Failed, timeSpentMs: timeSpentMs(), failureMessage: String(error) }
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-memory', InMemoryTestRunner)]
