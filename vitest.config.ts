import { defineConfig } from 'vitest/config'

const jsx = { oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } } } as const
/** What happens soon may, on a busy machine, take this long. */
const SOON = { poll: { timeout: 20_000 } }

export default defineConfig({
  test: {
    projects: [
      // What needs nothing but itself.
      {
        ...jsx,
        test: {
          name: 'unit',
          include: ['app/**/*.test.{ts,tsx}', 'practice/**/*.test.ts', 'tests/*.test.ts'],
          setupFiles: 'tests/seed.ts',
          testTimeout: 60_000,
        },
      },
      // What needs a real PostgreSQL: one server for the run, one database per file.
      {
        ...jsx,
        test: {
          name: 'database',
          include: ['tests/database/**/*.test.{ts,tsx}'],
          globalSetup: 'tests/postgres-server.ts',
          setupFiles: 'tests/seed.ts',
          expect: SOON,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      // What needs the built server, started as a person would, and most of it a real browser.
      {
        ...jsx,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts', 'tests/start/**/*.test.ts'],
          expect: SOON,
          fileParallelism: false,
          // After the others: what is timed here should have the machine to itself.
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
