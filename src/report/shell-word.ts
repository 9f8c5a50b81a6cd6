import { printable } from './printable.ts'

/** A path or a name as one word of a command that can be copied: in quotation marks if it has to be. */
export function shellWord(text: string): string {
  const word = printable(text)
  return /^[\p{L}\p{M}\p{N}./\\_:@%+,-]+$/u.test(word) ? word : `"${word}"`
}
