/** Results that come one by one from several sides, and are read one after the other. */
export interface ResultQueue<T> {
  /** Tells how many more results will come, or how many will not. */
  expect(more: number): void
  put(result: T): void
  /** Ends the reading, whatever is expected. */
  end(): void
  /** Ends the reading with an error. */
  fail(error: unknown): void
  /** Yields the results until all that were expected have come. */
  all(): AsyncGenerator<T>
}

/** Creates a queue that expects nothing yet. */
export function createResultQueue<T>(): ResultQueue<T> {
  const ready: T[] = []
  let left = 0
  let failure: { error: unknown } | null = null
  let wake = () => {}
  return {
    expect: (more) => {
      left += more
      wake()
    },
    put: (result) => {
      ready.push(result)
      wake()
    },
    end: () => {
      left = 0
      wake()
    },
    fail: (error) => {
      failure ??= { error }
      wake()
    },
    async *all() {
      while (ready.length > 0 || left > 0) {
        if (ready.length > 0) {
          left -= 1
          yield ready.shift()!
          continue
        }
        if (failure) throw failure.error
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
      if (failure) throw failure.error
    },
  }
}
