import { KormeError, type MachineFault } from '../../model/errors.ts'

/** Creates a promise that rejects with a fault after `durationMs` milliseconds, unless `clear` is called before. */
export function createDeadline(durationMs: number, fault: MachineFault): { passed: Promise<never>; clear(): void } {
  let timer: NodeJS.Timeout | undefined
  const passed = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new KormeError(fault)), durationMs)
  })
  passed.catch(() => {}) // nobody may be waiting any more
  return { passed, clear: () => clearTimeout(timer) }
}
