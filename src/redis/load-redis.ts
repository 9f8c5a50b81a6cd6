import type * as Ioredis from 'ioredis'
import { KormeError } from '../model/errors.ts'

/** Loads the client of Redis, which is not installed with Korme. Errors: `package-missing`, exit code 3. */
export const loadIoredis = (): Promise<typeof Ioredis> => loadOptional(() => import('ioredis'))

/** Loads a package that is not installed with Korme. Errors: `package-missing`, exit code 3. */
export async function loadOptional<Module>(load: () => Promise<Module>): Promise<Module> {
  try {
    return await load()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'MODULE_NOT_FOUND' && code !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new KormeError({ code: 'package-missing', packages: ['bullmq', 'ioredis'] })
  }
}
