/** Flags that several commands list together. */

/** Which deck is read, and how. */
export const deckFlags = ['lang', 'theme', 'aspect', 'root'] as const

/** Which findings fail a run. */
export const strictFlags = ['strict', 'strict-fit'] as const

/** Which browser prints. */
export const browserFlags = ['browser', 'no-sandbox'] as const

/** What a run prints. */
export const outputFlags = ['quiet', 'json'] as const
