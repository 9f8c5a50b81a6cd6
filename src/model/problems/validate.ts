/** Mistakes against the deck's format. */
export type ValidateProblem = { code: 'field-unknown'; field: string; nearest: string | null; known: readonly string[] }
