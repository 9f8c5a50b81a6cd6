import { editDistance, normalizeName } from '../../model/nearest-name.ts'
import { skeletonOf, stemOf } from './skeleton.ts'

/** What a word may stand for. */
interface Meaning {
  name: string
  /** Whether the word is the first of its language for the name, so that it stands for no other. */
  isFirst: boolean
}

/** Finds the names that words stand for. `known` are the names that are possible at a place. */
export interface WordIndex {
  /** The one name that is meant by a word, in Cyrillic or Latin letters; null if there is none or a choice. */
  meantBy(word: string, known: readonly string[]): string | null
  /** The name that is probably meant by a word with other endings or slips of the pen; null if none is similar. */
  nearestTo(word: string, known: readonly string[]): string | null
}

type Table = Readonly<Record<string, readonly string[]>>

/** Makes an index of words, which are separated by blanks, by their names. It is filled when it is first asked. */
export function createWordIndex(table: Table): WordIndex {
  let filled: ReturnType<typeof fill> | null = null
  const index = () => (filled ??= fill(table))
  return {
    meantBy: (word, known) => {
      const { exact, bySkeleton } = index()
      const found = oneOf(exact.get(normalizeName(word)), known)
      if (found !== null || word.length > maxLength) return found
      for (const skeleton of skeletons(word)) {
        const meant = skeleton.length > 2 ? oneOf(bySkeleton.get(skeleton), known) : null
        if (meant !== null) return meant
      }
      return null
    },
    nearestTo: (word, known) => (word.length > maxLength ? null : nearest(index().bySkeleton, word, known)),
  }
}

/** A longer name is a text. Units: UTF-16 units. */
const maxLength = 40

function fill(table: Table) {
  const exact = new Map<string, Meaning[]>()
  const bySkeleton = new Map<string, Meaning[]>()
  for (const [name, languages] of Object.entries(table)) {
    for (const words of languages) {
      for (const [i, word] of words.split(' ').entries()) {
        const meaning = { name, isFirst: i === 0 }
        add(exact, normalizeName(word), meaning)
        if (/[а-яё]/.test(word)) add(bySkeleton, skeletonOf(word), meaning)
      }
    }
  }
  return { exact, bySkeleton }
}

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

function oneOf(meanings: readonly Meaning[] | undefined, known: readonly string[]): string | null {
  const possible = (meanings ?? []).filter(({ name }) => known.includes(name))
  const names = new Set(possible.map(({ name }) => name))
  if (names.size <= 1) return possible[0]?.name ?? null
  const first = new Set(possible.filter(({ isFirst }) => isFirst).map(({ name }) => name))
  return first.size === 1 ? [...first][0]! : null
}

function nearest(
  bySkeleton: ReadonlyMap<string, readonly Meaning[]>,
  word: string,
  known: readonly string[],
): string | null {
  let best: { name: string; edits: number } | null = null
  for (const skeleton of skeletons(word)) {
    const stem = stemOf(skeleton)
    for (const [spelling, meanings] of bySkeleton) {
      const meant = meanings.find(({ name }) => known.includes(name))
      if (!meant || Math.abs(spelling.length - skeleton.length) > 6) continue
      const edits = Math.min(slips(skeleton, spelling), slips(stem, stemOf(spelling)))
      if (best === null ? Number.isFinite(edits) : edits < best.edits) best = { name: meant.name, edits }
    }
  }
  return best?.name ?? null
}

/** How many letters differ between two words; infinite if it is more than one of four. */
function slips(one: string, other: string): number {
  const edits = editDistance(one, other)
  return edits <= Math.floor(Math.min(one.length, other.length) / 4) ? edits : Number.POSITIVE_INFINITY
}
