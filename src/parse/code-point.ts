/** Returns the distinct code points of some characters in the notation `U+00AD`. */
export function codePointNames(characters: Iterable<string>): string[] {
  const codes = new Set<number>()
  for (const character of characters) codes.add(character.codePointAt(0)!)
  return [...codes].map((code) => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`)
}
