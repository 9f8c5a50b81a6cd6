/**
 * Returns the language of those that a page has which its reader's browser prefers, as in the header `Accept-Language`; else the
 * fallback.
 */
export function readerLanguage<T extends string>(
  available: readonly string[],
  fallback: T,
  preferred: readonly string[] = navigator.languages,
): T {
  const wanted = preferred.map((one) => one.slice(0, 2).toLowerCase()).find((one) => available.includes(one))
  return (wanted as T | undefined) ?? fallback
}
