import { blockType } from '../blocks/registry.ts'
import { parseAndValidateText } from '../build.ts'
import { assetRequestsOf } from '../deck/deck-resources.ts'
import { hasErrors } from '../deck/diagnostics.ts'
import { localize } from '../deck/localize.ts'
import { toDeck } from '../deck/to-deck.ts'
import type { AssetRequest } from '../model/asset.ts'
import type { Slide } from '../model/deck.ts'
import type { Range } from '../model/source.ts'
import type { Decoded } from '../parse/decode.ts'
import { findSlideEdit, type SlideEdit, shiftRanges, toByteRanges } from './find-slide-edit.ts'
import type { DeckSnapshot, SnapshotSource } from './snapshot.ts'

/** A deck with one slide other than before. */
export interface EditedDeck {
  index: number
  snapshot: DeckSnapshot
  /** Pictures that the deck had not before. */
  pictures: readonly AssetRequest[]
}

/**
 * The deck after an edit inside one slide, of which only that slide is read; all else is as it was, even where it hangs on
 * the slide: the deck's language, its title. Null where the edit is another one, or the slide needs what was never loaded.
 */
export function applySlideEdit(bytes: Uint8Array, before: DeckSnapshot): EditedDeck | null {
  const { source, deck, localDeck: local } = before
  const edit = findSlideEdit(source.bytes, bytes, source.slides)
  const slide = edit && parseSlideAlone(edit, source)
  if (!slide) return null
  const missing = missingAssets(slide, before)
  if (!missing?.every(({ kind }) => kind === 'image')) return null
  const alone = localize({ ...deck, slides: [slide] }, local.lang).deck.slides
  const snapshot: DeckSnapshot = {
    ...before,
    requestedAssets:
      missing.length === 0 ? before.requestedAssets : new Set([...before.requestedAssets, ...missing.map(assetKey)]),
    source: { ...source, bytes, slides: shiftRanges(source.slides, edit) },
    deck: { ...deck, slides: deck.slides.with(edit.index, slide) },
    localDeck: { ...local, slides: local.slides.with(edit.index, alone[0]!) },
  }
  return { index: edit.index, snapshot, pictures: missing }
}

/** Reads a deck of this one slide: what is repaired and left out in it is what would be in the whole deck. */
function parseSlideAlone({ text }: SlideEdit, { head, tail }: SnapshotSource): Slide | null {
  const { root, diagnostics } = parseAndValidateText(head + text + tail)
  if (!root || hasErrors(diagnostics)) return null
  const { slides } = toDeck(root)
  return slides.length === 1 ? slides[0]! : null
}

/** What an edit of a deck's file can start from. `slides` are the ranges of the slides in `text`. */
export function snapshotSource(
  { encoding, text }: Decoded,
  bytes: Uint8Array,
  slides: readonly Range[],
): SnapshotSource {
  const whole = text ?? ''
  const [first, last] = [slides[0], slides.at(-1)]
  const isCounted = encoding === 'utf-8' && first !== undefined
  return {
    bytes,
    slides: isCounted ? toByteRanges(whole, slides, bytes.length - Buffer.byteLength(whole)) : [],
    head: whole.slice(0, first?.start),
    tail: whole.slice(last?.end),
  }
}

/** The files that a slide names and that were never looked for; null where it needs more than files. */
function missingAssets(
  slide: Slide,
  { requestedAssets: requested, resources, deck }: DeckSnapshot,
): AssetRequest[] | null {
  const types = slide.blocks.map(({ type }) => blockType(type))
  if (types.some(({ type, engine }) => engine && !resources.engines.has(type))) return null
  return assetRequestsOf({ ...deck, slides: [slide] }).filter((request) => !requested.has(assetKey(request)))
}

/** The files that were asked for. */
export const assetKeys = (requests: readonly AssetRequest[]): ReadonlySet<string> => new Set(requests.map(assetKey))

const assetKey = ({ kind, path }: AssetRequest) => `${kind} ${path}`
