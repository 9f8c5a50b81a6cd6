import { editDistance, normalizeName } from '../../model/nearest-name.ts'
import { skeletonOf, stemOf } from './skeleton.ts'

/**
 * How surely a word stands for a name: the first of a language for it, another one, one that does where the value fits (`?`),
 * one that is only suggested (`!`).
 */
type Certainty = 3 | 2 | 1 | 0

/** What a word may stand for. */
interface Meaning {
  name: string
  certainty: Certainty
}

/** Whether the value that stands under a word fits a name. */
export type Fits = (name: string) => boolean

/** Finds the names that words stand for. `known` are the names that are possible at a place. */
export interface WordIndex {
  /** The one name that is meant by a word, in Cyrillic or Latin letters; null if there is none or a choice. */
  meantBy(word: string, known: readonly string[], fits?: Fits): string | null
  /** The name that is probably meant by a word with other endings or slips of the pen; null if none is similar. */
  nearestTo(word: string, known: readonly string[], fits?: Fits): string | null
}

type Table = Readonly<Record<string, readonly string[]>>

/** Makes an index of words, which are separated by blanks, by their names. It is filled when it is first asked. */
export function createWordIndex(table: Table): WordIndex {
  let filled: Index | null = null
  const index = () => (filled ??= fill(table))
  return {
    meantBy: (word, known, fits) => {
      const { exact, bySkeleton } = index()
      const found = oneOf(exact.get(normalizeName(word)), known, fits)
      if (found !== null || word.length > maxLength) return found
      for (const skeleton of skeletons(word)) {
        const meant = skeleton.length > 2 ? oneOf(bySkeleton.get(skeleton), known, fits) : null
        if (meant !== null) return meant
      }
      return null
    },
    nearestTo: (word, known, fits = () => true) => {
      if (word.length > maxLength) return null
      const meanings = index().exact.get(normalizeName(word)) ?? []
      const possible = meanings.filter(({ name }) => known.includes(name))
      const best = possible.find(({ name }) => fits(name)) ?? possible[0]
      return best?.name ?? nearest(index(), word, known)
    },
  }
}

/** A longer name is a text. Units: UTF-16 units. */
const maxLength = 40

/** The meanings of words by their spelling, by their skeleton, and those of each skeleton in order, the surest first. */
interface Index {
  exact: ReadonlyMap<string, readonly Meaning[]>
  bySkeleton: ReadonlyMap<string, readonly Meaning[]>
  spellings: readonly { spelling: string; stem: string; meanings: readonly Meaning[] }[]
}

function fill(table: Table): Index {
  const exact = new Map<string, Meaning[]>()
  const bySkeleton = new Map<string, Meaning[]>()
  for (const [name, languages] of Object.entries(table)) {
    for (const words of languages) {
      for (const [i, listed] of words.split(' ').entries()) {
        const word = listed.replace(/^[?!]/, '')
        const meaning = { name, certainty: certaintyOf(listed, i) }
        add(exact, normalizeName(word), meaning)
        if (/[а-яё]/.test(word)) add(bySkeleton, skeletonOf(word), meaning)
      }
    }
  }
  for (const meanings of [...exact.values(), ...bySkeleton.values()]) meanings.sort((a, b) => b.certainty - a.certainty)
  const spellings = [...bySkeleton].map(([spelling, meanings]) => ({ spelling, stem: stemOf(spelling), meanings }))
  return { exact, bySkeleton, spellings }
}

const certaintyOf = (listed: string, i: number): Certainty =>
  listed.startsWith('?') ? 1 : listed.startsWith('!') ? 0 : i === 0 ? 3 : 2

function add(map: Map<string, Meaning[]>, spelling: string, meaning: Meaning): void {
  const others = map.get(spelling)
  if (others) others.push(meaning)
  else map.set(spelling, [meaning])
}

/** The skeletons of a word. On Russian keyboards, э stands for ә; in Latin letters, j stands for ж or й. */
const skeletons = (word: string): string[] => {
  const variants = [
    word,
    ...(/э/i.test(word) ? [word.replace(/э/gi, 'ә')] : []),
    ...(/j/i.test(word) ? [word.replace(/j/gi, 'y')] : []),
  ]
  return variants.map(skeletonOf)
}

function oneOf(meanings: readonly Meaning[] | undefined, known: readonly string[], fits?: Fits): string | null {
  let possible = (meanings ?? []).filter(({ name, certainty }) => certainty > 0 && known.includes(name))
  // A single certain meaning needs no value to tell.
  if (fits && possible.some(({ certainty }, i) => i > 0 || certainty === 1)) {
    const fitting = possible.filter(({ name }) => fits(name))
    possible = fitting.length > 0 ? fitting : possible.filter(({ certainty }) => certainty > 1)
  }
  const surest = Math.max(...possible.map(({ certainty }) => certainty))
  const names = new Set(possible.filter(({ certainty }) => certainty === surest).map(({ name }) => name))
  return names.size === 1 ? [...names][0]! : null
}

function nearest(index: Index, word: string, known: readonly string[]): string | null {
  let best: { name: string; edits: number; whole: number } | null = null
  for (const skeleton of skeletons(word)) {
    const stem = stemOf(skeleton)
    for (const { spelling, stem: other, meanings } of index.spellings) {
      const meant = meanings.find(({ name }) => known.includes(name))
      if (!meant || Math.abs(spelling.length - skeleton.length) > 6) continue
      // Only what is certain is looked for in words with slips.
      const isNear = meant.certainty > 1 || spelling === skeleton
      const edits = isNear ? Math.min(slips(skeleton, spelling), slips(stem, other)) : Number.POSITIVE_INFINITY
      if (edits === Number.POSITIVE_INFINITY || (best && edits > best.edits)) continue
      const whole = editDistance(skeleton, spelling)
      if (best && edits === best.edits && whole >= best.whole) continue
      best = { name: meant.name, edits, whole }
    }
  }
  return best?.name ?? null
}

/** How many letters differ between two words; infinite if it is more than one of four. */
function slips(one: string, other: string): number {
  const most = Math.floor(Math.min(one.length, other.length) / 4)
  if (Math.abs(one.length - other.length) > most) return Number.POSITIVE_INFINITY
  const edits = editDistance(one, other)
  return edits <= most ? edits : Number.POSITIVE_INFINITY
}
