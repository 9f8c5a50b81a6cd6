import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tablesOfTrueType } from '../../src/fonts/cmap.ts'
import { isSoundTrueType, isSoundWoff2 } from '../../src/fonts/sound-font.ts'
import { packageRoot } from '../../src/system/package-root.ts'

const folder = join(packageRoot(), 'static/fonts')
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
const fonts = files
  .filter((file) => /\.(?:ttf|woff2)$/.test(file))
  .map((file) => ({ file, read: () => readFileSync(join(folder, file)) }))
const ttf = fonts.find(({ file }) => file.endsWith('.ttf'))!
const woff2 = fonts.find(({ file }) => file.endsWith('.woff2'))!

test('the fonts that ship are sound', () => {
  const isSound = (file: string) => (file.endsWith('ttf') ? isSoundTrueType : isSoundWoff2)
  expect(fonts.length).toBeGreaterThan(10)
  expect(fonts.filter(({ file, read }) => !isSound(file)(read())).map(({ file }) => file)).toEqual([])
})

describe.each(['cmap', 'head', 'hhea', 'hmtx', 'maxp', 'glyf', 'loca'])('a font whose table %s', (tag) => {
  const damaged = (damage: (table: Buffer) => void) => {
    const font = ttf.read()
    damage(tablesOfTrueType(font).get(tag)!)
    return font
  }

  test('is filled with ones is broken', () => {
    expect(isSoundTrueType(damaged((table) => table.fill(0xff)))).toBe(false)
  })

  test('is noise is broken', () => {
    const noise = (table: Buffer) => {
      for (let i = 0; i < table.length; i++) table[i] = (i * 7919 + 13) & 0xff
    }
    expect(isSoundTrueType(damaged(noise))).toBe(false)
  })
})

test.each([
  ['zeros', (font: Buffer) => font.fill(0, 12 + font.readUInt16BE(4) * 16)],
  ['nothing', (font: Buffer) => font.subarray(0, 12 + font.readUInt16BE(4) * 16)],
  ['half of what it should hold', (font: Buffer) => font.subarray(0, font.length / 2)],
])('a font with a sound header and %s after it is broken', (_, damage) => {
  expect(isSoundTrueType(damage(ttf.read()))).toBe(false)
})

test('a WOFF2 font that cannot be unpacked is broken', () => {
  const font = woff2.read()
  expect(isSoundWoff2(font.fill(7, font.length / 2))).toBe(false)
})

test('ranges of characters that overlap are refused without reading them', () => {
  // A million groups of all characters each.
  const groups = 1_000_000
  const cmap = Buffer.alloc(12 + 16 + groups * 12)
  cmap.writeUInt16BE(1, 2)
  cmap.writeUInt32BE(12, 8)
  cmap.writeUInt16BE(12, 12)
  cmap.writeUInt32BE(groups, 24)
  for (let i = 0; i < groups; i++) cmap.writeUInt32BE(0x10ffff, 28 + i * 12 + 4)
  const font = ttf.read()
  const entry = 12 + 16 * [...tablesOfTrueType(font).keys()].indexOf('cmap')
  font.writeUInt32BE(font.length, entry + 8)
  font.writeUInt32BE(cmap.length, entry + 12)
  expect(isSoundTrueType(Buffer.concat([font, cmap]))).toBe(false)
})
