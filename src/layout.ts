import { colorsOf } from './layout/colors.ts'
import { addFooters, frameOf } from './layout/frame.ts'
import { relink } from './layout/links.ts'
import { type Draft, draftSlide, placeSlide } from './layout/slide.ts'
import type { Assets } from './model/asset.ts'
import type { Engines } from './model/block.ts'
import type { LocalDeck } from './model/deck.ts'
import type { Found } from './model/diagnostic.ts'
import type { Fitter } from './model/fitted.ts'
import type { LaidOutDeck, Page } from './model/laid-out.ts'
import type { Theme } from './model/theme.ts'

/**
 * Sets a deck: pages, boxes, lines, the same for every output. Every text of the deck is on its pages, whole.
 * Errors: a theme without the layout `text` or the style `body` throws; its schema forbids that.
 */
export function layout(
  deck: LocalDeck,
  theme: Theme,
  assets: Assets,
  fitter: Fitter,
  engines: Engines = new Map(),
): { laidOut: LaidOutDeck; found: Found[] } {
  const aspect = theme.aspects[deck.aspect] ? deck.aspect : '16:9'
  const { stage, layouts } = theme.aspects[aspect]!
  const asset = (path: string) => assets.get(path) ?? null
  const drafts = deck.slides.map((slide, i) => draftSlide(slide, i, deck.slides.length, asset, layouts))

  const { colors, found: colored } = colorsOf(deck, theme)
  const found: Found[] = aspect === deck.aspect ? colored : [missingAspect(deck, theme), ...colored]
  const pages: Page[] = []
  const report = (one: Found) => found.push(one)
  const sections = ordinals(drafts)
  const logo = deck.logo.path ? asset(deck.logo.path) : null
  let start = 0
  for (const draft of drafts) {
    if (draft.index === deck.start) start = pages.length
    const section = sections.get(draft) ?? null
    const placed = placeSlide(draft, deck.lang, {
      layouts,
      frame: frameOf(deck, logo?.kind === 'image' ? logo : null, section, { fitter, theme, report }),
      place: {
        fitter,
        theme,
        colors,
        asset,
        fit: draft.slide.fit,
        heading: draft.at.first ? 1 : 2,
        lang: deck.lang,
        engines,
      },
      memo: new Map(),
    })
    pages.push(...placed.pages)
    found.push(...placed.found)
  }
  addFooters(pages, deck, layouts, { fitter, theme })
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
