import type { Paragraph, TextSpan } from '../model/text.ts'
import type { TextStyle } from '../model/theme.ts'
import { breakAddress, isAddress } from './address-breaks.ts'
import { type BreakableText, createBreakable, lineWidth } from './breakable-text.ts'
import { withFallbacks } from './fallback-runs.ts'
import type { FontSet } from './font-set.ts'
import type { Harfbuzz } from './harfbuzz.ts'
import { findHyphens } from './hyphens.ts'
import { breakHyphen, findLineBreaks } from './line-breaks.ts'
import { type FontRun, type MeasuredText, measure } from './measure-text.ts'
import { sentenceStarts } from './sentences.ts'

/** A paragraph measured once for all sizes. */
export interface PreparedParagraph {
  paragraph: Paragraph
  source: BreakableText
  /** Returns the same text with words that may be divided; null if none may. Computed on the first call. */
  hyphenated(): BreakableText | null
  /** The end of each span in the measured text. */
  spanEnds: number[]
  /** The width of the marker. Units: em. */
  marker: number
  missing: readonly string[]
  /** Returns the offsets at which further sentences begin; computed on the first call. */
  sentences(): Int32Array
}

/** Collapses the white space of spans as HTML does: one space for a run, none at the ends. */
export function collapseSpaces(spans: readonly TextSpan[]): string[] {
  let afterSpace = true
  const texts = spans.map(({ text }) => {
    const single = /[\t\n\r\f]| {2}/.test(text) ? text.replace(/[ \t\n\r\f]+/g, ' ') : text
    const trimmed = afterSpace && single.startsWith(' ') ? single.slice(1) : single
    if (trimmed !== '') afterSpace = trimmed.endsWith(' ')
    return trimmed
  })
  for (let i = texts.length - 1; i >= 0; i--) {
    if (texts[i]!.endsWith(' ')) texts[i] = texts[i]!.slice(0, -1)
    if (texts[i] !== '') break
  }
  return texts
}

/** Measures a paragraph in the fonts of its style. Units: `letterSpacing` in em. */
export function prepareParagraph(
  hb: Harfbuzz,
  faces: FontSet,
  paragraph: Paragraph,
  style: TextStyle,
  lang: string,
  letterSpacing: number,
): PreparedParagraph {
  const texts = collapseSpaces(paragraph.spans)
  const text = texts.join('')
  const isHeading = paragraph.kind === 'heading'
  const runs: FontRun[] = []
  const spanEnds: number[] = []
  let end = 0
  for (const [i, span] of paragraph.spans.entries()) {
    end += texts[i]!.length
    spanEnds.push(end)
    const font = faces.fontFor(style, span.bold || isHeading, span.italic)
    // Adjacent spans in one font are shaped as one run, because browsers kern across elements.
    if (runs.at(-1)?.font === font) runs.at(-1)!.end = end
    else runs.push({ font, end })
  }
  const measured = measureIn(hb, faces, text, runs, lang, letterSpacing, style.tabular)
  const marker = measureMarker(hb, faces, paragraph, style, lang, letterSpacing)
  const breaks = findLineBreaks(text, lang)
  for (const [i, span] of paragraph.spans.entries()) {
    if (span.href !== null && isAddress(span)) breakAddress(breaks, text, spanEnds[i - 1] ?? 0, spanEnds[i]!)
  }
  let sentences: Int32Array | null = null
  const hyphenate = () =>
    withHyphens(measured, breaks, lang, () => {
      const { font } = runs[0]!
      const hyphen = measure(hb, '-', [{ font, end: 1 }], lang, letterSpacing)
      return hyphen.before[1]!
    })
  let hyphenated: BreakableText | null | undefined
  return {
    paragraph,
    source: createBreakable(measured, breaks),
    hyphenated: () => (hyphenated === undefined ? (hyphenated = hyphenate()) : hyphenated),
    spanEnds,
    marker: marker.width,
    missing: marker.missing.length > 0 ? [...marker.missing, ...measured.missing] : measured.missing,
    sentences: () => (sentences ??= sentenceStarts(text)),
  }
}

/** Measures a text, with what its fonts lack in those that have it. */
function measureIn(
  hb: Harfbuzz,
  faces: FontSet,
  text: string,
  runs: FontRun[],
  lang: string,
  letterSpacing: number,
  tabular = false,
): MeasuredText {
  const measured = measure(hb, text, runs, lang, letterSpacing, tabular)
  if (measured.missing.length === 0 || !faces.hasFallbacks) return measured
  return measure(hb, text, withFallbacks(hb, faces, text, runs), lang, letterSpacing, tabular)
}

/** The languages whose words we can divide. */
const hyphenatedLanguages: ReadonlySet<string> = new Set(['kk', 'ru'])

function withHyphens(
  measured: MeasuredText,
  breaks: Uint8Array,
  lang: string,
  hyphenWidth: () => number,
): BreakableText | null {
  if (!hyphenatedLanguages.has(lang)) return null
  const points = findHyphens(measured.text, lang).filter((at) => breaks[at] === 0 && measured.letter[at] === 1)
  if (points.length === 0) return null
  const divided = Uint8Array.from(breaks)
  for (const at of points) divided[at] = breakHyphen
  return createBreakable(measured, divided, hyphenWidth())
}

const noMarker = { width: 0, missing: [] as string[] }

function measureMarker(
  hb: Harfbuzz,
  faces: FontSet,
  { kind, marker }: Paragraph,
  style: TextStyle,
  lang: string,
  letterSpacing: number,
) {
  if (marker === '') return noMarker
  const font = faces.fontFor(style, kind === 'heading', false)
  const measured = measureIn(hb, faces, marker, [{ font, end: marker.length }], lang, letterSpacing, style.tabular)
  const width = lineWidth(createBreakable(measured, new Uint8Array(marker.length + 1)), 0, marker.length)
  return { width, missing: measured.missing }
}
