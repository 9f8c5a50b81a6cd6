import schema from '../../../src/model/deck.schema.json' with { type: 'json' }

interface Part {
  properties?: Record<string, unknown>
  enum?: unknown[]
  [name: string]: unknown
}

/** Every kind of object that a deck may hold, with the names of its fields. */
export function objectsOfSchema(): { place: string; fields: string[] }[] {
  const found: { place: string; fields: string[] }[] = []
  walk('deck', schema as Part, (place, { properties }) => {
    const fields = Object.keys(properties ?? {}).filter((name) => name !== '$schema')
    if (fields.length > 0) found.push({ place, fields })
  })
  return found
}

/** Every definition with named values, and these; numbers and files of other formats apart. */
export function enumsOfSchema(): { definition: string; values: string[] }[] {
  const found: { definition: string; values: string[] }[] = []
  for (const [definition, part] of Object.entries(schema.definitions as Record<string, Part>)) {
    const values = (part.enum ?? []).filter((one): one is string => typeof one === 'string' && /[a-z:]/.test(one))
    if (values.length > 0) found.push({ definition, values })
  }
  return found
}

function walk(place: string, part: Part, visit: (place: string, part: Part) => void): void {
  // A condition asks for a field that is listed elsewhere.
  visit(place, part)
  for (const [name, inner] of Object.entries(part)) {
    if (name === 'if' || typeof inner !== 'object' || inner === null) continue
    walk(
      name === 'definitions' || name === 'properties' ? place : name,
      inner as Part,
      name === 'properties' ? () => {} : visit,
    )
  }
}

const official: Record<string, string> = {
  ...{ а: 'a', ә: 'ä', б: 'b', в: 'v', г: 'g', ғ: 'ğ', д: 'd', е: 'e', ж: 'j', з: 'z', и: 'i', й: 'i', к: 'k', қ: 'q' },
  ...{ л: 'l', м: 'm', н: 'n', ң: 'ñ', о: 'o', ө: 'ö', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ұ: 'ū', ү: 'ü', ф: 'f' },
  ...{ х: 'h', һ: 'h', ц: 'ts', ч: 'ch', ш: 'ş', щ: 'şş', ъ: '', ы: 'y', і: 'ı', ь: '', э: 'e', ю: 'iu', я: 'ia' },
}
const plain: Record<string, string> = {
  ...official,
  ...{ ә: 'a', ғ: 'g', ж: 'zh', й: 'y', ң: 'n', ө: 'o', у: 'u', ұ: 'u', ү: 'u', х: 'kh', ш: 'sh', щ: 'shch', і: 'i' },
  ...{ ю: 'yu', я: 'ya', ё: 'yo' },
}

/** A word in Latin letters: as the state writes them, and as people type them. */
export const inLatin = (word: string): string[] =>
  [official, plain].map((table) => [...word].map((letter) => table[letter] ?? letter).join(''))
