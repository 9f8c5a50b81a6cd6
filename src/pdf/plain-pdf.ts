import type { PdfStream } from './pdf-file.ts'
import { type PdfDict, serialize } from './values.ts'

/** Writes a PDF with a plain table of objects, as Chromium does. Objects have a number before they are written. */
export class PlainPdf {
  private readonly parts: Buffer[] = [Buffer.from('%PDF-1.4\n%\xd3\xeb\xe9\xe1\n', 'latin1')]
  private readonly offsets: number[] = [0]
  private length = this.parts[0]!.length

  /** Gives a number to an object that is written later. */
  reserve(): number {
    return this.offsets.push(0) - 1
  }

  /** Whether an object is written already. */
  has(number: number): boolean {
    return this.offsets[number] !== 0
  }

  set(number: number, dict: PdfDict): void {
    this.add(number, `\n${serialize(dict)}\nendobj\n`)
  }

  setStream(number: number, { dict, bytes }: PdfStream): void {
    const whole = new Map(dict).set('Length', bytes.length)
    const end = Buffer.from('\nendstream\nendobj\n')
    this.add(number, `\n${serialize(whole)}\nstream\n`, Buffer.concat([bytes, end]))
  }

  /** Writes an object. Shape: `head` follows `12 0 obj`; `rest` is its stream, and the end of the object. */
  add(number: number, head: string, rest: Buffer = Buffer.alloc(0)): void {
    this.offsets[number] = this.length
    this.append(Buffer.from(`${number} 0 obj${head}`, 'latin1'))
    this.append(rest)
  }

  private append(bytes: Buffer): void {
    this.parts.push(bytes)
    this.length += bytes.length
  }

  /** Returns the file. Every number has been written. */
  finish(root: number, info: number): Buffer {
    const table = this.length
    const entries = this.offsets.slice(1).map((offset) => `${`${offset}`.padStart(10, '0')} 00000 n \n`)
    const size = this.offsets.length
    this.append(Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${entries.join('')}`))
    this.append(
      Buffer.from(`trailer\n<</Size ${size}\n/Root ${root} 0 R\n/Info ${info} 0 R>>\nstartxref\n${table}\n%%EOF\n`),
    )
    return Buffer.concat(this.parts)
  }
}
