import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { produce } from '../../src/documents/produce.ts'
import type { Printer } from '../../src/export/printer.ts'
import { readClientFile } from '../../src/system/package-root.ts'
import { folder } from '../load/folder.ts'

const printer: Printer = { print: async () => new Uint8Array([1, 2, 3]), preloadFonts: () => {}, warn: () => {} }
const requests = [
  { kind: 'html', options: {} },
  { kind: 'pdf', options: { notes: true } },
] as const

const title = { kk: 'Есеп', ru: 'Отчёт', en: 'Report' }
const deckOf = (more: object) => JSON.stringify({ content: [{ title, notes: title }, { title }], ...more })

/** The files that are written for a deck, without their folder, and the HTML of the first page. */
async function filesOf(deck: object, lang?: Parameters<typeof produce>[1]['lang']) {
  const root = folder({ 'static/': '', 'report.json': deckOf(deck) })
  const options = lang === undefined ? {} : { lang }
  const { outputs, errors } = await produce(join(root, 'report.json'), options, requests, { printer })
  expect(errors).toEqual([])
  const page = outputs.find(({ path }) => path.endsWith('.html'))
  return { files: outputs.map(({ path }) => basename(path)).sort(), html: readFileSync(page!.path, 'utf8') }
}

/** The languages of a page: those of its first slides, then those in templates. */
const languagesIn = (html: string) => [
  /<html lang="([^"]+)"/.exec(html)?.[1],
  ...[...html.matchAll(/<template data-lang="([^"]+)"/g)].map(([, lang]) => lang),
]

test.each([
  [
    'names languages',
    { lang: 'kk', langs: ['kk', 'ru'] },
    undefined,
    ['kk', 'ru'],
    ['report.html', 'report.notes.pdf'],
  ],
  [
    'names a language twice',
    { langs: ['ru', 'kk', 'ru'] },
    undefined,
    ['ru', 'kk'],
    ['report.html', 'report.notes.pdf'],
  ],
  ['names its own apart', { lang: 'en', langs: ['kk'] }, undefined, ['en', 'kk'], ['report.html', 'report.notes.pdf']],
  ['names none', { lang: 'kk' }, undefined, ['kk'], ['report.html', 'report.notes.pdf']],
  ['names one', { langs: ['ru'] }, undefined, ['ru'], ['report.html', 'report.notes.pdf']],
  ['is built in one', { langs: ['kk', 'ru'] }, 'ru', ['ru'], ['report.html', 'report.notes.pdf']],
  ['is built in a list of one', { langs: ['kk', 'ru'] }, ['ru'], ['ru'], ['report.html', 'report.notes.pdf']],
  [
    'is built in some, in their order',
    { langs: ['kk', 'ru', 'en'] },
    ['en', 'kk'],
    ['en', 'kk'],
    ['report.en.notes.pdf', 'report.html', 'report.kk.notes.pdf'],
  ],
  [
    'is built in all',
    { langs: ['kk', 'ru'] },
    'all',
    ['kk'],
    ['report.kk.html', 'report.kk.notes.pdf', 'report.ru.html', 'report.ru.notes.pdf'],
  ],
] as const)('a deck that %s', async (_, deck, lang, languages, files) => {
  const made = await filesOf(deck, lang)
  expect(languagesIn(made.html)).toEqual(languages)
  expect(made.files).toEqual(files)
})

test('a page with one language pays nothing: no mark-up, no data, no style and hardly a script for others', async () => {
  const { html } = await filesOf({ lang: 'kk' })
  for (const trace of ['<template', 'data-at=', '"editions"', 'ui-language', 'data-lang', 'menuitemradio', '_ru"'])
    expect(html).not.toContain(trace)
  const [one, several] = await Promise.all(['deck.js', 'deck-languages.js'].map((name) => readClientFile(name)))
  expect(html).toContain(one)
  // What only several languages need is in the other script.
  expect(several!.length - one!.length).toBeGreaterThan(3_000)
  const page = await filesOf({ lang: 'kk', langs: ['kk', 'ru'] })
  expect(page.html).toContain(several)
})

test('links, ids and shapes of a page are unique in what is shown, whatever the language', async () => {
  const { html } = await filesOf({ langs: ['kk', 'ru', 'en'] })
  const ids = [...html.matchAll(/<section id="([^"]+)"/g)].map(([, id]) => id)
  expect(ids).toEqual(['s1', 's2', 's1_ru', 's2_ru', 's1_en', 's2_en'])
})

test('a page without notes has none in any language', async () => {
  const root = folder({ 'static/': '', 'report.json': deckOf({ langs: ['kk', 'ru'] }) })
  const request = { kind: 'html', options: { notes: false } } as const
  const { outputs } = await produce(join(root, 'report.json'), {}, [request])
  expect(readFileSync(outputs[0]!.path, 'utf8')).not.toContain('class="notes"')
})
