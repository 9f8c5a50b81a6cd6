import { expect, test, vi } from 'vitest'

const flags = vi.hoisted(() => [] as string[])
vi.mock('node:v8', () => ({ setFlagsFromString: (flag: string) => flags.push(flag) }))

const { optimizeLate } = await import('../../src/cli/optimize-late.ts')

test.runIf(process.version.startsWith('v20.'))('only commands that end soon are optimized late', () => {
  const set = (command: string) => {
    flags.length = 0
    optimizeLate(command)
    return flags.length > 0
  }
  expect(['build', 'check', 'handout', 'pdf'].map(set)).toEqual([true, true, true, true])
  expect(['serve', 'present', 'new', 'help'].map(set)).toEqual([false, false, false, false])
})
