import type { Paragraph, TextSpan } from '../../../model/text.ts'
import { plainText } from '../../../typeset/parse-paragraphs.ts'
import { wordsOf } from './figure-words.ts'
import { type Direction, isFigureText, type ParsedFigure, type Slice } from './parse-figure.ts'
import { changeFrom, type FigureLine, isChangeLine, type Readings, readLine } from './read-line.ts'

/** A figure of a slide with its words. */
export interface Figure {
  /** The paragraph that it stands in, for its origin. */
  paragraph: Paragraph
  arrow: Direction | null
  /** What is set before the number at the size of the unit. */
  approximation: TextSpan[]
  number: TextSpan[]
  /** With the space before it, if there is one. */
  unit: TextSpan[]
  change: { arrow: Direction | null; spans: TextSpan[] } | null
  label: Paragraph[]
}

/** The figures of a text. */
export interface FigureText {
  /** What precedes the first figure. */
  intro: readonly Paragraph[]
  figures: readonly Figure[]
  rest: readonly Paragraph[]
  /** A last line that names where the figures come from. */
  source: Paragraph | null
}

/** More lines before the first figure make the text one of words. */
const maxIntro = 2

const sourceLine = /^(?:источники?|дерек(?: ?көз\p{L}*)?|sources?) ?[:—–-]/iu

/** Whether a text consists of a single figure. */
export const isFigure = (text: string): boolean => isFigureText(wordsOf(text))

/** Whether figures begin a text. */
export const hasFigures = (paragraphs: readonly Paragraph[]): boolean => readFigures(paragraphs) !== null

/** Splits a text into its figures and what surrounds them; null if there are no figures. */
export function readFigures(paragraphs: readonly Paragraph[]): FigureText | null {
  const lines = paragraphs.map((paragraph) => plainText([paragraph]))
  const readings = paragraphs.map(({ marker }, i) => (marker === '' ? readLine(lines[i]!) : null))
  const chosen = chooseReadings(readings)
  if (isLabelOverFigure(chosen)) {
    const figures = paragraphs.flatMap((paragraph, i) =>
      chosen[i] ? [toFigure(paragraph, chosen[i]!, paragraphs[i - 1])] : [],
    )
    return { intro: [], figures, rest: [], source: null }
  }
  const start = chosen.findIndex((line) => line !== null)
  if (start < 0 || start > maxIntro) return null
  const figures: Figure[] = []
  let i = start
  while (chosen[i]) {
    const line = chosen[i]!
    const paragraph = paragraphs[i++]!
    const alone = line.label.length === 0
    const changed =
      i < lines.length && line.change === null && isChangeLine(lines[i]!) ? changeOf(paragraphs[i]!, lines[i]!) : null
    if (changed) i++
    const following = alone && i < lines.length && !chosen[i] ? paragraphs[i++] : undefined
    const figure = toFigure(paragraph, line, following)
    const late =
      !figure.change && !changed && i < lines.length && isChangeLine(lines[i]!)
        ? changeOf(paragraphs[i]!, lines[i]!)
        : null
    if (late) i++
    figures.push({ ...figure, change: figure.change ?? changed ?? late })
  }
  const rest = paragraphs.slice(i)
  const last = rest.at(-1)
  const source = last && sourceLine.test(plainText([last])) ? last : null
  return { intro: paragraphs.slice(0, start), figures, rest: source ? rest.slice(0, -1) : rest, source }
}

/** Chooses one reading of each line, the same for all lines that allow both. */
function chooseReadings(readings: readonly (Readings | null)[]): (FigureLine | null)[] {
  const only = (one: keyof Readings, other: keyof Readings) =>
    readings.filter((line) => line?.[one] && !line[other]).length
  const labelsFirst = only('labelFirst', 'figureFirst') > only('figureFirst', 'labelFirst')
  return readings.map((line) => {
    if (!line) return null
    const { figureFirst, labelFirst, isYearFirst } = line
    const last = labelsFirst || isYearFirst
    return (last ? (labelFirst ?? figureFirst) : (figureFirst ?? labelFirst)) ?? null
  })
}

/** Whether the lines are a label and its figure in turn. */
function isLabelOverFigure(lines: readonly (FigureLine | null)[]): boolean {
  const alternates = lines.every((line, i) => (i % 2 === 0 ? line === null : line?.label.length === 0))
  return lines.length >= 4 && lines.length % 2 === 0 && alternates
}

function changeOf({ spans }: Paragraph, line: string): Figure['change'] {
  const change = changeFrom(wordsOf(line))
  return change && { arrow: change.arrow, spans: sliceSpans(spans, change.text) }
}

function toFigure(paragraph: Paragraph, { figure, change, label }: FigureLine, following?: Paragraph): Figure {
  const { spans } = paragraph
  const { arrow, approximation, number, unit } = figure
  const plain: Paragraph = { ...paragraph, kind: 'paragraph', marker: '' }
  const own = label.map((slice): Paragraph => ({ ...plain, spans: sliceSpans(spans, slice) }))
  return {
    paragraph: plain,
    arrow,
    approximation: approximation ? sliceSpans(spans, { from: approximation.from, to: number.from }) : [],
    number: sliceSpans(spans, number),
    unit: unit ? sliceSpans(spans, unitWithSpace(figure, unit)) : [],
    change: change && { arrow: change.arrow, spans: sliceSpans(spans, change.text) },
    label: own.length > 0 || !following ? own : [{ ...following, kind: 'paragraph' }],
  }
}

const unitWithSpace = ({ number }: ParsedFigure, { to }: Slice): Slice => ({ from: number.to, to })

/** The part of spans between two offsets of their joined text. */
function sliceSpans(spans: readonly TextSpan[], { from, to }: Slice): TextSpan[] {
  let start = 0
  return spans.flatMap((span) => {
    const text = span.text.slice(Math.max(0, from - start), Math.max(0, to - start))
    start += span.text.length
    return text ? [{ ...span, text }] : []
  })
}
