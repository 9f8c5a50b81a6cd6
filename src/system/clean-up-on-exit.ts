const cleanups = new Set<() => void>()
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Runs a clean-up if the process exits, or is ended by a signal such as Ctrl-C, before the returned function is called.
 * The clean-up must be synchronous.
 */
export function cleanUpOnExit(cleanup: () => void): () => void {
  if (cleanups.size === 0) {
    process.on('exit', runCleanups)
    for (const signal of signals) process.on(signal, onSignal)
  }
  cleanups.add(cleanup)
  return () => {
    cleanups.delete(cleanup)
    if (cleanups.size > 0) return
    process.off('exit', runCleanups)
    for (const signal of signals) process.off(signal, onSignal)
  }
}

function runCleanups(): void {
  for (const cleanup of cleanups) cleanup()
}

/**
 * A signal ends the process without an `exit` event. A listener prevents that: afterwards the signal is sent again. Where
 * somebody else listens, the process ends in its own time, and needs until then what is to be cleaned up.
 */
function onSignal(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) > 1) return
  runCleanups()
  process.off(signal, onSignal)
  process.kill(process.pid, signal)
}
