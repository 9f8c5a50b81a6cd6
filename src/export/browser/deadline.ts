import { KormeError, type MachineFault } from '../../model/errors.ts'

/** Rejects with a fault once `ms` milliseconds are over, unless it is cleared before. */
export function createDeadline(ms: number, fault: MachineFault): { over: Promise<never>; clear(): void } {
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new KormeError(fault)), ms)
  })
  over.catch(() => {}) // where nobody waits for it any longer
  return { over, clear: () => clearTimeout(timer) }
}
