import { type NormalizedText, normalize, queryWords } from './normalize.ts'

/** A slide's text to search in. `notes` is empty where they must not be seen. */
export interface SearchText {
  slide: string
  notes: string
}

/** Part of a text around a hit. Shape: `marks` are ranges in `text`. */
export interface Excerpt {
  text: string
  marks: { start: number; end: number }[]
}

/** A slide that holds all words asked for. */
export interface SearchHit {
  index: number
  excerpt: Excerpt
  inNotes: boolean
}

/** How much is shown before and behind a hit. Units: UTF-16 units. */
const excerptLength = { before: 32, after: 88 }

/** Makes the texts ready to be searched: a deck may have a thousand slides, and a question changes with every key. */
export function makeFinder(texts: readonly SearchText[]): (question: string, limit: number) => SearchHit[] {
  const ready = texts.map(({ slide, notes }) => [
    { text: slide, folded: normalize(slide), inNotes: false },
    { text: notes, folded: normalize(notes), inNotes: true },
  ])
  return (question, limit) => {
    const words = queryWords(question)
    const hits: SearchHit[] = []
    if (words.length === 0) return hits
    for (const [index, parts] of ready.entries()) {
      if (!words.every((word) => parts.some(({ folded }) => folded.text.includes(word)))) continue
      const part = parts.find(({ folded }) => words.some((word) => folded.text.includes(word)))!
      hits.push({ index, inNotes: part.inNotes, excerpt: excerptOf(part.text, part.folded, words) })
      if (hits.length === limit) break
    }
    return hits
  }
}

function excerptOf(text: string, folded: NormalizedText, words: readonly string[]): Excerpt {
  const ranges = words.flatMap((word) => rangesOf(word, folded)).sort((a, b) => a.start - b.start)
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

function rangesOf(word: string, { text, offsets: at }: NormalizedText): { start: number; end: number }[] {
  const ranges = []
  for (let i = text.indexOf(word); i >= 0; i = text.indexOf(word, i + word.length))
    ranges.push({ start: at[i]!, end: at[i + word.length]! })
  return ranges
}
