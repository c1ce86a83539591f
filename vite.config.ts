import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { defineConfig, type Plugin } from 'vite'

/** What a browser may hold. Everything else knows people's records, and stays on the server. */
const BROWSER_ROOMS = ['islands', 'ui', 'content', 'clinical']

const app = path.resolve('app')

/** Fails the build as soon as a file of a server room is pulled into the browser's bundle. */
const walls: Plugin = {
  name: 'walls',
  applyToEnvironment: (environment) => environment.name === 'client',
  moduleParsed({ id }) {
    if (!id.startsWith(app + path.sep)) return
    const room = path.relative(app, id).split(path.sep)[0] ?? ''
    if (!BROWSER_ROOMS.includes(room)) {
      this.error(`${path.relative('.', id)} is in a server room and was pulled into the browser's bundle`)
    }
  },
}

/** Every script of one room, each an entry of its own: `app/islands/leave.ts`. */
function entriesOf(room: string): string[] {
  if (!existsSync(path.join(app, room))) return []
  return readdirSync(path.join(app, room))
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
    .map((file) => `app/${room}/${file}`)
}

/** `app/commands/seed.ts` becomes `dist/server/seed.js`. */
const named = (files: string[]) =>
  Object.fromEntries(files.map((file) => [path.basename(file).replace(/\.tsx?$/, ''), file]))

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [walls],
  /** Served from the root under their own names: the tab's icon. */
  publicDir: 'app/ui/public',
  builder: {
    async buildApp(builder) {
      for (const name of ['client', 'ssr']) {
        const environment = builder.environments[name]
        if (environment) await builder.build(environment)
      }
    },
  },
  environments: {
    client: {
      build: {
        outDir: 'dist/client',
        manifest: true,
        // Nothing inlined: the page's policy allows its own origin and no data: addresses.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        // New enough that layers and nesting stay as they were written.
        cssTarget: ['chrome123', 'firefox120', 'safari17.5', 'ios17.5'],
        rolldownOptions: { input: ['app/ui/styles.css', ...entriesOf('islands')] },
      },
    },
    ssr: {
      build: {
        outDir: 'dist/server',
        emptyOutDir: true,
        copyPublicDir: false,
        ssr: true,
        target: 'node20',
        rolldownOptions: {
          input: named(['app/server.ts', ...entriesOf('commands')]),
          output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
        },
      },
    },
  },
})
