import { isHexColor } from '../model/color.ts'
import type { ImageView, LaidOutDeck, LaidOutPage, PlacedBox, TextView } from '../model/laid-out.ts'
import { type Lang, type LocalizedText, tagOf } from '../model/lang.ts'
import type { Box } from '../model/theme.ts'
import type { PageWords } from '../model/words.ts'
import type { AtomicCss } from './atomic-css.ts'
import { colorsOnBackground } from './background-colors.ts'
import type { HeadingLevel } from './paragraph-groups.ts'
import { nameOfSlide } from './slide-name.ts'
import type { TemplateRenderer } from './template-renderer.ts'
import { latestFade, veilEnd } from './veil.ts'

/** A box of a slide. `repeated`: every page has it, so screen readers skip it. */
type SlideBox = PlacedBox & { repeated?: boolean }

/** The view of the template `slide`. */
interface SlideView {
  id: string
  className: string
  /** These four are counted from 1. */
  slide: number
  number: number
  part: number
  parts: number
  /** `Slide 3 of 12`, with the first words of a slide that has no heading. */
  label: string
  /** A heading for a slide that needs one but has no title. */
  name: string | null
  /** Where a further page begins, in a document with several languages: `1.4.25`, see `PageBegin`. */
  begin: string | null
  /** What is shown step by step, see `LaidOutPage`; null for paper. */
  steps: LaidOutPage['steps'] | null
  /** The language of the slide, if it differs from the deck's. */
  lang: string | null
  back: ImageView | null
  ornament: Box | null
  rule: Box | null
  /** The area behind a picture. */
  matte: Box | null
  boxes: readonly SlideBox[]
  notes: { lang: Lang; lines: string[] } | null
}

export interface SlideOptions {
  notes: boolean
  words: Pick<PageWords, 'slideOf'>
  /** What follows the ids of this language in a document with several; absent in a document with one. */
  idSuffix?: string
  /**
   * Renders for print: headings form an outline (level 1 for the title of a slide, 2 on its further pages, one more inside
   * texts), a slide without a title gets a hidden heading, and nothing scrolls. What every page repeats is not read aloud on
   * a page of its own, and not shown on a sheet of a handout, where it would be too small to read.
   */
  paged?: 'alone' | 'on-sheet'
  /** Replaces a box that was rendered before by one whose view is its HTML. */
  reuse?: (box: PlacedBox, level: HeadingLevel) => PlacedBox
}

/**
 * Returns the `id` of a page: `s3` for the third slide, `s3-2` for its second page. Edits to other slides do not change it.
 * `suffix` follows it in the further languages of a document: `s3_ru`.
 */
export function pageId({ slide, part }: LaidOutPage, suffix = ''): string {
  return (part === 1 ? `s${slide + 1}` : `s${slide + 1}-${part}`) + suffix
}

/** Returns where a page begins, for a document in several languages; null for the first page of a slide. */
export const placeText = ({ begin }: LaidOutPage): string | null =>
  begin ? `${begin.block}.${begin.item}.${begin.percent}` : null

/** Renders a page of a deck as a `<section>`, the same for the browser, PDFs and handouts. `index` is that of the page. */
export function renderSlide(
  deck: LaidOutDeck,
  index: number,
  renderer: TemplateRenderer,
  options: SlideOptions,
): string {
  const { lang } = deck.pages[index]!
  const view = slideView(deck, index, renderer.atoms, options)
  const level = innerHeadingLevel(deck.pages[index]!, options)
  const { reuse } = options
  const shown = reuse ? { ...view, boxes: view.boxes.map((box) => reuse(box, level)) } : view
  return renderer.render('slide', shown, lang, level)
}

/** Renders the notes of a page; empty if it has none. */
export function renderNotes(page: LaidOutPage, renderer: TemplateRenderer): string {
  const notes = page.notes && linesOf(page.notes)
  return notes ? renderer.render('slide-notes', notes, page.lang) : ''
}

const linesOf = ({ lang, text }: LocalizedText) => ({
  lang,
  lines: text.split('\n').filter((line) => line.trim() !== ''),
})

function slideView(
  deck: LaidOutDeck,
  index: number,
  atoms: AtomicCss,
  { notes, words, paged, idSuffix }: SlideOptions,
): SlideView {
  const page = deck.pages[index]!
  const regions = deck.theme.aspects[deck.aspect]?.layouts[page.layout]?.regions ?? {}
  const { back, ground } = slideBackground(page, deck, atoms)
  const isVeiled = back !== null || (page.layout === 'cover' && page.boxes.some(({ region }) => region === 'image'))
  const fades = isVeiled && veilEnd(page) <= deck.stage.width * latestFade
  const veil = fades ? [atoms.of('g', veilEnd(page))] : []
  const shownNotes = notes ? page.notes : null
  const hasHeading = page.boxes.some(isHeading)
  const place = words.slideOf.replace('{x}', String(index + 1)).replace('{y}', String(deck.pages.length))
  return {
    id: pageId(page, idSuffix),
    className: ['slide', page.layout, `aspect-${deck.aspect.replace(':', 'x')}`, ...ground, ...veil].join(' '),
    slide: page.slide + 1,
    number: index + 1,
    part: page.part,
    parts: page.parts,
    label: [place, hasHeading ? '' : nameOfSlide(page)].filter((part) => part !== '').join(': '),
    name: paged && page.part === 1 && !hasHeading ? place : null,
    begin: idSuffix === undefined ? null : placeText(page),
    steps: paged ? null : page.steps,
    lang: page.lang === deck.lang ? null : tagOf(page.lang, deck.latin),
    back,
    ornament: page.ornament ? (regions.ornament ?? null) : null,
    rule: page.footer && paged !== 'on-sheet' ? (regions.rule ?? null) : null,
    matte: page.boxes.some(({ region }) => region === 'image') ? (regions.matte ?? null) : null,
    boxes: paged ? printedBoxes(page, paged, atoms) : page.boxes,
    notes: shownNotes && linesOf(shownNotes),
  }
}

/** The regions of what every page repeats. */
const repeatedRegions = new Set(['footer', 'page'])

function printedBoxes(page: LaidOutPage, paged: 'alone' | 'on-sheet', atoms: AtomicCss): SlideBox[] {
  return page.boxes.flatMap((box) => {
    if (!repeatedRegions.has(box.region)) return [onPaper(box, page, atoms)]
    return paged === 'alone' ? [{ ...onPaper(box, page, atoms), repeated: true }] : []
  })
}

/** Returns the level of headings inside texts: one below the title of the page, or that of a title if there is none. */
function innerHeadingLevel({ boxes, part }: LaidOutPage, { paged }: SlideOptions): HeadingLevel {
  const title = paged ? part : boxes.map(headingOf).find((level) => level !== null)
  return (title ?? 1) === 1 ? 2 : 3
}

const headingOf = ({ view }: PlacedBox) => (view as Partial<TextView>).heading ?? null
const isHeading = (box: PlacedBox) => headingOf(box) !== null

/** Adapts a box to print: sets the heading level of titles and scales down text that would scroll. */
function onPaper(box: PlacedBox, { part }: LaidOutPage, atoms: AtomicCss): PlacedBox {
  const height = (box.view as Partial<TextView>).page?.height ?? 0
  const region =
    height > box.height ? `${box.region} ${atoms.of('s', Math.floor((100 * box.height) / height) / 100)}` : box.region
  if (!isHeading(box)) return region === box.region ? box : { ...box, region }
  return { ...box, region, view: { ...(box.view as TextView), heading: part === 1 ? 1 : 2 } }
}

/** Returns a slide's own background: a picture behind everything, or a colour with colours readable on it. */
function slideBackground(
  { background, backgroundName: ground, lang }: LaidOutPage,
  { assets, colors }: LaidOutDeck,
  atoms: AtomicCss,
) {
  const asset = background === null ? null : assets.get(background)
  if (asset?.kind === 'image') {
    const back: ImageView = { picture: asset, alt: '', lang, fit: 'cover', focus: { x: 0.5, y: 0.5 } }
    return { back, ground: ['deep', 'backed'] }
  }
  if (background !== null && isHexColor(background)) {
    return { back: null, ground: [atoms.background(background, colorsOnBackground(background, colors))] }
  }
  return { back: null, ground: ground === 'deep' ? ['deep'] : [] }
}
