import { type NormalizedText, normalize, queryWords } from './normalize.ts'

/** The texts of a slide. `notes` is empty in pages that must not show notes. */
export interface SearchText {
  slide: string
  notes: string
}

/** A part of a text around a hit. Shape: `marks` are ranges in `text`. */
export interface Excerpt {
  text: string
  marks: { start: number; end: number }[]
}

/** A slide that contains all words of the query. */
export interface SearchHit {
  index: number
  excerpt: Excerpt
  inNotes: boolean
}

/** How much of the text is shown before and after a hit. Units: UTF-16 units. */
const excerptLength = { before: 32, after: 88 }

/** Prepares the texts for searching: a deck may have a thousand slides, and the query changes with every key. */
export function makeFinder(texts: readonly SearchText[]): (query: string, limit: number) => SearchHit[] {
  const prepared = texts.map(({ slide, notes }) => [
    { text: slide, normalized: normalize(slide), inNotes: false },
    { text: notes, normalized: normalize(notes), inNotes: true },
  ])
  return (query, limit) => {
    const words = queryWords(query)
    const hits: SearchHit[] = []
    if (words.length === 0) return hits
    for (const [index, parts] of prepared.entries()) {
      if (!words.every((word) => parts.some(({ normalized }) => normalized.text.includes(word)))) continue
      const part = parts.find(({ normalized }) => words.some((word) => normalized.text.includes(word)))!
      hits.push({ index, inNotes: part.inNotes, excerpt: excerptOf(part.text, part.normalized, words) })
      if (hits.length === limit) break
    }
    return hits
  }
}

function excerptOf(text: string, normalized: NormalizedText, words: readonly string[]): Excerpt {
  const ranges = words.flatMap((word) => rangesOf(word, normalized)).sort((a, b) => a.start - b.start)
  const first = ranges[0]?.start ?? 0
  const start = first <= excerptLength.before ? 0 : text.lastIndexOf(' ', first - excerptLength.before) + 1 || first
  const until = first + excerptLength.after
  const end = until >= text.length ? text.length : Math.max(text.lastIndexOf(' ', until), ranges[0]?.end ?? until)
  const [head, tail] = [start > 0 ? '… ' : '', end < text.length ? ' …' : '']
  const marks: Excerpt['marks'] = []
  for (const range of ranges) {
    const [from, to] = [range.start - start + head.length, range.end - start + head.length]
    if (range.end <= end && from >= (marks.at(-1)?.end ?? 0)) marks.push({ start: from, end: to })
  }
  return { text: head + text.slice(start, end) + tail, marks }
}

function rangesOf(word: string, { text, offsets }: NormalizedText): { start: number; end: number }[] {
  const ranges = []
  for (let i = text.indexOf(word); i >= 0; i = text.indexOf(word, i + word.length))
    ranges.push({ start: offsets[i]!, end: offsets[i + word.length]! })
  return ranges
}
