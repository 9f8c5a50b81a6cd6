import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inCapitals, latinLetters, latinOf } from '../../src/latin/letters.ts'
import { OwnWords } from '../../src/latin/own-words.ts'
import { latinPieces, toLatin, unofficialWords } from '../../src/latin/to-latin.ts'
import { spelledWords } from './words.ts'

const none = new OwnWords({})
const write = (text: string, words: Record<string, string> = {}) => toLatin(text, new OwnWords(words))

describe('the alphabet', () => {
  test('writes more than 200 words by the table', () => {
    expect(spelledWords.length).toBeGreaterThanOrEqual(200)
    expect(spelledWords.map(([word]) => [word, write(word)])).toEqual(spelledWords)
  })

  test('has the 31 letters of January 2021 in official words', () => {
    const cyrillic = 'аәбвгғдежзийкқлмнңоөпрстуұүфхһшыі'
    const letters = new Set([...cyrillic].map((letter) => latinOf(letter)))
    // и and й, х and һ share a letter.
    expect([...letters].sort().join('')).toBe([...'aäbdefgğhijklmnñoöpqrsştuūüvyzı'].sort().join(''))
    expect(letters.size).toBe(31)
  })

  test('has the capitals of its own table', () => {
    expect(inCapitals('iıäöüūğşñ')).toBe('İIÄÖÜŪĞŞÑ')
  })
})

describe('letters without an official spelling', () => {
  test.each([
    ['Шекспир, Чехов, Щедрин', 'Şekspir, Şehov, Şedrin'],
    ['ЁЛКА ёлка Ёлка', 'İOLKA iolka İolka'],
    ['ОБЪЕКТ объект', 'OBEKT obekt'],
    ['Я. Ахметов', 'İa. Ahmetov'],
    ['КСРО-ның', 'KSRO-nyñ'],
    ['їжак, Ґудзь', 'ijak, Gudz'],
  ])('%s', (text, latin) => expect(write(text)).toBe(latin))

  test('are listed by the words that have them', () => {
    expect(unofficialWords('Цой мен Әлия съезде, www.съезд.қаз', none)).toEqual(['Цой', 'Әлия', 'съезде'])
    expect(unofficialWords('Цойдың әні', new OwnWords({ Цой: 'Tsoi' }))).toEqual([])
  })
})

describe('what is no Kazakh word stays as it is', () => {
  test.each([
    ['IT-сала, iPhone-ды, COVID-тен', 'IT-sala, iPhone-dy, COVID-ten'],
    ['Хат: aigul@мысал.kz, info@egov.kz', 'Hat: aigul@мысал.kz, info@egov.kz'],
    ['https://egov.kz/бет-1 бетінде', 'https://egov.kz/бет-1 betınde'],
    ['сайт.қаз сайтында', 'сайт.қаз saitynda'],
    ['«есеп-2026.docx» файлы', '«есеп-2026.docx» faily'],
    ['`салық = 12` деп жазыңыз', '`салық = 12` dep jazyñyz'],
    ['C:\\Құжаттар\\есеп папкасы', 'C:\\Құжаттар\\есеп papkasy'],
    ['@қазақстан арнасы', '@қазақстан arnasy'],
    ['12 %-ға, 3-ші, №5', '12 %-ğa, 3-şı, №5'],
    ['Plain English, naïve', 'Plain English, naïve'],
    ['', ''],
  ])('%s', (text, latin) => expect(write(text)).toBe(latin))

  test('a word with a Latin letter among Cyrillic ones is one word', () => {
    expect(write('қaлa')).toBe('qala')
  })

  test('letters with separate marks are letters', () => {
    expect(write('и\u0306од, е\u0308лка, а\u0301на')).toBe('iod, iolka, a\u0301na')
  })
})

describe("a deck's own words", () => {
  const words = { Цой: 'Tsoi', 'Жаңа Чехов': 'Jaña Chehov', чай: 'çai', Щербаков: 'Shcherbakov', БҰҰ: 'UN' }
  test.each([
    ['Цой', 'Tsoi'],
    ['Цойдың, Цойға, Цойлардан, Цоймен, Цойы', 'Tsoidyñ, Tsoiğa, Tsoilardan, Tsoimen, Tsoiy'],
    ['ЦОЙДЫҢ', 'TSOİDYÑ'],
    ['«Цой»-дың, Цой-дың', '«Tsoi»-dyñ, Tsoi-dyñ'],
    ['цой', 'soi'],
    ['Цойланов, Цойский, Щербаковка', 'Soilanov, Soiskii, Şerbakovka'],
    ['Жаңа Чеховта', 'Jaña Chehovta'],
    ['Чай, чайы, ЧАЙ', 'Çai, çaiy, ÇAİ'],
    ['Щербаковтікі, Щербаковтағылардың, Щербакова', 'Shcherbakovtıkı, Shcherbakovtağylardyñ, Shcherbakova'],
    ['БҰҰ-ның, БҰҰның, бұұ', 'UN-nyñ, UNnyñ, būū'],
    ['жаңаЦой', 'jañaSoi'],
  ])('%s', (text, latin) => expect(write(text, words)).toBe(latin))

  test('the longest of several wins', () => {
    expect(write('Цойман', { Цой: 'Tsoi', Цойман: 'Zoiman' })).toBe('Zoiman')
  })

  test('names that end like an ending are not cut in two', () => {
    expect(write('Балалар Балқаш Балы', { Бал: 'BAL' })).toBe('Balalar Balqaş BALy')
  })
})

describe('any text', () => {
  const cyrillic = 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя'
  const letters = [...cyrillic, ...cyrillic.toUpperCase()]
  const texts = fc
    .array(fc.constantFrom(...letters, ' ', '-', ',', '1', 'w'), { maxLength: 40 })
    .map((all) => all.join(''))

  test('keeps all that is no letter, and writes each letter by itself', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const pieces = latinPieces(text, none) ?? text.split('')
        expect(pieces).toHaveLength(text.length)
        for (const [i, piece] of pieces.entries()) {
          const small = text.charAt(i).toLowerCase()
          const lower = [...piece].map((one) => ({ İ: 'i', I: 'ı' })[one] ?? one.toLowerCase()).join('')
          expect(lower).toBe(latinOf(small) ?? small)
        }
        expect(toLatin(pieces.join(''), none)).toBe(pieces.join(''))
      }),
    )
  })

  test('has only letters that fonts are asked for', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const letter of toLatin(text, none))
          expect(/\p{L}/u.test(letter) ? latinLetters.has(letter) || letter === 'w' : true).toBe(true)
      }),
    )
  })
})
