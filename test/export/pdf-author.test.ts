import { expect, test } from 'vitest'
import { addPdfAuthor } from '../../src/export/pdf-author.ts'

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))

test('a PDF with another structure is returned unchanged', () => {
  const trailer = (info: string, start: number) => `trailer\n<</Size 2\n${info}>>\nstartxref\n${start}\n%%EOF\n`
  const strange = [
    '',
    'not a PDF',
    `%PDF-1.4\n${trailer('/Root 1 0 R', 9)}`,
    `%PDF-1.4\n${trailer('/Info 1 0 R', 9)}`,
    `%PDF-1.4\nxref\n0 2\n0000000000 65535 f \n0000000000 00000 n \n${trailer('/Info 1 0 R', 9)}`,
    `%PDF-1.4\n${trailer('/Info 1 0 R', 999_999)}`,
  ]
  for (const text of strange) expect(addPdfAuthor(bytes(text), 'A')).toEqual(bytes(text))
})
