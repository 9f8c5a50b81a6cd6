/** Where the cross-reference table begins, and the dictionary of the file: the end of a PDF that Chromium wrote. */
const ending = /trailer\s*<<(.*)>>\s*startxref\s+(\d+)\s+%%EOF\s*$/s
const endingBytes = 2_000
const entryBytes = 20

const latin1 = (bytes: Uint8Array, start: number, end: number) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', start, end)

/** A text as a PDF's strings have it: UTF-16, as hexadecimal digits. */
const hex = (text: string) => `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`

/**
 * Adds the author to what a PDF of Chromium's says of itself, which Chromium takes from nowhere, as an update at the end of
 * the file. A library that reads the file for that (pdf-lib) takes as long as the printing of it.
 *
 * Errors: none; a file built in another way is given back as it is.
 * Source: ISO 32000-1, 7.5.4 to 7.5.6, 14.3.3.
 */
export function addPdfAuthor(pdf: Uint8Array, author: string): Uint8Array {
  const [, trailer = '', start = ''] = ending.exec(latin1(pdf, Math.max(0, pdf.length - endingBytes), pdf.length)) ?? []
  const [, number = ''] = /\/Info\s+(\d+)\s+0\s+R/.exec(trailer) ?? []
  const info = number && infoAt(pdf, Number(start), Number(number))
  if (!info) return pdf
  const object = `\n${number} 0 obj\n<<${info}\n/Author ${hex(author)}>>\nendobj\n`
  const table = pdf.length + object.length
  const entry = `${String(pdf.length + 1).padStart(10, '0')} 00000 n \n`
  const rest = `xref\n${number} 1\n${entry}trailer\n<<${trailer}\n/Prev ${start}>>\nstartxref\n${table}\n%%EOF\n`
  return Buffer.concat([pdf, Buffer.from(object + rest, 'latin1')])
}

/** What stands in the dictionary of an object, found by its entry in a table that lists all objects. */
function infoAt(pdf: Uint8Array, table: number, number: number): string | null {
  const [head] = /^xref\s+0 \d+\s*?\n/.exec(latin1(pdf, table, table + 40)) ?? []
  if (head === undefined) return null
  const entry = table + head.length + number * entryBytes
  const offset = Number(latin1(pdf, entry, entry + 10))
  const object = latin1(pdf, offset, offset + 4_000)
  return new RegExp(`^${number} 0 obj\\s*<<(.*?)>>\\s*endobj`, 's').exec(object)?.[1] ?? null
}
