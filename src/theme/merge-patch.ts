/** Any JSON value. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

const isObject = (value: Json | undefined): value is { [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Fields for which `null` is a value: `maxLines: null` means any number of lines. */
const nullable: ReadonlySet<string> = new Set(['maxLines'])

/**
 * Applies an extending theme to the one it extends: objects are merged, `null` removes, anything else replaces.
 * Source: RFC 7396, JSON Merge Patch.
 */
export function mergePatch(target: Json | undefined, patch: Json): Json {
  if (!isObject(patch)) return patch
  const result: Map<string, Json> = new Map(isObject(target) ? Object.entries(target) : [])
  for (const [name, value] of Object.entries(patch)) {
    if (value === null && !nullable.has(name)) result.delete(name)
    else result.set(name, mergePatch(result.get(name), value))
  }
  return Object.fromEntries(result)
}
