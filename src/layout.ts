import { colorsOf } from './layout/colors.ts'
import { addFooters, frameOf } from './layout/frame.ts'
import { relink } from './layout/links.ts'
import type { AssetOf, LayoutMemo } from './layout/memo.ts'
import { type Draft, draftSlide, placeSlide, positionOf, type SetSlide } from './layout/slide.ts'
import type { Assets } from './model/asset.ts'
import type { Engines } from './model/block.ts'
import type { LocalDeck } from './model/deck.ts'
import type { Found } from './model/diagnostic.ts'
import type { Fitter } from './model/fitted.ts'
import type { LaidOutDeck, Page } from './model/laid-out.ts'
import type { Theme } from './model/theme.ts'

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
): { laidOut: LaidOutDeck; found: Found[] } {
  const aspect = theme.aspects[deck.aspect] ? deck.aspect : '16:9'
  const { stage, layouts } = theme.aspects[aspect]!
  const asset: AssetOf = (path) => assets.get(path) ?? null
  const logo = deck.logo.path ? asset(deck.logo.path) : null
  const { colors, found: colored } = colorsOf(deck, theme)
  const found: Found[] = aspect === deck.aspect ? colored : [missingAspect(deck, theme), ...colored]
  memo?.begin({ deck, theme, aspect, colors, logo, fitter, asset, engines })

  const drafts = deck.slides.map((slide, i) => {
    const at = positionOf(i, deck.slides.length)
    const make = (seen: AssetOf) => draftSlide(slide, i, at, seen, layouts)
    return memo ? memo.draft(slide, i, at, make) : make(asset)
  })
  const pages: Page[] = []
  const sections = ordinals(drafts)
  let start = 0
  for (const draft of drafts) {
    if (draft.index === deck.start) start = pages.length
    const section = sections.get(draft) ?? null
    const make = (seen: AssetOf): SetSlide => {
      const framed: Found[] = []
      const report = (one: Found) => framed.push(one)
      const frame = frameOf(deck, logo?.kind === 'image' ? logo : null, section, { fitter, theme, report })
      const { fit } = draft.slide
      const heading = draft.at.first ? 1 : 2
      const place = { fitter, theme, colors, asset: seen, fit, heading, lang: deck.lang, engines } as const
      return { ...placeSlide(draft, deck.lang, { layouts, frame, place, memo: new Map() }), framed }
    }
    const placed = memo ? memo.set(draft, section, make) : make(asset)
    pages.push(...placed.pages)
    found.push(...placed.framed, ...placed.found)
  }
  addFooters(pages, deck, layouts, { fitter, theme }, memo?.footers)
  relink(pages)
  return { laidOut: { ...facts(deck, theme, assets), colors, aspect, stage, pages, start }, found }
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

/** Sections count from 1, where there are several. */
function ordinals(drafts: readonly Draft[]): Map<Draft, number> {
  const sections = drafts.filter(({ variant }) => variant === 'section')
  return new Map(sections.length > 1 ? sections.map((draft, i) => [draft, i + 1]) : [])
}

function missingAspect(deck: LocalDeck, theme: Theme): Found {
  const range = { start: 0, end: 0 }
  return { code: 'aspect-missing', aspect: deck.aspect, theme: theme.id, severity: 'warning', range }
}
