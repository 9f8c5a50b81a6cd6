import type { BlockWords, WordsContext } from '../../model/block-type.ts'
import type { Lang, LocalizedText } from '../../model/lang.ts'
import { textRows } from '../data/read-table.ts'
import { rowsAsTable } from '../data/rows-block.ts'
import { languageOfWords, sourceOf } from './chart-texts.ts'
import { labelledRows } from './data/labelled-rows.ts'
import type { ChartBlock } from './types.ts'

/** The data of a chart as rows, with its unit above and its source below; lines without cells are a text. */
export function wordsOfChart(block: ChartBlock<LocalizedText>, { lang: deckLang }: WordsContext): BlockWords[] {
  const lang: Lang = languageOfWords(block, deckLang)
  const rows = labelledRows(textRows(block.data, lang), lang)
  if (rows.length === 0) return []
  const [note = null] = sourceOf(block, lang)
  const { range, unit, data } = block
  if (rows.some((cells) => cells.length > 1)) return [rowsAsTable({ rows, lang, head: data.head, unit, note, range })]
  const lines = { text: rows.flat().join('\n'), lang }
  return [unit, lines, note].flatMap((text) => (text ? [{ text }] : []))
}
