/** The longest value of an entity, and how often all of them may be used: names of namespaces are short and few. */
const limits = { characters: 1000, uses: 10_000 }

/**
 * The entities that a document type declares, as Illustrator does for its names of namespaces; null where it declares none.
 * `refuse` is told of one that holds another, which is how a few lines grow into gigabytes, that comes from outside, or
 * that is used too often.
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
