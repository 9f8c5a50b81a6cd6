import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { detectLanguage } from '../../src/languages/detect-language.ts'

test.each([
  ['Қазақстанның ең үздік әлеуметтік жобалары', 'kk'],
  ['Лучшие социальные проекты Казахстана, город Ақтөбе, район Алматы, область Абай и другие города страны', 'ru'],
  ['The contest was held in Астана and other cities of the country', 'en'],
  ['Проект KORME', 'ru'],
  ['2024 — 15 %', null],
  ['', null],
])('%j is in %j', (text, lang) => expect(detectLanguage([text])).toBe(lang))

test('texts are judged together', () => expect(detectLanguage(['Проект', 'Қазақша мәтін өте ұзын болды'])).toBe('kk'))

const seeds = join(import.meta.dirname, '../../../shared/seeds')
test.skipIf(!existsSync(seeds))('real texts are in their language, none near the limit (needs ../shared)', () => {
  const texts = readdirSync(seeds).map((name) => readFileSync(join(seeds, name), 'utf8'))
  const share = (text: string) =>
    (text.match(/[ӘәҒғҚқҢңӨөҰұҮүҺһІі]/g)?.length ?? 0) / (text.match(/\p{Script=Cyrillic}/gu)?.length ?? 1)
  expect(texts.length).toBeGreaterThan(1)
  for (const text of texts) {
    const lang = detectLanguage([text])
    expect(lang).toMatch(/kk|ru/)
    expect(lang === 'kk' ? share(text) > 0.1 : share(text) < 0.02).toBe(true)
  }
})
