import { blockType } from '../blocks/registry.ts'
import { understandText } from '../build.ts'
import { hasErrors } from '../deck/diagnostics.ts'
import { localize } from '../deck/localize.ts'
import { assetsOf } from '../deck/needs.ts'
import { toDeck } from '../deck/to-deck.ts'
import type { AssetRequest } from '../model/asset.ts'
import type { Slide } from '../model/deck.ts'
import type { Range } from '../model/source.ts'
import type { Decoded } from '../parse/decode.ts'
import { type EditedSlide, editedSlide, inBytes, shiftedFrom } from './edit.ts'
import type { Settled, SettledSource } from './settled.ts'

/** A deck with one slide other than before. */
export interface Edited {
  index: number
  settled: Settled
  /** Pictures that the deck had not before. */
  pictures: readonly AssetRequest[]
}

/**
 * The deck after an edit inside one slide, of which only that slide is read; all else is as it was, even where it hangs on
 * the slide: the deck's language, its title. Null where the edit is another one, or the slide needs what was never loaded.
 */
export function editedDeck(bytes: Uint8Array, before: Settled): Edited | null {
  const { source, deck, local } = before
  const edit = editedSlide(source.bytes, bytes, source.slides)
  const slide = edit && readAlone(edit, source)
  if (!slide) return null
  const missing = missingFor(slide, before)
  if (!missing?.every(({ kind }) => kind === 'image')) return null
  const alone = localize({ ...deck, slides: [slide] }, local.lang).deck.slides
  const settled: Settled = {
    ...before,
    requested: missing.length === 0 ? before.requested : new Set([...before.requested, ...missing.map(nameOf)]),
    source: { ...source, bytes, slides: shiftedFrom(source.slides, edit) },
    deck: { ...deck, slides: deck.slides.with(edit.index, slide) },
    local: { ...local, slides: local.slides.with(edit.index, alone[0]!) },
  }
  return { index: edit.index, settled, pictures: missing }
}

/** Reads a deck of this one slide: what is repaired and left out in it is what would be in the whole deck. */
function readAlone({ text }: EditedSlide, { head, tail }: SettledSource): Slide | null {
  const { root, found } = understandText(head + text + tail)
  if (!root || hasErrors(found)) return null
  const { slides } = toDeck(root)
  return slides.length === 1 ? slides[0]! : null
}

/** What an edit of a deck's file can start from. `slides` are the ranges of the slides in `text`. */
export function sourceOf({ encoding, text }: Decoded, bytes: Uint8Array, slides: readonly Range[]): SettledSource {
  const whole = text ?? ''
  const [first, last] = [slides[0], slides.at(-1)]
  const isCounted = encoding === 'utf-8' && first !== undefined
  return {
    bytes,
    slides: isCounted ? inBytes(whole, slides, bytes.length - Buffer.byteLength(whole)) : [],
    head: whole.slice(0, first?.start),
    tail: whole.slice(last?.end),
  }
}

/** The files that a slide names and that were never looked for; null where it needs more than files. */
function missingFor(slide: Slide, { requested, supplied, deck }: Settled): AssetRequest[] | null {
  const types = slide.blocks.map(({ type }) => blockType(type))
  if (types.some(({ type, engine }) => engine && !supplied.engines.has(type))) return null
  return assetsOf({ ...deck, slides: [slide] }).filter((request) => !requested.has(nameOf(request)))
}

/** The files that were asked for. */
export const namesOf = (requests: readonly AssetRequest[]): ReadonlySet<string> => new Set(requests.map(nameOf))

const nameOf = ({ kind, path }: AssetRequest) => `${kind} ${path}`
