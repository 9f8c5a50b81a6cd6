import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { limits } from '../../src/model/limits.ts'
import { measuredRun } from '../support/measured-run.ts'

/** What a deck may take. Processor time and memory of the whole run of `korme build`. */
const most = { cpuSeconds: 10, megabytes: 512 }

const folder = mkdtempSync(join(tmpdir(), 'korme-limits-'))
for (const name of ['decks', 'static', 'themes/own']) mkdirSync(join(folder, name), { recursive: true })
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const deck = (content: unknown, more: object = {}) => JSON.stringify({ name: 'Шек', ...more, content })
const slide = (more: object) => deck([{ title: 'Бөлім' }, { title: 'Тақырып', ...more }])
const lines = (n: number) => Array.from({ length: n }, (_, i) => 'абвгд'[i % 5]).join('\n')
const filled = (n: number, text: string) => text.repeat(Math.ceil(n / text.length)).slice(0, n)
const thai = 'ประเทศคาซัคสถานเป็นประเทศที่ใหญ่'
/** Room for the other texts of the slide. */
const characters = limits.characters - 100
const rawBreaks = (slides: number, breaks: number) =>
  `{"name":"Шек","content":[${Array(slides)
    .fill(`{"title":"Т","notes":"а${'\n'.repeat(breaks)}б"}`)
    .join()}]}`
const entities = (n: number) => `<!DOCTYPE svg [${'<!ENTITY a '.repeat(n)}]><svg xmlns="http://www.w3.org/2000/svg"/>`

async function run(text: string) {
  const path = join(folder, 'decks/deck.json')
  writeFileSync(path, text)
  const { stderr, ...taken } = await measuredRun(folder, 'build', 'decks/deck.json')
  rmSync(join(folder, 'dist'), { recursive: true, force: true })
  const { cpuSeconds, megabytes } = taken
  console.log(`${expect.getState().currentTestName}: ${cpuSeconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB`)
  expect(stderr).not.toMatch(/^\s+at /m)
  expect(cpuSeconds).toBeLessThan(most.cpuSeconds)
  expect(megabytes).toBeLessThan(most.megabytes)
  return taken
}

describe('a deck just below a limit is built', () => {
  test.each<[string, () => string]>([
    ['slides', () => deck(Array.from({ length: limits.slides }, (_, i) => ({ title: `Слайд ${i}` })))],
    [
      'slides with texts',
      () =>
        deck(
          Array.from({ length: limits.slides }, (_, i) => ({
            title: `Слайд ${i}`,
            notes: 'н',
            ...(i > 0 && { text: '• бірінші іс\n• екінші іс\nҚысқа мәтін' }),
          })),
        ),
    ],
    ['pages', () => deck(Array.from({ length: limits.pages / 1_000 - 1 }, () => ({ title: 'Т', text: lines(9_000) })))],
    ['characters: a word', () => slide({ text: 'а'.repeat(characters) })],
    ['characters: a title of one word', () => slide({ title: 'а'.repeat(characters) })],
    ['characters: Thai', () => slide({ text: filled(characters, thai) })],
    [
      'characters: Chinese',
      () =>
        slide({
          text: Array.from({ length: characters }, (_, i) => String.fromCodePoint(0x4e00 + ((i * 7) % 20_000))).join(
            '',
          ),
        }),
    ],
    ['characters: words', () => slide({ text: filled(characters, 'сөз ') })],
    ['characters: words, at no small size', () => slide({ text: filled(characters, 'сөз '), fit: 'split' })],
    ['characters: marks', () => slide({ text: `а${'\u0301'.repeat(characters)}` })],
    ['characters: two scripts', () => slide({ text: filled(characters, 'aб') })],
    ['characters: bold', () => slide({ text: filled(characters, '**а** б ') })],
    ['characters: asterisks', () => slide({ text: '*'.repeat(characters) })],
    ['characters: links', () => slide({ text: filled(characters, '[а](https://a.kz) ') })],
    ['lines: title', () => slide({ title: lines(limits.lines - 10) })],
    ['lines: text', () => slide({ text: lines(limits.lines - 10) })],
    ['lines: text, shrunk', () => slide({ text: lines(limits.lines - 10), fit: 'shrink' })],
    ['lines: quote', () => slide({ text: lines(limits.lines - 10), block: 'quote' })],
    ['lines: columns', () => slide({ text: [lines(13_000), lines(13_000), lines(13_000)] })],
    ['lines: caption', () => slide({ map: { view: 'Алматы', caption: lines(limits.lines - 10) } })],
    ['lines: items', () => slide({ text: '• а\n'.repeat(limits.lines - 10) })],
    ['lines: notes', () => slide({ notes: lines(limits.lines - 10) })],
    ['values', () => deck([{ title: 'Т' }], { _numbers: Array(limits.values - 100).fill(1) })],
    ['size of a deck', () => `${deck([{ title: 'Т' }])}${' '.repeat(limits.deckBytes - 1_000)}`],
    [
      'depth',
      () => deck([{ title: 'Т' }], { _deep: JSON.parse('['.repeat(limits.depth - 1) + ']'.repeat(limits.depth - 1)) }),
    ],
    ['findings', () => `{"name":"Т","content":[{"title":"Т"}],"_list":[${'1 '.repeat(limits.findings - 10)}]}`],
    ['repairs', () => rawBreaks(10, limits.repairs / 10 - 10)],
    ['comments', () => `{"name":"Т",${'/* а */'.repeat(60_000)}"content":[{"title":"Т"}]}`],
  ])('%s', async (_, text) => {
    expect(await run(text())).toMatchObject({ code: 0 })
  })

  test('2,000 slides with the same map', async () => {
    expect(await run(deck(Array(2_000).fill({ title: 'Т', map: 'Алматы' })))).toMatchObject({ code: 0 })
  })
})

describe('a deck above a limit is refused, with the limit', () => {
  test.each<[string, string, () => string]>([
    ['a slide more', 'slides-too-many', () => deck(Array(limits.slides + 1).fill({ title: 'Т' }))],
    [
      'pages of long texts',
      'pages-too-many',
      () => deck(Array(8).fill({ title: 'Т', text: lines(limits.lines - 10) })),
    ],
    [
      'pages, each slide continued',
      'pages-too-many',
      () => deck(Array(limits.slides).fill({ title: 'Т', text: filled(1_500, 'сөз ') })),
    ],
    ['a word of 30 million letters', 'slide-characters-too-many', () => slide({ text: 'а'.repeat(30_000_000) })],
    ['a title of 30 million letters', 'slide-characters-too-many', () => slide({ title: 'а'.repeat(30_000_000) })],
    [
      'a title of 200,000 lines',
      'text-characters-too-many',
      () => slide({ title: Array.from({ length: 200_000 }, (_, i) => `жол ${i}`).join('\n') }),
    ],
    ['a title of 60,000 lines', 'slide-lines-too-many', () => slide({ title: lines(60_000) })],
    ['a million raw line breaks', 'text-characters-too-many', () => rawBreaks(1, 1_000_000)],
    ['a million line breaks on many slides', 'mistakes-too-many', () => rawBreaks(20, 50_000)],
    ['700,000 letters of Thai', 'slide-characters-too-many', () => slide({ text: filled(700_000, thai) })],
    [
      'a name of a million letters',
      'slide-characters-too-many',
      () => deck([{ title: 'Т' }], { name: 'а'.repeat(1_000_000) }),
    ],
    ['30 million numbers', 'values-too-many', () => `{"content":[${'1,'.repeat(30_000_000)}1]}`],
    ['20 million empty lists', 'values-too-many', () => `{"content":[${'[],'.repeat(20_000_000)}[]]}`],
    ['10 million comments', 'mistakes-too-many', () => `{${'/**/'.repeat(10_000_000)}"content":[]}`],
    ['20 million no-break spaces', 'mistakes-too-many', () => `{${'\u00a0'.repeat(20_000_000)}"content":[]}`],
    [
      '20 million invisible letters',
      'mistakes-too-many',
      () => deck(Array.from({ length: 130 }, () => ({ title: 'Т', text: '\u200b'.repeat(150_000) }))),
    ],
    ['faults without end', 'mistakes-too-many', () => `{"content":[${'1 '.repeat(limits.findings + 10)}]}`],
    ['depth', 'depth-exceeded', () => '['.repeat(1_000_000)],
  ])('%s: %s', async (_, code, text) => {
    const { codes, ...taken } = await run(text())
    expect(taken.code).toBe(1)
    expect(codes).toContain(code)
    expect(codes).not.toContain('content-missing')
  })
})

describe('entities that nobody ends', () => {
  test.each([50_000, 100_000])('%i in a picture of a deck, and of a theme', async (n) => {
    writeFileSync(join(folder, 'static/entities.svg'), entities(n))
    writeFileSync(join(folder, 'themes/own/entities.svg'), entities(n))
    writeFileSync(join(folder, 'themes/own/theme.json'), '{ "extends": "official", "name": { "kk": "Өзіміздікі" } }')
    writeFileSync(join(folder, 'themes/own/theme.css'), '.slide { background: url("entities.svg") }')
    const taken = await run(deck([{ title: 'Т', text: 'М', img_path: 'static/entities.svg' }], { theme: 'own' }))
    expect(taken.code).toBe(0)
    expect(taken.codes.join()).toMatch(/image-(?:broken|svg)/)
  })
})
