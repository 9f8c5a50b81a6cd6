import { langs } from '../model/lang.ts'
import type { Member, ObjectNode, SourceNode, StringNode } from '../model/source.ts'
import { matchName } from './field-names.ts'
import { fieldOfWord, isAnnotation } from './field-words.ts'
import { parseLangCode } from './lang-codes.ts'
import { type JsonSchema, knownNames } from './schema.ts'
import { isEmpty, sameValue } from './value.ts'
import { valueFits } from './value-fits.ts'

/** The field that a key was meant to be, and what is wrong with the key. */
export interface FieldReading {
  meant: string
  fault: 'cyrillic' | 'blank' | 'other'
}

/**
 * Returns the readings of those keys of an object that are no field's name but have one reading: another spelling, or a
 * word for the field, where a word for several fields is that of the one which its value fits. A word has none where the
 * object has that field already, or another word for it.
 */
export function readFieldNames(node: ObjectNode, schema: JsonSchema): Map<StringNode, FieldReading> {
  const known = knownNames(schema)
  const readings = new Map<StringNode, FieldReading>()
  const words = new Map<string, Member[]>()
  const filled = new Map<string, SourceNode>()
  for (const member of node.members) {
    const { key, value } = member
    const field = key.value
    const isKnown = known.includes(field)
    if (!isKnown && isAnnotation(field)) continue
    const reading = isKnown ? null : readSpelling(field, known)
    if (reading) readings.set(key, reading)
    const own = isKnown ? field : reading?.meant
    if (own !== undefined && !isEmpty(value)) filled.set(own, value)
    const fits = (name: string) => valueFits(value, name, schema.properties?.[name] ?? {})
    const meant = own === undefined ? fieldOfWord(field, known, fits) : null
    if (meant !== null) words.set(meant, [...(words.get(meant) ?? []), member])
  }
  for (const [meant, members] of words) {
    const values = [filled.get(meant), ...members.map(({ value }) => value)].filter((one) => one && !isEmpty(one))
    if (!values.every((one) => sameValue(one!, values[0]!))) continue
    for (const { key } of members) readings.set(key, { meant, fault: 'other' })
  }
  return readings
}

/** Returns the field or language that is spelled differently here, or null. */
function readSpelling(field: string, known: readonly string[]): FieldReading | null {
  const meant = matchName(field, known)
  if (meant === null) {
    const lang = langKey(field, known)
    return lang && { meant: lang, fault: 'other' }
  }
  if (/\p{Script=Cyrillic}/u.test(field)) return { meant, fault: 'cyrillic' }
  const visible = field.replace(/[\s\u00AD\u200B-\u200F\u2060\uFEFF]/g, '')
  return { meant, fault: visible === meant ? 'blank' : 'other' }
}

/** Returns the language that a key such as `kz` means, if the known names are languages. */
const langKey = (field: string, known: readonly string[]) =>
  langs.every((lang) => known.includes(lang)) ? parseLangCode(field) : null
