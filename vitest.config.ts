import { defineConfig } from 'vitest/config'

const integration = 'test/**/*.integration.test.ts'
const fixtures = 'test/fixtures/**'
const forEachFile = ['test/support/end-each-file.ts', 'test/support/fixed-seed.ts']

/** `npm run test:unit` runs the tests that need no browser, no process of their own, and no whole tree or pipeline. */
export default defineConfig({
  test: {
    // Tests that wait for what never comes end by these times; far more than a loaded machine needs.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    maxWorkers: 3,
    // What was compiled for one project, or for an earlier run, is taken as it is: in node_modules, by its content.
    experimental: { fsModuleCache: true },
    expect: { poll: { timeout: 120_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [integration, fixtures, 'test/verify/**'],
          globalSetup: ['test/support/bare-environment.ts'],
          setupFiles: ['test/support/refuse-processes.ts', ...forEachFile],
          isolate: false,
          unstubEnvs: true,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: [integration],
          exclude: [fixtures],
          globalSetup: [
            'test/support/bare-environment.ts',
            'test/support/unpacked-browser.ts',
            'test/support/shared-browsers.ts',
          ],
          setupFiles: forEachFile,
          isolate: false,
          unstubEnvs: true,
        },
      },
    ],
  },
})
