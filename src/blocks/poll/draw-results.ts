import type { BlockContext } from '../../model/block-type.ts'
import type { DrawnElement } from '../../model/laid-out.ts'
import type { ShownPoll } from '../../model/poll.ts'
import type { Region } from '../../model/theme.ts'
import { styleName, styleOf } from '../../typeset/typeset-text.ts'
import type { ChartData } from '../chart/data/chart-data.ts'
import { drawBars } from '../chart/draw/bars.ts'
import { ChartRuler } from '../chart/draw/ruler.ts'
import { textsOf } from '../chart/draw/texts.ts'
import { toMarks } from '../chart/draw/to-marks.ts'

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
const smallSizes = [16, 14, 12]

/** How many characters of an option are drawn, if all of them have no room. */
const shortened = [Number.POSITIVE_INFINITY, 60, 40, 24, 12]

/** More bars have no room on any slide. */
const mostDrawn = 60

/** The space below the bars for the count of votes. Units: px. */
const footPx = 36

/** Draws the bars of a poll as a chart does, in the largest size that shows all of them; null if there is no room at all. */
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
    const values = names.map(() => 1)
    const labels = names.map(() => widestValue)
    const data: ChartData = { names, series: [{ name: '', values, labels }], unit: '', lang }
    const texts = textsOf(data, { ruler, other: '', highlight: null })
    for (const size of [...style.sizes, ...smallSizes]) {
      const drawn = drawBars(data, { ...room, size }, texts, false)
      if (drawn?.rows !== names.length || drawn.drawing.areas.length !== names.length) continue
      const { drawing } = drawn
      const view = {
        ...room,
        height: Math.ceil(drawing.height),
        style: styled.style,
        size,
        marks: toMarks(drawing, 'row'),
      }
      return { view: { ...view, width: Math.ceil(drawing.width) }, characters: `${ruler.characters()}${characters}…` }
    }
  }
  return null
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
