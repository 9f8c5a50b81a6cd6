import { enumOf, field, itemsOf, numberOf, stringOf, textOf } from '../blocks/fields.ts'
import { blockType, blockTypes } from '../blocks/registry.ts'
import { firstTitle } from '../blocks/title/read-title.ts'
import type { TitleBlock } from '../blocks/title/types.ts'
import { detectLanguage } from '../languages/detect-language.ts'
import type { Block } from '../model/block.ts'
import type { ReadBlocks } from '../model/block-type.ts'
import { type Deck, type LayoutName, layoutCodes, type Slide } from '../model/deck.ts'
import type { DeckFile, Slide as SlideFile } from '../model/deck-file.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { defaultLang, type Lang, langs } from '../model/lang.ts'
import type { Steps } from '../model/show-settings.ts'
import { findMember, type ObjectNode, type SourceNode } from '../model/source.ts'
import { conform, deckTexts } from '../validate/conform.ts'

/**
 * Turns a syntax tree into a deck: short forms become blocks, empty values become null.
 * Errors: none. Values that do not follow the format are left out; `validate` has reported them.
 */
export function toDeck(root: SourceNode): { deck: Deck; diagnostics: Diagnostic[] } {
  const conformed = conform(root)
  const deck: ObjectNode = conformed.root ?? { type: 'object', range: root.range, members: [] }
  const own = (name: keyof DeckFile & string) => field<DeckFile>(deck, name)
  const diagnostics: Diagnostic[] = []
  const slides = itemsOf(own('content')).flatMap((node) => (node.type === 'object' ? readSlide(node, diagnostics) : []))
  const languages = languagesOf(itemsOf(own('langs')), enumOf(own('lang'), langs), deckTexts(conformed))
  const title = titleOf(own('name'), slides)
  const rangeOf = (name: 'author' | 'event' | 'date') => (own(name) ?? deck).range
  const logo = own('logo_path') ?? own('logo_title') ?? deck
  return {
    deck: {
      title: title?.text ?? null,
      id: stringOf(own('ID')),
      ...languages,
      latin: latinOf(own('latin'), deck),
      logo: { title: textOf(own('logo_title')), path: stringOf(own('logo_path')), range: logo.range },
      theme: themeOf(own('theme')),
      aspect: enumOf(own('aspect'), ['16:9', '4:3']) ?? '16:9',
      colors: colorsOf(own('colors')),
      author: textOf(own('author')),
      event: textOf(own('event')),
      date: textOf(own('date')),
      minutes: numberOf(own('minutes')),
      steps: stepsOf(own('steps')) ?? false,
      transition: enumOf(own('transition'), ['none', 'fade', 'slide']),
      loop: numberOf(own('loop')),
      ranges: {
        title: (title ?? deck).range,
        author: rangeOf('author'),
        event: rangeOf('event'),
        date: rangeOf('date'),
      },
      start: Math.min(Math.max((numberOf(own('slide_now')) ?? 1) - 1, 0), Math.max(slides.length - 1, 0)),
      slides,
    },
    diagnostics,
  }
}

function readSlide(node: ObjectNode, diagnostics: Diagnostic[]): Slide {
  const own = (name: keyof SlideFile & string) => field<SlideFile>(node, name)
  const entries = itemsOf(own('blocks')).flatMap((entry) => (entry.type === 'object' ? readEntry(entry) : []))
  const layout = layoutOf(own('block'))
  const taken = new Set(blockTypes.flatMap((type) => type.takesFields?.(node, layout) ?? []))
  const text = layout === null && !taken.has('text') ? own('text') : undefined
  const recognized = text ? firstOf(blockTypes, (type) => type.fromText?.(text) ?? null) : null
  if (recognized) taken.add('text')
  const types = blockTypes.filter(({ slideField }) => !slideField || !taken.has(slideField))
  const read = [...types.flatMap((type) => type.fromSlide?.(node, layout) ?? []), ...(recognized ?? []), ...entries]
  diagnostics.push(...read.flatMap((one) => one.diagnostics))
  return {
    layout,
    blocks: read.flatMap(({ blocks }) => blocks),
    notes: textOf(own('notes')),
    lang: enumOf(own('lang'), langs),
    fit: enumOf(own('fit'), ['auto', 'shrink', 'split']) ?? 'auto',
    steps: stepsOf(own('steps')),
    minutes: numberOf(own('minutes')),
    background: backgroundOf(own('background')),
    range: node.range,
  }
}

/** Returns the first result that is not null, in a list; null if there is none. */
function firstOf<T, R>(items: readonly T[], read: (item: T) => R | null): [R] | null {
  for (const item of items) {
    const found = read(item)
    if (found !== null) return [found]
  }
  return null
}

function readEntry(entry: ObjectNode): ReadBlocks | [] {
  const type = findMember(entry, 'type')?.value
  return type?.type === 'string' ? blockType(type.value as Block['type']).fromEntry(entry) : []
}

/** `2`, `"2"` and `"text"` are the same layout, and `picture` is an alias of `image`. */
function layoutOf(node: SourceNode | undefined): LayoutName | null {
  const code = stringOf(node)
  if (code === null) return null
  return layoutCodes[code] ?? (code === 'picture' ? 'image' : enumOf(node, Object.values(layoutCodes)))
}

/** The deck's name if it has letters (staff number their decks), otherwise the first title. */
function titleOf(node: SourceNode | undefined, slides: readonly Slide[]): Pick<TitleBlock, 'text' | 'range'> | null {
  const text = textOf(node)
  const versions = text === null || typeof text === 'string' ? [text ?? ''] : Object.values(text)
  if (node && text !== null && versions.some((one) => /\p{L}/u.test(one))) return { text, range: node.range }
  return firstTitle(slides)
}

/** The deck's first language, all of its languages (as declared, otherwise as its texts show), and those it declares. */
function languagesOf(list: readonly SourceNode[], lang: Lang | null, texts: ReturnType<typeof deckTexts>) {
  const counts = new Map<Lang, number>()
  for (const { lang } of texts) if (lang) counts.set(lang, (counts.get(lang) ?? 0) + 1)
  const marked = [...counts].sort((a, b) => b[1] - a[1]).map(([lang]) => lang)
  const listed = list.flatMap((node) => enumOf(node, langs) ?? [])
  const detect = () => detectLanguage(texts.flatMap(({ lang, text }) => (lang ? [] : text)))
  const first = lang ?? listed[0] ?? detect() ?? marked[0] ?? defaultLang
  const others = listed.length > 0 ? listed : marked
  const all = (langs: readonly Lang[]) => [...new Set([first, ...langs])]
  return { lang: first, langs: all(others), namedLangs: all(listed) }
}

/** `true` shows Kazakh in Latin letters too, and so does a list of words. */
function latinOf(node: SourceNode | undefined, deck: ObjectNode): Deck['latin'] {
  const members = node?.type === 'object' ? node.members : []
  const words = members.flatMap(({ key, value }) => {
    const latin = stringOf(value)?.trim()
    return latin ? [[key.value, latin] as const] : []
  })
  const shown = node?.type === 'object' || (node?.type === 'boolean' && node.value === true)
  return { shown, words: Object.fromEntries(words), range: (node ?? deck).range }
}

/** `"true"` and `true` are the same. */
function stepsOf(node: SourceNode | undefined): Steps | null {
  if (node?.type === 'boolean') return node.value === true
  const word = enumOf(node, ['true', 'false', 'all'])
  return word === null || word === 'all' ? word : word === 'true'
}

function themeOf(node: SourceNode | undefined): Deck['theme'] {
  const name = stringOf(node)?.trim()
  return node && name ? { name, range: node.range } : null
}

function backgroundOf(node: SourceNode | undefined): Slide['background'] {
  const value = stringOf(node)?.trim()
  return node && value ? { value, range: node.range } : null
}

/** If a name occurs twice, the last value counts, as in any JSON. */
function colorsOf(node: SourceNode | undefined): Deck['colors'] {
  if (node?.type !== 'object') return []
  const colors = node.members.flatMap(({ key, value }) => {
    const color = stringOf(value)?.trim()
    return color ? [{ name: key.value, value: color, range: value.range, nameRange: key.range }] : []
  })
  return [...new Map(colors.map((color) => [color.name, color])).values()]
}
