import type { Asset } from '../model/asset.ts'
import type { BlockEngine } from '../model/block-type.ts'
import type { LocalizedSlide } from '../model/deck.ts'
import type { Range } from '../model/source.ts'
import type { Position } from './choose-layout.ts'
import type { AssetLookup, LayoutContext } from './layout-context.ts'
import type { PlacedSlide, SlideDraft } from './layout-slide.ts'
import { emptyFooterCache, type FooterCache } from './page-footers.ts'

/** The results for one slide content, by the position of the slide. `from` is the slide's start in the source. */
interface SlideMemo {
  assets: Map<string, Asset | null>
  engines: ReadonlyMap<string, BlockEngine | undefined>
  drafts: Map<string, { draft: SlideDraft; from: number }>
  placed: Map<string, PlacedSlide>
  /** The last run that used this entry: two equal slides have an entry each. */
  run: number
}

/**
 * Keeps the layout of slides for a deck that is laid out again after each edit. A layout is reused if everything it
 * depends on is unchanged: the content of the slide, its position, its files, and the resources of the deck.
 */
export class LayoutMemo {
  footers: FooterCache = emptyFooterCache()
  #context: LayoutContext | null = null
  #contextKey = ''
  #footerKey = ''
  #run = 0
  #entries = new Map<string, SlideMemo[]>()
  #before = new Map<string, SlideMemo[]>()
  readonly #origins = new WeakMap<SlideDraft, { entry: SlideMemo; key: string; from: number }>()

  /** Starts a run over all slides of a deck. Entries that the previous run did not use are dropped. */
  begin(context: LayoutContext): void {
    const footerKey = footerKeyOf(context)
    const same = this.#matches(context)
    if (!same || footerKey !== this.#footerKey) this.footers = emptyFooterCache()
    this.#before = same ? this.#entries : new Map()
    this.#entries = new Map()
    this.#context = context
    this.#contextKey = contextKeyOf(context)
    this.#footerKey = footerKey
    this.#run++
  }

  /** Continues the last run with one more slide. Returns false if that run used other resources. */
  resume(context: LayoutContext): boolean {
    if (!this.#matches(context) || footerKeyOf(context) !== this.#footerKey) return false
    this.#context = context
    return true
  }

  /**
   * Returns a memo that knows what this one knows. What is laid out with it leaves no trace here, such as a slide that is
   * being written.
   */
  fork(): LayoutMemo {
    const fork = new LayoutMemo()
    fork.footers = { ...this.footers }
    fork.#context = this.#context
    fork.#contextKey = this.#contextKey
    fork.#footerKey = this.#footerKey
    fork.#run = this.#run + 1
    fork.#before = this.#copyOfEntries()
    return fork
  }

  #copyOfEntries(): Map<string, SlideMemo[]> {
    const copy = (one: SlideMemo): SlideMemo => ({
      ...one,
      assets: new Map(one.assets),
      drafts: new Map(one.drafts),
      placed: new Map(one.placed),
    })
    return new Map([...this.#entries].map(([key, entries]) => [key, entries.map(copy)]))
  }

  #matches(context: LayoutContext): boolean {
    const same = (['theme', 'fitter', 'logo'] as const).every((name) => this.#context?.[name] === context[name])
    return same && contextKeyOf(context) === this.#contextKey
  }

  /** Returns the draft of a slide. `make` creates it if needed, and must look up files with its argument. */
  draft(slide: LocalizedSlide, index: number, at: Position, make: (asset: AssetLookup) => SlideDraft): SlideDraft {
    const entry = this.#entryOf(slide)
    const key = `${at.first} ${at.last}`
    const known = entry.drafts.get(key) ?? { draft: make(this.#recordingLookup(entry)), from: slide.range.start }
    entry.drafts.set(key, known)
    const draft = { ...known.draft, slide, index }
    this.#origins.set(draft, { entry, key, from: known.from })
    return draft
  }

  /** Returns the pages of a draft. The caller may add boxes to them. */
  place(draft: SlideDraft, section: number | null, make: (asset: AssetLookup) => PlacedSlide): PlacedSlide {
    const { entry, key, from } = this.#origins.get(draft)!
    const placementKey = `${key} ${section}`
    const known = entry.placed.get(placementKey) ?? make(this.#recordingLookup(entry))
    entry.placed.set(placementKey, known)
    const { slide, index } = draft
    const by = slide.range.start - from
    return {
      pages: known.pages.map((page) => ({ ...page, slide: index, boxes: [...page.boxes] })),
      diagnostics:
        by === 0 ? known.diagnostics : known.diagnostics.map((one) => ({ ...one, range: shifted(one.range, by) })),
      frameDiagnostics: known.frameDiagnostics.map((one) => ({ ...one, range: this.#context!.deck.logo.range })),
    }
  }

  #entryOf(slide: LocalizedSlide): SlideMemo {
    const key = slideKey(slide)
    const isFree = (one: SlideMemo) => one.run !== this.#run && this.#isCurrent(one)
    const entry = this.#before.get(key)?.find(isFree) ?? this.#newEntry(slide)
    entry.run = this.#run
    const alike = this.#entries.get(key)
    if (alike) alike.push(entry)
    else this.#entries.set(key, [entry])
    return entry
  }

  #newEntry({ blocks }: LocalizedSlide): SlideMemo {
    const { engines } = this.#context!
    const own = new Map(blocks.map(({ type }) => [type, engines.get(type)]))
    return { assets: new Map(), engines: own, drafts: new Map(), placed: new Map(), run: 0 }
  }

  /** Whether the files and engines of a slide are unchanged. */
  #isCurrent({ assets, engines }: SlideMemo): boolean {
    const { lookup: asset, engines: now } = this.#context!
    for (const [path, before] of assets) if (!sameAsset(before, asset(path))) return false
    for (const [type, before] of engines) if (now.get(type) !== before) return false
    return true
  }

  /** Looks up files and records them for the slide. */
  #recordingLookup({ assets }: SlideMemo): AssetLookup {
    const { lookup: asset } = this.#context!
    return (path) => {
      const found = asset(path)
      assets.set(path, found)
      return found
    }
  }
}

/** Everything that all slides and footers of a deck depend on, as a string. */
function contextKeyOf({ deck, aspect, colors }: LayoutContext): string {
  const { author, event, date, lang, logo, steps } = deck
  return JSON.stringify([lang, steps, aspect, colors, logo.path, logo.title, author, event, date])
}

const footerKeyOf = ({ deck }: LayoutContext): string => JSON.stringify([deck.title, deck.logo.title, deck.lang])

/**
 * The content of a slide as a string, independent of its position in the file. Each text is preceded by its length,
 * which separates texts as reliably as escaping and takes a tenth of the time.
 */
const slideKey = (slide: LocalizedSlide): string => serialize(slide, slide.range.start)

function serialize(value: unknown, from: number): string {
  if (typeof value === 'string') return `${value.length}:${value}`
  if (typeof value !== 'object' || value === null) return String(value)
  if (Array.isArray(value)) return `[${value.map((item) => serialize(item, from)).join()}]`
  let text = '{'
  for (const [name, own] of Object.entries(value)) {
    if (name === 'range' && own) text += `${own.start - from}-${own.end - from}`
    else text += `${name}=${serialize(own, from)};`
  }
  return `${text}}`
}

/** Pictures are compared by identity; a sidecar file is a new object on each load. */
const sameAsset = (a: Asset | null, b: Asset | null): boolean =>
  a === b || (a?.kind === 'file' && b?.kind === 'file' && JSON.stringify(a) === JSON.stringify(b))

const shifted = ({ start, end }: Range, by: number): Range => ({ start: start + by, end: end + by })
