/**
 * What the tests of clinical/ use of Vitest, in a few lines: a test is a name and a function in a list, so that a mutant
 * costs the tests that reach it and nothing else. `expect` is Vitest's own.
 */
import { createRequire } from 'node:module'

const requireOfVitest = createRequire(createRequire(import.meta.url).resolve('vitest/package.json'))
const { chai, JestAsymmetricMatchers, JestChaiExpect, JestExtend } = requireOfVitest('@vitest/expect')
for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin)

/**
 * A stand-in for the module `vitest`, and what collects the tests it has been told: `{ id, run }`, `id` one of a kind
 * within a file.
 *
 * @param file the test file, for the ids
 */
export function vitestFor(file) {
  const tests = []
  const titles = []
  const waiting = []
  let isLoaded = false

  function test(title, run) {
    tests.push({ id: `${file}#${[...titles, title].join(' ')} [${tests.length}]`, run })
  }
  // As with Vitest, a body sees everything its file declares, also further down.
  function describe(title, body) {
    if (!isLoaded) {
      waiting.push([title, body])
      return
    }
    titles.push(title)
    body()
    titles.pop()
  }
  const each = (tell) => (rows) => (title, body) => {
    for (const row of rows) tell(title, () => (Array.isArray(row) ? body(...row) : body(row)))
  }
  test.each = each(test)
  describe.each = each(describe)

  /** Once the file has run to its end. */
  function collect() {
    isLoaded = true
    for (const [title, body] of waiting) describe(title, body)
    return tests
  }

  return { module: { describe, expect: chai.expect, test }, collect }
}
