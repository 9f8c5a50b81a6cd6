import type { Diagnostic } from '../model/diagnostic.ts'
import type { Lang } from '../model/lang.ts'
import type { ValidateProblem } from '../model/problems/validate.ts'
import type { Edit, ObjectNode, SourceNode } from '../model/source.ts'
import { isAnnotation } from './field-words.ts'
import { parseLangCode } from './lang-codes.ts'
import { mergeLanguages, type Version } from './merge-languages.ts'
import { writeJson } from './rows/write-json.ts'
import { deckSchema, type JsonSchema, resolveSchema } from './schema.ts'
import { nullAt } from './value.ts'

/**
 * Reads `{ "kk": […], "ru": […] }`, languages around a list or an object, as one value with languages at its texts. Where the
 * values have no such reading, nothing is left of them, with an error that says why. Returns any other value unchanged.
 */
export function readLanguagesOutside(
  node: SourceNode,
  schema: JsonSchema,
  field: string,
  diagnostics: Diagnostic<ValidateProblem>[],
): SourceNode {
  const versions = node.type === 'object' && !isPlain(node, schema) ? languageVersions(node) : null
  if (!versions) return node
  const { range } = versions[0]!.key
  const langs = versions.map(({ lang }) => lang)
  const merged = mergeLanguages(versions, schema, field)
  if ('node' in merged) {
    const result = { ...merged.node, range: node.range }
    const facts = { field, langs, merging: merged.merging }
    const edits = rewriting(node, result, 6)
    diagnostics.push({ code: 'languages-outside', ...facts, severity: 'warning', range, edits })
    return result
  }
  diagnostics.push({ code: 'languages-unmatched', field, langs, ...merged.unmatched, severity: 'error', range })
  return nullAt(node)
}

/**
 * Reads an object with a whole deck in each language as one deck, if all have the same slides. Returns any other object
 * unchanged.
 */
export function readDecksByLanguage(root: ObjectNode, diagnostics: Diagnostic<ValidateProblem>[]): ObjectNode {
  const versions = languageVersions(root)
  if (!versions?.every(({ value }) => value.type === 'object' && value.members.length > 0)) return root
  const merged = mergeLanguages(versions, deckSchema, 'content')
  if (!('node' in merged) || merged.node.type !== 'object') return root
  const { merging } = merged
  const langs = versions.map(({ lang }) => lang)
  const { range } = versions[0]!.key
  const result = { ...merged.node, range: root.range }
  const edits = rewriting(root, result, 0)
  diagnostics.push({ code: 'languages-outside', field: 'content', langs, merging, severity: 'warning', range, edits })
  return result
}

/** The edit that writes a joined value in place of the one in languages; none if it would lose a text, a remark or a digit. */
function rewriting(before: SourceNode, after: SourceNode, depth: number): Edit[] {
  const kept = new Set(textsOf(after).flatMap((text) => [text, ...text.split(/[\n\t]/)]))
  const text = textsOf(before).every((one) => kept.has(one)) ? writeJson(after, depth) : null
  return text === null ? [] : [{ ...before.range, text }]
}

/** All texts of a value that are not blank. */
function textsOf(node: SourceNode): string[] {
  if (node.type === 'array') return node.items.flatMap(textsOf)
  if (node.type === 'object') return node.members.flatMap(({ value }) => textsOf(value))
  return node.value === null || String(node.value).trim() === '' ? [] : [String(node.value)]
}

/** Whether languages stand around what an object holds, so that it is read as one value with languages at its texts. */
export const hasLanguagesOutside = (node: ObjectNode, schema: JsonSchema): boolean =>
  !isPlain(node, schema) && languageVersions(node) !== null

/** Whether an object is a deck, or what the schema has there: a text in languages, or fields with names of the author's own. */
function isPlain({ members }: ObjectNode, schema: JsonSchema): boolean {
  if (schema === deckSchema) return true
  const { schema: own, names } = resolveSchema(schema, { type: 'object', range: { start: 0, end: 0 }, members })
  if (names.at(-1) === 'text') return members.every(({ value: { type } }) => type !== 'array' && type !== 'object')
  return (own.additionalProperties ?? false) !== false || Object.keys(own).length === 0
}

/** The values of an object by language; null unless each of its names is another language. */
export function languageVersions({ members }: ObjectNode): Version[] | null {
  const versions = new Map<Lang, Version>()
  for (const { key, value } of members) {
    if (isAnnotation(key.value)) continue
    const lang = parseLangCode(key.value)
    if (lang === null || versions.has(lang)) return null
    versions.set(lang, { lang, key, value })
  }
  return versions.size > 0 ? [...versions.values()] : null
}
