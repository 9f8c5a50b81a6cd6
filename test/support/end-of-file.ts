/** What remains to be done when the test file that is running ends, oldest first. */
const tasks: (() => unknown)[] = []

/**
 * Lets something be done when the test file that is running has ended, even if its tests fail. Test files of a worker share
 * modules, so a hook at the top of a module that tests import would be there for the first of them only.
 */
export function atEndOfFile(task: () => unknown): void {
  tasks.push(task)
}

/** Does what remains, latest first. Errors: the first failure, after all have been tried. */
export async function endFile(): Promise<void> {
  const failures: unknown[] = []
  for (const task of tasks.splice(0).reverse()) {
    try {
      await task()
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
}
