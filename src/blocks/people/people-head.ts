import { isHeadWord } from '../data/table-head.ts'

/** Usual names of the columns of a table of people, besides those of every table. */
const columnWord =
  /^(?:қызметі|лауазымы?|рөлі|міндеті|ұйымы?|мекемесі|жұмыс орны|қаласы|фото(?:сы|суреті)?|портрет|ескертпе|байланыс|телефон|должность|роль|организация|место работы|примечание|контакты?|role|position|post|organi[sz]ation|company|photo|note|contact|phone|e-?mail)$/iu

/** Lines of people without what only makes a table of them. */
export interface PeopleLines {
  /** As many as before: those that are left out are empty. */
  lines: string[]
  /** The names of the columns, as written; null if there are none. */
  head: string | null
}

/** Takes the line below the head of a table in Markdown, and the head itself, from lines of people. */
export function withoutHead(written: readonly string[], cellsOf: (line: string) => readonly string[]): PeopleLines {
  const lines = written.map((line) => (isRuler(line) ? '' : line))
  const filled = [...lines.keys()].filter((i) => lines[i]!.trim() !== '')
  const [first, next] = filled
  if (first === undefined || next === undefined) return { lines, head: null }
  const cells = cellsOf(lines[first]!).flatMap((cell) => cell.trim() || [])
  const isTable = cells.length > 1 && cellsOf(lines[next]!).length > 1
  const isHead = next > first + 1 && isRuler(written[first + 1]!) ? true : cells.every(isColumnName)
  if (!isTable || !isHead) return { lines, head: null }
  const head = lines[first]!.replace(/\t/g, ' | ').trim()
  lines[first] = ''
  return { lines, head }
}

const isColumnName = (cell: string) => isHeadWord(cell) || columnWord.test(cell.replaceAll('*', '').trim())

const isRuler = (line: string) => line.includes('--') && line.includes('|') && /^[\s|:-]+$/.test(line)
