import { EnvironmentError, type MachineFault } from '../../model/machine.ts'

/** Rejects with a fault once `ms` milliseconds are over, unless it is cleared before. */
export function deadline(ms: number, fault: MachineFault): { over: Promise<never>; clear(): void } {
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new EnvironmentError(fault)), ms)
  })
  over.catch(() => {}) // where nobody waits for it any longer
  return { over, clear: () => clearTimeout(timer) }
}
