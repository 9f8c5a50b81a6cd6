/** Limits on the length of a value and on the uses of all entities: namespaces are short and few. */
const limits = { characters: 1000, uses: 10_000 }

/**
 * Parses the entities that a document type declares, as Illustrator does for namespaces. Returns null if there are none.
 * Calls `refuse` for an entity that refers to another, which can expand a few lines to gigabytes, for one from another
 * file, and for too many uses.
 */
export function parseEntities(doctype: string, refuse: () => never): PropertyDescriptorMap | null {
  if (!doctype.includes('[')) return null
  const entities: PropertyDescriptorMap = {}
  let uses = 0
  for (const [, name, double, single] of doctype.matchAll(
    /<!ENTITY\s+([^\s"'<>]+)\s+(?:"([^"]*)"|'([^']*)'|[^>]*)>/gi,
  )) {
    const value = double ?? single
    if (!name || name === '%' || value === undefined || /[&%<]/.test(value) || value.length > limits.characters)
      refuse()
    entities[name] = { configurable: true, enumerable: true, get: () => (++uses > limits.uses ? refuse() : value) }
  }
  return entities
}
