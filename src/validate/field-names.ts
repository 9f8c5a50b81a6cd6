import { distance } from 'fastest-levenshtein'

/** Cyrillic letters that look like Latin ones, in lower or upper case, and those Latin letters. */
const lookalikes = new Map(zip('авеёһіјкмнорсѕтуүхѵԁԛԝ', 'abeehijkmhopcstyyxvdqw'))

/** Common other names of fields. */
const synonyms: Readonly<Record<string, readonly string[]>> = {
  body: ['text'],
  comment: ['notes'],
  caption: ['img_caption'],
  description: ['text', 'alt'],
  header: ['title'],
  heading: ['title'],
  image: ['img_path', 'src'],
  img: ['img_path', 'src', 'image'],
  imgpath: ['src'],
  language: ['lang'],
  latitude: ['lat'],
  layout: ['block'],
  logo: ['logo_path'],
  lon: ['lng'],
  longitude: ['lng'],
  note: ['notes'],
  path: ['src', 'img_path'],
  photo: ['img_path', 'src', 'image'],
  picture: ['img_path', 'src', 'image'],
  slides: ['content'],
  speakernotes: ['notes'],
  url: ['src', 'link'],
}

/**
 * Normalizes what people commonly get wrong in names: case, hyphens, spaces, and Cyrillic letters that look Latin.
 * Readers see two names with the same normal form as one.
 */
export function normalizeName(name: string): string {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_.\-\u2010-\u2015\u00AD\u200B-\u200F\uFEFF]/g, '')
  return plain.replace(/[\u0400-\u052F]/g, (letter) => lookalikes.get(letter) ?? letter)
}

/** Returns the known name with the same normal form, or null. */
export function matchName(name: string, known: readonly string[]): string | null {
  const normal = normalizeName(name)
  return known.find((one) => normalizeName(one) === normal) ?? null
}

/** Returns the known name that was most likely meant, or null if none is similar. */
export function suggestName(name: string, known: readonly string[]): string | null {
  // A field can be a whole text without quotation marks. And numbers are not similar to one another.
  if (name.length > 40 || /^\d*$/.test(name.trim())) return null
  const folded = normalizeName(name)
  const synonym = Object.hasOwn(synonyms, folded) && synonyms[folded]!.find((one) => known.includes(one))
  if (synonym) return synonym
  const ranked = known
    .map((one) => ({ one, far: editDistance(folded, normalizeName(one)) }))
    .sort((a, b) => a.far - b.far)
  const best = ranked[0]
  return best && best.far <= Math.max(1, Math.floor(0.4 * Math.max(folded.length, best.one.length))) ? best.one : null
}

/** Swapped letters count as one mistake. */
const editDistance = (a: string, b: string) => (sorted(a) === sorted(b) ? Math.min(1, distance(a, b)) : distance(a, b))
const sorted = (word: string) => [...word].sort().join('')

function zip(from: string, to: string): [string, string][] {
  return [...from].map((letter, i) => [letter, to[i]!])
}
