/**
 * Makes a work that is done whenever it is asked for, once at a time: however often it is asked for while it runs, it is
 * done once more. What comes back resolves when all that was asked for is done. Errors: the work must not throw.
 */
export function coalesce(work: () => Promise<void>): () => Promise<void> {
  let asked = false
  let running: Promise<void> | null = null
  const run = async () => {
    while (asked) {
      asked = false
      await work()
    }
    running = null
  }
  return () => {
    asked = true
    running ??= run()
    return running
  }
}
