/** What keys can ask for. */
export type ShowCommand =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'overview'
  | 'black'
  | 'fullscreen'
  | 'speaker'
  | 'help'
  | 'jump'
  | 'video'
  | 'search'
  | 'draw'
  | 'laser'
  | 'color'
  | 'undo'
  | 'clear'
  | 'here'

/** What a key means, and the digit it carries where it begins a slide's number. */
export interface KeyCommand {
  command: ShowCommand
  digit: string
}

/** The part of a keyboard event that tells. */
export type KeyInput = Pick<KeyboardEvent, 'code' | 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>

const commandByCode: Readonly<Record<string, ShowCommand>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  Space: 'next',
  Enter: 'next',
  KeyN: 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  PageUp: 'previous',
  Backspace: 'previous',
  KeyP: 'previous',
  Home: 'first',
  End: 'last',
  KeyO: 'overview',
  Escape: 'overview',
  KeyB: 'black',
  Period: 'black',
  KeyF: 'fullscreen',
  KeyS: 'speaker',
  KeyG: 'jump',
  KeyV: 'video',
  KeyD: 'draw',
  KeyL: 'laser',
  KeyC: 'color',
  KeyZ: 'undo',
  KeyX: 'clear',
  KeyI: 'here',
  F1: 'help',
}

/** With Ctrl or ⌘: the browser's own search sees one slide only, and its undo nothing that was drawn. */
const commandByControlCode: Readonly<Record<string, ShowCommand>> = { KeyF: 'search', KeyZ: 'undo' }

/**
 * What a key asks of the show; null for keys that are left to the browser.
 * Keys are known by their place on the keyboard, since on a Kazakh or Russian one `s` gives `ы`, and the digits of a
 * Kazakh one give letters. Remote controls send PageUp, PageDown, `.` or `b`.
 */
export function commandForKey({ code, key, shiftKey, ctrlKey, altKey, metaKey }: KeyInput): KeyCommand | null {
  if ((ctrlKey || metaKey) && !altKey && !shiftKey && commandByControlCode[code])
    return { command: commandByControlCode[code], digit: '' }
  if (ctrlKey || altKey || metaKey) return null
  if (key === '/') return { command: 'search', digit: '' }
  // `?` stands elsewhere on a Russian keyboard; both places are taken.
  if (key === '?' || (shiftKey && code === 'Slash')) return { command: 'help', digit: '' }
  const digit = digitOf({ code })
  if (digit !== '' && !shiftKey) return { command: 'jump', digit }
  if (key === '.') return { command: 'black', digit: '' }
  if (shiftKey && code === 'Space') return { command: 'previous', digit: '' }
  // A remote control or an on-screen keyboard may send a key without its place.
  const command =
    commandByCode[code] ?? commandByCode[key === ' ' ? 'Space' : key.length === 1 ? `Key${key.toUpperCase()}` : key]
  return command && !(shiftKey && code.startsWith('Key')) ? { command, digit: '' } : null
}

/** The digit on a key, whatever the keyboard's language; empty where there is none. */
export const digitOf = ({ code }: Pick<KeyboardEvent, 'code'>): string =>
  /^(?:Digit|Numpad)([0-9])$/.exec(code)?.[1] ?? ''

/** Whether the element in focus has used this key, or needs it itself: a link its Enter, a scrolled text its arrows. */
export function isKeyTaken({ target, code, defaultPrevented }: KeyboardEvent): boolean {
  if (defaultPrevented) return true
  const at = target as Partial<HTMLElement> | null
  if (!at?.closest) return false
  // A dialog that has just closed keeps the focus until the next frame.
  if (at.closest('dialog:not([open])')) return false
  if (at.isContentEditable || at.closest('input, textarea, select, iframe')) return true
  // A remote control turns the slides, whatever plays.
  if (at.closest('video, audio')) return /^(?:Space|Enter|Arrow\w+|Home|End)$/.test(code)
  if (at.closest('a, button, summary')) return code === 'Enter' || code === 'Space'
  return at.closest('.scroll') !== null && /^(?:ArrowUp|ArrowDown|PageUp|PageDown|Space|Home|End)$/.test(code)
}
