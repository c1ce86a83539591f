/** The browser's half of the project's own build, kept in memory or under `out`: ours, or one script of a test. */
import { isBuiltin } from 'node:module'
import { createBuilder, type Plugin } from 'vite'

const ENTRY = 'virtual:a-script-of-a-test'

/** Node's own modules become empty ones in a browser's bundle, without a word; here they end the build. */
function withoutBuiltins(): Plugin {
  const reached: string[] = []
  return {
    name: 'without-builtins',
    enforce: 'pre',
    resolveId(id, importer) {
      if (isBuiltin(id)) reached.push(`${importer ?? 'a script'} imports ${id}, which no browser has`)
    },
    // At the end, so that a wall that was gone through is told first.
    generateBundle() {
      if (reached.length > 0) this.error(reached.join('\n'))
    },
  }
}

/**
 * @param text of a script to be built in place of ours
 * @throws where a file of a server room, or a module of Node's own, was reached for
 */
export async function buildForBrowser({ out, text }: { out?: string; text?: string }) {
  const entry: Plugin = {
    name: 'entry',
    // Inputs given beside those of vite.config.ts would be added to them.
    options: (given) => (text === undefined ? given : { ...given, input: ENTRY }),
    resolveId: (id) => (id === ENTRY ? ENTRY : undefined),
    load: (id) => (id === ENTRY ? text : undefined),
  }
  const builder = await createBuilder({
    logLevel: 'silent',
    plugins: [withoutBuiltins(), entry],
    environments: {
      client: {
        build: out === undefined ? { write: false } : { outDir: out, emptyOutDir: true },
      },
    },
  })
  const { client } = builder.environments
  if (!client) throw new Error('there is no client environment')
  return builder.build(client)
}

/** One script that needs no other, as its text. */
export async function scriptForBrowser(text: string): Promise<string> {
  const built = await buildForBrowser({ text })
  const files = 'output' in built ? built.output : []
  const [script, ...others] = files.filter(({ type }) => type === 'chunk')
  if (script?.type !== 'chunk' || others.length > 0) throw new Error('it was not built into one script')
  return script.code
}
