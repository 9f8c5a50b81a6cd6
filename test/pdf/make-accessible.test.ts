import { expect, test } from 'vitest'
import { makeAccessible } from '../../src/pdf/make-accessible.ts'
import { readToUnicode } from '../../src/pdf/marked-text.ts'
import { srgbProfile } from '../../src/pdf/srgb-profile.ts'

const facts = { title: 'A', author: null, lang: 'kk', date: '2000-01-01T00:00:00Z' }
const trailer = (more: string, start: number) => `trailer\n<</Size 2\n${more}>>\nstartxref\n${start}\n%%EOF\n`
const table = 'xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \n'
const object = (body: string) => `%PDF-1.4\n1 0 obj\n${body}\nendobj\n`

test.each([
  '',
  'not a PDF',
  `%PDF-1.4\n${trailer('/Root 1 0 R', 9)}`,
  `%PDF-1.4\n${trailer('/Root 1 0 R\n/Prev 9', 9)}`,
  `%PDF-1.4\n${trailer('/Root 1 0 R\n/Encrypt 1 0 R', 9)}`,
  `%PDF-1.4\n${trailer('/Info 1 0 R', 999_999)}`,
  `${object('<</Producer (Other)>>')}${table}${trailer('/Root 1 0 R\n/Info 1 0 R', object('<</Producer (Other)>>').length)}`,
  `${object('<</Producer')}${table}${trailer('/Root 1 0 R\n/Info 1 0 R', object('<</Producer').length)}`,
])('a file with another structure stays as it is (%#)', async (text) => {
  const pdf = new Uint8Array(Buffer.from(text, 'latin1'))
  const { pdf: result, unexpected } = await makeAccessible(pdf, facts)
  expect(result).toBe(pdf)
  expect(unexpected).toEqual(expect.any(String))
})

test('glyphs are read as the letters that they stand for', () => {
  const map =
    '2 beginbfchar\n<0001> <04D8>\n<0002> <D83DDE00>\nendbfchar\n1 beginbfrange\n<0010> <0012> <0061>\nendbfrange\n'
  expect([...readToUnicode(map)]).toEqual([
    [1, 'Ә'],
    [2, '😀'],
    [16, 'a'],
    [17, 'b'],
    [18, 'c'],
  ])
})

test('the profile is one of sRGB', () => {
  const profile = srgbProfile()
  expect(profile.readUInt32BE(0)).toBe(profile.length)
  expect(profile.toString('latin1', 12, 24)).toBe('mntrRGB XYZ ')
  expect(profile.length).toBeLessThan(700)
})
