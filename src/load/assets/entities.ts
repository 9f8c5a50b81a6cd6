/** Limits on the length of a value and on the uses of all entities: namespaces are short and few. */
const limits = { characters: 1000, uses: 10_000 }

/** The declaration of an entity with a value. */
const declaration = /<!ENTITY\s+([^\s"'<>%]+)\s+(?:"([^"]*)"|'([^']*)')\s*>/iy

/**
 * Parses the entities that a document type declares, as Illustrator does for namespaces. Returns null if there are none.
 * Calls `refuse` for an entity that refers to another, which can expand a few lines to gigabytes, for one from another
 * file, and for too many uses.
 */
export function parseEntities(doctype: string, refuse: () => never): PropertyDescriptorMap | null {
  if (!doctype.includes('[')) return null
  const entities: PropertyDescriptorMap = {}
  let uses = 0
  for (const { index } of doctype.matchAll(/<!ENTITY/gi)) {
    declaration.lastIndex = index
    const [, name, double, single] = declaration.exec(doctype) ?? []
    const value = double ?? single
    if (!name || value === undefined || /[&%<]/.test(value) || value.length > limits.characters) refuse()
    entities[name] = { configurable: true, enumerable: true, get: () => (++uses > limits.uses ? refuse() : value) }
  }
  return entities
}
