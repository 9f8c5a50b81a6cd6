import type { LaidOutDeck } from '../model/laid-out.ts'
import type { SourceNode } from '../model/source.ts'
import type { LoadedFace } from './font-files.ts'
import { subsetPageFonts } from './page-fonts.ts'

/** The characters of all strings in a tree. */
export function charactersOf(root: SourceNode): Set<string> {
  const characters = new Set<string>()
  // Most characters repeat, and a table lookup is much faster than creating a string for each.
  const seen = new Uint8Array(0x10000)
  const read = (text: string) => {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (seen[code]) continue
      const character = String.fromCodePoint(text.codePointAt(i)!)
      if (character.length > 1) i++
      else seen[code] = 1
      characters.add(character)
    }
  }
  const walk = (node: SourceNode) => {
    if (node.type === 'string') read(node.value)
    if (node.type === 'array') node.items.forEach(walk)
    if (node.type === 'object') for (const { value } of node.members) walk(value)
  }
  walk(root)
  return characters
}

/** The fonts to embed in a page, with every character that the page shows. */
export const pageFontsOf = (
  { deck, resources }: { deck: LaidOutDeck; resources: { faces: readonly LoadedFace[] } },
  characters: ReadonlySet<string>,
) => joinedPageFonts([deck], resources, characters)

/** The fonts to embed in a page that shows a deck in several languages. */
export const joinedPageFonts = (
  decks: readonly LaidOutDeck[],
  { faces }: { faces: readonly LoadedFace[] },
  characters: ReadonlySet<string>,
) =>
  subsetPageFonts(
    faces,
    decks.reduce((all, deck) => withDrawnCharacters(deck, all), characters),
  )

/** Adds the characters that a deck shows besides its own texts, such as labels on maps. */
export function withDrawnCharacters(deck: LaidOutDeck, characters: ReadonlySet<string>): ReadonlySet<string> {
  const drawn = deck.pages.flatMap(({ boxes }) => boxes.flatMap((box) => box.characters ?? []))
  return drawn.length === 0 ? characters : new Set([...characters, ...drawn.join('')])
}
