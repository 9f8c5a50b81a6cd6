import { distance } from 'fastest-levenshtein'

/** Letters of the Cyrillic keyboard that look like Latin ones, small or as capitals, above what they look like. */
const lookalikes = new Map(zip('авеёһіјкмнорсѕтуүхѵԁԛԝ', 'abeehijkmhopcstyyxvdqw'))

/** What people call fields that have another name here. */
const synonyms: Readonly<Record<string, readonly string[]>> = {
  body: ['text'],
  comment: ['notes'],
  caption: ['img_caption'],
  description: ['text', 'alt'],
  eng: ['en'],
  header: ['title'],
  heading: ['title'],
  image: ['img_path', 'src'],
  img: ['img_path', 'src', 'image'],
  imgpath: ['src'],
  kaz: ['kk'],
  kz: ['kk'],
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
  rus: ['ru'],
  slides: ['content'],
  speakernotes: ['notes'],
  url: ['src', 'link'],
}

/**
 * A name without what people mistake in it: case, hyphens, spaces, Cyrillic letters that look Latin. Two names that
 * fold to the same are the same name to whoever reads them.
 */
export function normalizeName(name: string): string {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_.\-\u2010-\u2015\u00AD\u200B-\u200F\uFEFF]/g, '')
  return plain.replace(/[\u0400-\u052F]/g, (letter) => lookalikes.get(letter) ?? letter)
}

/** The known name that this one is, written differently; null where it is none of them. */
export function matchName(name: string, known: readonly string[]): string | null {
  const folded = normalizeName(name)
  return known.find((one) => normalizeName(one) === folded) ?? null
}

/** The known name that was most likely meant; null where none is near. */
export function suggestName(name: string, known: readonly string[]): string | null {
  // A field may be a whole text that lost its quotes: no name is near it. And no number is near another.
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

/** Letters in another order are one slip of the fingers. */
const editDistance = (a: string, b: string) => (sorted(a) === sorted(b) ? Math.min(1, distance(a, b)) : distance(a, b))
const sorted = (word: string) => [...word].sort().join('')

function zip(from: string, to: string): [string, string][] {
  return [...from].map((letter, i) => [letter, to[i]!])
}
