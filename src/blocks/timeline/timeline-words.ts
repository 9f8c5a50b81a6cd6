import type { BlockWords, WordsContext } from '../../model/block-type.ts'
import type { LocalizedText } from '../../model/lang.ts'
import { rowsAsTable } from '../data/rows-block.ts'
import { readProgramme, type SessionRow } from './programme-rows.ts'
import { rowsOf } from './rows-of.ts'
import { readStages } from './stages.ts'
import type { TimelineBlock } from './types.ts'

/** A programme as rows below the headings of its days, or stages as rows of dates and texts. */
export function wordsOfTimeline(block: TimelineBlock<LocalizedText>, context: WordsContext): BlockWords[] {
  const { kind, rows, lang } = rowsOf(block, context.lang)
  if (rows.length === 0) return []
  const { range } = block
  if (kind === 'line') {
    const stages = readStages(rows).map(({ label, text, below }) => [
      label,
      [text, ...below].filter(Boolean).join('\n'),
    ])
    return [rowsAsTable({ rows: stages, lang, head: false, range })]
  }
  const { head, timeColumn, rows: read } = readProgramme(rows)
  const said: BlockWords[] = []
  let sessions: SessionRow[] = []
  const endDay = () => {
    if (sessions.length === 0) return
    const cells = sessions.map((session) => cellsOf(session, timeColumn))
    said.push(rowsAsTable({ rows: head ? [head, ...cells] : cells, lang, head: head !== null, range }))
    sessions = []
  }
  for (const row of read) {
    if (row.kind === 'section') {
      endDay()
      said.push({ text: { text: row.text, lang }, bold: true })
    } else sessions.push(row)
  }
  endDay()
  return said
}

/** The cells of a session, with the lines below its title. */
const cellsOf = ({ cells, below }: SessionRow, timeColumn: number): string[] => {
  const title = Math.max(timeColumn + 1, 1)
  const filled = cells.length > title ? [...cells] : [...cells, '']
  return filled.map((cell, i) => (i === title ? [cell, ...below].filter(Boolean).join('\n') : cell))
}
