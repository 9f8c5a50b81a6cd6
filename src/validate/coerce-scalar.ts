import type { Diagnostic } from '../model/diagnostic.ts'
import { excerpt } from '../model/excerpt.ts'
import type { ValidateProblem } from '../model/problems/validate.ts'
import { type SourceNode, type StringNode, sourceRange } from '../model/source.ts'
import { matchName } from './field-names.ts'
import { parseLangCode } from './lang-codes.ts'
import type { Definition, JsonSchema, ResolvedSchema } from './schema.ts'
import { isExact, nullAt } from './value.ts'
import { valueMeant } from './words/value-words.ts'

const decimal = /^-?\d+([.,]\d+)?$/

/**
 * Converts a scalar to what it was meant to be, if nothing is lost: `"3"` to a number where the schema has a number,
 * `"true"` to a boolean, `" Cover "` and `Image` to the lower-case names, words in Kazakh or Russian to the value that they
 * mean. Returns any other value unchanged.
 */
export function coerceScalar(
  node: SourceNode,
  { schema, names }: ResolvedSchema,
  report: ReportDiagnostic,
): SourceNode {
  if (node.type === 'number' && names.some((name) => name === 'text' || name === 'plainText') && !isExact(node)) {
    report({ code: 'number-inexact', field: '', severity: 'error', range: node.range })
  }
  if (node.type !== 'string') return node
  if (schema.enum) return coerceEnum(node, schema.enum, names, report)
  if (allows(schema, 'boolean')) return coerceBoolean(node, report)
  if (names.includes('focusWords')) return readFocusWords(node, report)
  const isNumber = (allows(schema, 'number') || allows(schema, 'integer')) && schema.pattern !== undefined
  return isNumber ? coerceNumber(node) : node
}

type ReportDiagnostic = (diagnostic: Diagnostic<ValidateProblem>) => void

const allows = ({ type }: JsonSchema, name: string) => type === name || (Array.isArray(type) && type.includes(name))

function coerceEnum(
  node: StringNode,
  values: readonly unknown[],
  names: readonly Definition[],
  report: ReportDiagnostic,
): SourceNode {
  if (values.includes(node.value)) return node
  const known = values.filter((value) => typeof value === 'string')
  const same = matchName(node.value, known)
  if (same !== null) return { type: 'string', range: node.range, value: same }
  const lang = names.includes('lang') ? parseLangCode(node.value) : null
  const { range } = node
  if (lang) {
    const edits = [{ ...sourceRange(node, 0, node.value.length), text: lang }]
    report({ code: 'lang-misspelt', lang: excerpt(node.value), meant: lang, severity: 'warning', range, edits })
    return { type: 'string', range, value: lang }
  }
  const meant = valueMeant(node.value, names.at(-1) ?? '', known)
  return meant === null ? node : { type: 'string', range, value: readAs(meant, node, report) }
}

/** Reports that a value was read as another one, and returns that. */
function readAs(meant: string, node: StringNode, report: ReportDiagnostic): string {
  const edits = [{ ...sourceRange(node, 0, node.value.length), text: meant }]
  const problem = { code: 'value-misspelt', field: '', value: excerpt(node.value), meant } as const
  report({ ...problem, severity: 'warning', range: node.range, edits })
  return meant
}

function coerceBoolean(node: StringNode, report: ReportDiagnostic): SourceNode {
  const word = node.value.trim().toLowerCase()
  if (word === '') return nullAt(node)
  const isBoolean = word === 'true' || word === 'false'
  const meant = isBoolean ? word : valueMeant(word, 'flag', ['true', 'false'])
  if (meant === null) return node
  if (!isBoolean) readAs(meant, node, report)
  return { type: 'boolean', range: node.range, value: meant === 'true' }
}

const sides = ['left', 'right', 'center', 'top', 'bottom']

/** Reads a point such as `сол жоғары` as `left top`. */
function readFocusWords(node: StringNode, report: ReportDiagnostic): StringNode {
  const words = node.value.trim().split(/\s+/, 4)
  const meant = words.map((word) => (sides.includes(word) ? word : valueMeant(word, 'focusWords', sides)))
  if (words.length > 2 || meant.includes(null) || meant.join(' ') === words.join(' ')) return node
  return { type: 'string', range: node.range, value: readAs(meant.join(' '), node, report) }
}

function coerceNumber(node: StringNode): SourceNode {
  const word = node.value.trim()
  if (word === '') return nullAt(node)
  return decimal.test(word) ? { type: 'number', range: node.range, value: Number(word.replace(',', '.')) } : node
}
