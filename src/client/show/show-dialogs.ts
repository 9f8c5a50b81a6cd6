import { makeSearchDialog } from '../search/search-dialog.ts'
import { makeHelp } from './help.ts'
import { makeJump } from './jump.ts'
import type { ShowCommand } from './key-bindings.ts'
import { makeOverview } from './overview.ts'
import type { Show } from './show.ts'
import type { SlideLanguages } from './slide-languages.ts'

/** The dialogs of a show, in the language of its slides. */
export interface ShowDialogs {
  /** Opens a dialog, with a number or words in its field, or at the slide with this id. */
  open: Readonly<Record<(typeof names)[number], (text: string) => void>>
  busy(): boolean
  /** Whether a dialog is open in which nobody types, so that keys may have their meaning. */
  isReading(): boolean
  /** Closes the dialog that a command opens. */
  close(command: ShowCommand): void
  /** Removes the dialogs. Returns what opens the same one among those that took their place, at the same slide. */
  leave(): ((fresh: ShowDialogs) => void) | null
}

const names = ['help', 'overview', 'jump', 'search'] as const

/** Creates the dialogs. `commands` are those that help lists. */
export function makeShowDialogs(
  show: Show,
  commands: readonly ShowCommand[],
  languages: SlideLanguages | null,
): ShowDialogs {
  const { page } = show
  const help = makeHelp(page, commands)
  const overview = makeOverview(show)
  const jump = makeJump(show)
  const search = makeSearchDialog(show, { words: page.words, withNotes: false, host: document.body })
  const dialogs = [help, overview, jump, search]
  const open = { help: help.open, overview: overview.openAt, jump: jump.open, search: search.open }
  return {
    open,
    busy: () => dialogs.some((dialog) => dialog.isOpen()),
    isReading: () => help.isOpen() || overview.isOpen(),
    close: (command) => {
      const dialog = command === 'help' ? help : command === 'overview' ? overview : null
      if (dialog?.isOpen()) dialog.close()
    },
    leave: () => {
      const name = names[dialogs.findIndex((dialog) => dialog.isOpen())]
      const focused = overview.focused()
      const text = document.querySelector<HTMLInputElement>('dialog[open] input')?.value ?? ''
      for (const dialog of dialogs) dialog.remove()
      if (!name) return null
      return ({ open: fresh }) =>
        fresh[name](name !== 'overview' ? text : focused && languages ? languages.locate(focused) : '')
    },
  }
}
