import { readLocal, writeLocal } from '../parts/storage.ts'
import type { KeyName } from './key-bindings.ts'

/** What was chosen on this page, where the browser stores nothing. */
let chosen: 'on' | 'off' | null = null

/**
 * Whether keys that type a character ask for something. Users who dictate, or who hit keys by accident, switch them off.
 */
export const characterKeysWork = (): boolean => (chosen ?? readLocal('character-keys')) !== 'off'

/** Switches them on or off, for every deck that this browser remembers it for. */
export function setCharacterKeys(work: boolean): void {
  chosen = work ? 'on' : 'off'
  writeLocal('character-keys', chosen)
}

/** Whether a key types a letter, a digit or a punctuation mark, with or without Shift. */
export const typesCharacter = (key: KeyName | string): boolean =>
  /^(?:Shift\+)?(?:Key[A-Z]|Digit|Period|Slash|\S)$/u.test(key)
