import { chooseKind } from '../blocks/chart/data/choose-kind.ts'
import { isLabelled } from '../blocks/chart/data/labelled-rows.ts'
import { readData } from '../blocks/chart/data/read-data.ts'
import { splitRows } from '../blocks/data/split-rows.ts'
import type { LocalizedSlide } from '../model/deck.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { SlideContent } from './slide-content.ts'

/** A chart shows so many rows at a glance. */
const rowRange = { least: 3, most: 15 }

/** Suggests a chart for a slide of no given layout whose only text is names with numbers that a chart can draw. */
export function suggestChart({ layout }: LocalizedSlide, content: SlideContent): Diagnostic[] {
  const { texts, pictures, media, data } = content
  const [text] = texts
  if (layout !== null || texts.length !== 1 || pictures.length + media.length + data.length > 0) return []
  if (!text || !('text' in text)) return []
  const { range } = text
  const rows = splitRows(text.text.text).map((row) => ({ ...row, range }))
  if (rows.length < rowRange.least || rows.length > rowRange.most) return []
  if (!rows.every(({ cells }) => cells.length === 1 && isLabelled(cells[0]!))) return []
  const { data: read, problems } = readData(rows, false, text.text.lang)
  if (!read || problems.some(({ code }) => code !== 'chart-notes-omitted') || chooseKind(read, null).kind === null)
    return []
  return [{ code: 'chart-suggested', rows: rows.length, severity: 'info', range }]
}
