import { languages } from '../../../languages/languages.ts'
import type { BlockContext, BlockSlot } from '../../../model/block-type.ts'
import type { PlacedBox, TextView } from '../../../model/laid-out.ts'
import type { Lang } from '../../../model/lang.ts'
import { lineHeightAt, type Region, type TextStyle } from '../../../model/theme.ts'
import { divideRegion } from '../../../typeset/box-geometry.ts'
import { sourcesOf, styleName, styleOf, type TypesetText, textBox, typesetText } from '../../../typeset/typeset-text.ts'
import { bestGrid, type GridFit, mostRatio } from './figure-grid.ts'
import { changeParts, figureParts, LineSetter } from './figure-line.ts'
import type { Figure } from './read-figures.ts'

/** Figures are this many times as large as their labels, at least. */
const leastRatio = 2

/** The distance between a row and the line above the next one. Units: px. */
const rowGap = 48

/** The share of the free height above the figures: their block stands on the optical middle. */
const shareAbove = 0.4

/** Figures of one page. Units: px. */
export interface SetFigures {
  boxes: PlacedBox[]
  bottom: number
  size: number
  missing: string[]
}

/** A grid with the texts of its cells. */
interface FilledGrid extends GridFit {
  labels: (TypesetText | null)[]
}

/** Sets figures in the grid in which they are largest; null if they do not fit. */
export function setFigures(
  figures: readonly Figure[],
  lang: Lang,
  area: Region,
  slot: BlockSlot,
  context: BlockContext,
): SetFigures | null {
  const labelRegion = slot.layout.regions.label ?? slot.next
  const setter = new FigureSetter(figures, lang, area, labelRegion, slot, context)
  const grid = bestGrid(figures.length, (columns, rows) => setter.tryColumns(columns, rows)) as FilledGrid | null
  return grid && setter.place(grid)
}

class FigureSetter {
  private readonly style: TextStyle
  private readonly labelStyle: TextStyle
  private readonly numbers: LineSetter
  private readonly changes: LineSetter
  private readonly labelGap: number
  private readonly hasChange: boolean

  constructor(
    private readonly figures: readonly Figure[],
    private readonly lang: Lang,
    private readonly area: Region,
    private readonly labelRegion: Region,
    private readonly slot: BlockSlot,
    private readonly context: BlockContext,
  ) {
    const words = languages[lang].data.arrows
    this.style = styleOf(slot.layout.regions.figure ?? slot.first, context.theme)
    const label = styleOf(labelRegion, context.theme)
    this.labelStyle = label
    this.numbers = new LineSetter(this.style, lang, words, context)
    this.changes = new LineSetter({ ...label, weight: label.boldWeight }, lang, words, context)
    this.labelGap = labelRegion.gap ?? 8
    this.hasChange = figures.some(({ change }) => change !== null)
  }

  /** The largest sizes at which the figures fit in a number of columns. */
  tryColumns(columns: number, rows: number): FilledGrid | null {
    const cells = divideRegion(this.area, columns)
    const { width } = cells[0]!
    let best: FilledGrid | null = null
    for (const figureSize of this.style.sizes) {
      if (this.figures.some((figure) => this.numbers.width(figureParts(figure), figureSize) > width)) continue
      const grid = this.trySize(figureSize, width, columns, rows)
      if (grid && (!best || worth(grid) > worth(best))) best = grid
      // Smaller figures would not make the labels larger.
      if (best && best.labelSize >= Math.min(this.labelStyle.sizes[0]!, figureSize / leastRatio)) break
    }
    return best
  }

  private trySize(figureSize: number, width: number, columns: number, rows: number): FilledGrid | null {
    const top = lineHeightAt(this.style, figureSize) + this.labelGap
    const height = (this.area.height - rowGap * (rows - 1)) / rows - top
    if (height < 0) return null
    for (const labelSize of this.labelStyle.sizes) {
      if (labelSize * leastRatio > figureSize) continue
      const changeHeight = this.hasChange ? lineHeightAt(this.labelStyle, labelSize) : 0
      const labels = this.setLabels(labelSize, width, height)
      if (!labels || !this.changesFit(labelSize, width)) continue
      const heights = Array.from({ length: rows }, (_, row) => {
        const inRow = labels.slice(row * columns, (row + 1) * columns)
        return top + Math.max(0, ...inRow.map((label, i) => this.cellHeight(label, row * columns + i, changeHeight)))
      })
      const total = heights.reduce((sum, one) => sum + one, rowGap * (rows - 1))
      if (total <= this.area.height) return { columns, rows, figureSize, labelSize, heights, labels }
    }
    return null
  }

  private cellHeight(label: TypesetText | null, index: number, changeHeight: number): number {
    return (label ? Math.ceil(label.pages[0]!.height) : 0) + (this.figures[index]!.change ? changeHeight : 0)
  }

  private changesFit(size: number, width: number): boolean {
    return this.figures.every(({ change }) => !change || this.changes.width(changeParts(change), size) <= width)
  }

  private setLabels(size: number, width: number, height: number): (TypesetText | null)[] | null {
    const first = { ...this.labelRegion, width, height: Math.max(1, height) }
    const style = { ...this.context, theme: this.themeAt(size) }
    const labels = this.figures.map(({ label }) =>
      label.length > 0 ? typesetText({ paragraphs: label, lang: this.lang, first }, style) : null,
    )
    return labels.some((label) => label && (label.overflow || breaksWord(label))) ? null : labels
  }

  /** The theme with labels of one size. */
  private themeAt(size: number): BlockContext['theme'] {
    const { theme } = this.context
    const name = styleName(this.labelRegion, theme)
    return { ...theme, styles: { ...theme.styles, [name]: { ...theme.styles[name]!, sizes: [size] } } }
  }

  place(grid: FilledGrid): SetFigures {
    const { columns, figureSize, heights, labels } = grid
    const total = heights.reduce((sum, one) => sum + one, rowGap * (heights.length - 1))
    const free = Math.max(0, this.area.height - total)
    let y = this.area.y + Math.floor((free * shareAbove) / 4) * 4
    const cells = divideRegion(this.area, columns)
    const boxes: PlacedBox[] = []
    for (const [row, height] of heights.entries()) {
      for (let column = 0; column < columns && row * columns + column < this.figures.length; column++) {
        const index = row * columns + column
        boxes.push(...this.placeCell(index, { ...cells[column]!, y, height }, grid, labels[index]!))
      }
      y = Math.ceil((y + height + rowGap) / 4) * 4
    }
    const missing = new Set([...this.numbers.missing, ...this.changes.missing])
    for (const label of labels) for (const letter of label?.missing ?? []) missing.add(letter)
    const bottom = Math.max(...boxes.map((box) => box.y + box.height))
    return { boxes, bottom, size: figureSize, missing: [...missing] }
  }

  private placeCell(
    index: number,
    cell: Region,
    { figureSize, labelSize }: GridFit,
    label: TypesetText | null,
  ): PlacedBox[] {
    const figure = this.figures[index]!
    const regionStyle = styleName(this.slot.layout.regions.figure ?? this.slot.first, this.context.theme)
    const numberLine = lineHeightAt(this.style, figureSize)
    const view = this.view(regionStyle, figureSize, numberLine)
    const number = { ...view, page: this.numbers.compose(figureParts(figure), figureSize) }
    const at = { x: cell.x, width: cell.width }
    const sources = sourcesOf([figure.paragraph.origin])
    const boxes: PlacedBox[] = [
      {
        ...at,
        y: cell.y,
        height: numberLine,
        region: 'figure',
        template: 'text',
        view: number,
        ...(sources ? { sources } : {}),
      },
    ]
    let y = cell.y + numberLine + this.labelGap
    if (label) {
      const region = { ...this.labelRegion, ...at, y, height: cell.height, align: 'top' as const }
      const box = textBox(label, 0, region, { name: 'label', lang: this.lang, theme: this.context.theme })
      boxes.push(box)
      y = box.y + box.height
    }
    if (figure.change) {
      const line = lineHeightAt(this.labelStyle, labelSize)
      const page = this.changes.compose(changeParts(figure.change), labelSize)
      const own = { ...this.view(styleName(this.labelRegion, this.context.theme), labelSize, line), page }
      boxes.push({
        ...at,
        y,
        height: line,
        region: 'change',
        template: 'text',
        view: own,
        ...(sources ? { sources } : {}),
      })
    }
    return boxes
  }

  private view(style: string, size: number, lineHeight: number): Omit<TextView, 'page'> {
    return { style, heading: null, lang: this.lang, size, lineHeight, suffix: null }
  }
}

const worth = ({ figureSize, labelSize }: GridFit) => Math.min(figureSize, mostRatio * labelSize) * labelSize

/** Whether a word of a label is cut. */
const breaksWord = ({ pages }: TypesetText): boolean =>
  pages[0]!.paragraphs.some(({ lines }) =>
    lines.some(({ end, runs }) => end === 'inside' && /[\p{L}\p{N}]$/u.test(runs.at(-1)?.text ?? '')),
  )
