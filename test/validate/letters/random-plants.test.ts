import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { detectShortText } from '../../../src/languages/detect-language.ts'
import { findDigitWords } from '../../../src/validate/letters/find-digits.ts'
import { findMixedWords, markOddLetters } from '../../../src/validate/letters/find-mixed-words.ts'

const seeds = join(import.meta.dirname, '../../../../shared/seeds')

/** Random numbers that are the same in every run (mulberry32). Units: 0 to 1. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const pairs = 'аa сc еe оo рp хx уy іi әə АA ВB СC ЕE НH ІI КK МM ОO РP ТT ХX'.split(' ')
const twins = new Map(pairs.map(([cyrillic, latin]) => [cyrillic!, latin!]))
const backwards = new Map(pairs.map(([cyrillic, latin]) => [latin!, cyrillic!]))
const zeros = new Map([...'оОoO'].map((letter) => [letter, '0']))
const threes = new Map([...'зЗ'].map((letter) => [letter, '3']))

/** Sentences with Latin words, of which users' texts have few. */
const latinTexts = `Құжатты Microsoft Word бағдарламасында дайындап, Google Drive қоймасына салыңыз
Отчёт готовят в Excel и отправляют через Outlook или Telegram
Кездесу Zoom платформасында өтеді, сілтемесі WhatsApp тобында
The annual report of the Ministry was published on the official website
Our partners are Samsung, Kaspi, Halyk and the World Bank
Презентация сделана в PowerPoint, таблицы в Google Sheets, опрос в SurveyMonkey
Оқушылар Coursera, Khan Academy және Duolingo курстарын өтті
Every school has a computer room with broadband access and new equipment
Сайт работает в Chrome, Firefox, Safari и Opera
Жарнама Instagram, TikTok, Facebook және YouTube желілерінде жүреді`.split('\n')

const word = /(?<![\p{L}\p{M}\d@/_.-])\p{L}[\p{L}-]{2,}(?![\p{L}\p{M}\d@/_-])/gu

const paragraphs = existsSync(seeds)
  ? readdirSync(seeds).flatMap((name) =>
      readFileSync(join(seeds, name), 'utf8')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line.length > 20),
    )
  : []

/** The words of a text with odd letters or digits. */
function oddIn(text: string) {
  const languageIn = () => (/[әғқңөұүһ]/i.test(text) ? 'kk' : detectShortText(text) === 'ru' ? 'ru' : null)
  return [...findMixedWords(text, languageIn), ...findDigitWords(text, languageIn)]
}

/** What is planted: letters of the table into words that have them. */
const kinds: Record<
  string,
  { table: ReadonlyMap<string, string>; words: RegExp; odd: number; isUpper?: true; texts?: 'latin' }
> = {
  'one Latin letter': { table: twins, words: /^\p{Script=Cyrillic}{4,}$/u, odd: 1 },
  'several Latin letters': { table: twins, words: /^\p{Script=Cyrillic}{4,}$/u, odd: 2 },
  'a Latin letter among capitals': { table: twins, words: /^\p{Script=Cyrillic}{4,}$/u, odd: 1, isUpper: true },
  'a Latin letter in a word with a hyphen': {
    table: twins,
    words: /^\p{Script=Cyrillic}+-[\p{Script=Cyrillic}-]+$/u,
    odd: 1,
  },
  'a Cyrillic letter in a Latin word': { table: backwards, words: /^[A-Za-z]{4,}$/, odd: 1, texts: 'latin' },
  'a zero': { table: zeros, words: /^\p{L}{4,}$/u, odd: 1 },
  'a three': { table: threes, words: /^.\p{Script=Cyrillic}{3,}$/u, odd: 1 },
}

/** Plants odd letters into a word of a text; null if the text has none of the kind. */
function plant(text: string, kind: (typeof kinds)[string], next: () => number): { bad: string; text: string } | null {
  const words = [...text.matchAll(word)].filter(({ 0: one }) => kind.words.test(one))
  const found = words[Math.floor(next() * words.length)]
  if (!found) return null
  const whole = kind.isUpper ? found[0].toUpperCase() : found[0]
  // A three that begins a word counts something.
  const places = [...whole].flatMap((letter, i) =>
    kind.table.has(letter) && (i > 0 || kind.table !== threes) ? [i] : [],
  )
  if (places.length < kind.odd) return null
  const odd = new Set<number>()
  while (odd.size < kind.odd) odd.add(places[Math.floor(next() * places.length)]!)
  const bad = [...whole].map((letter, i) => (odd.has(i) ? kind.table.get(letter)! : letter)).join('')
  return { bad, text: text.slice(0, found.index) + bad + text.slice(found.index + found[0].length) }
}

describe.skipIf(paragraphs.length === 0)('random odd letters in texts of users (needs ../shared/seeds)', () => {
  test('of 700 at least 95 of 100 are found, of each kind at least 90', () => {
    const next = random(16)
    const missed: string[] = []
    for (const [name, kind] of Object.entries(kinds)) {
      const before = missed.length
      const texts = kind.texts === 'latin' ? latinTexts : paragraphs
      for (let n = 0, tries = 0; n < 100 && tries < 50_000; tries++) {
        const made = plant(texts[Math.floor(next() * texts.length)]!, kind, next)
        if (!made) continue
        n++
        if (!oddIn(made.text).some((one) => made.bad.includes(one.word))) missed.push(`${name}: ${made.bad}`)
      }
      expect(missed.slice(before).length, missed.join('\n')).toBeLessThanOrEqual(10)
    }
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(35)
  })

  test('nothing is found in the texts as they are', () => {
    expect([...paragraphs, ...latinTexts].flatMap((text) => oddIn(text).map(markOddLetters))).toEqual([])
  })
})
