/** A part of a JSON Schema. */
export interface Part {
  [keyword: string]: unknown
  properties?: Record<string, Part>
  definitions?: Record<string, Part>
  enum?: unknown[]
}

/** The keywords that only tell people something; none of them decides what is valid. */
const annotations = new Set([
  ...['$schema', 'title', 'description', 'markdownDescription', 'examples', 'format'],
  ...['defaultSnippets', 'enumDescriptions', 'enumDetails', 'enumSortTexts', 'suggestSortText', 'doNotSuggest'],
  ...['errorMessage', 'patternErrorMessage'],
])

/** Keywords under which the keys are names, not keywords. */
const named = new Set(['properties', 'definitions'])

/** A schema without the words for people: what decides whether a deck is valid. */
export function rulesOf(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(rulesOf)
  if (typeof part !== 'object' || part === null) return part
  const kept = Object.entries(part).filter(([keyword]) => !annotations.has(keyword))
  return Object.fromEntries(
    kept.map(([keyword, value]) => {
      if (!named.has(keyword)) return [keyword, rulesOf(value)]
      return [keyword, Object.fromEntries(Object.entries(value as object).map(([name, one]) => [name, rulesOf(one)]))]
    }),
  )
}

/** The fields of every object: `slide.title` and its part of the schema. */
export function fieldsOf(schema: Part): [path: string, field: Part][] {
  const objects = Object.entries({ deck: schema, ...schema.definitions })
  return objects.flatMap(([name, { properties }]) =>
    Object.entries(properties ?? {})
      .filter(([, field]) => !('const' in field))
      .map(([field, part]): [string, Part] => [`${name}.${field}`, part]),
  )
}

/** Every text for people in a schema, with its path. */
export function textsOf(part: unknown, path = ''): [path: string, text: string][] {
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([key, value]): [string, string][] => {
    const at = `${path}/${key}`
    const isText = ['title', 'description', 'errorMessage', 'patternErrorMessage', 'label'].includes(key)
    return isText && typeof value === 'string' ? [[at, value]] : textsOf(value, at)
  })
}
