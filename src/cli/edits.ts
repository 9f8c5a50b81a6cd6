import type { CliMessages } from '../languages/cli-messages.ts'
import type { Edit } from '../model/source.ts'
import { locator } from '../report/place.ts'
import { printable } from '../report/printable.ts'

/** More of a text than this does not help to see what changed. */
const longest = 40

/** One line an edit: where it was done, what stood there, what stands there now. */
export function listEdits(text: string, edits: readonly Edit[], say: CliMessages['check']['edit']): string[] {
  const locate = locator(text)
  return edits.map(({ start, end, text: after }) =>
    say({ ...locate(start), before: shortened(text.slice(start, end)), after: shortened(after) }),
  )
}

function shortened(text: string): string {
  const signs = [...text.slice(0, 2 * longest + 2)]
  return printable(signs.length > longest ? `${signs.slice(0, longest).join('')}…` : text)
}
