import { recognizeSeparated } from '../blocks/data/recognize-separated.ts'
import { recognizeStages } from '../blocks/data/recognize-stages.ts'
import type { LocalizedSlide } from '../model/deck.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { SlideContent } from './slide-content.ts'
import { suggestChart } from './suggest-chart.ts'

/** Longer texts are no tables that somebody wrote by hand. Units: UTF-16 units. */
const longestText = 20_000

/** Suggests a table, stages or a chart for a slide of no given layout whose only content is a text that could be one. */
export function suggestData(slide: LocalizedSlide, content: SlideContent): Diagnostic[] {
  const { texts, pictures, media, data } = content
  const [text] = texts
  if (slide.layout !== null || texts.length !== 1 || pictures.length + media.length + data.length > 0) return []
  if (!text || !('text' in text) || text.text.text.length > longestText) return []
  const { range } = text
  const lines = text.text.text
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const table = recognizeSeparated(lines)
  if (table) return [{ code: 'table-suggested', ...table, severity: 'info', range }]
  const stages = recognizeStages(lines)
  if (stages !== null) return [{ code: 'stages-suggested', stages, severity: 'info', range }]
  return suggestChart(slide, content)
}
