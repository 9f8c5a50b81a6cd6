/** Resolves with the signal: of Ctrl-C, or when the system ends the program. A second Ctrl-C ends the process at once. */
export const untilInterrupted = (): Promise<NodeJS.Signals> =>
  new Promise((resolve) => {
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
    const onSignal = (signal: NodeJS.Signals) => {
      // Without a listener, the next signal has its default effect: it ends the process. All listeners of this one see it.
      setImmediate(() => {
        for (const one of signals) process.off(one, onSignal)
      })
      resolve(signal)
    }
    for (const signal of signals) process.on(signal, onSignal)
  })
