import type { BlockContext } from '../../model/block-type.ts'
import type { Lang } from '../../model/lang.ts'
import type { Paragraph } from '../../model/text.ts'
import type { Box } from '../../model/theme.ts'
import { parsePlainParagraphs } from '../../typeset/parse-paragraphs.ts'
import { cutsWord, heightOf, type SizeStep, typesetAtSize, widthOf } from '../../typeset/typeset-at-size.ts'
import type { TypesetText } from '../../typeset/typeset-text.ts'
import type { Stage } from './stages.ts'

/** Stages set along a line at one size. Units: px, from the top left corner of the line. */
export interface StageLine {
  direction: 'horizontal' | 'vertical'
  step: SizeStep
  stages: PlacedStage[]
  height: number
  /** Whether a word is cut, or a narrow column has too many lines. */
  cut: boolean
  /** Whether its columns are narrow for their texts. */
  narrow: boolean
}

/** A stage on its line. The dot marks it on the track, which ends at the next dot, or at the edge. */
export interface PlacedStage {
  label: TypesetText
  text: TypesetText
  labelAt: Box
  textAt: Box
  dot: Box
  track: Box | null
  /** Its height in a vertical line, without the space below. */
  height: number
}

const dotSize = 16
const trackSize = 4
const columnGap = 32
const labelGap = 12
const textGap = 16
/** The largest share of the width for the labels of a vertical line. */
const labelShare = 0.34

/** More lines in a narrow column are hard to read. */
const mostLines = 7
/** Up to so many, stages side by side are read at a glance. */
const fewLines = 4

interface LineRequest {
  stages: readonly Stage[]
  lang: Lang
  width: number
}

/** Sets stages side by side. */
export function setHorizontal({ stages, lang, width }: LineRequest, step: SizeStep, context: BlockContext): StageLine {
  const count = stages.length
  const column = Math.floor((width - (count - 1) * columnGap) / count)
  const set = (paragraphs: readonly Paragraph[]) => typesetAtSize({ paragraphs, lang, width: column }, step, context)
  const labels = stages.map(({ label }) => set(bold(label)))
  const texts = stages.map((stage) => set(words(stage)))
  const above = Math.max(0, ...labels.map(heightOf))
  const line = above === 0 ? 0 : above + labelGap
  const placed = stages.map((_, i): PlacedStage => {
    const x = i * (column + columnGap)
    const end = i === count - 1 ? width : (i + 1) * (column + columnGap)
    const [label, text] = [labels[i]!, texts[i]!]
    return {
      label,
      text,
      labelAt: { x, y: above - heightOf(label), width: column, height: heightOf(label) },
      textAt: { x, y: line + dotSize + textGap, width: column, height: heightOf(text) },
      dot: { x, y: line, width: dotSize, height: dotSize },
      track: { x: x + dotSize, y: line + (dotSize - trackSize) / 2, width: end - x - dotSize, height: trackSize },
      height: 0,
    }
  })
  const all = [...labels, ...texts]
  const lines = Math.max(...texts.map(linesOf))
  const height = line + dotSize + textGap + Math.max(...texts.map(heightOf))
  return {
    direction: 'horizontal',
    step,
    stages: placed,
    height,
    cut: all.some(cutsWord) || lines > mostLines,
    narrow: lines > fewLines,
  }
}

/** Sets stages one below the other. */
export function setVertical({ stages, lang, width }: LineRequest, step: SizeStep, context: BlockContext): StageLine {
  const set = (paragraphs: readonly Paragraph[], wide: number) =>
    typesetAtSize({ paragraphs, lang, width: wide }, step, context)
  const natural = Math.max(0, ...stages.map(({ label }) => (label ? widthOf(set(bold(label), 100_000)) + 1 : 0)))
  const labelWidth = Math.min(natural, Math.floor(width * labelShare))
  const trackX = labelWidth === 0 ? 0 : labelWidth + 24
  const textX = trackX + dotSize + 24
  const between = Math.round(step.size * 0.2) * 4
  const placed: PlacedStage[] = []
  let top = 0
  for (const stage of stages) {
    const label = set(bold(stage.label), Math.max(1, labelWidth))
    const text = set(words(stage), width - textX)
    const height = Math.max(heightOf(label), heightOf(text), dotSize)
    const dotY = Math.max(0, Math.round((text.lineHeight - dotSize) / 2))
    placed.push({
      label,
      text,
      labelAt: { x: 0, y: top, width: labelWidth, height: heightOf(label) },
      textAt: { x: textX, y: top, width: width - textX, height: heightOf(text) },
      dot: { x: trackX, y: top + dotY, width: dotSize, height: dotSize },
      track: null,
      height,
    })
    top += height + between
  }
  for (const [i, stage] of placed.slice(0, -1).entries()) {
    const from = stage.dot.y + dotSize
    const x = trackX + (dotSize - trackSize) / 2
    stage.track = { x, y: from, width: trackSize, height: placed[i + 1]!.dot.y - from }
  }
  const cut = placed.some(({ label, text }) => cutsWord(label) || cutsWord(text))
  return { direction: 'vertical', step, stages: placed, height: top - between, cut, narrow: false }
}

const linesOf = ({ pages }: TypesetText) => pages[0]!.paragraphs.reduce((sum, { lines }) => sum + lines.length, 0)

const words = ({ text, below }: Stage): Paragraph[] => [text, ...below].flatMap((line) => parsePlainParagraphs(line))

const bold = (label: string): Paragraph[] =>
  parsePlainParagraphs(label).map((one) => ({ ...one, spans: one.spans.map((span) => ({ ...span, bold: true })) }))
