/** Mistakes in the bytes and in the JSON. Each problem carries facts, not words. */
export type ParseProblem = { code: 'comma-missing' } | { code: 'comma-trailing' }
