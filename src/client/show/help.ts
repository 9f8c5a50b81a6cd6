import { type Dialog, makeDialog } from '../parts/dialog.ts'
import { element } from '../parts/element.ts'
import type { ClientPage } from './client-page.ts'

type HelpKey = keyof ClientPage['words']['help']['keys']

/** The keys as they are shown, in the order of the dialog. */
const rows = ({ space, digits }: ClientPage['words']['help']['names']): [HelpKey, string[]][] => [
  ['next', ['→', '↓', 'Page Down', space]],
  ['previous', ['←', '↑', 'Page Up', 'Backspace']],
  ['first', ['Home']],
  ['last', ['End']],
  ['jump', ['G', digits]],
  ['search', ['/', 'Ctrl F']],
  ['overview', ['O', 'Esc']],
  ['black', ['B', '.']],
  ['video', ['V']],
  ['draw', ['D']],
  ['color', ['C']],
  ['undo', ['Z']],
  ['clear', ['X']],
  ['laser', ['L']],
  ['fullscreen', ['F']],
  ['speaker', ['S']],
  ['here', ['I']],
  ['help', ['?', 'F1']],
]

/** The dialog that lists the keys: all of them, or those of the commands that this page knows. */
export function makeHelp({ words }: ClientPage, known?: readonly HelpKey[]): Dialog {
  const dialog = makeDialog('ui-help', words.help.title, words.close)
  const list = element('dl', { class: 'ui-keys' })
  for (const [name, keys] of rows(words.help.names)) {
    if (known && !known.includes(name)) continue
    const caps = keys.map((key) => element('kbd', {}, key))
    list.append(element('dt', {}, ...caps), element('dd', {}, words.help.keys[name]))
  }
  dialog.body.append(list)
  return dialog
}
