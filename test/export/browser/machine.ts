import { join } from 'node:path'
import type { MachineInfo } from '../../../src/export/browser/browser-executable.ts'

/** Returns a function that describes a machine whose home and caches lie in a folder. */
export const makeMachine =
  (folder: string) =>
  (cache: string, more: Partial<MachineInfo> = {}): MachineInfo => ({
    platform: 'linux',
    arch: 'x64',
    env: { XDG_CACHE_HOME: join(folder, cache) },
    home: join(folder, 'home'),
    temporary: '/dev/null',
    ...more,
  })
