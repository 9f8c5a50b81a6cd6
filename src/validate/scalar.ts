import type { Found } from '../model/diagnostic.ts'
import type { ValidateProblem } from '../model/problems/validate.ts'
import { type SourceNode, type StringNode, sourceRange } from '../model/source.ts'
import { langMeant } from './lang.ts'
import { sameName } from './nearest.ts'
import type { Resolved, Schema } from './schema.ts'
import { isExact, nothingAt, shortened } from './value.ts'

const decimal = /^-?\d+([.,]\d+)?$/

/**
 * A single value as it was meant, where that loses nothing: `"3"` where a count belongs, `"true"` where a flag does,
 * `" Cover "` and `Image` where names have small letters. Anything else is given back as it is.
 */
export function readScalar(node: SourceNode, { schema, names }: Resolved, report: Report): SourceNode {
  if (node.type === 'number' && names.some((name) => name === 'text' || name === 'plainText') && !isExact(node)) {
    report({ code: 'number-inexact', field: '', severity: 'error', range: node.range })
  }
  if (node.type !== 'string') return node
  if (schema.enum) return readName(node, schema.enum, names, report)
  if (allows(schema, 'boolean')) return readFlag(node)
  const isNumber = (allows(schema, 'number') || allows(schema, 'integer')) && schema.pattern !== undefined
  return isNumber ? readNumber(node) : node
}

type Report = (found: Found<ValidateProblem>) => void

const allows = ({ type }: Schema, name: string) => type === name || (Array.isArray(type) && type.includes(name))

function readName(node: StringNode, values: readonly unknown[], names: readonly string[], report: Report): SourceNode {
  if (values.includes(node.value)) return node
  const known = values.filter((value) => typeof value === 'string')
  const same = sameName(node.value, known)
  if (same !== null) return { type: 'string', range: node.range, value: same }
  const meant = names.includes('lang') ? langMeant(node.value) : null
  if (!meant) return node
  const edits = [{ ...sourceRange(node, 0, node.value.length), text: meant }]
  report({ code: 'lang-misspelt', lang: shortened(node.value), meant, severity: 'warning', range: node.range, edits })
  return { type: 'string', range: node.range, value: meant }
}

function readFlag(node: StringNode): SourceNode {
  const word = node.value.trim().toLowerCase()
  if (word === '') return nothingAt(node)
  return word === 'true' || word === 'false' ? { type: 'boolean', range: node.range, value: word === 'true' } : node
}

function readNumber(node: StringNode): SourceNode {
  const word = node.value.trim()
  if (word === '') return nothingAt(node)
  return decimal.test(word) ? { type: 'number', range: node.range, value: Number(word.replace(',', '.')) } : node
}
