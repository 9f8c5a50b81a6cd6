import { characterKeysWork, typesCharacter } from './character-keys.ts'
import { keyBindings, type ShowCommand } from './key-bindings.ts'

/** What a key asks for. `digit` is the one it carries where it starts a slide number, else empty. */
export interface KeyCommand {
  command: ShowCommand
  digit: string
}

/** The part of a keyboard event that decides. */
export type KeyInput = Pick<KeyboardEvent, 'code' | 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>

const commandByKey = new Map<string, ShowCommand>()
for (const [command, { keys, unlisted = [] }] of Object.entries(keyBindings)) {
  for (const key of [...keys, ...unlisted]) commandByKey.set(key, command as ShowCommand)
}

/**
 * Returns the command of a key, or null for a key that is left to the browser, as all that type a character are if the user
 * has switched them off.
 */
export function commandForKey(input: KeyInput): KeyCommand | null {
  const digit = input.shiftKey ? '' : digitOf(input)
  for (const name of keyNames(input, digit)) {
    if (typesCharacter(name) && !characterKeysWork()) continue
    const command = commandByKey.get(name)
    if (command) return { command, digit: name === 'Digit' ? digit : '' }
  }
  return null
}

/** The names by which a key may be bound, most specific first. */
function keyNames({ code, key, shiftKey, ctrlKey, altKey, metaKey }: KeyInput, digit: string): string[] {
  if (altKey) return []
  if (ctrlKey || metaKey) return shiftKey ? [] : [`Ctrl+${code}`]
  if (digit !== '') return ['Digit']
  if (shiftKey) return [key, `Shift+${code}`, ...(code.startsWith('Key') ? [] : [code, placeOf(key)])]
  return [key, code, placeOf(key)]
}

/** The place of a key on a Latin keyboard, for presentation remotes and on-screen keyboards that send none. */
const placeOf = (key: string): string => (key === ' ' ? 'Space' : key.length === 1 ? `Key${key.toUpperCase()}` : key)

/** The digit on a key in any keyboard layout; empty for other keys, and for a number pad whose keys are arrows now. */
export const digitOf = ({ code, key = '' }: Pick<KeyboardEvent, 'code'> & { key?: string }): string =>
  code.startsWith('Numpad') && key.length > 1 ? '' : (/^(?:Digit|Numpad)([0-9])$/.exec(code)?.[1] ?? '')

/** Whether the focused element has handled this key or needs it: a link needs Enter, a scrollable text the arrows. */
export function isKeyTaken({ target, code, key, defaultPrevented }: KeyboardEvent): boolean {
  if (defaultPrevented) return true
  const at = target as Partial<HTMLElement> | null
  if (!at?.closest) return false
  // A dialog that has just closed keeps the focus until the next frame.
  if (at.closest('dialog:not([open])')) return false
  if (at.isContentEditable || at.closest('input, textarea, select, iframe')) return true
  // Enter and the arrows of the number pad do what the others do.
  const place = code.startsWith('Numpad') ? key : code
  // A presentation remote moves between slides even while a video has the focus.
  if (at.closest('video, audio')) return /^(?:Space|Enter|Arrow\w+|Home|End)$/.test(place)
  if (at.closest('a, button, summary')) return place === 'Enter' || place === 'Space'
  return at.closest('.scroll') !== null && /^(?:ArrowUp|ArrowDown|PageUp|PageDown|Space|Home|End)$/.test(place)
}
