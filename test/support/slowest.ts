/** What a test waits for comes sooner, even on a loaded machine. Units: milliseconds. */
export const slowestMs = 120_000
