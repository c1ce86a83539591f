/**
 * What the tests of clinical/ use of Vitest, in a few lines: a test is a name and a function in a list, so that a mutant
 * costs the tests that reach it and nothing else. `expect` is Vitest's own.
 */
import { createRequire } from 'node:module'

const requireOfVitest = createRequire(createRequire(import.meta.url).resolve('vitest/package.json'))
const { chai, JestAsymmetricMatchers, JestChaiExpect, JestExtend } = requireOfVitest('@vitest/expect')
for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin)

/**
 * A stand-in for the module `vitest`, and the tests it has been told: `{ id, run }`, `id` one of a kind within a file.
 *
 * @param file the test file, for the ids
 */
export function vitestFor(file) {
  const tests = []
  const titles = []

  function test(title, run) {
    tests.push({ id: `${file}#${[...titles, title].join(' ')} [${tests.length}]`, run })
  }
  function describe(title, body) {
    titles.push(title)
    body()
    titles.pop()
  }
  const each = (tell) => (rows) => (title, body) => {
    for (const row of rows) tell(title, () => (Array.isArray(row) ? body(...row) : body(row)))
  }
  test.each = each(test)
  describe.each = each(describe)

  return { module: { describe, expect: chai.expect, test }, tests }
}
