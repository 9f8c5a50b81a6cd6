import { editDistance, nearestName, normalizeName } from '../model/nearest-name.ts'
import { fieldNearWord, fieldOfWord } from './field-words.ts'
import type { Fits } from './words/word-index.ts'

/** Other names that fields are suggested for, where the words of a field name it too little. */
const synonyms = bySpelling({
  comment: ['notes'],
  description: ['text', 'alt'],
  описание: ['text'],
  сипаттама: ['text'],
  сипаттамасы: ['text'],
  imgpath: ['src'],
  lat: ['view'],
  latitude: ['view'],
  lng: ['view'],
  lon: ['view'],
  longitude: ['view'],
  path: ['img_path'],
  url: ['src'],
})

/** Returns the known name that this one is, spelled differently, or null if it is none of them. */
export function matchName(name: string, known: readonly string[]): string | null {
  const normalized = normalizeName(name)
  return known.find((one) => normalizeName(one) === normalized) ?? null
}

/**
 * Returns the known field that was most likely meant, also by a word in three languages, or null if none is similar. `fits`
 * says whether the value may stand under a field.
 */
export function suggestField(name: string, known: readonly string[], fits?: Fits): string | null {
  const meant = fieldOfWord(name, known, fits) ?? synonymOf(name, known)
  if (meant !== null) return meant
  const near = nearestName(name, known)
  // A slip of one letter is nearer than any word.
  const isSlip = near !== null && editDistance(normalizeName(name), normalizeName(near)) < 2
  return isSlip ? near : (fieldNearWord(name, known, fits) ?? near)
}

function synonymOf(name: string, known: readonly string[]): string | null {
  const normalized = normalizeName(name)
  return synonyms.get(normalized)?.find((one) => known.includes(one)) ?? null
}

function bySpelling(names: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, readonly string[]> {
  return new Map(Object.entries(names).map(([name, fields]) => [normalizeName(name), fields]))
}
