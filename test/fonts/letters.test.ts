import { readdirSync, readFileSync } from 'node:fs'
import * as hb from 'harfbuzzjs'
import { describe, expect, test } from 'vitest'

const folder = new URL('../../static/fonts/', import.meta.url)
const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ttf'))

/** The letters of the languages that decks use, in their alphabets' order. */
const alphabets = {
  'Kazakh, Cyrillic': 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя',
  'Kazakh, Latin of 2021': 'aäbdefgğhiıjklmnñoöpqrsştuūüvyz',
  Russian: 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
  English: 'abcdefghijklmnopqrstuvwxyz',
  Turkish: 'abcçdefgğhıijklmnoöprsştuüvyz',
  // Golos Text lacks the ʻ of oʻ and gʻ, which another font draws.
  Uzbek: 'abdefghijklmnopqrstuvxyzʼ',
  'Uzbek, Cyrillic': 'абвгдеёжзийклмнопрстуфхцчшъэюяўқғҳ',
  Belarusian: 'абвгдеёжзійклмнопрстуўфхцчшыьэюя',
  Esperanto: 'abcĉdefgĝhĥijĵklmnoprsŝtuŭvz',
}

const dotless: Readonly<Record<string, string>> = { i: 'ı', j: 'ȷ' }

/** Capitals by table, since those of `i` and `ı` depend on the language. */
const capital = (letter: string) => ({ i: 'İ', ı: 'I' })[letter] ?? letter.toUpperCase()

function shapesOf(name: string): (text: string) => string {
  const font = new hb.Font(new hb.Face(new hb.Blob(new Uint8Array(readFileSync(new URL(name, folder))).buffer)))
  return (text) => {
    const buffer = new hb.Buffer()
    buffer.addText(text)
    buffer.guessSegmentProperties()
    hb.shape(font, buffer)
    return buffer
      .getGlyphInfos()
      .map(({ codepoint }) => (codepoint === 0 ? '' : font.glyphToPath(codepoint)))
      .join('')
  }
}

describe.each(names)('%s', (name) => {
  const shapeOf = shapesOf(name)

  test.each(Object.entries(alphabets))('draws each letter of %s, with its marks', (_, alphabet) => {
    const letters = [...alphabet, ...[...alphabet].map(capital)]
    const faults = letters.filter((letter) => {
      const shape = shapeOf(letter)
      const base = letter.normalize('NFD')[0]!
      // A mark adds contours to those of the base. The dot of i and j is left out below a mark.
      return shape === '' || (base !== letter && contours(shape) <= contours(shapeOf(dotless[base] ?? base)))
    })
    expect(faults).toEqual([])
  })

  test('draws no two letters of an alphabet alike', () => {
    for (const alphabet of Object.values(alphabets)) {
      const letters = [...new Set([...alphabet, ...[...alphabet].map(capital)])]
      const shapes = new Map<string, string[]>()
      for (const letter of letters) shapes.set(shapeOf(letter), [...(shapes.get(shapeOf(letter)) ?? []), letter])
      // Letters of one shape by design: the Latin and Cyrillic ones of a mixed list are in no alphabet together.
      expect([...shapes.values()].filter((same) => same.length > 1)).toEqual([])
    }
  })
})

/** The number of closed contours of a path. */
const contours = (path: string) => path.split('M').length - 1
