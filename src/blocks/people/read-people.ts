import type { ReadBlocks } from '../../model/block-type.ts'
import type { LayoutName } from '../../model/deck.ts'
import type { PeopleBlock as Entry, PersonObject, Slide } from '../../model/deck-file.ts'
import { isPlaceholder } from '../../model/placeholder.ts'
import { findMember, type ItemOrigin, type ObjectNode, type SourceNode } from '../../model/source.ts'
import { field, itemsOf, read, stringOf, textOf } from '../fields.ts'
import { readFocus } from '../image/focus.ts'
import type { PeopleBlock, PeopleText, Person, Portrait } from './types.ts'

/** Reads the `people` of a slide, or the text of one whose layout is asked for, with its pictures as portraits. */
export function fromSlide(slide: ObjectNode, layout: LayoutName | null): ReadBlocks {
  const people = peopleValue(slide, layout)
  const isOwn = field<Slide>(slide, 'people') !== undefined
  return read(readPeople(people, takesPictures(people) ? portraitsOf(slide) : [], isOwn))
}

/** The text of a slide of this layout; its pictures, if there are people without a portrait of their own. */
export function takesFields(slide: ObjectNode, layout: LayoutName | null): readonly (keyof Slide)[] {
  const people = peopleValue(slide, layout)
  if (!people) return []
  const text = field<Slide>(slide, 'people') ? [] : (['text'] as const)
  return takesPictures(people) ? [...text, 'img_path'] : text
}

const peopleValue = (slide: ObjectNode, layout: LayoutName | null): SourceNode | undefined =>
  field<Slide>(slide, 'people') ?? (layout === 'people' ? field<Slide>(slide, 'text') : undefined)

/** Whether somebody has no portrait of their own. */
const takesPictures = (people: SourceNode | undefined): boolean =>
  itemsOf(people).some((node) => node.type !== 'object' || !field<PersonObject>(node, 'img_path'))

/** Reads people among a slide's `blocks`. */
export const fromEntry = (entry: ObjectNode): ReadBlocks => read(readPeople(field<Entry>(entry, 'people'), [], true))

/** Reads people from a list or a text. `isOwn`: each item of a list is one person, even if it has several lines. */
function readPeople(
  value: SourceNode | undefined,
  portraits: PeopleBlock['portraits'],
  isOwn: boolean,
): PeopleBlock | null {
  if (!value) return null
  const { range } = value
  const isList = isOwn && value.type === 'array'
  const people = itemsOf(value).flatMap((node, item) => readPerson(node, isList, { range, item }) ?? [])
  return people.length > 0 ? { type: 'people', people, portraits, range } : null
}

function readPerson(node: SourceNode, isItem: boolean, origin: ItemOrigin): Person | PeopleText | null {
  const { range } = node
  const text = node.type === 'object' && findMember(node, 'name') ? null : textOf(node)
  if (text !== null) return { text, isItem, range, origin }
  if (node.type !== 'object') return null
  const own = (name: keyof PersonObject & string) => field<PersonObject>(node, name)
  const [name, role, note] = [own('name'), own('role'), own('note')].map(textOf)
  const portrait = portraitOf(own('img_path'), own('img_alt'), own('img_focus'))
  if (!name && !role && !note && !portrait) return null
  return { name: name ?? null, role: role ?? null, note: note ?? null, portrait, range, origin }
}

/** The pictures of a slide as portraits; null keeps the place of an empty one. */
function portraitsOf(slide: ObjectNode): PeopleBlock['portraits'] {
  const own = (name: keyof Slide & string) => field<Slide>(slide, name)
  const [alts, focuses] = [itemsOf(own('img_alt')), itemsOf(own('img_focus'))]
  return itemsOf(own('img_path')).map((node, i) =>
    node.type === 'object'
      ? portraitOf(findMember(node, 'src')?.value, findMember(node, 'alt')?.value, findMember(node, 'focus')?.value)
      : portraitOf(node, alts[i], focuses[i]),
  )
}

function portraitOf(
  path: SourceNode | undefined,
  alt: SourceNode | undefined,
  focus: SourceNode | undefined,
): Portrait | null {
  const src = stringOf(path)
  if (!path || src === null || isPlaceholder(src)) return null
  return { src, alt: textOf(alt), focus: readFocus(focus), range: path.range }
}
