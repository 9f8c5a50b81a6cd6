/** A name, such as `/Type`. Shape: without the slash. */
export class PdfName {
  constructor(readonly name: string) {}
}

/** A reference to an object by its number. Chromium's objects have generation 0. */
export class PdfRef {
  constructor(readonly number: number) {}
}

/** A string object. Shape: its bytes, one a character. */
export class PdfString {
  constructor(readonly bytes: string) {}
}

export type PdfDict = Map<string, PdfValue>

/** The value of an object without its stream. Source: ISO 32000-1, 7.3. */
export type PdfValue = null | boolean | number | PdfName | PdfRef | PdfString | PdfValue[] | PdfDict

/** The text of a string object: UTF-16 with its mark, otherwise Latin. */
export const textOf = ({ bytes }: PdfString): string =>
  bytes.startsWith('\xfe\xff') ? Buffer.from(bytes.slice(2), 'latin1').swap16().toString('utf16le') : bytes

/** Creates a string object: ASCII as it is, any other text in UTF-16. */
export const textString = (text: string): PdfString =>
  new PdfString(/^[\x00-\x7f]*$/.test(text) ? text : `\xfe\xff${utf16(text)}`)

const utf16 = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('latin1')

/** Writes a value in the syntax of PDF. */
export function serialize(value: PdfValue): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return serializeNumber(value)
  if (value instanceof PdfRef) return `${value.number} 0 R`
  if (value instanceof PdfName) return serializeName(value.name)
  if (value instanceof PdfString) return serializeString(value.bytes)
  if (Array.isArray(value)) return `[${value.map(serialize).join(' ')}]`
  return `<<${[...value].map(([key, one]) => `${serializeName(key)} ${serialize(one)}`).join('\n')}>>`
}

/** Numbers have no exponents in PDF. */
const serializeNumber = (value: number) =>
  Number.isInteger(value) ? String(value) : value.toFixed(8).replace(/0{1,8}$/, '')

const serializeName = (name: string) =>
  `/${name.replace(/[^!-~]|[#()<>[\]{}/%]/g, (one) => `#${one.charCodeAt(0).toString(16).padStart(2, '0')}`)}`

function serializeString(bytes: string): string {
  if (!/^[ -~]*$/.test(bytes)) return `<${Buffer.from(bytes, 'latin1').toString('hex').toUpperCase()}>`
  return `(${bytes.replace(/[\\()]/g, '\\$&')})`
}
