import { blockType } from '../blocks/registry.ts'
import { type Edition, type PipelineResult, readSource } from '../build.ts'
import { assetRequestsOf } from '../deck/deck-resources.ts'
import { localize } from '../deck/localize.ts'
import { charactersOf } from '../fonts/characters.ts'
import type { AssetRequest } from '../model/asset.ts'
import type { Deck, Slide } from '../model/deck.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { findSlideEdit, shiftRanges, toByteRanges } from './find-slide-edit.ts'
import type { LiveResources } from './live-resources.ts'
import type { DeckSnapshot, SnapshotSource } from './snapshot.ts'

/** A deck after an edit inside one slide. */
export interface EditedDeck {
  index: number
  /** The slide is read but not laid out: the layouts and states of the editions are those of before. */
  snapshot: DeckSnapshot
  /** Images that the deck did not have before. */
  newImages: readonly AssetRequest[]
}

/**
 * Applies an edit inside one slide and reads only that slide. Everything else stays as it was, even if it depends on the
 * slide, such as the deck's title or language. Returns null if the edit is not inside one slide, or if the slide needs
 * more than new images.
 */
export function applySlideEdit(bytes: Uint8Array, before: DeckSnapshot): EditedDeck | null {
  const { source, deck, editions, requestedAssets } = before
  const edit = findSlideEdit(source.bytes, bytes, source.slides)
  const slide = edit && readSlideAlone(edit.text, source).slide
  if (!slide || needsEngine(slide, before)) return null
  const newAssets = newAssetsOf(slide, before)
  if (!newAssets.every(({ kind }) => kind === 'image')) return null
  const snapshot: DeckSnapshot = {
    ...before,
    requestedAssets: newAssets.length === 0 ? requestedAssets : new Set([...requestedAssets, ...assetKeys(newAssets)]),
    source: { ...source, bytes, slides: shiftRanges(source.slides, edit) },
    deck: { ...deck, slides: deck.slides.with(edit.index, slide) },
    editions: editions.map((shown) => ({ ...shown, edition: withSlide(shown.edition, edit.index, deck, slide) })),
  }
  return { index: edit.index, snapshot, newImages: newAssets }
}

/** An edition with another slide. */
function withSlide(edition: Edition<LiveResources>, index: number, deck: Deck, slide: Slide): Edition<LiveResources> {
  const [localized] = localize({ ...deck, slides: [slide] }, edition.lang, {
    bySlide: edition.tag !== edition.lang,
  }).deck.slides
  return { ...edition, localized: { ...edition.localized, slides: edition.localized.slides.with(index, localized!) } }
}

/**
 * Reads a slide as the only one of the deck, so that it is repaired and checked as in the whole deck.
 * Units: the offsets of the diagnostics are those of the text that `head` begins.
 */
export function readSlideAlone(
  text: string,
  { head, tail }: SnapshotSource,
): { slide: Slide | null; diagnostics: readonly Diagnostic[]; characters: ReadonlySet<string> } {
  const steps = readSource(head + text + tail)
  let step = steps.next()
  while (!step.done) step = steps.next()
  const { deck, root, diagnostics } = step.value
  const slides = deck?.slides ?? []
  const characters = root ? charactersOf(root) : new Set<string>()
  return { slide: slides.length === 1 ? slides[0]! : null, diagnostics, characters }
}

/** Whether a slide has a block whose engine is not loaded. */
export const needsEngine = (slide: Slide, { resources }: DeckSnapshot): boolean =>
  slide.blocks.some(({ type }) => blockType(type).engine && !resources.engines.has(type))

/** The part of a snapshot that describes the file. */
export function snapshotSource(
  { encoding, text, slideRanges }: Pick<PipelineResult, 'encoding' | 'text' | 'slideRanges'>,
  bytes: Uint8Array,
): SnapshotSource {
  const offset = bytes.length - Buffer.byteLength(text)
  const around = { head: text.slice(0, slideRanges[0]?.start), tail: text.slice(slideRanges.at(-1)?.end) }
  // Slides that stand on lines of their own, without a deck around them.
  const isBare = around.head.trim() === '' && around.tail.trim() === ''
  return {
    bytes,
    slides: encoding === 'utf-8' ? toByteRanges(text, slideRanges, offset) : [],
    ...(isBare ? { head: '{ "content": [', tail: '] }' } : around),
  }
}

/** The assets of a slide that the deck has not looked for. */
export const newAssetsOf = (slide: Slide, { deck, requestedAssets }: DeckSnapshot): AssetRequest[] =>
  assetRequestsOf({ ...deck, slides: [slide] }).filter((one) => !requestedAssets.has(assetKey(one)))

/** The keys of asset requests, for `requestedAssets`. */
export const assetKeys = (requests: readonly AssetRequest[]): ReadonlySet<string> => new Set(requests.map(assetKey))

const assetKey = ({ kind, path }: AssetRequest) => `${kind} ${path}`
