import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findProject } from '../../src/load/project.ts'
import type { Lang } from '../../src/model/lang.ts'
import { themeTitles } from '../../src/theme/theme-titles.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** The titles of the themes of a project that has these of its own, by the names of their folders. */
async function titles(own: Record<string, string>, lang: Lang): Promise<Record<string, string>> {
  const root = temporaryFolder()
  mkdirSync(join(root, 'static'))
  for (const [name, text] of Object.entries(own)) {
    mkdirSync(join(root, 'themes', name), { recursive: true })
    writeFileSync(join(root, 'themes', name, 'theme.json'), text)
  }
  const project = await findProject(join(root, 'decks', 'talk.json'), { root })
  return Object.fromEntries((await themeTitles(project, lang)).map(({ name, title }) => [name, title]))
}

test.each([
  ['kk', { official: 'Ресми', calm: 'Байсалды', stage: 'Сахна', contrast: 'Айқын' }],
  ['ru', { official: 'Официальная', calm: 'Спокойная', stage: 'Сцена', contrast: 'Контрастная' }],
  ['en', { official: 'Official', calm: 'Calm', stage: 'Stage', contrast: 'High contrast' }],
] as const)('the themes that ship with Korme have names in %s', async (lang, expected) => {
  expect(await titles({}, lang)).toEqual(expected)
})

test.each([
  ['a name of its own', '{ "extends": "official", "name": { "ru": "Наша" } }', 'Наша'],
  ['a name in another language only', '{ "extends": "official", "name": { "en": "Ours" } }', 'Ours'],
  ['no name', '{ "extends": "official" }', 'brand'],
  ['an empty name', '{ "extends": "official", "name": { "ru": "  " } }', 'brand'],
  ['a name that is no object', '{ "extends": "official", "name": "Ours" }', 'brand'],
  ['a name of several lines', '{ "extends": "official", "name": { "ru": "Наша\\n тема" } }', 'Наша тема'],
  ['a name like another one', '{ "extends": "official", "name": { "ru": "Сцена" } }', 'Сцена (brand)'],
  ['mistakes that are repaired', '{ "extends": "official", "name": { "ru": "Наша", }, }', 'Наша'],
  ['no object', '[]', undefined],
  ['nothing that can be read', '', undefined],
])('a theme of the project with %s', async (_, json, expected) => {
  expect((await titles({ brand: json }, 'ru')).brand).toBe(expected)
})

test('a theme of the project that replaces one of Korme’s has its own name', async () => {
  const found = await titles({ calm: '{ "extends": "calm", "name": { "ru": "Тихая" } }' }, 'ru')
  expect(found.calm).toBe('Тихая')
  expect(Object.keys(found)).toHaveLength(4)
})
