import { defineConfig } from 'vitest/config'

/** For `npm run mutate`: the tests of clinical/, without the exhaustive ones, which would run for every mutant. */
export default defineConfig({
  test: {
    include: ['app/clinical/**/*.test.ts'],
    exclude: ['**/*.exhaustive.test.ts'],
    setupFiles: ['tests/same-every-time.ts'],
    testTimeout: 20_000,
  },
})
