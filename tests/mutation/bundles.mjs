/** Each test file of clinical/ as one script, with the code it reaches, so that it can be evaluated as often as asked. */
import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import vm from 'node:vm'
import { build } from 'vite'
import { fewCases } from './fast-check.mjs'
import { vitestFor } from './vitest.mjs'

const require = createRequire(import.meta.url)

/** Tests that try everything there is; a mutant they alone would notice shows up as a missing cut-off elsewhere. */
const LEFT_OUT = /\.exhaustive\.test\.ts$/

/** Of the tests elsewhere, the one that holds a file of clinical/ against the rest of the product. */
const ALSO = ['tests/running-rules.test.ts']

/** `{ file, reaches, evaluate }` for each test file: `reaches` are the files it runs, `evaluate()` gives its tests anew. */
export async function bundleTests() {
  const files = readdirSync('app/clinical', { recursive: true })
    .map((file) => path.posix.join('app/clinical', file))
    .filter((file) => file.endsWith('.test.ts') && !LEFT_OUT.test(file))
    .sort()
  const bundles = []
  for (const file of [...files, ...ALSO]) bundles.push(await bundle(file))
  return bundles
}

async function bundle(file) {
  const { output } = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: file,
      write: false,
      minify: false,
      rolldownOptions: { output: { format: 'cjs', codeSplitting: false } },
    },
  })
  const [chunk] = output
  const script = new vm.Script(`(function (require, exports, module) {${chunk.code}\n})`, { filename: file })
  return {
    file,
    reaches: new Set(chunk.moduleIds.map((id) => path.resolve(id))),
    evaluate() {
      const { module, collect } = vitestFor(file)
      const modules = { vitest: module, 'fast-check': { ...fewCases, default: fewCases, __esModule: true } }
      script.runInThisContext()((name) => modules[name] ?? require(name), {}, {})
      return collect()
    },
  }
}
