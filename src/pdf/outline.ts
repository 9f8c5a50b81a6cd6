import { UnexpectedPdf } from './parse-value.ts'
import type { PdfFile } from './pdf-file.ts'
import type { PlainPdf } from './plain-pdf.ts'
import { type PdfDict, PdfName, PdfRef, type PdfValue } from './values.ts'

/** An entry of the outline: what it shows and where it leads, and the level of its heading, from 1. */
export interface OutlineEntry {
  /** Its number in the file that it was read from. */
  number: number
  level: number
  /** Without the keys that link entries with each other. */
  dict: PdfDict
}

const links = ['Parent', 'Prev', 'Next', 'First', 'Last', 'Count']

/** Reads the outline of a file in the order of its entries. */
export const readOutline = (file: PdfFile): OutlineEntry[] =>
  [...outlineItems(file)].map(({ number, dict }) => ({
    number,
    level: levelOf(file, dict),
    dict: new Map([...dict].filter(([key]) => !links.includes(key))),
  }))

/** Finds the entries of the outline in their order, as they are stored. */
export function* outlineItems(file: PdfFile): Generator<{ number: number; dict: PdfDict }> {
  const outlines = file.value(file.dict(file.trailer.get('Root')).get('Outlines'))
  const open: PdfRef[] = []
  const begin = (value: PdfValue | undefined) => {
    if (value instanceof PdfRef) open.push(value)
  }
  if (outlines instanceof Map) begin(outlines.get('First'))
  let found = 0
  for (let ref = open.pop(); ref; ref = open.pop()) {
    if (++found > file.length) throw new UnexpectedPdf('the outline has no end')
    const dict = file.dict(ref)
    yield { number: ref.number, dict }
    begin(dict.get('Next'))
    begin(dict.get('First'))
  }
}

function levelOf(file: PdfFile, item: PdfDict): number {
  const element = file.value(item.get('SE'))
  const type = element instanceof Map ? element.get('S') : null
  const level = type instanceof PdfName ? /^H([1-6])$/.exec(type.name)?.[1] : undefined
  if (!level) throw new UnexpectedPdf('an entry of the outline has no heading')
  return Number(level)
}

interface Node {
  number: number
  level: number
  dict: PdfDict
  kids: Node[]
}

/** Writes an outline: an entry stands below the last one before it with a higher heading. Returns the number of its root. */
export function writeOutline(entries: readonly OutlineEntry[], plain: PlainPdf): number {
  const root: Node = { number: plain.reserve(), level: 0, dict: new Map(), kids: [] }
  const open = [root]
  for (const { level, dict } of entries) {
    while (open.at(-1)!.level >= level) open.pop()
    const node: Node = { number: plain.reserve(), level, dict, kids: [] }
    open.at(-1)!.kids.push(node)
    open.push(node)
  }
  root.dict.set('Type', new PdfName('Outlines'))
  writeNode(root, plain)
  return root.number
}

/** Writes an entry and those below it. Returns how many they are. */
function writeNode({ number, dict, kids }: Node, plain: PlainPdf): number {
  let count = 0
  for (const [i, kid] of kids.entries()) {
    const near = [
      ['Parent', number],
      ['Prev', kids[i - 1]?.number],
      ['Next', kids[i + 1]?.number],
    ] as const
    for (const [key, other] of near) if (other !== undefined) kid.dict.set(key, new PdfRef(other))
    count += 1 + writeNode(kid, plain)
  }
  const whole = new Map(dict)
  if (kids.length > 0) {
    whole
      .set('First', new PdfRef(kids[0]!.number))
      .set('Last', new PdfRef(kids.at(-1)!.number))
      .set('Count', count)
  }
  plain.set(number, whole)
  return count
}
