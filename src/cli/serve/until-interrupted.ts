/** Resolves on Ctrl-C, or when the system ends the program. A second Ctrl-C ends the process at once. */
export const untilInterrupted = (): Promise<void> =>
  new Promise((resolve) => {
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
    const onSignal = () => {
      // Without a listener, the next signal has its default effect: it ends the process.
      for (const signal of signals) process.off(signal, onSignal)
      resolve()
    }
    for (const signal of signals) process.on(signal, onSignal)
  })
