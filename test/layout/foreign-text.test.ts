import { expect, test } from 'vitest'
import { checkForeignText } from '../../src/layout/foreign-text.ts'

const found = (text: string) => checkForeignText(text, { start: 0, end: 0 })

test.each([
  ['<p>Бірінші <b>жол</b><br/>екінші', ['<p>', '<b>', '</b>', '<br/>']],
  ['<a href="https://example.kz">x</a>', ['<a href="https://examp…', '</a>']],
  ['<span style=color:red>x', ['<span style=color:red>']],
  ['<o:p></o:p><!-- x -->', ['<o:p>', '</o:p>', '<!--']],
  ['Қор &laquo;Нұр&raquo; &#8212; &#x2014;', ['&laquo;', '&raquo;', '&#8212;', '&#x2014;']],
  ['Абзац_x000B_жалғасы_x000D_', ['_x000B_', '_x000D_']],
  ['# Кіріспе\n## Бөлім', ['#', '##']],
  ['мәтін\n---\n***\n|---|:--:|', ['---', '***', '|---|:--:|']],
  ['> дәйексөз\n>«дәйексөз»', ['>']],
  ['- [ ] іс\n[x] іс', ['- [ ]', '[x]']],
  ['__қалың__ ~~өшірілген~~ `код` ![сурет](a.png)', ['__', '~~', '`', '![']],
])('marks of other programs are told: %s', (text, marks) => {
  expect(found(text)).toMatchObject([{ code: 'markup-shown', severity: 'warning', found: marks }])
})

test.each([
  'Егер a < b және c > d болса; <аты-жөні> жазыңыз; AT&T; <3 <b',
  'a <b and c> d, x<y>z',
  '> 5 млн адам\n>10 жыл',
  '№ 5 #жастар #3 — 1 орын\n#хэштег',
  'Аты-жөні: ________\n____',
  '[1] дереккөз, R&D, Q&A; file__name.txt a_b_c',
  '**қалың** *көлбеу* [сайт](https://example.kz/?a=1&copy=2)',
  '- тізім\n– тізім\n1. тізім',
  '~50 адам, ~ 3 км',
  'Qazaq`stan',
])('what only looks like it is not told: %s', (text) => expect(found(text)).toEqual([]))

test('words torn at the ends of lines are told, compound names and dashes are not', () => {
  expect(found('Республикасының үкі-\nметтік емес ұйым-\n  дарына')).toMatchObject([
    { code: 'line-torn', words: ['үкі-⏎меттік', 'ұйым-⏎дарына'], count: 2 },
  ])
  expect(found('Астана-\nАлматы\nсөз -\nсөз\n2020-\nжыл\nсөз-\n- тізім')).toEqual([])
})

test('a line that begins in Arabic or Hebrew script is told', () => {
  expect(found('Мәтін\n• قازاق تىلى')).toMatchObject([{ code: 'script-right-to-left', severity: 'warning' }])
  expect(found('Қазақ тілі (قازاق تىلى)')).toEqual([])
})

test('the line below the head of a table is a mark in a text, and part of the table in rows', () => {
  const table = '| Атауы | Саны |\n|---|---:|\n| Кітап | 12 |'
  expect(found(table)).toMatchObject([{ code: 'markup-shown', found: ['|---|---:|'] }])
  expect(checkForeignText(table, { start: 0, end: 0 }, 'rows')).toEqual([])
  expect(checkForeignText(`${table}\n| <b>Дәптер</b> | 5 |`, { start: 0, end: 0 }, 'rows')).toMatchObject([
    { code: 'markup-shown', found: ['<b>', '</b>'] },
  ])
})
