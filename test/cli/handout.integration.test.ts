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
