import type { BlockWords } from '../../model/block-type.ts'
import type { Lang, LocalizedText } from '../../model/lang.ts'
import type { Range } from '../../model/source.ts'

/** Rows that a block of another type says, with the texts around them. */
export interface SaidRows {
  rows: readonly (readonly string[])[]
  lang: Lang
  /** Whether the first row names the columns; null: recognised. */
  head: boolean | null
  unit?: LocalizedText | null
  note?: LocalizedText | null
  /** The place of the block in the source. */
  range: Range
}

/** Returns rows of cells as a table. */
export function rowsAsTable({ rows, lang, head, unit = null, note = null, range }: SaidRows): BlockWords {
  const written = rows.map((cells) => ({ cells: cells.map((text) => ({ text: { text, lang }, range })), range }))
  const data = { rows: written, head, range }
  return { rows: { type: 'table', data, total: null, rank: false, unit, note, align: [], range } }
}
