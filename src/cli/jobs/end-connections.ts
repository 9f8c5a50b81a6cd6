/** How long connections may take to close. Units: milliseconds. */
const closingMs = 1_500

/**
 * Ends the process with its exit code if something still waits for a server that has gone: the queue goes on trying to reach it
 * after it was closed. A process that ends by itself is not touched.
 */
export function endDespiteConnections(): void {
  setTimeout(() => process.exit(), closingMs).unref()
}
