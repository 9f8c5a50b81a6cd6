import type { Block } from '../model/block.ts'
import type { ReadBlocks } from '../model/block-type.ts'
import { type Lang, langs, type MultilingualText } from '../model/lang.ts'
import { findMember, type ObjectNode, type SourceNode } from '../model/source.ts'

/** The value of a field; undefined where it means "nothing". `F` is the object's type in `model/deck-file.ts`. */
export function field<F>(node: ObjectNode, name: keyof F & string): SourceNode | undefined {
  const value = findMember(node, name)?.value
  return value && value.type !== 'null' && !(value.type === 'string' && value.value.trim() === '') ? value : undefined
}

/** A text as the author wrote it, in one language or several; null where there is none. */
export function textOf(node: SourceNode | undefined): MultilingualText | null {
  if (node?.type !== 'object') return stringOf(node)
  const texts = langs.flatMap((lang): [Lang, string][] => {
    const text = stringOf(findMember(node, lang)?.value)
    return text === null ? [] : [[lang, text]]
  })
  return texts.length > 0 ? Object.fromEntries(texts) : null
}

/** A text in one language, whitespace and all; null where it is blank. A number is the text of its digits. */
export function stringOf(node: SourceNode | undefined): string | null {
  if (node?.type === 'number') return String(node.value)
  return node?.type === 'string' && node.value.trim() !== '' ? node.value : null
}

/** A name of a few, such as a way to fit. */
export function enumOf<N extends string>(node: SourceNode | undefined, names: readonly N[]): N | null {
  return names.find((name) => node?.type === 'string' && node.value === name) ?? null
}

export const numberOf = (node: SourceNode | undefined): number | null =>
  node?.type === 'number' ? Number(node.value) : null

export const booleanOf = (node: SourceNode | undefined): boolean => node?.type === 'boolean' && node.value === true

/** The items of a list; a single value is a list of one, nothing is an empty list. */
export function itemsOf(node: SourceNode | undefined): readonly SourceNode[] {
  if (!node) return []
  return node.type === 'array' ? node.items : [node]
}

/** Blocks that were read without problems; null stands for an empty value. */
export const read = (...blocks: (Block | null)[]): ReadBlocks => ({
  blocks: blocks.filter((block) => block !== null),
  diagnostics: [],
})
