import { defineConfig } from 'vitest/config'

/** The long runs, which tell their figures: `npm run verify:fit`, `npm run verify:themes`. */
export default defineConfig({
  test: {
    include: ['test/verify/*.test.ts'],
    setupFiles: ['test/support/end-each-file.ts'],
    env: { VERIFY: '1' },
    testTimeout: 600_000,
    hookTimeout: 60_000,
    maxWorkers: 1,
  },
})
