import { createHash } from 'node:crypto'
import type { PdfFile } from './pdf-file.ts'
import type { PlainPdf } from './plain-pdf.ts'
import { renumber } from './renumber.ts'

/** Pictures, their colours and the settings of what is painted. */
const isShared = (head: string) =>
  head.includes('/Subtype /Image') || /^\d+ 0 obj\n<<(?:\/N 3\n|\/(?:ca|CA) [\d.]+\n)/.test(head)

/** A picture refers to its transparency and its colours, so that three rounds number all. */
const rounds = 3

/** Gives objects that are the same in several parts one number. */
export class SharedObjects {
  private readonly known = new Map<string, number>()

  constructor(private readonly plain: PlainPdf) {}

  /** Numbers the objects of a file that other files may have too. Shape: `numbers` are 0 for those without a number. */
  number(file: PdfFile, numbers: Int32Array): void {
    const candidates = [...file.numbers()].filter((number) => isShared(file.head(number)))
    for (let round = 0; round < rounds; round++) {
      for (const number of candidates) if (numbers[number] === 0) this.numberOne(file, number, numbers)
    }
  }

  private numberOne(file: PdfFile, number: number, numbers: Int32Array): void {
    const head = file.head(number)
    const isReady = [...head.matchAll(/\b(\d+) 0 R\b/g)].every(([, ref]) => numbers[Number(ref)] !== 0)
    if (!isReady) return
    const content = createHash('sha1').update(renumber(head, { numbers, keys: new Map(), ids: new Map() }), 'latin1')
    const key = content.update(file.rest(number)).digest('base64')
    const target = this.known.get(key) ?? this.plain.reserve()
    this.known.set(key, target)
    numbers[number] = target
  }
}
