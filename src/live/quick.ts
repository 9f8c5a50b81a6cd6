import { blockType } from '../blocks/registry.ts'
import { assetsOf, hasErrors, understandText } from '../build.ts'
import { toDeck } from '../deck.ts'
import { localize } from '../localize.ts'
import type { AssetRequest } from '../model/asset.ts'
import type { Slide } from '../model/deck.ts'
import type { Range } from '../model/source.ts'
import { type EditedSlide, editedSlide, shiftedFrom } from './edit.ts'
import type { Settled } from './settled.ts'

/** A deck with one slide other than before. */
export interface Edited {
  index: number
  settled: Settled
}

/**
 * The deck after an edit inside one slide, of which only that slide is read; all else is as it was, even where it hangs on
 * the slide: the deck's language, its title. Null where the edit is another one, or the slide needs what was never loaded.
 */
export function editedDeck(text: string, before: Settled): Edited | null {
  const { slides, content, deck, local } = before
  const edit = editedSlide(before.text, text, slides)
  if (!edit || deck.slides.length !== slides.length) return null
  const slide = readAlone(text, edit, content)
  if (!slide || !isSupplied(slide, before)) return null
  const alone = localize({ ...deck, slides: [slide] }, local.lang).deck.slides
  const settled: Settled = {
    ...before,
    text,
    slides: shiftedFrom(slides, edit),
    content: { start: content.start, end: content.end + edit.by },
    deck: { ...deck, slides: deck.slides.with(edit.index, slide) },
    local: { ...local, slides: local.slides.with(edit.index, alone[0]!) },
  }
  return { index: edit.index, settled }
}

/** Reads a deck of this one slide: what is repaired and left out in it is what would be in the whole deck. */
function readAlone(text: string, { range, by }: EditedSlide, content: Range): Slide | null {
  const head = text.slice(0, content.start + 1)
  const { root, found } = understandText(head + text.slice(range.start, range.end) + text.slice(content.end - 1 + by))
  if (!root || hasErrors(found)) return null
  const { slides } = toDeck(root)
  return slides.length === 1 ? slides[0]! : null
}

/** Whether everything that a slide names has been looked for before. */
function isSupplied(slide: Slide, { requested, supplied, deck }: Settled): boolean {
  const types = slide.blocks.map(({ type }) => blockType(type))
  return (
    assetsOf({ ...deck, slides: [slide] }).every((request) => requested.has(nameOf(request))) &&
    types.every(({ type, engine }) => !engine || supplied.engines.has(type))
  )
}

/** The files that were asked for. */
export const namesOf = (requests: readonly AssetRequest[]): ReadonlySet<string> => new Set(requests.map(nameOf))

const nameOf = ({ kind, path }: AssetRequest) => `${kind} ${path}`
