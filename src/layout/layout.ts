import type { Assets } from '../model/asset.ts'
import type { Engines } from '../model/block.ts'
import type { LocalDeck } from '../model/deck.ts'
import type { Found } from '../model/diagnostic.ts'
import type { Fitter } from '../model/fitted.ts'
import type { LaidOutDeck, Page } from '../model/laid-out.ts'
import type { LayoutVariant, Theme } from '../model/theme.ts'
import { colorsOf } from './colors.ts'
import { addFooters, frameOf } from './frame.ts'
import type { AssetOf, House } from './house.ts'
import { relink } from './links.ts'
import type { LayoutMemo } from './memo.ts'
import { type Draft, draftSlide, placeSlide, positionOf, type SetSlide } from './slide.ts'

/** A deck on its pages, and what there is to say of it. */
export interface Laid {
  laidOut: LaidOutDeck
  found: Found[]
  /** The layout of each slide. */
  variants: readonly LayoutVariant[]
  /** The number that each slide shows as a section, or null. */
  sections: readonly (number | null)[]
}

/**
 * Sets a deck: pages, boxes, lines, the same for every output. Every text of the deck is on its pages, whole.
 * With a `memo`, slides that were set before are not set again.
 * Errors: a theme without the layout `text` or the style `body` throws; its schema forbids that.
 */
export function layout(
  deck: LocalDeck,
  theme: Theme,
  assets: Assets,
  fitter: Fitter,
  engines: Engines = new Map(),
  memo: LayoutMemo | null = null,
): Laid {
  const { house, found: colored } = furnish(deck, theme, assets, fitter, engines)
  memo?.begin(house)
  const drafts = deck.slides.map((_, index) => draftOf(house, index, memo))
  const variants = drafts.map(({ variant }) => variant)
  const sections = ordinals(variants, deck)
  const pages: Page[] = []
  const found: Found[] = [...colored]
  let start = 0
  for (const draft of drafts) {
    if (draft.index === deck.start) start = pages.length
    const placed = setOf(house, draft, sections[draft.index]!, memo)
    pages.push(...placed.pages)
    found.push(...placed.framed, ...placed.found)
  }
  addFooters(pages, house, memo?.footers)
  relink(pages)
  const { colors, aspect, stage } = house
  return { laidOut: { ...facts(deck, theme, assets), colors, aspect, stage, pages, start }, found, variants, sections }
}

/**
 * Sets one slide of a deck that was set `before` and differs in this slide alone. The pages of the others are as they were,
 * even where they tell how many pages there are. Null where other slides hang on what has changed.
 */
export function layoutSlide(
  { laidOut: before, variants: known, sections: counted }: Laid,
  index: number,
  deck: LocalDeck,
  theme: Theme,
  assets: Assets,
  fitter: Fitter,
  engines: Engines,
  memo: LayoutMemo,
): Laid | null {
  const { house } = furnish(deck, theme, assets, fitter, engines)
  if (!memo.resume(house)) return null
  const draft = draftOf(house, index, memo)
  const variants = known.with(index, draft.variant)
  const sections = ordinals(variants, deck)
  if (sections.some((ordinal, i) => i !== index && ordinal !== counted[i])) return null

  const placed = setOf(house, draft, sections[index]!, memo)
  const first = before.pages.findIndex(({ slide }) => slide === index)
  const rest = before.pages.slice(first).filter(({ slide }) => slide !== index)
  const pages = [...before.pages.slice(0, first), ...placed.pages, ...rest]
  const own = { from: first, to: first + placed.pages.length }
  addFooters(pages, house, memo.footers, own)
  relink(pages, own)
  const start = pages.findIndex(({ slide }) => slide === deck.start)
  const laidOut = { ...before, ...facts(deck, theme, assets), pages, start: Math.max(0, start) }
  return { laidOut, found: [...placed.framed, ...placed.found], variants, sections }
}

/** What all slides of a deck are set with. */
function furnish(deck: LocalDeck, theme: Theme, assets: Assets, fitter: Fitter, engines: Engines) {
  const aspect = theme.aspects[deck.aspect] ? deck.aspect : '16:9'
  const asset: AssetOf = (path) => assets.get(path) ?? null
  const { colors, found } = colorsOf(deck, theme)
  const logo = deck.logo.path ? asset(deck.logo.path) : null
  const { stage, layouts } = theme.aspects[aspect]!
  const house: House = { deck, theme, aspect, stage, layouts, colors, logo, fitter, asset, engines }
  return { house, found: aspect === deck.aspect ? found : [missingAspect(deck, theme), ...found] }
}

function draftOf({ deck, layouts, asset }: House, index: number, memo: LayoutMemo | null): Draft {
  const slide = deck.slides[index]!
  const at = positionOf(index, deck.slides.length)
  const make = (seen: AssetOf) => draftSlide(slide, index, at, seen, layouts)
  return memo ? memo.draft(slide, index, at, make) : make(asset)
}

function setOf(house: House, draft: Draft, section: number | null, memo: LayoutMemo | null): SetSlide {
  const { deck, theme, layouts, colors, logo, fitter, engines } = house
  const make = (asset: AssetOf): SetSlide => {
    const framed: Found[] = []
    const report = (one: Found) => framed.push(one)
    const frame = frameOf(deck, logo?.kind === 'image' ? logo : null, section, { fitter, theme, report })
    const { fit, background } = draft.slide
    const heading = draft.at.first ? 1 : 2
    const own = background?.value ?? null
    const place = { fitter, theme, colors, asset, fit, heading, lang: deck.lang, engines, background: own } as const
    return { ...placeSlide(draft, deck.lang, { layouts, frame, place, memo: new Map() }), framed }
  }
  return memo ? memo.set(draft, section, make) : make(house.asset)
}

/**
 * Sections count from 1, where there are several; null for all other slides. A slide that looks like one because it has
 * nothing but a title ("Questions?") is none.
 */
function ordinals(variants: readonly LayoutVariant[], { slides }: LocalDeck): (number | null)[] {
  const counts = variants.map((variant, i) => variant === 'section' && slides[i]!.layout === 'section')
  const several = counts.filter(Boolean).length > 1
  let last = 0
  return counts.map((counted) => (several && counted ? ++last : null))
}

function facts(deck: LocalDeck, theme: Theme, assets: Assets) {
  return {
    title: deck.title?.text ?? '',
    lang: deck.lang,
    theme,
    logoTitle: deck.logo.title,
    logo: deck.logo.path,
    author: deck.author?.text ?? null,
    event: deck.event?.text ?? null,
    date: deck.date?.text ?? null,
    minutes: deck.minutes,
    assets,
  }
}

function missingAspect(deck: LocalDeck, theme: Theme): Found {
  const range = { start: 0, end: 0 }
  return { code: 'aspect-missing', aspect: deck.aspect, theme: theme.id, severity: 'warning', range }
}
