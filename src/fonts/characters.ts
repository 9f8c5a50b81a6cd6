import type { LaidOutDeck } from '../model/laid-out.ts'
import type { SourceNode } from '../model/source.ts'
import { loadFaces } from './font-files.ts'
import { subsetPageFonts } from './page-fonts.ts'

/** Every character of the texts in a tree. */
export function charactersOf(root: SourceNode): Set<string> {
  const characters = new Set<string>()
  // Nearly all have been seen before: a look at a table is much quicker than making a string of each.
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

/** The fonts that a page of a deck carries: every letter it shows. */
export async function pageFontsOf(deck: LaidOutDeck, characters: ReadonlySet<string>) {
  return subsetPageFonts(await loadFaces(deck.theme), withDrawnCharacters(deck, characters))
}

/** The letters of the deck, and of what it shows besides its own texts. */
export function withDrawnCharacters(deck: LaidOutDeck, characters: ReadonlySet<string>): ReadonlySet<string> {
  const drawn = deck.pages.flatMap(({ boxes }) => boxes.flatMap((box) => box.characters ?? []))
  return drawn.length === 0 ? characters : new Set([...characters, ...drawn.join('')])
}
