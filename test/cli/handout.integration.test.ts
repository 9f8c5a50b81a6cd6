import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readPdf } from '../pdf-file.ts'
import { cutDeck, folder, runKorme, soundDeck, spawnKorme } from './run-korme.ts'

const outputs = (at: string) => readdir(join(at, 'dist')).catch(() => [])

test('writes one PDF a deck, named after it, and nothing else', async () => {
  const at = await folder({ 'decks/a.json': soundDeck, 'decks/b.json': soundDeck })
  const { code, stdout } = await spawnKorme(at, ['handout', '--per-page', '2', '--notes', '--paper', 'a5'])
  expect({ code, outputs: await outputs(at) }).toEqual({
    code: 0,
    outputs: ['a.notes.handout.pdf', 'b.notes.handout.pdf'],
  })
  expect(stdout).toContain(join('dist', 'a.notes.handout.pdf'))
  const { title, pages } = await readPdf(await readFile(join(at, 'dist/a.notes.handout.pdf')))
  expect(title).toBe('Sound')
  expect(pages.map(({ text }) => text)).toEqual(['Sound A title A text 1 Page 1 of 1'])
})

test('build --pdf --handout writes all three', async () => {
  const at = await folder({ 'decks/a.json': soundDeck })
  const { code } = await runKorme(at, ['build', '--pdf', '--handout'])
  expect({ code, outputs: await outputs(at) }).toEqual({ code: 0, outputs: ['a.handout.pdf', 'a.html', 'a.pdf'] })
})

const captioned = JSON.stringify({
  name: 'Small',
  lang: 'en',
  slide_max: 2,
  slide_now: 1,
  content: [
    { title: 'A title', block: '1', text: 'A text' },
    { title: 'Small print', block: '6', text: ['A column of text that goes on. '.repeat(25), 'Two.', 'Three.'] },
  ],
})

test('text too small to read is a warning at its slide, and fails --strict', async () => {
  const at = await folder({ 'decks/a.json': captioned })
  const { code, stdout } = await runKorme(at, ['handout', '--per-page', '9'])
  expect(code).toBe(0)
  expect(stdout).toMatch(
    /^decks\/a\.json:1:\d+: warning: Slide 2 \[handout-text-small\]\n(?: {2}.*\n)+ {2}.* Use --per-page \d\.$/m,
  )
  const strict = await runKorme(at, ['handout', '--per-page', '9', '--strict', '-o', 'strict'])
  expect(strict.code).toBe(1)
  expect(await readdir(join(at, 'strict')).catch(() => [])).toEqual([])
})

test('a deck with errors, a wrong number, a range outside: no file, and the exit code says which', async () => {
  const at = await folder({ 'decks/cut.json': cutDeck, 'decks/a.json': soundDeck })
  expect((await runKorme(at, ['handout', 'decks/cut.json'])).code).toBe(1)
  for (const wrong of [
    ['--per-page', '5'],
    ['--paper', 'a3'],
    ['--ink', 'none'],
    ['--range', '9'],
  ]) {
    const { code, stderr } = await runKorme(at, ['handout', ...wrong, 'decks/a.json'])
    expect({ code, named: stderr.includes(wrong[0]!) }).toEqual({ code: 2, named: true })
  }
  const lost = await runKorme(at, ['handout', '--browser', join(at, 'no-such-browser'), 'decks/a.json'])
  expect(lost.code).toBe(3)
  expect(await outputs(at)).toEqual([])
})

const bilingual = JSON.stringify({
  lang: 'kk',
  langs: ['kk', 'ru'],
  content: [{ title: { kk: 'Тақырып', ru: 'Заголовок' }, text: { kk: 'Мәтін', ru: 'Текст' } }],
})

test.each([
  [
    ['--lang', 'kk,ru'],
    ['a.kk.handout.pdf', 'a.ru.handout.pdf'],
  ],
  [['--lang', 'ru'], ['a.handout.pdf']],
  [
    ['--lang', 'kk,ru', '--script', 'latn', '--lines'],
    ['a.kk-Latn.lines.handout.pdf', 'a.ru.lines.handout.pdf'],
  ],
  [['--bilingual', 'ru', '--notes'], ['a.with-ru.notes.handout.pdf']],
  [['--lang', 'all', '--bilingual', 'ru'], ['a.kk.with-ru.handout.pdf']],
  [['--script', 'latn', '--bilingual', 'kk'], ['a.with-kk.handout.pdf']],
])('%j names its files', async (flags, names) => {
  const at = await folder({ 'decks/a.json': bilingual })
  const { code, stderr } = await runKorme(at, ['handout', ...flags])
  expect([code, stderr, await outputs(at)]).toEqual([0, expect.not.stringContaining('error'), names])
})

test.each([
  [['--bilingual', 'kk'], /already.*Use ru after --bilingual\./],
  [['--lang', 'ru', '--bilingual', 'ru'], /already.*Use kk after --bilingual\./],
  [['--bilingual', 'en'], /no English text.*or use ru after --bilingual/],
  [['--bilingual', 'kk-Latn'], /--bilingual kk --script latn/],
])('%j has no words to print, exit code 2', async (flags, sentence) => {
  const at = await folder({ 'decks/a.json': bilingual })
  const { code, stderr } = await runKorme(at, ['handout', ...flags])
  expect([code, stderr.replace(/\s+/g, ' ')]).toEqual([2, expect.stringMatching(sentence)])
  expect(await outputs(at)).toEqual([])
})

test('a deck for whose size there is a hint has it in the output, since check does not know it', async () => {
  const at = await folder({ 'decks/a.json': JSON.stringify({ lang: 'en', content: [{ title: 'Big', block: '1' }] }) })
  const { stdout } = await runKorme(at, ['handout', '--per-page', '6'])
  expect(stdout).toMatch(/hint: Slide \d \[handout-text-size\]/)
  expect(stdout).not.toContain('npx korme check')
})
