import { type Folded, fold, wordsOf } from './fold.ts'

/** A slide's text to search in. `notes` is empty where they must not be seen. */
export interface Searched {
  slide: string
  notes: string
}

/** Part of a text around a hit. Shape: `marks` are ranges in `text`. */
export interface Excerpt {
  text: string
  marks: { start: number; end: number }[]
}

/** A slide that holds all words asked for. */
export interface Hit {
  index: number
  excerpt: Excerpt
  inNotes: boolean
}

/** How much is shown before and behind a hit. Units: UTF-16 units. */
const around = { before: 32, after: 88 }

/** Makes the texts ready to be searched: a deck may have a thousand slides, and a question changes with every key. */
export function makeFinder(texts: readonly Searched[]): (question: string, limit: number) => Hit[] {
  const ready = texts.map(({ slide, notes }) => [
    { text: slide, folded: fold(slide), inNotes: false },
    { text: notes, folded: fold(notes), inNotes: true },
  ])
  return (question, limit) => {
    const words = wordsOf(question)
    const hits: Hit[] = []
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

function excerptOf(text: string, folded: Folded, words: readonly string[]): Excerpt {
  const ranges = words.flatMap((word) => rangesOf(word, folded)).sort((a, b) => a.start - b.start)
  const first = ranges[0]?.start ?? 0
  const start = first <= around.before ? 0 : text.lastIndexOf(' ', first - around.before) + 1 || first
  const until = first + around.after
  const end = until >= text.length ? text.length : Math.max(text.lastIndexOf(' ', until), ranges[0]?.end ?? until)
  const [head, tail] = [start > 0 ? '… ' : '', end < text.length ? ' …' : '']
  const marks: Excerpt['marks'] = []
  for (const range of ranges) {
    const [from, to] = [range.start - start + head.length, range.end - start + head.length]
    if (range.end <= end && from >= (marks.at(-1)?.end ?? 0)) marks.push({ start: from, end: to })
  }
  return { text: head + text.slice(start, end) + tail, marks }
}

function rangesOf(word: string, { text, at }: Folded): { start: number; end: number }[] {
  const ranges = []
  for (let i = text.indexOf(word); i >= 0; i = text.indexOf(word, i + word.length))
    ranges.push({ start: at[i]!, end: at[i + word.length]! })
  return ranges
}
