import type { Block } from '../model/block.ts'
import type { ReadBlocks } from '../model/block-type.ts'
import { type Lang, langs, type MultilingualText } from '../model/lang.ts'
import { findMember, type ObjectNode, type SourceNode } from '../model/source.ts'

/** Returns the value of a field; undefined if it is empty. `F` is the type of the object in `model/deck-file.ts`. */
export function field<F>(node: ObjectNode, name: keyof F & string): SourceNode | undefined {
  const value = findMember(node, name)?.value
  return value && value.type !== 'null' && !(value.type === 'string' && value.value.trim() === '') ? value : undefined
}

/** Returns a text as the author wrote it, in one or several languages; null if it is empty. */
export function textOf(node: SourceNode | undefined): MultilingualText | null {
  if (node?.type !== 'object') return stringOf(node)
  const texts = langs.flatMap((lang): [Lang, string][] => {
    const text = stringOf(findMember(node, lang)?.value)
    return text === null ? [] : [[lang, text]]
  })
  return texts.length > 0 ? Object.fromEntries(texts) : null
}

/** Returns a text in one language, including its white space; null if it is blank. A number becomes its digits. */
export function stringOf(node: SourceNode | undefined): string | null {
  if (node?.type === 'number') return String(node.value)
  return node?.type === 'string' && node.value.trim() !== '' ? node.value : null
}

/** Returns one of a few names, such as `cover`; null for any other value. */
export function enumOf<N extends string>(node: SourceNode | undefined, names: readonly N[]): N | null {
  return names.find((name) => node?.type === 'string' && node.value === name) ?? null
}

/** Returns the value of a number; null for any other value. */
export const numberOf = (node: SourceNode | undefined): number | null =>
  node?.type === 'number' ? Number(node.value) : null

/** Whether a value is `true`. */
export const booleanOf = (node: SourceNode | undefined): boolean => node?.type === 'boolean' && node.value === true

/** Returns the items of a list. A single value counts as a list of one, an absent one as an empty list. */
export function itemsOf(node: SourceNode | undefined): readonly SourceNode[] {
  if (!node) return []
  return node.type === 'array' ? node.items : [node]
}

/** Wraps blocks that were read without problems; null stands for an empty value. */
export const read = (...blocks: (Block | null)[]): ReadBlocks => ({
  blocks: blocks.filter((block) => block !== null),
  diagnostics: [],
})
