import { type PdfDict, PdfName, PdfRef, PdfString, type PdfValue } from './values.ts'

/** Says that a PDF has something that Chromium does not write. */
export class UnexpectedPdf extends Error {}

/**
 * Parses a value. Shape: `text` has one character a byte. `at` is where the value begins.
 * Errors: `UnexpectedPdf` if there is none.
 */
export function parseValue(text: string, at = 0): PdfValue {
  return new ValueParser(text, at).value()
}

const token =
  /[\0\t\n\f\r ]*(?:(<<|>>|[[\]])|\/([^\0\t\n\f\r ()<>[\]{}/%]*)|(\()|<([0-9A-Fa-f\s]*)>|([^\0\t\n\f\r ()<>[\]{}/%]+))/y
const reference = / (\d+) R(?![^\0\t\n\f\r ()<>[\]{}/%])/y
const maxDepth = 50

class ValueParser {
  private depth = 0

  constructor(
    private readonly text: string,
    private at: number,
  ) {}

  value(): PdfValue {
    const found = this.next()
    const [, mark, name, string, hex, word] = found
    if (name !== undefined) return new PdfName(decodeName(name))
    if (string !== undefined) return new PdfString(this.restOfString())
    if (hex !== undefined) return new PdfString(decodeHex(hex))
    if (word !== undefined) return this.word(word)
    if (mark === '<<') return this.nested(() => this.dict())
    if (mark === '[') return this.nested(() => this.array())
    throw new UnexpectedPdf(`unexpected ${mark}`)
  }

  private next(): RegExpExecArray {
    token.lastIndex = this.at
    const found = token.exec(this.text)
    if (!found) throw new UnexpectedPdf('a value is missing')
    this.at = token.lastIndex
    return found
  }

  private nested<T>(read: () => T): T {
    if (++this.depth > maxDepth) throw new UnexpectedPdf('nested too deeply')
    const value = read()
    this.depth--
    return value
  }

  private dict(): PdfDict {
    const dict: PdfDict = new Map()
    for (;;) {
      const [, mark, name] = this.next()
      if (mark === '>>') return dict
      if (name === undefined) throw new UnexpectedPdf('a key is missing')
      dict.set(decodeName(name), this.value())
    }
  }

  private array(): PdfValue[] {
    const items: PdfValue[] = []
    for (;;) {
      const start = this.at
      if (this.next()[1] === ']') return items
      this.at = start
      items.push(this.value())
    }
  }

  private word(word: string): PdfValue {
    if (word === 'null') return null
    if (word === 'true' || word === 'false') return word === 'true'
    const number = Number(word)
    if (Number.isNaN(number)) throw new UnexpectedPdf(`unexpected ${word.slice(0, 20)}`)
    reference.lastIndex = this.at
    const found = Number.isInteger(number) && reference.exec(this.text)
    if (!found) return number
    if (found[1] !== '0') throw new UnexpectedPdf('an object has a generation')
    this.at = reference.lastIndex
    return new PdfRef(number)
  }

  /** Reads a string after its opening bracket. */
  private restOfString(): string {
    let depth = 1
    let result = ''
    while (this.at < this.text.length) {
      const character = this.text[this.at++]!
      if (character === '\\') result += this.escape()
      else if (character === ')' && --depth === 0) return result
      else {
        if (character === '(') depth++
        result += character
      }
    }
    throw new UnexpectedPdf('a string has no end')
  }

  private escape(): string {
    const octal = /^[0-7]{1,3}/.exec(this.text.slice(this.at, this.at + 3))?.[0]
    if (octal) {
      this.at += octal.length
      return String.fromCharCode(Number.parseInt(octal, 8) & 0xff)
    }
    const character = this.text[this.at++] ?? ''
    return escapes[character] ?? character
  }
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '\n': '' }

const decodeName = (name: string) =>
  name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

function decodeHex(hex: string): string {
  const digits = hex.replace(/\s/g, '')
  return Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex').toString('latin1')
}
