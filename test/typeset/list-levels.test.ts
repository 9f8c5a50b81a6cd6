import { describe, expect, test } from 'vitest'
import { countTooDeep, parseParagraphs } from '../../src/typeset/parse-paragraphs.ts'

/** Each line as its level, its kind and its number: `1 numbered а)`. */
const shown = (text: string) =>
  parseParagraphs(text).map(({ kind, marker, level = 0, note }) =>
    [level, note ? 'note' : kind, marker].filter((part) => part !== '').join(' '),
  )

describe('levels of lists', () => {
  test.each([
    ['numbers of several parts', '1. А\n1.1. Б\n1.2. В\n1.2.1. Г\n2. Д', '0 1.|1 1.1.|1 1.2.|2 1.2.1.|0 2.'],
    ['parts without a full stop', '1. А\n1.1 Б\n1.2 В\n2. Г', '0 1.|1 1.1|1 1.2|0 2.'],
    ['parts that begin a text', '1.1. А\n1.2. Б\n1.2.1. В\n1.3. Г', '0 1.1.|0 1.2.|1 1.2.1.|0 1.3.'],
    ['letters below numbers', '1. А\nа) б\nә) в\nб) г\n2. Д', '0 1.|1 а)|1 ә)|1 б)|0 2.'],
    ['numbers below capitals', 'А) а\n1) б\n2) в\n   а) г\n3) д\nБ) е\n1) ж', '0 А)|1 1)|1 2)|2 а)|1 3)|0 Б)|1 1)'],
    ['capitals below numbers', '1. А\nА) б\nБ) в\n2. Г', '0 1.|1 А)|1 Б)|0 2.'],
    ['letters alone', 'а) б\nб) в\nв) г', '0 а)|0 б)|0 в)'],
    ['brackets below numbers', '1. А\n1) б\n2) в\n2. Г\n1) д', '0 1.|1 1)|1 2)|0 2.|1 1)'],
    ['a bracket that goes on', '1. А\n2. Б\n3) В', '0 1.|0 2.|0 3)'],
    ['Roman numbers', 'I. А\n1. Б\n2. В\nII. Г', '0 I.|0 1.|0 2.|0 II.'],
    ['blanks before dashes', '1. А\n  – б\n  – в\n2. Г', '0 1.|1|1|0 2.'],
    ['tabs', '• А\n\t• б\n\t\t• в\n• Г', '0|1|2|0'],
    ['dashes below bullets', '• А\n– б\n– в\n• Г', '0|1|1|0'],
    ['bullets of Word', '\uf0b7\tА\no\tб\n\uf0a7\tв\n\uf0b7\tГ', '0|1|2|0'],
    ['bullets of Word, repaired', '•\tА\n◦\tб\n▪\tв\n•\tГ', '0|1|2|0'],
    ['marks of Word after blanks', '• А\n  o б\n    ▪ в', '0|1|2'],
    ['dashes alone', '- А\n- Б\n— В', '0|0|0'],
    ['a list that is indented as a whole', '   • А\n   • Б', '0|0'],
    ['uneven blanks', ' • А\n• Б\n • В', '0|0|0'],
    ['back to the level before', '• А\n   – б\n      · в\n   – г\n• Д', '0|1|2|1|0'],
    ['a paragraph ends a list', '• А\n  – б\nМәтін\n– в', '0|1|0|0'],
  ])('%s', (_, text, expected) => {
    const levels = parseParagraphs(text).map(({ marker, level = 0 }) => `${level} ${marker}`.trim())
    expect(levels.join('|')).toBe(expected)
  })

  test.each([
    '2.5 млн теңге бөлінді\n3.1 млн теңге',
    '12.05. Жиын өтті',
    '12.05.2026 жиын\n13.05.2026 жиын',
    'V. Petrov келді',
    '2014. Жыл',
    '10.30 Тіркелу',
  ])('%j has no numbers of a list', (text) => {
    for (const { kind, marker } of parseParagraphs(text)) expect([kind, marker]).toEqual(['paragraph', ''])
  })

  test('numbers stay as they are written, whatever their kind', () => {
    const text = '1. А\n1.1 Б\nа) В\n3) Г\nIV. Д\n① Е\n10. Ж'
    expect(parseParagraphs(text).map(({ marker }) => marker)).toEqual(['1.', '1.1', 'а)', '3)', 'IV.', '①', '10.'])
  })

  test('lines below the third level are counted, and shown on the third', () => {
    const text = '• а\n  – б\n    · в\n      – г\n        · д'
    expect(parseParagraphs(text).map(({ level = 0 }) => level)).toEqual([0, 1, 2, 2, 2])
    expect(countTooDeep(text)).toBe(2)
    expect(countTooDeep('• а\n  – б\n    · в')).toBe(0)
  })
})

describe('footnotes', () => {
  test.each([
    ['Жалақы* өсті\n* дерек', '0 paragraph|0 note'],
    [
      'Деңгейі 4,6 %¹, 3,5 %*. Толығырақ [2].\n\n¹ Бюро\n* 15–34 жас\n[2] stat.example.kz\n** дерек\n*) нақты',
      '0 paragraph|0 note|0 note|0 note|0 note|0 note',
    ],
    ['Мәтін\n¹ Бюро, 2025', '0 paragraph|0 note'],
    ['• өсім 5 %*\n• құлау 3 %**\n* алдын ала\n** болжам', '0 item|0 item|0 note|0 note'],
    // Lists whose bullets are asterisks, and numbers in brackets that nothing refers to.
    ['Міндеттер:\n* анықтау\n* жазу', '0 paragraph|0 item|0 item'],
    ['* анықтау\n* жазу', '0 item|0 item'],
    ['**Маңызды** сөз, *көлбеу* сөз\n* анықтау\n* жазу', '0 paragraph|0 item|0 item'],
    ['Әдебиет\n[1] Кітап\n[2] Мақала', '0 paragraph|0 paragraph|0 paragraph'],
    ['* дерек', '0 item'],
  ])('%j', (text, expected) => {
    expect(shown(text).join('|')).toBe(expected)
  })

  test('keep their marks', () => {
    const notes = parseParagraphs('А* б¹\n* дерек\n¹ бюро').slice(1)
    expect(notes.map(({ spans }) => spans.map(({ text }) => text).join(''))).toEqual(['* дерек', '¹ бюро'])
  })
})
