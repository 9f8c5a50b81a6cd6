import type { CliMessages } from '../languages/cli-messages.ts'
import type { Edit } from '../model/source.ts'
import { createLocator } from '../report/line-column.ts'
import { printable } from '../report/printable.ts'

/** Longer texts are shortened. Units: characters. */
const maxTextLength = 40

/** One line per edit: its place, the old text and the new text. */
export function listEdits(text: string, edits: readonly Edit[], say: CliMessages['check']['edit']): string[] {
  const locate = createLocator(text)
  return edits.map(({ start, end, text: after }) =>
    say({ ...locate(start), before: truncateEdit(text.slice(start, end)), after: truncateEdit(after) }),
  )
}

function truncateEdit(text: string): string {
  const signs = [...text.slice(0, 2 * maxTextLength + 2)]
  return printable(signs.length > maxTextLength ? `${signs.slice(0, maxTextLength).join('')}…` : text)
}
