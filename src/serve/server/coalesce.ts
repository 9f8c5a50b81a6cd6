/**
 * Wraps a task so that it never runs twice at a time: calls made while it runs are answered by one further run. The
 * returned promise resolves when all requested runs are finished. Errors: the task must not throw.
 */
export function coalesce(task: () => Promise<void>): () => Promise<void> {
  let requested = false
  let running: Promise<void> | null = null
  const run = async () => {
    while (requested) {
      requested = false
      await task()
    }
    running = null
  }
  return () => {
    requested = true
    running ??= run()
    return running
  }
}
