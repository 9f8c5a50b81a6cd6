import { languages } from '../../languages/languages.ts'
import type { BlockContext, BlockSlot, PlacedBlock } from '../../model/block-type.ts'
import type { TextRow } from '../../model/data-table.ts'
import type { PlacedBox } from '../../model/laid-out.ts'
import type { Lang, LocalizedText } from '../../model/lang.ts'
import { nearestName } from '../../model/nearest-name.ts'
import type { Region } from '../../model/theme.ts'
import { alignBox, withCaptionRoom } from '../../typeset/box-geometry.ts'
import { plainParagraph } from '../../typeset/parse-paragraphs.ts'
import { styleName, styleOf } from '../../typeset/typeset-text.ts'
import { typesetCaptions } from '../card.ts'
import { textRows } from '../data/read-table.ts'
import { placeTable } from '../table/place-table.ts'
import { placeProse } from '../text/prose.ts'
import { languageOfWords, sourceOf } from './chart-texts.ts'
import { type ChartData, maxParts } from './data/chart-data.ts'
import { chooseKind } from './data/choose-kind.ts'
import { labelledRows } from './data/labelled-rows.ts'
import { type DataProblem, readData } from './data/read-data.ts'
import { captionOf, describeChart, tableOf } from './describe-chart.ts'
import { ChartRuler } from './draw/ruler.ts'
import { type ChartTexts, textsOf } from './draw/texts.ts'
import { toMarks } from './draw/to-marks.ts'
import { type DrawnChart, drawChart } from './draw-chart.ts'
import type { ChartBlock, ChartView } from './types.ts'

/** Problems that only explain what is drawn. */
const infos: ReadonlySet<DataProblem['code']> = new Set([
  'chart-total-omitted',
  'chart-parts-joined',
  'chart-notes-omitted',
  'number-doubtful',
])

/** Draws a chart, with its source below. Data that no chart can show are set as text. */
export function placeChart(block: ChartBlock<LocalizedText>, slot: BlockSlot, context: BlockContext): PlacedBlock {
  const { range } = block
  const lang = languageOfWords(block, context.lang)
  const rows = textRows(block.data, lang)
  if (rows.length === 0) return { pages: [], overflow: [], size: null }
  const report = (problem: DataProblem) =>
    context.report({ ...problem, severity: infos.has(problem.code) ? 'info' : 'warning', range })

  const read = readData(rows, block.data.head, lang)
  read.problems.forEach(report)
  const data = read.data && { ...read.data, unit: block.unit?.text ?? read.data.unit }
  const chosen = data && chooseKind(data, block.kind)
  chosen?.problems.forEach(report)
  if (!data || !chosen?.kind) return placeRows(block, rows, lang, slot, context)

  const captions = typesetCaptions(sourceOf(block, lang), slot, range, context)
  const hasCaption = captions.boxes.length > 0
  const first = hasCaption ? slot.first : withCaptionRoom(slot.first, slot.layout.regions.caption)
  const painter = new ChartPainter(block, data, lang, first, context)
  const drawn = drawChart(data, chosen.kind, painter.sizes, first, slot.next, painter.textsFor)
  if (!drawn) {
    const texts = [...data.names, ...data.series.flatMap(({ labels }) => labels)]
    const row = texts.reduce((longest, text) => (text.length > longest.length ? text : longest), '')
    report({ code: 'chart-label-long', row: row.slice(0, 60), characters: row.length })
    return placeRows(block, rows, lang, slot, context)
  }
  if (drawn.kind !== chosen.kind && drawn.kind === 'bar')
    report({ code: 'chart-kind-changed', kind: chosen.kind, shown: drawn.kind, reason: 'room' })
  if (drawn.pages.length > 1) {
    const characters = data.names.reduce((sum, name) => sum + name.length, 0)
    const facts = { characters, pages: drawn.pages.length, sizePx: painter.sizes.at(-1)! }
    context.report({ ...facts, rows: data.names.length, code: 'text-continued', severity: 'info', range })
  }
  if (drawn.joined.length > 0) report({ code: 'chart-parts-joined', parts: drawn.joined, limit: maxParts })
  for (const name of painter.unknown) report({ code: 'chart-highlight-unknown', ...name })
  const pages = drawn.pages.map((_, i) => [
    painter.box(drawn, i, i === 0 ? first : slot.next, i === 0 ? slot.regionName : slot.nextRegionName),
  ])
  painter.reportMissing()
  const [shown = [], ...more] = pages
  return { pages: [[...shown, ...captions.boxes], ...more, ...captions.overflowPages], overflow: [], size: null }
}

/** Sets the rows as a table, or as text if they are not divided into cells. */
function placeRows(
  block: ChartBlock<LocalizedText>,
  rows: readonly TextRow[],
  lang: Lang,
  slot: BlockSlot,
  context: BlockContext,
): PlacedBlock {
  const { range, unit, source, data } = block
  const divided = labelledRows(rows, lang)
  if (divided.some((cells) => cells.length > 1)) {
    const tableRows = divided.map((cells, i) => {
      const at = (rows[i] ?? rows[0]!).range
      return { cells: cells.map((text) => ({ text: { text, lang }, range: at })), range: at }
    })
    const table = { type: 'table', total: null, rank: false, unit, note: source, align: [], range } as const
    return placeTable({ ...table, data: { ...data, rows: tableRows } }, slot, context)
  }
  const paragraphs = rows.map(({ cells }) => plainParagraph(cells.join(' — ')))
  const text = { type: 'text', text: { text: '', lang }, range } as const
  const first = { ...slot.first, ...(slot.next.style ? { style: slot.next.style } : {}) }
  return placeProse(text, paragraphs, { ...slot, regionName: 'body', first, nextRegionName: 'body' }, context)
}

/** Turns drawings into boxes. */
class ChartPainter {
  readonly sizes: readonly number[]
  /** Names in `highlight` that no row has. */
  readonly unknown: { name: string; nearest: string | null }[]
  private readonly ruler: ChartRuler
  private readonly style: string

  constructor(
    private readonly block: ChartBlock<LocalizedText>,
    private readonly data: ChartData,
    private readonly lang: Lang,
    region: Region,
    private readonly context: BlockContext,
  ) {
    const { theme } = context
    const styled = { style: theme.styles.cell ? 'cell' : styleName(region, theme) }
    this.style = styled.style
    const style = styleOf(styled, theme)
    this.sizes = style.sizes
    this.ruler = new ChartRuler(style, lang, context)
    const names = data.names.map(plain)
    this.unknown = block.highlight
      .map(({ text }) => text)
      .filter((name) => !names.includes(plain(name)))
      .map((name) => ({ name, nearest: nearestName(name, data.names) }))
  }

  readonly textsFor = (data: ChartData): ChartTexts => {
    const wanted = new Set(this.block.highlight.map(({ text }) => plain(text)))
    const rows = [...data.names.keys()].filter((row) => wanted.has(plain(data.names[row]!)))
    const isAny = this.data.names.some((name) => wanted.has(plain(name)))
    const { other } = languages[this.lang].data.chart
    return textsOf(data, { ruler: this.ruler, other, highlight: isAny ? new Set(rows) : null })
  }

  box({ kind, pages }: DrawnChart, index: number, region: Region, name: string): PlacedBox {
    const { drawing, data } = pages[index]!
    const { width, height, size } = drawing
    const texts = this.textsFor(data)
    const label = describeChart(data, kind, texts)
    const view: ChartView = {
      width: Math.ceil(width),
      height: Math.ceil(height),
      style: this.style,
      size,
      label,
      lang: this.lang,
      marks: toMarks(drawing, this.context.steps),
      table: tableOf(data, texts, captionOf(data, kind, texts)),
    }
    const { range } = this.block
    const sources = [{ range, items: [] }]
    const box = alignBox({ ...region, align: 'middle' }, view.height, pages.length === 1)
    const characters = [this.ruler.characters(), label, view.table.caption, ...view.table.head].join('')
    return { ...box, region: name, template: 'chart', view, characters, sources }
  }

  reportMissing(): void {
    const { theme, report } = this.context
    const letters = [...this.ruler.missing]
    if (letters.length === 0) return
    const { family } = styleOf({ style: this.style }, theme)
    const facts = { letters, family, style: this.style, theme: null }
    report({ ...facts, code: 'letter-missing', severity: 'warning', range: this.block.range })
  }
}

const plain = (name: string) => name.replaceAll('**', '').replace(/\s+/g, ' ').trim().toLowerCase()
