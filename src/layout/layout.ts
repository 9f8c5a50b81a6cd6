import type { Latin } from '../latin/latin.ts'
import type { Assets } from '../model/asset.ts'
import type { BlockEngines } from '../model/block-type.ts'
import type { LocalizedDeck } from '../model/deck.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Fitter } from '../model/fitted.ts'
import type { LaidOutDeck, LaidOutPage } from '../model/laid-out.ts'
import type { LocalizedText } from '../model/lang.ts'
import { limits } from '../model/limits.ts'
import { plannedSlide, planTalk } from '../model/talk-plan.ts'
import type { LayoutVariant, Theme } from '../model/theme.ts'
import { parsePlainParagraphs, plainText } from '../typeset/parse-paragraphs.ts'
import { withoutMarkup } from '../typeset/without-markup.ts'
import { deckColors } from './deck-colors.ts'
import type { AssetLookup, LayoutContext } from './layout-context.ts'
import type { LayoutMemo } from './layout-memo.ts'
import { draftSlide, type PlacedSlide, placeSlide, positionOf, type SlideDraft } from './layout-slide.ts'
import { addFooters, footerText } from './page-footers.ts'
import { createPageFrame } from './page-frame.ts'
import { relink } from './slide-links.ts'

/** The resources that a deck is laid out with. */
export interface LayoutResources {
  theme: Theme
  assets: Assets
  fitter: Fitter
  engines: BlockEngines
  /** Present if Kazakh texts are in Latin letters, as the fitter sets them. */
  latin?: Latin | undefined
}

/** A deck with its pages, and the problems found. */
export interface LayoutResult {
  laidOut: LaidOutDeck
  diagnostics: Diagnostic[]
  /** The layout of each slide. */
  variants: readonly LayoutVariant[]
  /** The number that each slide shows as a section, or null. */
  sections: readonly (number | null)[]
}

/**
 * Lays out a deck: pages, boxes and lines, the same for every output. No text of the deck is left out.
 * With a `memo`, unchanged slides are not laid out again. `onSlide` is told how many slides are done.
 * Errors: throws if the theme lacks the layout `text` or the style `body`, which its schema forbids.
 */
export function layout(
  deck: LocalizedDeck,
  resources: LayoutResources,
  memo?: LayoutMemo,
  onSlide: (done: number) => void = () => {},
): LayoutResult {
  const { context, diagnostics: colored } = createLayoutContext(deck, resources)
  memo?.begin(context)
  const drafts = deck.slides.map((_, index) => draftOf(context, index, memo))
  const variants = drafts.map(({ variant }) => variant)
  const sections = sectionNumbers(variants, deck)
  const pages: LaidOutPage[] = []
  const diagnostics: Diagnostic[] = [...colored]
  let start = 0
  for (const draft of drafts) {
    if (draft.index === deck.start) start = pages.length
    const placed = placeDraft(context, draft, sections[draft.index]!, memo)
    for (const page of placed.pages) pages.push(page)
    diagnostics.push(...placed.frameDiagnostics, ...placed.diagnostics)
    onSlide(draft.index + 1)
    if (pages.length > limits.pages) {
      diagnostics.push(tooManyPages(pages, deck))
      break
    }
  }
  addFooters(pages, context, memo?.footers)
  relink(pages)
  const { colors, aspect, stage } = context
  return {
    laidOut: { ...deckFacts(deck, resources), colors, aspect, stage, pages, start },
    diagnostics,
    variants,
    sections,
  }
}

/**
 * Lays out one slide of a deck that differs from `before` in this slide only. The pages of other slides are reused,
 * even if their page numbers are outdated. Returns null if the change affects other slides, unless `isAlone` says that only
 * the pages of this one are wanted.
 */
export function layoutSlide(
  { laidOut: before, variants: known, sections: counted }: LayoutResult,
  index: number,
  deck: LocalizedDeck,
  resources: LayoutResources,
  memo: LayoutMemo,
  isAlone = false,
): LayoutResult | null {
  const { context } = createLayoutContext(deck, resources)
  const isResumed = memo.resume(context)
  if (!isResumed && !isAlone) return null
  if (!isResumed) memo.begin(context)
  const draft = draftOf(context, index, memo)
  const variants = known.with(index, draft.variant)
  const sections = sectionNumbers(variants, deck)
  if (!isAlone && sections.some((ordinal, i) => i !== index && ordinal !== counted[i])) return null

  const placed = placeDraft(context, draft, sections[index]!, memo)
  const first = before.pages.findIndex(({ slide }) => slide === index)
  const rest = before.pages.slice(first).filter(({ slide }) => slide !== index)
  const pages = [...before.pages.slice(0, first), ...placed.pages, ...rest]
  if (pages.length > limits.pages) return null
  // The footers of all pages depend on the layouts that are used.
  if (!isAlone && (footerText(pages, context, memo.footers)?.text ?? null) !== memo.footers.text) return null
  const own = { from: first, to: first + placed.pages.length }
  addFooters(pages, context, memo.footers, own)
  relink(pages, own)
  const start = pages.findIndex(({ slide }) => slide === deck.start)
  const laidOut = { ...before, ...deckFacts(deck, resources), pages, start: Math.max(0, start) }
  return { laidOut, diagnostics: [...placed.frameDiagnostics, ...placed.diagnostics], variants, sections }
}

/** Collects what all slides of a deck are laid out with. */
function createLayoutContext(deck: LocalizedDeck, { theme, assets, fitter, engines, latin }: LayoutResources) {
  const aspect = theme.aspects[deck.aspect] ? deck.aspect : '16:9'
  const lookup: AssetLookup = (path) => assets.get(path) ?? null
  const { colors, diagnostics } = deckColors(deck, theme)
  const logo = deck.logo.path ? lookup(deck.logo.path) : null
  const { stage, layouts } = theme.aspects[aspect]!
  const context: LayoutContext = { deck, theme, aspect, stage, layouts, colors, logo, fitter, latin, lookup, engines }
  return {
    context,
    diagnostics: aspect === deck.aspect ? diagnostics : [aspectDiagnostic(deck, theme), ...diagnostics],
  }
}

function draftOf(
  { deck, layouts, lookup, engines }: LayoutContext,
  index: number,
  memo: LayoutMemo | undefined,
): SlideDraft {
  const slide = deck.slides[index]!
  const at = positionOf(index, deck.slides.length)
  const make = (seen: AssetLookup) => draftSlide(slide, index, at, seen, layouts, { engines, lang: deck.lang })
  return memo ? memo.draft(slide, index, at, make) : make(lookup)
}

function placeDraft(
  context: LayoutContext,
  draft: SlideDraft,
  section: number | null,
  memo: LayoutMemo | undefined,
): PlacedSlide {
  const { deck, theme, stage, layouts, colors, logo, fitter, engines, latin } = context
  const make = (lookup: AssetLookup): PlacedSlide => {
    const frameDiagnostics: Diagnostic[] = []
    const report = (one: Diagnostic) => frameDiagnostics.push(one)
    const { fit, background } = draft.slide
    const headingLevel = draft.at.first ? 1 : 2
    const own = background?.value ?? null
    const shownLogo = logo?.kind === 'image' ? logo : null
    const frameContext = { fitter, theme, colors, background: own, report, latin: latin !== undefined }
    const frame = createPageFrame(deck, shownLogo, section, frameContext)
    const steps = stepsOf(draft, deck)
    const block = {
      fitter,
      theme,
      stage,
      colors,
      asset: lookup,
      fit,
      steps: steps !== undefined,
      title: titleOf(draft),
      headingLevel,
      lang: deck.lang,
      engines,
      background: own,
    } as const
    const placed = placeSlide(draft, deck.lang, { layouts, frame, block, memo: new Map() })
    const pages = steps ? placed.pages.map((page) => ({ ...page, steps })) : placed.pages
    return { ...placed, pages: latin ? latin.value(pages, deck.lang) : pages, frameDiagnostics }
  }
  return memo ? memo.place(draft, section, make) : make(context.lookup)
}

/**
 * Sections are numbered from 1 if there are several; other slides have null. A slide that only looks like a section,
 * because it has nothing but a title ("Questions?"), is not counted.
 */
function sectionNumbers(variants: readonly LayoutVariant[], { slides }: LocalizedDeck): (number | null)[] {
  const counts = variants.map((variant, i) => variant === 'section' && slides[i]!.layout === 'section')
  const several = counts.filter(Boolean).length > 1
  let last = 0
  return counts.map((counted) => (several && counted ? ++last : null))
}

function deckFacts(deck: LocalizedDeck, { theme, assets, latin }: LayoutResources) {
  const texts = {
    title: deck.title,
    logoTitle: deck.logo.title,
    author: deck.author,
    event: deck.event,
    date: deck.date,
  }
  const shown = latin ? latin.value(texts, deck.lang) : texts
  const plain = (text: LocalizedText | null) => text && withoutMarkup(text)
  const [title, logoTitle] = [plain(shown.title), plain(shown.logoTitle)]
  const transition = deck.transition ?? theme.transition ?? 'none'
  return {
    title: title?.text ?? '',
    lang: deck.lang,
    ...(latin && { latin: true }),
    theme,
    logoTitle,
    logo: deck.logo.path,
    author: plain(shown.author)?.text ?? null,
    event: plain(shown.event)?.text ?? null,
    date: plain(shown.date)?.text ?? null,
    ...plannedTimes(deck),
    ...(transition !== 'none' && { transition }),
    ...(deck.loop !== null && { loop: deck.loop }),
    assets,
  }
}

/** The planned length of the talk, which may follow from those of its slides, and their times. */
function plannedTimes({ slides, minutes }: LocalizedDeck): Pick<LaidOutDeck, 'minutes' | 'plan'> {
  const { plan } = planTalk(slides.map(plannedSlide), minutes)
  if (!plan) return { minutes }
  const sumSeconds = plan.seconds.reduce((sum, one) => sum + one, 0)
  return { minutes: minutes ?? (sumSeconds > 0 ? sumSeconds / 60 : null), plan }
}

/** Names the slide with the most pages of those that were laid out. */
function tooManyPages(pages: readonly LaidOutPage[], { slides }: LocalizedDeck): Diagnostic {
  const longest = pages.reduce((most, page) => (page.parts > most.parts ? page : most))
  const { start } = slides[longest.slide]!.range
  const facts = { longest: longest.slide + 1, pages: longest.parts, limit: limits.pages }
  return { code: 'pages-too-many', ...facts, severity: 'error', range: { start, end: start + 1 } }
}

function aspectDiagnostic(deck: LocalizedDeck, theme: Theme): Diagnostic {
  const range = { start: 0, end: 0 }
  return { code: 'aspect-missing', aspect: deck.aspect, theme: theme.id, severity: 'warning', range }
}

/** Slides that open or close a part of a talk. What the deck says about steps is not meant for them. */
const framing: readonly LayoutVariant[] = ['cover', 'section', 'closing']

/** What the pages of a slide show step by step. */
function stepsOf({ slide, variant }: SlideDraft, deck: LocalizedDeck): LaidOutPage['steps'] {
  const steps = slide.steps ?? (framing.includes(variant) ? false : deck.steps)
  return steps === false ? undefined : steps === true ? 'parts' : 'all'
}

/** The plain words of a slide's title. */
function titleOf({ content: { title } }: SlideDraft): string | null {
  return title && 'text' in title ? plainText(parsePlainParagraphs(title.text.text)).replaceAll('\n', ' ') : null
}
