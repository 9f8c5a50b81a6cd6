import type { ImageAsset } from '../../model/asset.ts'
import type { BlockContext, BlockSlot, PlacedBlock } from '../../model/block-type.ts'
import type { ImageView, PlacedBox } from '../../model/laid-out.ts'
import type { LocalizedText } from '../../model/lang.ts'
import type { Paragraph } from '../../model/text.ts'
import type { Region } from '../../model/theme.ts'
import { alignBox } from '../../typeset/box-geometry.ts'
import { parsePlainParagraphs, plainParagraph, plainText } from '../../typeset/parse-paragraphs.ts'
import { boxAtSize, heightOf, sizeScale, typesetAtSize, widthOf } from '../../typeset/typeset-at-size.ts'
import { reportMissing, sourcesOf, type TypesetText, textBox, typesetText } from '../../typeset/typeset-text.ts'
import { type ChosenGrid, chooseGrid, type PersonText } from './choose-grid.ts'
import { initialsOf } from './initials.ts'
import { peopleOf, type ReadPerson } from './people-of.ts'
import { portraitFocus } from './portrait-crop.ts'
import { placesIn } from './portrait-grid.ts'
import type { PeopleBlock } from './types.ts'

/** At most this many people stand on one page. */
export const mostOnPage = 12

/** What the template `people` draws: for each person a portrait or initials, and a text. Boxes are relative to its own. */
export interface PeopleView {
  /** Whether somebody has a note, from which roles must differ. */
  noted: boolean
  people: readonly { boxes: readonly PlacedBox[] }[]
}

/** A person with the file of the picture and the paragraphs to set. */
interface ShownPerson extends PersonText {
  person: ReadPerson
  picture: ImageAsset | null
}

/** Sets people in a grid of equal portraits. More than twelve, or texts that are too long, take further pages. */
export function placePeople(block: PeopleBlock<LocalizedText>, slot: BlockSlot, context: BlockContext): PlacedBlock {
  const { people, unequal, heads } = peopleOf(block)
  const { range } = block
  if (people.length === 0) return { pages: [], overflow: [], size: null }
  for (const head of heads) context.report({ code: 'people-head-omitted', head, severity: 'info', range })
  if (unequal) context.report({ ...unequal, code: 'portraits-unequal', severity: 'warning', range })
  const shown = people.map((person) => toShown(person, context))
  const divided = divide(shown, slot, context)
  if (!divided) return placeOneByOne(shown, slot, block, context)
  const { parts, chosen } = divided
  if (parts.length > 1) {
    const onPage = Math.max(...parts.map(({ length }) => length))
    const facts = { people: people.length, pages: parts.length, onPage }
    context.report({ ...facts, code: 'people-continued', severity: 'info', range })
  }
  const pages = parts.map((part, i) => {
    const region = i === 0 ? slot.first : slot.next
    return [gridBox(part, chosen, chosen.pages[i]!, region, parts.length === 1, slot, block, context)]
  })
  return { pages, overflow: [], size: chosen.step.size }
}

function toShown(person: ReadPerson, context: BlockContext): ShownPerson {
  const found = person.portrait && context.asset(person.portrait.src)
  const { name, role, note, origin } = person
  const texts = [name && bold(name.text), ...[role, note].map((one) => (one ? parsePlainParagraphs(one.text) : []))]
  const paragraphs = texts.flatMap((list) => list || []).map((one): Paragraph => ({ ...one, origin }))
  const lang = (name ?? role ?? note)?.lang ?? context.lang
  return { person, picture: found?.kind === 'image' ? found : null, paragraphs, lang }
}

const bold = (text: string): Paragraph[] =>
  parsePlainParagraphs(text).map((one) => ({ ...one, spans: one.spans.map((span) => ({ ...span, bold: true })) }))

/** Divides people evenly into as few pages as their texts allow; null if one of them needs more than a page. */
function divide(
  people: readonly ShownPerson[],
  { first, next }: BlockSlot,
  context: BlockContext,
): { parts: (readonly ShownPerson[])[]; chosen: ChosenGrid } | null {
  const hasPictures = people.some(({ picture }) => picture !== null)
  const { width } = first
  for (let onPage = Math.min(mostOnPage, people.length); onPage >= 1; onPage--) {
    const pages = Math.ceil(people.length / onPage)
    // As many pages could hold fewer people each.
    if (onPage > 1 && Math.ceil(people.length / pages) < onPage) continue
    const parts = Array.from({ length: pages }, (_, i) =>
      people.slice(Math.ceil((i * people.length) / pages), Math.ceil(((i + 1) * people.length) / pages)),
    )
    const height = pages === 1 ? first.height : Math.min(first.height, next.height)
    const chosen = chooseGrid(parts, { width, height }, hasPictures, context)
    if (chosen) return { parts, chosen }
  }
  return null
}

/** Sets each person on pages of their own, because the text of one is longer than a page. */
function placeOneByOne(
  people: readonly ShownPerson[],
  slot: BlockSlot,
  block: PeopleBlock<LocalizedText>,
  context: BlockContext,
): PlacedBlock {
  const pages = people.flatMap((one, i) => {
    const region = i === 0 ? slot.first : slot.next
    const chosen = chooseGrid([[one]], region, one.picture !== null, context)
    if (!chosen) return placeLongText(one, region, slot, block, context)
    return [[gridBox([one], chosen, chosen.pages[0]!, region, false, slot, block, context)]]
  })
  const { range } = block
  const facts = { people: people.length, pages: pages.length, onPage: 1 }
  context.report({ ...facts, code: 'people-continued', severity: 'info', range })
  return { pages, overflow: [], size: null }
}

/** The grid of one page. */
function gridBox(
  people: readonly ShownPerson[],
  { grid, portrait, step }: ChosenGrid,
  texts: readonly TypesetText[],
  region: Region,
  alone: boolean,
  slot: BlockSlot,
  { range }: PeopleBlock<LocalizedText>,
  context: BlockContext,
): PlacedBox {
  const { places, height } = placesIn({ grid, portrait, texts: texts.map(heightOf) })
  const drawn = people.map((one, i) => {
    const { portrait: square, text } = places[i]!
    reportMissing(texts[i]!, { ...region, style: step.style }, range, context)
    const at = { ...text, name: 'person', lang: one.lang }
    const words = boxAtSize(texts[i]!, step, at, context)
    const boxes = one.person.isHeading ? [words] : [portraitBox(one, square, context), words]
    // The grid leads back to the file, not its parts.
    return { boxes: boxes.map(({ sources: _, ...box }) => box) }
  })
  const characters = people.map(({ person, lang }) => initialsOf(plainName(person), lang)).join('')
  const sources = sourcesOf(people.map(({ person }) => person.origin))
  const view: PeopleView = { noted: people.some(({ person }) => person.note !== null), people: drawn }
  return {
    ...alignBox(region, height, alone),
    region: slot.regionName,
    template: 'people',
    view,
    ...(characters && { characters }),
    ...(sources && { sources }),
  }
}

/** A name without its markup. */
const plainName = ({ name }: ReadPerson) => plainText(parsePlainParagraphs(name?.text ?? ''))

/** A portrait in its square, or the initials of a person without one. */
function portraitBox({ picture, person, lang }: ShownPerson, square: PlacedSquare, context: BlockContext): PlacedBox {
  if (picture) {
    const view: ImageView = {
      picture,
      // The name stands beside it.
      alt: person.portrait?.alt?.text ?? '',
      lang: person.portrait?.alt?.lang ?? lang,
      fit: 'cover',
      focus: person.portrait?.focus ?? portraitFocus(picture.width / picture.height, 1),
    }
    return { ...square, region: 'portrait', template: 'image', view }
  }
  const letters = initialsOf(plainName(person), lang)
  const size = Math.max(1, Math.min(largestInitials, Math.round(square.width * initialsShare)))
  const [step] = sizeScale(['label'], context.theme)
  const named = { style: step?.style ?? 'body', size }
  const width = square.width
  const fitted = typesetAtSize({ paragraphs: [plainParagraph(letters)], lang, width }, named, context)
  const words = { x: Math.floor((width - widthOf(fitted)) / 2), y: Math.floor((width - heightOf(fitted)) / 2) }
  const letterBox = boxAtSize(fitted, named, { ...words, width: widthOf(fitted) + 1, name: 'initials', lang }, context)
  return { ...square, region: 'portrait', template: 'initials', view: { letters: letters ? [letterBox] : [] } }
}

type PlacedSquare = Pick<PlacedBox, 'x' | 'y' | 'width' | 'height'>

/** The size of initials. Units: part of the side of the portrait. */
const initialsShare = 0.34

/** Units: px. */
const largestInitials = 72

/** Sets the text of one person on as many pages as it takes, after the portrait. */
function placeLongText(
  { paragraphs, lang, picture, person }: ShownPerson,
  region: Region,
  slot: BlockSlot,
  { range }: PeopleBlock<LocalizedText>,
  context: BlockContext,
): PlacedBox[][] {
  const first = { ...region, style: region.style ?? 'body' }
  const fitted = typesetText({ paragraphs, lang, first, next: slot.next, pages: 'auto' }, context)
  reportMissing(fitted, first, range, context)
  const pages = fitted.pages.map((_, i) => [
    textBox(fitted, i, i === 0 ? first : slot.next, { name: 'body', lang, theme: context.theme, styleRegion: first }),
  ])
  if (!picture) return pages
  const side = Math.min(region.width, region.height, 480)
  const square = { x: 0, y: 0, width: side, height: side }
  const drawn: PeopleView = {
    noted: false,
    people: [{ boxes: [portraitBox({ paragraphs, lang, picture, person }, square, context)] }],
  }
  const box = { ...alignBox(region, side), region: slot.regionName, template: 'people', view: drawn }
  return [[box], ...pages]
}
