import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BuildOptions, check } from '../../src/build.ts'
import { build } from '../../src/documents/produce.ts'

const deck = {
  lang: 'kk',
  langs: ['kk', 'ru'],
  latin: { Цой: 'Tsoi' },
  event: 'Жиналыс',
  content: [
    { title: { kk: 'Цойдың әні', ru: 'Песня Цоя' }, block: 1 },
    {
      title: { kk: 'Мәтін', ru: 'Текст' },
      text: { kk: 'Чемпион, **Қала** — egov.kz', ru: 'Город' },
      notes: { kk: 'Ескерту', ru: 'Заметка' },
    },
    { title: { kk: 'Карта', ru: 'Карта' }, map: 'Алматы, Семей' },
    {
      title: { kk: 'Кесте', ru: 'Таблица' },
      table: { kk: 'Өңір | 2025\nСолтүстік | 402,75', ru: 'Регион | 2025\nСевер | 402,75' },
    },
    {
      title: { kk: 'Сызба', ru: 'График' },
      chart: { kk: 'Астана — 1430\nАлматы — 2228', ru: 'Астана — 1430\nАлматы — 2228' },
    },
    {
      title: { kk: 'Күн', ru: 'День' },
      timeline: { kk: '09:00 Тіркеу\n10:00 Ашылу', ru: '09:00 Начало\n10:00 Открытие' },
    },
  ],
}

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latin-'))
  await writeFile(join(folder, 'deck.json'), JSON.stringify(deck))
  await writeFile(join(folder, 'off.json'), JSON.stringify({ ...deck, latin: false }))
})
afterAll(() => rm(folder, { recursive: true }))

const built = async (options: BuildOptions, name = 'deck') => {
  const { outputs, diagnostics } = await build(join(folder, `${name}.json`), options)
  const html = await Promise.all(outputs.map(({ path }) => readFile(path, 'utf8')))
  return { names: outputs.map(({ path }) => path.slice(folder.length + 1)), html, diagnostics }
}

/** The slides of a language in a page. */
const templateOf = (html: string, tag: string) =>
  html.split(`<template data-lang="${tag}">`)[1]!.split('</template>')[0]!
const cyrillic = /[\u0400-\u052f]+/

describe('Kazakh in Latin letters', () => {
  test('is a further language of the page of a deck with `latin`, after all others', async () => {
    const { html, diagnostics } = await built({})
    expect(html[0]!.match(/(?<=<template data-lang=")[^"]+/g)).toEqual(['ru', 'kk-Latn'])
    const slides = templateOf(html[0]!, 'kk-Latn')
    expect(slides).not.toMatch(cyrillic)
    for (const word of [
      'Tsoidyñ änı',
      'Latyn ärpıne avtomatty',
      'Eskertu',
      'Semei',
      'Soltüstık',
      '402,75',
      'Astana',
      'Tırkeu',
      'egov.kz',
    ])
      expect(slides.replace(/<[^>]*>/g, '')).toContain(word)
    expect(templateOf(html[0]!, 'ru')).not.toMatch(/[ğşñıä]/)
    expect(html[0]).toContain('"name":"Qazaqşa (avtomatty)"')
    const facts = { severity: 'info', uncertain: 1, words: ['Чемпион'] }
    expect(diagnostics.filter(({ code }) => code === 'latin-automatic')).toMatchObject([facts])
  })

  test('has the same figures and pages as in Cyrillic letters', async () => {
    const { editions } = await check(join(folder, 'deck.json'), { lang: 'all' })
    const [kk, ru, latin] = editions
    expect([kk!.tag, ru!.tag, latin!.tag]).toEqual(['kk', 'ru', 'kk-Latn'])
    expect(latin!.deck.pages.map(({ layout }) => layout)).toEqual(kk!.deck.pages.map(({ layout }) => layout))
    expect(JSON.stringify(kk!.deck.pages)).not.toMatch(/Tsoi|Almaty/)
  })

  test('takes the place of Kazakh with `--script latn`', async () => {
    const { html, names } = await built({ script: 'latn', lang: 'kk' }, 'off')
    expect(names[0]).toMatch(/off\.html$/)
    expect(html[0]).toMatch(/^<!doctype html>\s*<html lang="kk-Latn"/i)
    expect(html[0]!.split('<script type="application/json"')[0]).not.toMatch(/<section[\s\S]*[\u0400-\u052f]/)
  })

  test('is not in a page that names its languages, or of a deck that does not ask', async () => {
    expect((await built({ lang: ['kk', 'ru'] })).html[0]).not.toContain('kk-Latn')
    expect((await built({}, 'off')).html[0]).not.toContain('kk-Latn')
  })

  test('changes no text of a deck in Russian', async () => {
    const { html } = await built({ script: 'latn', lang: 'ru' })
    expect(html[0]).toBe((await built({ lang: 'ru' })).html[0])
  })
})
