/** The end of a PDF that Chromium wrote: the trailer, and where the cross-reference table begins. */
const ending = /^trailer\s*<<(.*)>>\s*startxref\s+(\d+)\s+%%EOF\s*$/s
const maxEndingBytes = 2_000
/** The length of an entry of the cross-reference table. */
const entryBytes = 20

/**
 * Adds the author to the document information of a PDF, which Chromium cannot set, as an incremental update at the end of
 * the file. Not with pdf-lib, which takes as long to parse the file as Chromium takes to print it.
 *
 * Errors: none; returns a file with another structure unchanged.
 * Source: ISO 32000-1, 7.5.4 to 7.5.6, 14.3.3.
 */
export function addPdfAuthor(pdf: Uint8Array, author: string): Uint8Array {
  const end = latin1(pdf, Math.max(0, pdf.length - maxEndingBytes), pdf.length)
  const [, trailer = '', tableOffset = ''] = ending.exec(end.slice(end.lastIndexOf('trailer'))) ?? []
  const [, number = ''] = /\/Info\s+(\d+)\s+0\s+R/.exec(trailer) ?? []
  const info = number && findDictionary(pdf, Number(tableOffset), Number(number))
  if (!info) return pdf
  const object = `\n${number} 0 obj\n<<${info}\n/Author ${hexString(author)}>>\nendobj\n`
  const newTableOffset = pdf.length + object.length
  const entry = `${String(pdf.length + 1).padStart(10, '0')} 00000 n \n`
  const table = `xref\n${number} 1\n${entry}`
  const newTrailer = `trailer\n<<${trailer}\n/Prev ${tableOffset}>>\nstartxref\n${newTableOffset}\n%%EOF\n`
  return Buffer.concat([pdf, Buffer.from(object + table + newTrailer, 'latin1')])
}

/** Returns the content of an object's dictionary, found through a cross-reference table that lists all objects. */
function findDictionary(pdf: Uint8Array, tableOffset: number, number: number): string | null {
  const [head] = /^xref\s+0 \d+\s*?\n/.exec(latin1(pdf, tableOffset, tableOffset + 40)) ?? []
  if (head === undefined) return null
  const entry = tableOffset + head.length + number * entryBytes
  const offset = Number(latin1(pdf, entry, entry + 10))
  const object = latin1(pdf, offset, offset + 4_000)
  const name = `${number} 0 obj`
  if (!object.startsWith(name)) return null
  return /^\s*<<(.*?)>>\s*endobj/s.exec(object.slice(name.length))?.[1] ?? null
}

/** A PDF string object: UTF-16 as hexadecimal digits. */
const hexString = (text: string) => `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`

const latin1 = (bytes: Uint8Array, start: number, end: number) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', start, end)
