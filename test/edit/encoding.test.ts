import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { needsConversion } from '../../src/edit/encoding.ts'

const fixtures = join(import.meta.dirname, '../fixtures/parse')
const bytesOf = (name: string) => readFileSync(join(fixtures, name, 'deck.txt'))

test.each([
  ['sound', null],
  ['bom-utf8', null],
  ['cp1251', 'windows-1251'],
  ['cp866', 'cp866'],
  ['koi8', 'koi8-r'],
  ['binary', null],
])('the file %s has to lose the encoding %s', (name, encoding) => {
  expect(needsConversion(bytesOf(name))).toBe(encoding)
})

test('UTF-16, and UTF-8 that was misread before it was saved, have to become UTF-8', () => {
  const text = '{ "content": [ { "title": "Қазақстан Республикасы" } ] }'
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
  expect(needsConversion(wide)).toBe('utf-16le')
  const misread = new TextDecoder('windows-1251').decode(Buffer.from(text.replace('Қазақстан', 'Республика')))
  expect(needsConversion(Buffer.from(misread))).toBe('misread')
})
