/** Returns a function that calls `make` once, when it is first called, and keeps the result. */
export function lazily<T>(make: () => T): () => T {
  let kept: { value: T } | null = null
  return () => (kept ??= { value: make() }).value
}
