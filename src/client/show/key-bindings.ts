import type { PageWords } from '../../model/words.ts'

/** A command that a key can give. Its name is that of its label in help. */
export type ShowCommand = keyof PageWords['help']['keys']

type Letter = 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'I' | 'K' | 'L' | 'N' | 'O' | 'P' | 'R' | 'S' | 'V' | 'W' | 'X' | 'Z'

/** A key by its place on the keyboard (`KeyboardEvent.code`). `Digit` is any digit, on the number pad too. */
type KeyPlace =
  | `Key${Letter}`
  | `Arrow${'Left' | 'Right' | 'Up' | 'Down'}`
  | `Page${'Up' | 'Down'}`
  | 'Home'
  | 'End'
  | 'Space'
  | 'Enter'
  | 'Backspace'
  | 'Escape'
  | 'Period'
  | 'Slash'
  | 'Digit'
  | 'F1'

/** A key, alone or with a modifier, or the character that it types wherever it is. `Ctrl` is ⌘ on a Mac. */
export type KeyName = KeyPlace | `${'Ctrl' | 'Shift'}+${KeyPlace}` | '.' | '/' | '?'

/** The groups of help, in its order. */
export type KeyGroup = 'move' | 'slide' | 'draw' | 'window'

interface KeyBinding {
  group: KeyGroup
  /** The keys that help lists. */
  keys: readonly KeyName[]
  /** Keys that work too. */
  unlisted?: readonly KeyName[]
}

/**
 * The keys of every command, in the order of help. Keys are bound by their place, since on a Kazakh or Russian keyboard
 * `S` types `ы`, and the digits of a Kazakh one type letters. Presentation remotes send PageUp, PageDown, `.` or `b`.
 */
export const keyBindings: Readonly<Record<ShowCommand, KeyBinding>> = {
  next: { group: 'move', keys: ['ArrowRight', 'ArrowDown', 'PageDown', 'Space'], unlisted: ['Enter', 'KeyN'] },
  previous: {
    group: 'move',
    keys: ['ArrowLeft', 'ArrowUp', 'PageUp', 'Backspace'],
    unlisted: ['Shift+Space', 'KeyP'],
  },
  first: { group: 'move', keys: ['Home'] },
  last: { group: 'move', keys: ['End'] },
  jump: { group: 'move', keys: ['KeyG', 'Digit'] },
  // The browser's own search finds text on the current slide only.
  search: { group: 'move', keys: ['/', 'Ctrl+KeyF'] },
  overview: { group: 'move', keys: ['KeyO', 'Escape'] },
  black: { group: 'slide', keys: ['KeyB', '.'], unlisted: ['Period'] },
  video: { group: 'slide', keys: ['KeyV'] },
  draw: { group: 'draw', keys: ['KeyD'] },
  color: { group: 'draw', keys: ['KeyC'] },
  eraser: { group: 'draw', keys: ['KeyW'] },
  undo: { group: 'draw', keys: ['KeyZ'], unlisted: ['Ctrl+KeyZ'] },
  clear: { group: 'draw', keys: ['KeyX'] },
  laser: { group: 'draw', keys: ['KeyL'] },
  fullscreen: { group: 'window', keys: ['KeyF'] },
  speaker: { group: 'window', keys: ['KeyS'] },
  here: { group: 'window', keys: ['KeyI'] },
  reading: { group: 'window', keys: ['KeyR'] },
  export: { group: 'window', keys: ['KeyE'] },
  language: { group: 'window', keys: ['KeyK'] },
  // `?` is on another key of a Russian keyboard; its Latin place works too.
  help: { group: 'window', keys: ['?', 'F1'], unlisted: ['Shift+Slash'] },
}
