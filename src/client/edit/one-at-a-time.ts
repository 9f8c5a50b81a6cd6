/** Does one thing after the other; of those that come meanwhile, only the newest is done. */
export interface OneAtATime<T> {
  (run: () => Promise<T>): Promise<T>
  /** Forgets what waits. */
  drop(): void
}

/** Creates it. `skipped` is the result of what a newer one took the place of. Errors: those of what is done. */
export function oneAtATime<T>(skipped: T): OneAtATime<T> {
  let isBusy = false
  let waiting: { run: () => Promise<T>; resolve(result: T | Promise<T>): void } | null = null
  const drop = () => {
    waiting?.resolve(skipped)
    waiting = null
  }
  const start = (run: () => Promise<T>): Promise<T> => {
    isBusy = true
    return run().finally(() => {
      isBusy = false
      const next = waiting
      waiting = null
      if (next) next.resolve(start(next.run))
    })
  }
  const add = (run: () => Promise<T>): Promise<T> => {
    if (!isBusy) return start(run)
    drop()
    return new Promise((resolve) => {
      waiting = { run, resolve }
    })
  }
  return Object.assign(add, { drop })
}
