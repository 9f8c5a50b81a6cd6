import { nearestName, normalizeName } from '../model/nearest-name.ts'

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
  lat: ['view'],
  latitude: ['lat', 'view'],
  lng: ['view'],
  layout: ['block'],
  logo: ['logo_path'],
  lon: ['lng', 'view'],
  longitude: ['lng', 'view'],
  note: ['notes'],
  path: ['src', 'img_path'],
  photo: ['img_path', 'src', 'image'],
  picture: ['img_path', 'src', 'image'],
  slides: ['content'],
  speakernotes: ['notes'],
  url: ['src', 'link'],
}

/** Returns the known name that this one is, spelled differently, or null if it is none of them. */
export function matchName(name: string, known: readonly string[]): string | null {
  const normalized = normalizeName(name)
  return known.find((one) => normalizeName(one) === normalized) ?? null
}

/** Returns the known field that was most likely meant, also by a synonym, or null if none is similar. */
export function suggestField(name: string, known: readonly string[]): string | null {
  const normalized = normalizeName(name)
  const synonym = Object.hasOwn(synonyms, normalized) && synonyms[normalized]!.find((one) => known.includes(one))
  return synonym || nearestName(name, known)
}
