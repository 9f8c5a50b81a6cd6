/** Resolves when the user ends the program (Ctrl-C) or the system does; a second Ctrl-C ends it at once. */
export const untilInterrupted = (): Promise<void> =>
  new Promise((resolve) => {
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
    const end = () => {
      // Without a listener, the system does what it does: the second one ends the process.
      for (const signal of signals) process.off(signal, end)
      resolve()
    }
    for (const signal of signals) process.on(signal, end)
  })
