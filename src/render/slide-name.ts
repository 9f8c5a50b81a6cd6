import type { FittedPage } from '../model/fitted.ts'
import type { LaidOutPage } from '../model/laid-out.ts'

/** The longest name. Units: UTF-16 units. */
const longest = 80

/** Boxes with the same text on every slide, or only its number. */
const repeated = new Set(['footer', 'page', 'logo'])

/** The parts of views that hold words. */
interface WordedView {
  page?: FittedPage
  alt?: string
  label?: string
  title?: unknown
  caption?: string | null
}

/**
 * Returns what a slide without a heading is called: its first words, else what its picture, map or video shows; empty if
 * it has no words at all.
 */
export function nameOfSlide({ boxes }: LaidOutPage): string {
  const views = boxes.filter(({ region }) => !repeated.has(region)).map(({ view }) => view as WordedView)
  return shortened(find(views, firstWords) || find(views, shownWords))
}

const find = (views: readonly WordedView[], read: (view: WordedView) => string): string =>
  views.map(read).find((words) => words !== '') ?? ''

/** The first paragraph of a text. */
function firstWords({ page }: WordedView): string {
  const lines = page?.paragraphs[0]?.lines ?? []
  const text = lines.map(({ runs, end }) => runs.map(({ text }) => text).join('') + (end === 'space' ? ' ' : ''))
  // A quotation mark is drawn as a text of its own.
  return /[\p{L}\p{N}]/u.test(text.join('')) ? text.join('').trim() : ''
}

/** What a picture, chart, map, video or table says of itself. */
function shownWords({ alt, label, title, caption }: WordedView): string {
  return [alt, label, typeof title === 'string' ? title : '', caption].find((words) => words)?.trim() ?? ''
}

/** Cuts a long name after a word. */
function shortened(words: string): string {
  if (words.length <= longest) return words
  const space = words.lastIndexOf(' ', longest)
  let end = space > 0 ? space : longest
  while (end > 0 && /[\s.,;:–—-]/.test(words[end - 1]!)) end--
  return `${words.slice(0, end)}…`
}
