import type { Asset } from '../model/asset.ts'
import type { Engine } from '../model/block.ts'
import type { LocalSlide } from '../model/deck.ts'
import type { Range } from '../model/source.ts'
import type { Position } from './choose.ts'
import { type Footers, noFooters } from './frame.ts'
import type { AssetOf, House } from './house.ts'
import type { Draft, SetSlide } from './slide.ts'

/** A slide, by all that it says, and what became of it in each position. `from` is where it stood in the source. */
interface Entry {
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
  #entries = new Map<string, Entry[]>()
  #before = new Map<string, Entry[]>()
  readonly #origin = new WeakMap<Draft, { entry: Entry; key: string; from: number }>()

  /** Begins a run over all slides of a deck. Only what the run before used is kept. */
  begin(house: House): void {
    const said = saidOf(house)
    const same = this.#isFor(house)
    if (!same || said !== this.#said) this.footers = noFooters()
    this.#before = same ? this.#entries : new Map()
    this.#entries = new Map()
    this.#house = house
    this.#context = contextOf(house)
    this.#said = said
    this.#run++
  }

  /** Goes on with the last run, for a slide more. False where that was over a deck that is set with something else. */
  resume(house: House): boolean {
    if (!this.#isFor(house) || saidOf(house) !== this.#said) return false
    this.#house = house
    return true
  }

  #isFor(house: House): boolean {
    const same = (['theme', 'fitter', 'logo'] as const).every((name) => this.#house?.[name] === house[name])
    return same && contextOf(house) === this.#context
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
    const key = keyOf(slide)
    const isFree = (one: Entry) => one.run !== this.#run && this.#holds(one)
    const entry = this.#before.get(key)?.find(isFree) ?? this.#newEntry(slide)
    entry.run = this.#run
    const alike = this.#entries.get(key)
    if (alike) alike.push(entry)
    else this.#entries.set(key, [entry])
    return entry
  }

  #newEntry({ blocks }: LocalSlide): Entry {
    const { engines } = this.#house!
    const own = new Map(blocks.map(({ type }) => [type, engines.get(type)]))
    return { assets: new Map(), engines: own, drafts: new Map(), placed: new Map(), run: 0 }
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

/** All that every slide of a deck is set with, and all that its footers say. */
function contextOf({ deck, aspect, colors }: House): string {
  const { author, event, date, lang, logo } = deck
  return JSON.stringify([lang, aspect, colors, logo.path, logo.title, author, event, date])
}

const saidOf = ({ deck }: House): string => JSON.stringify([deck.title, deck.logo.title, deck.lang])

/**
 * What a slide says and where its parts stand in it, wherever in the file it stands itself. Texts are led by their length:
 * that keeps two slides apart as well as quotation marks would, and takes a tenth of the time.
 */
const keyOf = (slide: LocalSlide): string => written(slide, slide.range.start)

function written(value: unknown, from: number): string {
  if (typeof value === 'string') return `${value.length}:${value}`
  if (typeof value !== 'object' || value === null) return String(value)
  if (Array.isArray(value)) return `[${value.map((item) => written(item, from)).join()}]`
  let text = '{'
  for (const [name, own] of Object.entries(value)) {
    if (name === 'range' && own) text += `${own.start - from}-${own.end - from}`
    else text += `${name}=${written(own, from)};`
  }
  return `${text}}`
}

/** Pictures are kept while their file is the same; a file beside the page is a new record each time. */
const sameAsset = (a: Asset | null, b: Asset | null): boolean =>
  a === b || (a?.kind === 'file' && b?.kind === 'file' && JSON.stringify(a) === JSON.stringify(b))

const shifted = ({ start, end }: Range, by: number): Range => ({ start: start + by, end: end + by })
