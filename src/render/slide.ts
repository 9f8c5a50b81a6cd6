import { isColor, isDark } from '../model/color.ts'
import type { ImageView, LaidOutDeck, Page, PlacedBox } from '../model/laid-out.ts'
import type { Lang } from '../model/lang.ts'
import type { Box } from '../model/theme.ts'
import type { PageWords } from '../model/words.ts'
import type { Atoms } from './atoms.ts'
import type { Drawing } from './templates.ts'

/** What the template `slide` draws. */
interface SlideView {
  id: string
  className: string
  /** All counted from 1. */
  slide: number
  number: number
  part: number
  parts: number
  label: string
  /** Where it is not that of the deck. */
  lang: Lang | null
  back: ImageView | null
  ornament: Box | null
  rule: Box | null
  /** Behind a picture. */
  matte: Box | null
  boxes: readonly PlacedBox[]
  notes: { lang: Lang; lines: string[] } | null
}

export interface SlideOptions {
  notes: boolean
  words: PageWords
}

/** The `id` of a page: `s3` for the third slide, `s3-2` for the second page of it. Editing another slide's text keeps it. */
export function pageId({ slide, part }: Page): string {
  return part === 1 ? `s${slide + 1}` : `s${slide + 1}-${part}`
}

/** One page of a deck as a `<section>`: the same for the browser, for print and for a handout. `index` is that of the page. */
export function renderSlide(deck: LaidOutDeck, index: number, drawing: Drawing, options: SlideOptions): string {
  return drawing.draw('slide', slideView(deck, index, drawing.atoms, options), deck.pages[index]!.lang)
}

function slideView(deck: LaidOutDeck, index: number, atoms: Atoms, { notes, words }: SlideOptions): SlideView {
  const page = deck.pages[index]!
  const regions = deck.theme.aspects[deck.aspect]?.layouts[page.layout]?.regions ?? {}
  const { back, ground } = backgroundOf(page, deck, atoms)
  const said = notes ? page.notes : null
  return {
    id: pageId(page),
    className: ['slide', page.layout, `aspect-${deck.aspect.replace(':', 'x')}`, ...ground].join(' '),
    slide: page.slide + 1,
    number: index + 1,
    part: page.part,
    parts: page.parts,
    label: words.slideOf.replace('{x}', String(index + 1)).replace('{y}', String(deck.pages.length)),
    lang: page.lang === deck.lang ? null : page.lang,
    back,
    ornament: page.ornament ? (regions.ornament ?? null) : null,
    rule: page.footer ? (regions.rule ?? null) : null,
    matte: page.boxes.some(({ region }) => region === 'image') ? (regions.matte ?? null) : null,
    boxes: page.boxes,
    notes: said && { lang: said.lang, lines: said.text.split('\n').filter((line) => line.trim() !== '') },
  }
}

/** A slide's own background: a picture under everything, with a scrim, or a colour, whose lightness decides on the ink. */
function backgroundOf({ background, ground, lang }: Page, { assets }: LaidOutDeck, atoms: Atoms) {
  const asset = background === null ? null : assets.get(background)
  if (asset?.kind === 'image') {
    const back: ImageView = { picture: asset, alt: '', lang, fit: 'cover', focus: { x: 0.5, y: 0.5 } }
    return { back, ground: ['deep', 'backed'] }
  }
  if (background !== null && isColor(background)) {
    const ink = isDark(background) ? ['deep'] : []
    return { back: null, ground: [...ink, atoms.ground(background)] }
  }
  return { back: null, ground: ground === 'deep' ? ['deep'] : [] }
}
