import type { Diagnostic } from '../model/diagnostic.ts'
import { excerpt } from '../model/excerpt.ts'
import type { ValidateProblem } from '../model/problems/validate.ts'
import { type SourceNode, type StringNode, sourceRange } from '../model/source.ts'
import { matchName } from './field-names.ts'
import { parseLangCode } from './lang-codes.ts'
import type { Definition, JsonSchema, ResolvedSchema } from './schema.ts'
import { isExact, nullAt } from './value.ts'

const decimal = /^-?\d+([.,]\d+)?$/

/**
 * Converts a scalar to what it was meant to be, if nothing is lost: `"3"` to a number where the schema has a number,
 * `"true"` to a boolean, `" Cover "` and `Image` to the lower-case names. Returns any other value unchanged.
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
  if (allows(schema, 'boolean')) return coerceBoolean(node)
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
  const meant = names.includes('lang') ? parseLangCode(node.value) : null
  if (!meant) return node
  const edits = [{ ...sourceRange(node, 0, node.value.length), text: meant }]
  report({
    code: 'lang-misspelt',
    lang: excerpt(node.value),
    meant,
    severity: 'warning',
    range: node.range,
    edits,
  })
  return { type: 'string', range: node.range, value: meant }
}

function coerceBoolean(node: StringNode): SourceNode {
  const word = node.value.trim().toLowerCase()
  if (word === '') return nullAt(node)
  return word === 'true' || word === 'false' ? { type: 'boolean', range: node.range, value: word === 'true' } : node
}

function coerceNumber(node: StringNode): SourceNode {
  const word = node.value.trim()
  if (word === '') return nullAt(node)
  return decimal.test(word) ? { type: 'number', range: node.range, value: Number(word.replace(',', '.')) } : node
}
