import type { BlockContext, BlockSlot, PlacedBlock } from '../../model/block-type.ts'
import type { PlacedBox } from '../../model/laid-out.ts'
import type { Lang } from '../../model/lang.ts'
import type { Range } from '../../model/source.ts'
import type { Box, Region } from '../../model/theme.ts'
import { alignBox } from '../../typeset/box-geometry.ts'
import { boxAtSize, type SizeStep, sizeScale } from '../../typeset/typeset-at-size.ts'
import { reportMissing, sourcesOf } from '../../typeset/typeset-text.ts'
import { divideRows } from '../data/divide-rows.ts'
import { type PlacedStage, type StageLine, setHorizontal, setVertical } from './stage-line.ts'
import type { Stage } from './stages.ts'

/** What the template `stages` draws: an ordered list along a line. Boxes are relative to its own. */
export interface StagesView {
  direction: StageLine['direction']
  stages: readonly { dot: Box; track: Box | null; boxes: readonly PlacedBox[] }[]
}

/** Stages with their place in the source. */
export interface ReadStages {
  stages: readonly Stage[]
  lang: Lang
  range: Range
  characters: number
}

/** At most this many stages stand on one page. */
export const mostOnPage = 8

/** At this size, stages side by side are preferred to larger ones below one another. Units: px. */
const goodSize = 24

const largestSize = 36

/**
 * Sets stages along a line: horizontal if their texts are short, otherwise vertical. More than eight take further pages.
 * Null if one of them is longer than a page.
 */
export function placeStages(read: ReadStages, slot: BlockSlot, context: BlockContext): PlacedBlock | null {
  const { stages, lang, range, characters } = read
  const styles = ['label', context.theme.styles.cell ? 'cell' : 'body']
  const steps = sizeScale(styles, context.theme).filter(({ size }) => size <= largestSize)
  const pages = Math.ceil(stages.length / mostOnPage)
  const parts = Array.from({ length: pages }, (_, i) =>
    stages.slice(Math.ceil((i * stages.length) / pages), Math.ceil(((i + 1) * stages.length) / pages)),
  )
  const regions = parts.map((_, i) => (i === 0 ? slot.first : slot.next))
  const whole = bestLines(parts, regions, lang, steps, context)
  const lines = whole ?? continuedLines(stages, slot, lang, steps.at(-1)!, context)
  if (lines.some(({ line }, i) => line.height > (i === 0 ? slot.first : slot.next).height)) return null
  const placed = lines.map(({ line, stages }, i) =>
    lineBox(line, stages, i === 0 ? slot.first : slot.next, lines.length === 1, slot, read, context),
  )
  if (placed.length > 1) {
    const facts = { characters, pages: placed.length, sizePx: lines[0]!.line.step.size }
    if (context.fit === 'shrink') context.report({ ...facts, code: 'text-too-long', severity: 'warning', range })
    else context.report({ ...facts, rows: stages.length, code: 'text-continued', severity: 'info', range })
  }
  return { pages: placed.map((box) => [box]), overflow: [], size: lines[0]?.line.step.size ?? null }
}

/** Stages of one page, set along a line. */
interface PageLine {
  line: StageLine
  stages: readonly Stage[]
}

/** Sets all pages in one direction at one size; null if they do not fit. */
function bestLines(
  parts: readonly (readonly Stage[])[],
  regions: readonly Region[],
  lang: Lang,
  steps: readonly SizeStep[],
  context: BlockContext,
): PageLine[] | null {
  const largest = (set: typeof setHorizontal): PageLine[] | null => {
    for (const step of steps) {
      const lines = parts.map((stages, i) => ({
        stages,
        line: set({ stages, lang, width: regions[i]!.width }, step, context),
      }))
      if (lines.every(({ line }, i) => !line.cut && line.height <= regions[i]!.height)) return lines
    }
    return null
  }
  const [across, down] = [largest(setHorizontal), largest(setVertical)]
  if (!across || !down) return across ?? down
  const [a, b] = [across, down].map(([first]) => first!.line.step.size)
  const isNarrow = across.some(({ line }) => line.narrow)
  return a! >= (isNarrow ? b! + 1 : Math.min(b!, goodSize)) ? across : down
}

/** Sets stages one below the other on as many pages as they need, at the smallest size. */
function continuedLines(
  stages: readonly Stage[],
  { first, next }: BlockSlot,
  lang: Lang,
  step: SizeStep,
  context: BlockContext,
): PageLine[] {
  const all = setVertical({ stages, lang, width: first.width }, step, context)
  const gap = Math.round(step.size * 0.2) * 4
  const rows = all.stages.map(({ height }) => height + gap)
  const pages = divideRows({
    rows,
    headings: new Set(),
    before: () => 0,
    first: first.height + gap,
    next: next.height + gap,
  })
  return pages.map(({ from, to }, i) => {
    const part = stages.slice(from, to)
    return {
      stages: part,
      line: setVertical({ stages: part, lang, width: (i === 0 ? first : next).width }, step, context),
    }
  })
}

function lineBox(
  line: StageLine,
  stages: readonly Stage[],
  region: Region,
  alone: boolean,
  slot: BlockSlot,
  { lang, range }: ReadStages,
  context: BlockContext,
): PlacedBox {
  const view: StagesView = {
    direction: line.direction,
    stages: line.stages.map((stage) => ({
      dot: stage.dot,
      track: stage.track,
      boxes: textBoxes(stage, line, lang, context),
    })),
  }
  for (const { label, text } of line.stages)
    for (const set of [label, text]) reportMissing(set, { ...region, style: line.step.style }, range, context)
  const sources = sourcesOf(stages.map(({ source }) => ({ range, item: source })))
  return {
    ...alignBox(region, line.height, alone),
    region: slot.regionName,
    template: 'stages',
    view,
    ...(sources && { sources }),
  }
}

function textBoxes(stage: PlacedStage, { step }: StageLine, lang: Lang, context: BlockContext): PlacedBox[] {
  const box = (set: PlacedStage['label'], at: Box, name: string) =>
    set.paragraphs.length > 0 ? [boxAtSize(set, step, { ...at, name, lang }, context)] : []
  return [...box(stage.label, stage.labelAt, 'stage-label'), ...box(stage.text, stage.textAt, 'stage-text')]
}
