/** How programs write the cells of a table as plain text on the clipboard, by the name of the program. */
export const clipboardRules: Readonly<Record<string, (rows: readonly (readonly string[])[]) => string>> = {
  /** Rows end with CR LF, the last one too. Cells with line breaks, or that begin with a quotation mark, are quoted. */
  Excel: (rows) => rows.map((row) => `${row.map((cell) => quoted(cell, /[\n\t]|^"/)).join('\t')}\r\n`).join(''),
  /** Rows end with LF, the last one too. Nothing is quoted; a line break in a cell becomes a space, as real copies show. */
  LibreOffice: (rows) => rows.map((row) => `${row.map((cell) => cell.replaceAll('\n', ' ')).join('\t')}\n`).join(''),
  /** Rows end with LF, but the last one. Cells with line breaks, tabs or quotation marks at the start are quoted. */
  'Google Sheets': (rows) => rows.map((row) => row.map((cell) => quoted(cell, /[\n\t]|^"/)).join('\t')).join('\n'),
  /** Rows end with CR LF, the last one too. Nothing is quoted; a manual line break in a cell is a vertical tab. */
  Word: (rows) => rows.map((row) => `${row.map((cell) => cell.replaceAll('\n', '\v')).join('\t')}\r\n`).join(''),
}

const quoted = (cell: string, when: RegExp): string => (when.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
