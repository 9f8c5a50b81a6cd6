import type { PageWords } from '../../model/words.ts'
import { type Dialog, makeDialog } from '../parts/dialog.ts'
import { element } from '../parts/element.ts'
import { characterKeysWork, setCharacterKeys, typesCharacter } from './character-keys.ts'
import type { ClientPage } from './client-page.ts'
import { type KeyGroup, type KeyName, keyBindings, type ShowCommand } from './key-bindings.ts'
import { setWheel, wheelWorks } from './mouse.ts'

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

/** A row of help: the keys of a command and what it does. */
interface HelpRow {
  parts: readonly HTMLElement[]
  caps: readonly HTMLElement[]
}

/** The switch for keys that type a character. Those that do not work leave the list, as do commands without a key. */
function makeCharacterSwitch(label: string, rows: readonly HelpRow[]): { part: HTMLElement; update(): void } {
  const box = element('input', { type: 'checkbox', role: 'switch' })
  const update = () => {
    box.checked = characterKeysWork()
    for (const { parts, caps } of rows) {
      for (const cap of caps) cap.hidden = !box.checked && 'character' in cap.dataset
      for (const part of parts) part.hidden = caps.every(({ hidden }) => hidden)
    }
    for (const list of new Set(rows.map(({ parts }) => parts[0]?.parentElement)))
      if (list?.parentElement)
        list.parentElement.hidden = [...list.children].every((part) => (part as HTMLElement).hidden)
  }
  box.addEventListener('change', () => {
    setCharacterKeys(box.checked)
    update()
  })
  return { part: element('label', { class: 'ui-switch' }, box, element('span', {}, label)), update }
}

/** The switch for the mouse wheel. */
function makeWheelSwitch(label: string): { part: HTMLElement; update(): void } {
  const box = element('input', { type: 'checkbox', role: 'switch' })
  box.addEventListener('change', () => setWheel(box.checked))
  const update = () => {
    box.checked = wheelWorks()
  }
  return { part: element('label', { class: 'ui-switch' }, box, element('span', {}, label)), update }
}

/** The dialog that lists the keys of the commands of this page. It is filled when it opens for the first time. */
export function makeHelp(
  { words: { close, help } }: ClientPage,
  commands: readonly ShowCommand[] = allCommands,
): Dialog {
  const dialog = makeDialog('ui-help', help.title, close)
  let body: ReturnType<typeof helpBody> | undefined
  const open = () => {
    if (!body) {
      body = helpBody(help, commands)
      dialog.body.append(...body.parts)
    }
    // Another window may have switched the keys.
    body.update()
    dialog.open()
  }
  return { ...dialog, open }
}

/** The keys of commands, group by group, and the switches for those that type a character and for the mouse wheel. */
function helpBody(help: PageWords['help'], commands: readonly ShowCommand[]) {
  const groups = new Map<KeyGroup, { part: HTMLElement; list: HTMLElement }>()
  const rows: HelpRow[] = []
  const addGroup = (group: KeyGroup) => {
    const list = element('dl', { class: 'ui-keys' })
    const part = element('section', { class: 'ui-key-group' }, element('h3', {}, help.groups[group]), list)
    groups.set(group, { part, list })
    return { part, list }
  }
  for (const command of allCommands) {
    const label = help.keys[command]
    if (!commands.includes(command) || !label) continue
    const { group, keys } = keyBindings[command]
    const { list } = groups.get(group) ?? addGroup(group)
    const caps = keys.map((key) =>
      element('kbd', typesCharacter(key) ? { 'data-character': '' } : {}, keyCap(key, help.names)),
    )
    const parts = [element('dt', {}, ...caps), element('dd', {}, label)]
    list.append(...parts)
    rows.push({ parts, caps })
  }
  // The audience follows the speaker, whatever its mouse does.
  const switches = [
    makeCharacterSwitch(help.characters, rows),
    ...(commands.includes('black') ? [makeWheelSwitch(help.wheel)] : []),
  ]
  return {
    parts: [
      element('div', { class: 'ui-key-groups' }, ...[...groups.values()].map(({ part }) => part)),
      element('div', { class: 'ui-switches' }, ...switches.map(({ part }) => part)),
    ],
    update: () => {
      for (const { update } of switches) update()
    },
  }
}
