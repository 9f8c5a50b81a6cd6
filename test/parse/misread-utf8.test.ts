import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { decode } from '../../src/parse/decode.ts'
import { repair } from '../../src/parse/repair.ts'

/** The characters of the bytes 0x80 to 0x9F; written out, since Node 20 decodes Windows-1252 as Latin-1. */
const upper1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'
const misread = {
  'Windows-1251': (text: string) =>
    [...new TextDecoder('windows-1251').decode(new TextEncoder().encode(text))].join(''),
  'Windows-1252': (text: string) =>
    latin1(text).replace(/[\u0080-\u009F]/g, (character) => upper1252[character.charCodeAt(0) - 128]!),
  'Latin-1': latin1,
}

function latin1(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('')
}

const deck = (...texts: string[]) =>
  `{\n  "name": "${texts[0]}",\n  "content": [\n${texts.map((text) => `    { "title": "${text}" }`).join(',\n')}\n  ]\n}\n`
const codes = (text: string) => decode(new TextEncoder().encode(text)).diagnostics.map(({ code }) => code)

const texts = {
  Kazakh: deck('Қазақстан жастары', 'Өңірлерде 120 жоба — «Үміт»', 'Ұйымдастыру; Һәм ғылым, әнұран'),
  Russian: deck('Итоги года №5', 'Из школы — «Эра» и Шымкент', 'Сумма: 5 000 ₸'),
  German: deck('Größe und Maß', 'Schöne Grüße – „Über uns“', 'Straße'),
  mixed: deck('Plan 2026', 'Café', 'Қала'),
}

describe('text that was misread as', () => {
  for (const [encoding, garble] of Object.entries(misread)) {
    for (const [language, text] of Object.entries(texts)) {
      if (encoding === 'Windows-1251' && language === 'German') continue
      test(`${encoding} is restored exactly: ${language}`, () => {
        const fixed = repair(new TextEncoder().encode(garble(text)))
        expect(fixed.diagnostics).toMatchObject([{ code: 'encoding-twice', severity: 'warning' }])
        expect(new TextDecoder().decode(fixed.bytes!)).toBe(text)
      })
    }
    test(`${encoding} twice is restored, too`, () => {
      const { text } = decode(new TextEncoder().encode(garble(garble(texts.Kazakh))))
      expect(text).toBe(texts.Kazakh)
    })
    test(`${encoding} is refused where a byte was lost`, () => {
      const garbled = garble(texts.Kazakh)
      const lossy = garbled.replace(/(?<=[РСТУÐÑÒÓ])[^\x00-\x7F](?=[РСТУÐÑÒÓ])/, '')
      expect(lossy).not.toBe(garbled)
      const fixed = repair(new TextEncoder().encode(lossy))
      expect(fixed).toMatchObject({ bytes: null, refused: true, diagnostics: [{ code: 'encoding-garbled' }] })
    })
    test(`${encoding} in one text only is restored, and the others stay`, () => {
      const text = deck('Көктем', garble('Қазақстан жастары'), 'Größe «Ү» — 5 °C')
      const wanted = deck('Көктем', 'Қазақстан жастары', 'Größe «Ү» — 5 °C')
      expect(decode(new TextEncoder().encode(text)).text).toBe(wanted)
    })
  }
})

const sound: Record<string, string> = {
  Kazakh: deck('ТІРІ ТАРИХ', 'СІРІ ТІРІ', 'РІ', 'Көктем? Иә! Қалай? жақсы'),
  Russian: deck('Что?Где?Когда?', 'С… и Р…', '25 °С — норма', 'РЎ', 'почему?потому что'),
  Ukrainian: deck('РІЧНИЙ ЗВІТ', 'РІСТ І ТЇ', 'Сіль, рів, їжак', 'СІМ’Я Єдність', 'У «РІЧ»'),
  Serbian: deck('СРЂЕ СЈАЈ', 'УЉЕ, ТЊЕ, РЂА', 'Љубав, Њушка, Џеп', 'СЂ ТЈ'),
  German: deck('GRÖßE', 'Ä„Ö“', 'Übergröße', 'À propos', 'Ñandú – España'),
  French: deck('là « ici »', 'Ça, É», È…', 'NÃO'),
  signs: deck('5 € • 3 ½ ±', '™ ® ©', 'A → B', '🙂 ok', 'https://x.kz/?q=а?б&в?г&д?е'),
}

describe('no alarm over', () => {
  for (const [language, text] of Object.entries(sound)) test(language, () => expect(codes(text)).toEqual([]))

  const seeds = join(import.meta.dirname, '../../../shared/seeds')
  test.skipIf(!existsSync(seeds))('real texts (needs ../shared/seeds)', () => {
    for (const name of readdirSync(seeds)) {
      const { diagnostics } = decode(readFileSync(join(seeds, name)))
      expect(diagnostics, name).toEqual([])
    }
  })
})

describe('letters that were lost', () => {
  const lost: Record<string, string> = {
    'question marks in the whole file': deck('?аза?стан жастары', 'Б?гінгі к?н', '??ірлерде'),
    'question marks in one text': deck('Қазақстан', 'Т?уелсіздік б?рінен ?ымбат'),
    'one replacement character': deck('Қаза\uFFFDстан'),
  }
  for (const [kind, text] of Object.entries(lost)) {
    test(kind, () => {
      const found = decode(new TextEncoder().encode(text))
      expect(found.diagnostics).toMatchObject([{ code: 'letters-lost', severity: 'error' }])
      expect(repair(new TextEncoder().encode(text)).bytes).toBeNull()
    })
  }
})

describe('Russian in an old encoding', () => {
  const lower = Array.from('абвгдежзийклмноп', (letter, i) => [letter, 0xa0 + i] as const)
  const upper = Array.from('АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ', (letter, i) => [letter, 0x80 + i] as const)
  const rest = Array.from('рстуфхцчшщъыьэюя', (letter, i) => [letter, 0xe0 + i] as const)
  const cp866 = new Map([...lower, ...upper, ...rest])
  for (const text of ['Итоги года', 'Мы и вы', 'ПЛАН РАБОТЫ на 2026 год']) {
    test(`CP866: ${text}`, () => {
      const bytes = Uint8Array.from(deck(text, 'Отчёт'.replace('ё', 'е')), (c) => cp866.get(c) ?? c.charCodeAt(0))
      expect(decode(bytes)).toMatchObject({ encoding: 'cp866', text: deck(text, 'Отчет') })
    })
  }
})
