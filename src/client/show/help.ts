import type { PageWords } from '../../model/words.ts'
import { type Dialog, makeDialog } from '../parts/dialog.ts'
import { element } from '../parts/element.ts'
import type { ClientPage } from './client-page.ts'
import { type KeyGroup, type KeyName, keyBindings, type ShowCommand } from './key-bindings.ts'

/** The commands of a page that has all of them. */
export const allCommands = Object.keys(keyBindings) as ShowCommand[]

/** What is printed on a key, where that is not its name. */
const capSymbols: Readonly<Record<string, string>> = {
  ArrowRight: '→',
  ArrowLeft: '←',
  ArrowUp: '↑',
  ArrowDown: '↓',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
  Escape: 'Esc',
}

/** A key as help shows it: `Ctrl F` for `Ctrl+KeyF`. */
function keyCap(key: KeyName, { space, digits }: PageWords['help']['names']): string {
  const caps: Readonly<Record<string, string>> = { ...capSymbols, Space: space, Digit: digits }
  return key
    .split('+')
    .map((part) => caps[part] ?? part.replace(/^Key/, ''))
    .join(' ')
}

/** The dialog that lists the keys of the commands of this page, group by group. */
export function makeHelp(
  { words: { close, help } }: ClientPage,
  commands: readonly ShowCommand[] = allCommands,
): Dialog {
  const dialog = makeDialog('ui-help', help.title, close)
  const groups = new Map<KeyGroup, HTMLElement>()
  for (const command of allCommands) {
    if (!commands.includes(command)) continue
    const { group, keys } = keyBindings[command]
    const list = groups.get(group) ?? element('dl', { class: 'ui-keys' })
    const caps = keys.map((key) => element('kbd', {}, keyCap(key, help.names)))
    list.append(element('dt', {}, ...caps), element('dd', {}, help.keys[command]))
    groups.set(group, list)
  }
  dialog.body.append(element('div', { class: 'ui-key-groups' }, ...groups.values()))
  return dialog
}
