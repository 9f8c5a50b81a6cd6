import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { tieAt } from '../../src/fit/ties.ts'
import { Latin } from '../../src/latin/latin.ts'
import { hasCyrillic, latinOf } from '../../src/latin/letters.ts'
import { latinPieces } from '../../src/latin/to-latin.ts'
import type { Paragraph } from '../../src/model/text.ts'

const latin = new Latin({ Цой: 'Tsoi' })
const span = (text: string, href: string | null = null) => ({ text, bold: false, italic: false, href })

describe('a paragraph', () => {
  const written = (...spans: Paragraph['spans']) =>
    latin.paragraph({ kind: 'paragraph', marker: '', spans }).spans.map(({ text }) => text)

  test('has words that are partly bold', () => {
    expect(written(span('Ц'), span('ойдың әні, Я'), span('НВАРЬ'))).toEqual(['Tsoi', 'dyñ änı, İA', 'NVAR'])
  })

  test('has links with names, and links that show their address', () => {
    expect(
      written(span('бетте', 'https://egov.kz/бетте'), span('сайт.қаз', 'https://сайт.қаз'), span('Тізім', '#3')),
    ).toEqual(['бетте', 'сайт.қаз', 'Tızım'])
  })

  test('has a marker', () => {
    const paragraph: Paragraph = { kind: 'numbered', marker: 'ә)', spans: [] }
    expect(latin.paragraph(paragraph).marker).toBe('ä)')
    expect(latin.paragraph(paragraph)).toBe(latin.paragraph(paragraph))
  })
})

describe('a value', () => {
  test('is written in its own language, and keeps what is no text', () => {
    const view = {
      region: 'body',
      template: 'map',
      characters: 'Ә',
      lang: 'kk',
      picture: { file: 'сурет.png' },
      href: 'https://сайт.қаз',
      marks: [
        { tag: 'text', attributes: { x: 1 }, text: 'Қала' },
        { tag: 'text', attributes: { lang: 'ru' }, text: 'Город' },
      ],
      inner: { lang: 'ru', text: 'Юг' },
      say: (name: string) => `${name} қаласы`,
    }
    const made = latin.value(view, 'kk')
    expect(made).toMatchObject({
      characters: 'ӘÄ',
      picture: view.picture,
      href: view.href,
      marks: [{ text: 'Qala' }, view.marks[1]],
      inner: view.inner,
    })
  })

  test('without Kazakh words is the same object', () => {
    const view = { lang: 'en', list: [{ text: 'Мәтін' }] }
    expect(latin.value(view, 'kk')).toBe(view)
    const plain = { text: 'A', list: ['b'] }
    expect(latin.value(plain, 'kk')).toBe(plain)
  })
})

const seeds = new URL('../../../shared/seeds/', import.meta.url)
describe.skipIf(!existsSync(seeds))('texts of staff', () => {
  const files = existsSync(seeds) ? readdirSync(seeds) : []
  test.each(files)('%s loses no letter, and keeps none of the old ones', (file) => {
    const text = readFileSync(new URL(file, seeds), 'utf8')
    const pieces = latinPieces(text, new Latin().own)
    expect(pieces).toHaveLength(text.length)
    for (const [i, piece] of pieces!.entries()) {
      const letter = text.charAt(i).toLowerCase()
      if (hasCyrillic(letter))
        expect([piece !== '', piece], letter).toEqual([
          latinOf(letter) !== '',
          expect.not.stringMatching(/[\u0400-\u052f]/),
        ])
      else expect(piece).toBe(text.charAt(i))
    }
  })
})

describe('words that stay together on a line', () => {
  const tie = (before: string, after: string) => tieAt(`${before} ${after}`, before.length + 1, 'kk-Latn')
  test.each([
    ['12', 'mln', 'weak'],
    ['2026', 'jyly', 'weak'],
    ['qala', 'da', 'strong'],
    ['on', 'adam', 'none'],
    ['qala', 'men', 'none'],
  ])('%s %s', (before, after, expected) => expect(tie(before, after)).toBe(expected))
})
