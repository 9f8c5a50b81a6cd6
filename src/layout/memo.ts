import type { Asset } from '../model/asset.ts'
import type { Engine, Engines } from '../model/block.ts'
import type { LocalDeck, LocalSlide } from '../model/deck.ts'
import type { Fitter } from '../model/fitted.ts'
import type { LaidOutDeck } from '../model/laid-out.ts'
import type { Range } from '../model/source.ts'
import type { Theme } from '../model/theme.ts'
import type { Position } from './choose.ts'
import { type Footers, noFooters } from './frame.ts'
import type { Draft, SetSlide } from './slide.ts'

export type AssetOf = (path: string) => Asset | null

/** What every slide of a deck is set with. */
interface House {
  deck: LocalDeck
  theme: Theme
  aspect: LaidOutDeck['aspect']
  colors: LaidOutDeck['colors']
  logo: Asset | null
  fitter: Fitter
  asset: AssetOf
  engines: Engines
}

/** A slide, by all that it says, and what became of it in each position. `from` is where it stood in the source. */
interface Entry {
  key: string
  assets: Map<string, Asset | null>
  engines: ReadonlyMap<string, Engine | undefined>
  drafts: Map<string, { draft: Draft; from: number }>
  placed: Map<string, SetSlide>
  /** The last run that used it: two slides that say the same have an entry each. */
  run: number
}

/**
 * Slides as they were set before, for a deck that is set again and again while it is written. A slide is taken from here
 * where all that it depends on is the same: what it says, its position, its files, and what the whole deck is set with.
 */
export class LayoutMemo {
  footers: Footers = noFooters()
  #house: House | null = null
  #context = ''
  #said = ''
  #run = 0
  #slides = new WeakMap<LocalSlide, Entry>()
  #entries = new Map<string, Entry[]>()
  #before = new Map<string, Entry[]>()
  readonly #origin = new WeakMap<Draft, { entry: Entry; key: string; from: number }>()

  /** Begins a run over all slides of a deck. Only what the run before used is kept. */
  begin(house: House): void {
    const { deck, aspect, colors } = house
    const { author, event, date, lang } = deck
    const context = JSON.stringify([lang, aspect, colors, deck.logo.path, deck.logo.title, author, event, date])
    const same = (['theme', 'fitter', 'logo'] as const).every((name) => this.#house?.[name] === house[name])
    const said = JSON.stringify([deck.title, deck.logo.title, lang])
    if (!same || context !== this.#context) {
      this.#slides = new WeakMap()
      this.#entries = new Map()
    }
    if (!same || context !== this.#context || said !== this.#said) this.footers = noFooters()
    this.#before = this.#entries
    this.#entries = new Map()
    this.#house = house
    this.#context = context
    this.#said = said
    this.#run++
  }

  /** The layout of a slide; `make` chooses it, and asks for files by what it is given. */
  draft(slide: LocalSlide, index: number, at: Position, make: (asset: AssetOf) => Draft): Draft {
    const entry = this.#entryOf(slide)
    const key = `${at.first} ${at.last}`
    const known = entry.drafts.get(key) ?? { draft: make(this.#recorded(entry)), from: slide.range.start }
    entry.drafts.set(key, known)
    const draft = { ...known.draft, slide, index }
    this.#origin.set(draft, { entry, key, from: known.from })
    return draft
  }

  /** The pages of a slide whose layout was chosen by `draft`; the caller may add to them. */
  set(draft: Draft, section: number | null, make: (asset: AssetOf) => SetSlide): SetSlide {
    const { entry, key, from } = this.#origin.get(draft)!
    const place = `${key} ${section}`
    const known = entry.placed.get(place) ?? make(this.#recorded(entry))
    entry.placed.set(place, known)
    const { slide, index } = draft
    const by = slide.range.start - from
    return {
      pages: known.pages.map((page) => ({ ...page, slide: index, boxes: [...page.boxes] })),
      found: by === 0 ? known.found : known.found.map((one) => ({ ...one, range: shifted(one.range, by) })),
      framed: known.framed.map((one) => ({ ...one, range: this.#house!.deck.logo.range })),
    }
  }

  #entryOf(slide: LocalSlide): Entry {
    const seen = this.#slides.get(slide)
    const key = seen?.key ?? keyOf(slide)
    const candidates = seen ? [seen] : (this.#before.get(key) ?? [])
    const entry = candidates.find((one) => one.run !== this.#run && this.#holds(one)) ?? this.#newEntry(slide, key)
    entry.run = this.#run
    this.#slides.set(slide, entry)
    const alike = this.#entries.get(key)
    if (alike) alike.push(entry)
    else this.#entries.set(key, [entry])
    return entry
  }

  #newEntry({ blocks }: LocalSlide, key: string): Entry {
    const { engines } = this.#house!
    const own = new Map(blocks.map(({ type }) => [type, engines.get(type)]))
    return { key, assets: new Map(), engines: own, drafts: new Map(), placed: new Map(), run: 0 }
  }

  /** Whether the files and engines of a slide are what they were. */
  #holds({ assets, engines }: Entry): boolean {
    const { asset, engines: now } = this.#house!
    for (const [path, before] of assets) if (!sameAsset(before, asset(path))) return false
    for (const [type, before] of engines) if (now.get(type) !== before) return false
    return true
  }

  /** Files as they are asked for, noted for the slide. */
  #recorded({ assets }: Entry): AssetOf {
    const { asset } = this.#house!
    return (path) => {
      const found = asset(path)
      assets.set(path, found)
      return found
    }
  }
}

/** What a slide says and where its parts stand in it, wherever in the file it stands itself. */
function keyOf(slide: LocalSlide): string {
  const from = slide.range.start
  return JSON.stringify(slide, (name, value) =>
    name === 'range' && value ? [value.start - from, value.end - from] : value,
  )
}

/** Pictures are kept while their file is the same; a file beside the page is a new record each time. */
const sameAsset = (a: Asset | null, b: Asset | null): boolean =>
  a === b || (a?.kind === 'file' && b?.kind === 'file' && JSON.stringify(a) === JSON.stringify(b))

const shifted = ({ start, end }: Range, by: number): Range => ({ start: start + by, end: end + by })
