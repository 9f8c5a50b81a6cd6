import { rowsInHtml, rowsInText } from './rows.ts'

/**
 * Returns the rows of a clipboard that somebody means as rows: a table, cells between tabs, or several lines. Null for words
 * that belong into the field itself. `takesLines`: the field holds one line, so several are rows.
 */
export function rowsInClipboard(data: DataTransfer | null, takesLines: boolean): string[][] | null {
  const table = rowsInHtml(data?.getData('text/html') ?? '')
  const rows = table ?? rowsInText(data?.getData('text/plain') ?? '')
  const filled = rows.map((cells) => cells.map((cell) => cell.trim())).filter((cells) => cells.some(Boolean))
  const hasCells = filled.some((cells) => cells.length > 1)
  return hasCells || (filled.length > 1 && takesLines) ? filled : null
}
