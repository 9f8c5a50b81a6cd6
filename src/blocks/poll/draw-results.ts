import type { BlockContext } from '../../model/block-type.ts'
import type { DrawnElement } from '../../model/laid-out.ts'
import type { Lang } from '../../model/lang.ts'
import type { ShownPoll } from '../../model/poll.ts'
import type { Region } from '../../model/theme.ts'
import { styleName, styleOf } from '../../typeset/typeset-text.ts'
import type { ChartData } from '../chart/data/chart-data.ts'
import { drawBars } from '../chart/draw/bars.ts'
import type { ChartDrawing, ChartRoom } from '../chart/draw/drawing.ts'
import { ChartRuler } from '../chart/draw/ruler.ts'
import { textsOf } from '../chart/draw/texts.ts'
import { toMarks } from '../chart/draw/to-marks.ts'
import { drawStacked } from './draw-stacked.ts'

/** The drawing of the results. Every bar has its full length: pages shorten it to the share of its option. Units: px. */
export interface ResultsView {
  width: number
  height: number
  /** The name of the text style, and the size of all texts. */
  style: string
  size: number
  marks: DrawnElement[]
}

/** The widest value that stands beside a bar. */
const widestValue = '100\u00a0% (99\u00a0999)'

/** What values are made of. */
const characters = '0123456789 %()\u00a0,.'

/** Sizes below those of the theme: small results are better than none. Units: px. */
const smallSizes = [22, 20, 18, 16, 14, 12]

/** How many characters of an option are drawn, if all of them have no room. */
const shortened = [Number.POSITIVE_INFINITY, 60, 40, 24, 12]

/** More bars have no room on any slide. */
const mostDrawn = 60

/** From this size on, names stand beside their bars, as in a chart. Units: px. */
const largeEnough = 24

/** The space below the bars for the count of votes. Units: px. */
const footPx = 36

/**
 * Draws the bars of a poll as a chart does, in the largest size that shows all of them: names beside their bars, or above them
 * where that makes them larger; null if there is no room at all.
 */
export function drawResults(
  { options, lang }: ShownPoll,
  region: Region,
  context: BlockContext,
): { view: ResultsView; characters: string } | null {
  if (options.length > mostDrawn) return null
  const { theme } = context
  const styled = { style: theme.styles.cell ? 'cell' : styleName(region, theme) }
  const style = styleOf(styled, theme)
  const ruler = new ChartRuler(style, lang, context)
  const room = { width: region.width, height: region.height - footPx }
  for (const length of shortened) {
    const names = options.map(({ text }) => shorten(text, length))
    const least = Math.min(...style.sizes)
    const sizes = [...style.sizes, ...smallSizes.filter((size) => size < least)]
    const beside = (size: number) => drawBeside(names, lang, { ...room, size }, ruler)
    const drawings = [
      ...sizes.filter((size) => size >= largeEnough).map((size) => () => beside(size)),
      ...sizes.map((size) => () => drawStacked(names, widestValue, { ...room, size }, ruler) ?? beside(size)),
    ]
    for (const draw of drawings) {
      const drawing = draw()
      if (!drawing) continue
      const box = { width: Math.ceil(drawing.width), height: Math.ceil(drawing.height) }
      const view = { ...box, style: styled.style, size: drawing.size, marks: toMarks(drawing, 'row') }
      return { view, characters: `${ruler.characters()}${characters}…` }
    }
  }
  return null
}

function drawBeside(names: readonly string[], lang: Lang, room: ChartRoom, ruler: ChartRuler): ChartDrawing | null {
  const values = names.map(() => 1)
  const labels = names.map(() => widestValue)
  const data: ChartData = { names: [...names], series: [{ name: '', values, labels }], unit: '', lang }
  const drawn = drawBars(data, room, textsOf(data, { ruler, other: '', highlight: null }), false)
  const isWhole = drawn?.rows === names.length && drawn.drawing.areas.length === names.length
  return isWhole ? drawn.drawing : null
}

const shorten = (text: string, length: number): string => {
  const characters = [...text]
  return characters.length <= length
    ? text
    : `${characters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`
}
