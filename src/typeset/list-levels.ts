import type { ListMark, MarkKind } from './list-marks.ts'

/** The deepest level of a list, from 0. */
export const deepestLevel = 2

/** A line of a list that is being read. */
interface OpenLevel {
  kind: MarkKind
  indent: number
  level: number
}

/** What stands below what, if both begin at the same place: `а)` below `1.`, a dash below a bullet. */
const below: { [K in MarkKind]?: readonly MarkKind[] } = {
  letter: ['capital', 'number', 'bracket', 'parts', 'roman', 'bullet', 'dash', 'circle'],
  capital: ['number', 'bracket', 'parts', 'roman', 'bullet', 'dash', 'circle'],
  number: ['capital'],
  bracket: ['capital'],
  'second-bullet': ['bullet'],
  'third-bullet': ['bullet', 'second-bullet'],
  dash: ['bullet', 'second-bullet', 'letter'],
}

/**
 * Returns the level of each line of a list, from 0, as its white space, numbers and marks show it; null lines are not of a
 * list and end it. Levels are not limited.
 */
export function listLevels(marks: readonly (ListMark | null)[]): number[] {
  let open: OpenLevel[] = []
  return marks.map((mark) => {
    if (!mark) {
      open = []
      return 0
    }
    const level = levelOf(mark, open)
    while (open.length > 0 && open.at(-1)!.level >= level) open.pop()
    open.push({ kind: mark.kind, indent: mark.indent, level })
    return level
  })
}

function levelOf(mark: ListMark, open: readonly OpenLevel[]): number {
  const last = open.at(-1)
  const { kind, indent } = mark
  if (kind === 'parts') {
    const parts = mark.marker.replace(/[.)]$/, '').split('.').length - 1
    return open.length > 0 ? parts - 1 + (open[0]!.kind === 'parts' ? 0 : 1) : 0
  }
  if (!last) return 0
  const same = open.findLast((one) => one.kind === kind && Math.abs(one.indent - indent) < 2)
  if (same && !restarts(mark, last)) return same.level
  if (indent >= last.indent + 2) return last.level + 1
  if (indent <= last.indent - 2) {
    const outer = open.findLast((one) => one.indent <= indent + 1)
    return outer ? outer.level + (isBelow(kind, outer.kind) ? 1 : 0) : 0
  }
  if (isBelow(kind, last.kind) || restarts(mark, last)) return last.level + 1
  return last.kind === kind || !isNumber(kind) ? last.level : Math.min(last.level, numberLevel(kind, open))
}

const isBelow = (kind: MarkKind, above: MarkKind) => below[kind]?.includes(above) ?? false

const isNumber = (kind: MarkKind) => kind === 'number' || kind === 'bracket' || kind === 'roman' || kind === 'circle'

/** `1)` below `5.` begins a list within it. */
const restarts = ({ kind, marker }: ListMark, last: OpenLevel) =>
  kind === 'bracket' && marker === '1)' && (last.kind === 'number' || last.kind === 'parts' || last.kind === 'roman')

/** The level of a number behind deeper lines: that of the last number, or the first level. */
const numberLevel = (kind: MarkKind, open: readonly OpenLevel[]): number =>
  open.findLast((one) => one.kind === kind)?.level ?? open[0]?.level ?? 0
