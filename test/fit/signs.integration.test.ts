import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { glyphStride, loadHarfbuzz, type OpenFont } from '../../src/fit/harfbuzz.ts'
import { measure } from '../../src/fit/measure-text.ts'
import list from '../../static/fonts/subset.json' with { type: 'json' }
import { openPage } from '../browser.ts'
import { faces } from './faces.ts'
import { truthPage } from './truth.ts'

const fonts = new URL('../../static/fonts/', import.meta.url)
const files = readdirSync(fonts, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ttf'))
const hb = loadHarfbuzz()

/** Signs and digits of the ready-made subsets; digits around the fraction slash become a fraction, as Unicode has it. */
const signs = [...list.characters.join('')].filter((char) => !/[\p{L}\s\u2044]/u.test(char))
const pairs = signs.flatMap((first) => signs.map((second) => first + second))
/** What fonts like to join. */
const joined = [
  'fi',
  'fl',
  'ff',
  'ffi',
  'ffl',
  'fj',
  'ft',
  'tt',
  '-->',
  '<--',
  '<->',
  '==>',
  '===',
  '!==',
  '...',
  '(c)',
]
const known = [...joined, '->', '<-', '<<', '>>', '=>', '<=', '!=', '--', '::', '||', '1/2', '3x4', '<–', '—>', 'x->y']

const glyphsOf = (font: OpenFont, text: string): number[] => {
  hb.load(text)
  const { count, infos } = hb.shape(font, 0, text.length, null, { lang: 'kk', tabular: false })
  return Array.from({ length: count }, (_, i) => infos[i * glyphStride]!)
}

test.each(files)('%s draws each sign by itself, whatever stands beside it', (file) => {
  const font = hb.open(readFileSync(new URL(file, fonts)))
  const alone = new Map<string, number[]>()
  for (const char of [...signs, ...known.join('')]) alone.set(char, glyphsOf(font, char))
  const apart = (text: string) => [...text].flatMap((char) => alone.get(char)!)
  const changed = [...pairs, ...known].filter((text) => `${glyphsOf(font, text)}` !== `${apart(text)}`)
  expect(changed).toEqual([])
})

describe.each(faces.map((file) => [`${file.face.family} ${file.face.ttf}`, file] as const))('%s', (_, file) => {
  test('pairs of signs are as wide in the browser as we say', async () => {
    const texts = [...known, ...pairs.filter((text) => /^[!-~]+$/.test(text))]
    const { page, close } = await openPage(await truthPage(file, texts))
    const real = await page.evaluate(() => {
      document.body.style.fontSize = '100px'
      const range = document.createRange()
      return [...document.querySelectorAll('p')].map((text) => {
        range.selectNodeContents(text)
        return range.getBoundingClientRect().width
      })
    })
    await close()
    const font = hb.open(file.ttf)
    const ours = texts.map((text) => 100 * measure(hb, text, [{ font, end: text.length }], 'kk', 0).before.at(-1)!)
    // Browsers round to a 64th of a pixel.
    const off = texts.filter((_, i) => Math.abs(real[i]! - ours[i]!) > 0.05)
    expect(off).toEqual([])
  })
})
