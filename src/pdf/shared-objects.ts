import { createHash } from 'node:crypto'
import { parseValue, UnexpectedPdf } from './parse-value.ts'
import type { PdfFile } from './pdf-file.ts'
import type { PlainPdf } from './plain-pdf.ts'
import { renumber } from './renumber.ts'
import { nameResources, renameResources } from './resource-names.ts'
import { PdfRef, serialize } from './values.ts'

/** Patterns and groups, which have a content. Those with text of their own belong to one place in the tag tree. */
const hasContent = (head: string) =>
  /\/PatternType 1\b|\/Subtype \/Form\b/.test(head) && !head.includes('/StructParent')

/** Pictures, their colours, what is made of them, and the settings of what is painted. */
const isShared = (head: string) =>
  head.includes('/Subtype /Image') || hasContent(head) || /^\d+ 0 obj\n<<(?:\/N 3\n|\/(?:ca|CA) [\d.]+\n)/.test(head)

/** Gives objects that are the same, in one part or in several, one number. */
export class SharedObjects {
  private readonly known = new Map<string, number>()

  constructor(private readonly plain: PlainPdf) {}

  /** Numbers the objects of a file that may be stored several times. Shape: `numbers` are 0 for those without a number. */
  number(file: PdfFile, numbers: Int32Array): void {
    let waiting = [...file.numbers()].filter((number) => numbers[number] === 0 && isShared(file.head(number)))
    // A picture refers to its transparency and its colours, a pattern to its pictures. What is stored once more must not
    // change the order: each round takes only what the rounds before made ready.
    for (let ready = waiting; ready.length > 0; ) {
      ready = waiting.filter((number) => isReady(file.head(number), numbers))
      for (const number of ready) this.numberOne(file, number, numbers)
      waiting = waiting.filter((number) => numbers[number] === 0)
    }
  }

  private numberOne(file: PdfFile, number: number, numbers: Int32Array): void {
    const head = file.head(number)
    const body = renumber(head, { numbers, keys: new Map(), ids: new Map() })
    const key = hasContent(head) ? contentKey(body, file.decode(new PdfRef(number))) : hash(body, file.rest(number))
    const target = this.known.get(key) ?? this.plain.reserve()
    this.known.set(key, target)
    numbers[number] = target
  }
}

/** Whether all have a number to which an object refers. */
const isReady = (head: string, numbers: Int32Array) =>
  [...head.matchAll(/\b(\d+) 0 R\b/g)].every(([, ref]) => numbers[Number(ref)] !== 0)

/** The names of resources say only in which order a browser met them. */
function contentKey(body: string, content: Buffer): string {
  const dict = parseValue(body, 0)
  if (!(dict instanceof Map)) throw new UnexpectedPdf('a dictionary is missing')
  const names = nameResources(dict)
  dict.delete('Length')
  return hash(serialize(dict), renameResources(content.toString('latin1'), names))
}

const hash = (head: string, rest: Uint8Array | string) =>
  createHash('sha1').update(head, 'latin1').update(rest).digest('base64')
