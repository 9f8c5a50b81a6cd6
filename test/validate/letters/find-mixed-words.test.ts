import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findMixedWords, markOddLetters } from '../../../src/validate/letters/find-mixed-words.ts'
import type { TwinLanguage } from '../../../src/validate/letters/letter-twins.ts'

const fixtures = join(import.meta.dirname, '../../fixtures/letters')
const lines = (name: string) =>
  readFileSync(join(fixtures, name), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'))

const languageOf = (lang: string): TwinLanguage => (lang === 'en' ? null : (lang as TwinLanguage))
const marksIn = (text: string, lang: TwinLanguage = null) => findMixedWords(text, () => lang).map(markOddLetters)
const mendedIn = (text: string, lang: TwinLanguage = null) =>
  findMixedWords(text, () => lang).map(({ mended }) => mended)

test('in 500 right words of three languages nothing is found', () => {
  const right = lines('right.txt')
  expect(right.flatMap(([, text]) => text!.split(/\s+/)).length).toBeGreaterThan(500)
  expect(right.flatMap(([lang, text]) => marksIn(text!, languageOf(lang!)))).toEqual([])
  expect(marksIn(right.map(([, text]) => text).join('\n'))).toEqual([])
})

test('of 100 planted words all are found with their odd letters, and nothing else is', () => {
  const right = lines('right.txt')
  const planted = lines('planted.txt')
  expect(planted).toHaveLength(100)
  const missed = planted.filter(([lang, word, marked]) => {
    const bad = marked!.replace(/[[\]]/g, '')
    const whole = new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'u')
    const holder = right.find(([of, text]) => of === lang && whole.test(text!))?.[1] ?? `Осы сөз туралы: ${word}, мәтін`
    const found = marksIn(holder.replace(whole, bad), languageOf(lang!))
    return found.length !== 1 || found[0] !== marked
  })
  expect(missed).toEqual([])
})

test('every planted word of one reading is mended to the word it was', () => {
  for (const [lang, word, marked] of lines('planted.txt')) {
    const text = `Бұл сөз, осы сөз: ${marked!.replace(/[[\]]/g, '')}`
    const [mended] = mendedIn(lang === 'en' ? text.slice(-marked!.length) : text, languageOf(lang!))
    expect(mended ?? word, marked).toSatisfy((one: string) => one.toLowerCase() === word!.toLowerCase())
  }
})

describe('one reading', () => {
  test.each<[string, string, TwinLanguage?]>([
    ['қaла', 'қала'],
    ['Бiздiң', 'Біздің'],
    ['əке', 'әке'],
    ['ɵмір', 'өмір'],
    ['hалық пен қahарман', 'һалық'],
    ['ëлка', 'ёлка', 'ru'],
    ['Aлматы', 'Алматы'],
    ['ҚAЗAҚCTAH', 'ҚАЗАҚСТАН'],
    ['PФ', 'РФ', 'ru'],
    ['жaңa-жaңa', 'жаңа'],
    ['Exсel', 'Excel'],
    ['Мicrosoft', 'Microsoft'],
    ['СОVID-19', 'COVID'],
    ['ХХI ғасыр', 'XXI'],
    ['XІX ғасыр', 'XIX'],
    ['«cәлем!»', 'сәлем'],
    ['(cәлем),', 'сәлем'],
    ['қyат', 'қуат', 'kk'],
    ['жүйeciнің', 'жүйесінің'],
    ['SОS', 'SOS'],
    ['ЖOO', 'ЖОО'],
    ['қа́лa', 'қа́ла'],
  ])('%s is %s', (text, word, lang = null) => expect(String(mendedIn(text, lang)[0])).toBe(word))
})

describe('found, and left as it is, since it may be read in two ways', () => {
  test.each<[string, string, TwinLanguage?]>([
    ['IТ саласы', '[I]Т'],
    ['қаzақ', 'қа[z]ақ'],
    ['Yкімет', '[Y]кімет', 'kk'],
    ['ҒYЛЫМ', 'Ғ[Y]ЛЫМ', 'kk'],
    ['жiзнь', 'ж[i]знь', 'ru'],
    ['бағдарлаmа', 'бағдарла[m]а'],
  ])('%s', (text, marked, lang = null) => {
    expect(marksIn(text, lang)).toEqual([marked])
    expect(mendedIn(text, lang)).toEqual([null])
  })
})

test.each([
  'IT-сала',
  'iPhone-ды',
  'PDF-ті',
  'Wi-Fi-ға',
  'QR-код',
  'COVID-19',
  'ЖШС-Tech',
  'T-34',
  'XXI-ші',
  'x-осі',
  'CO₂',
  'қаз.kz/сурет',
  'a.ә@mail.kz',
  'https://ru.wikipedia.org/wiki/Қaла',
  'суретa.docx',
  '{{атыa}}',
  '`кодa`',
  'АA, ВB, СC',
  'µм және Ωм',
  'The COBET word stays',
  'xмин мен xмакс, Tорт',
  'a ≤ xб',
  'OPEC пен CAREC елдері осы жерде',
])('%s is right', (text) => expect(marksIn(text)).toEqual([]))

test('a long text takes time in proportion to its length', () => {
  const words = 'қaла-Exсel/'.repeat(20_000)
  expect(findMixedWords(words, () => 'kk')).toHaveLength(40_000)
})

describe('texts of users', () => {
  const shared = join(import.meta.dirname, '../../../../shared')
  for (const name of ['seeds', 'decks', 'cases'])
    test.skipIf(!existsSync(join(shared, name)))(`nothing is found in their words (needs ../shared/${name})`, () => {
      const files = readdirSync(join(shared, name), { recursive: true, encoding: 'utf8' }).filter(
        (file) => /\.(?:txt|json|md)$/.test(file) && !file.includes('017-lookalike-keys'),
      )
      expect(files.length).toBeGreaterThan(2)
      expect(files.flatMap((file) => marksIn(readFileSync(join(shared, name, file), 'utf8')))).toEqual([])
    })
})
