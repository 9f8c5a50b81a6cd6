import type { Diagnostic } from '../model/diagnostic.ts'
import type { ParseProblem } from '../model/problems/parse.ts'
import { type StringNode, sourceOffset } from '../model/source.ts'
import { rewriteString } from './rewrite.ts'

/** A number at the end of a line that belongs to the heading on the next line. Units: indexes into the value. */
interface SplitNumber {
  number: number
  /** `7.` */
  marker: string
  /** The range of the marker and the blanks after it. */
  start: number
  end: number
  /** Where the next line begins. */
  next: number
}

const head = /^[ \t]*(\d{1,3})[.)](?!\d)/
const tail = /(?:^|[\s.;:!?])((\d{1,3})[.)])[ \t\u00A0]*$/
const headingStart = /^[ \t]*[\p{Lu}«“"(]/u

/** Moves numbers that a line break separated from their headings to the start of those headings, and reports them. */
export function rejoinHeadingNumbers(node: StringNode, diagnostics: Diagnostic<ParseProblem>[]): void {
  if (!/\d[.)][ \t\u00A0]*\n/.test(node.value)) return
  const splits = findSplitNumbers(node.value).filter((one) => isVerbatim(node, one))
  if (splits.length === 0) return
  const edits = splits.flatMap(({ start, end, next, marker }) => [
    { start: sourceOffset(node, start), end: sourceOffset(node, start) + end - start, text: '' },
    { start: sourceOffset(node, next), end: sourceOffset(node, next), text: `${marker} ` },
  ])
  const range = { start: edits[0]!.start, end: edits[0]!.start + splits[0]!.marker.length }
  const numbers = splits.map(({ number }) => number)
  diagnostics.push({ code: 'number-torn', numbers, severity: 'warning', range, count: splits.length, edits })
  rewriteString(
    node,
    splits.flatMap(({ start, end, next, marker }) => [
      { start, end, text: '' },
      { start: next, end: next, text: `${marker} ` },
    ]),
  )
}

/** Finds split numbers: only the next number in the sequence counts. `… 2014.` is a year, `… see 9.` a reference. */
function findSplitNumbers(value: string): SplitNumber[] {
  const lines = value.split('\n')
  const numbers = lines.map((line) => Number(head.exec(line)?.[1] ?? Number.NaN))
  const following = nextNumbers(numbers)
  const splits: SplitNumber[] = []
  let last = Number.NaN
  let offset = 0
  lines.forEach((line, i) => {
    const hit = tail.exec(line)
    const alone = hit !== null && /^\s*$/.test(line.slice(0, hit.index))
    if (!alone && !Number.isNaN(numbers[i]!)) last = numbers[i]!
    const next = lines[i + 1]
    const number = Number(hit?.[2])
    const belongs = number === last + 1 && following[i] !== number
    if (hit && next !== undefined && belongs && headingStart.test(next)) {
      const start = offset + hit.index + hit[0].indexOf(hit[1]!)
      splits.push({ number, marker: hit[1]!, start, end: offset + line.length, next: offset + line.length + 1 })
      last = number
    } else if (alone) last = number
    offset += line.length + 1
  })
  return splits
}

/** Returns, for each line, the number of the next numbered line. */
function nextNumbers(numbers: readonly number[]): number[] {
  const following: number[] = new Array(numbers.length)
  let next = Number.NaN
  for (let i = numbers.length - 1; i >= 0; i--) {
    following[i] = next
    if (!Number.isNaN(numbers[i]!)) next = numbers[i]!
  }
  return following
}

/** Whether the number is the same in the source as in the value, so that removing it removes nothing else. */
function isVerbatim(node: StringNode, { start, end }: SplitNumber): boolean {
  for (let i = start + 1; i < end; i++)
    if (sourceOffset(node, i) !== sourceOffset(node, start) + i - start) return false
  return true
}
