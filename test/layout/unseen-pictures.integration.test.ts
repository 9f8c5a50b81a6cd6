import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { check } from '../../src/build.ts'

let project = ''
beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'korme-logos-'))
  await mkdir(join(project, 'static/img'), { recursive: true })
  for (const [name, color] of [
    ['white', '#fff'],
    ['dark', '#0a1040'],
  ]) {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="300"><path d="M60 60h480v60H360v120H240V120H60z" fill="${color}"/></svg>`
    await writeFile(join(project, `static/img/${name}.svg`), svg)
  }
})
afterAll(() => rm(project, { recursive: true, force: true }))

async function unseen(theme: string, logo: string, more: object = {}) {
  const content = [
    { block: '1', title: 'Есеп', text: 'Астана, 2026' },
    { title: 'Мәтін', text: 'бір\nекі' },
    { title: 'Серіктестер', img_path: ['/img/white.svg', '/img/dark.svg'], img_alt: ['ақ', 'қара'], ...more },
    { block: '10', title: 'Рақмет' },
  ]
  const file = join(project, `${theme}.json`)
  await writeFile(file, JSON.stringify({ name: 'Логотип', logo_title: 'Қор', logo_path: logo, theme, content }))
  const { diagnostics } = await check(file, { root: project })
  return diagnostics.flatMap((one) =>
    one.code === 'image-invisible' ? [[one.slide ?? null, one.path, one.ground]] : [],
  )
}

test.each([
  [
    'calm',
    'white',
    [
      [null, '/img/white.svg', '#f1ede4'],
      [3, '/img/white.svg', '#fbfaf7'],
    ],
  ],
  ['official', 'white', [[3, '/img/white.svg', '#ffffff']]],
  [
    'contrast',
    'dark',
    [
      [null, '/img/dark.svg', '#000000'],
      [3, '/img/white.svg', '#ffffff'],
    ],
  ],
])('in the theme %s with a %s logo', async (theme, logo, found) => {
  expect(await unseen(theme, `/img/${logo}.svg`)).toEqual(found)
})

test('in a dark theme a dark picture is named, with its place', async () => {
  const found = await unseen('stage', '/img/dark.svg')
  expect(found.map(([slide, path]) => [slide, path])).toEqual([
    [null, '/img/dark.svg'],
    [3, '/img/dark.svg'],
  ])
})

test('the own colour of a slide counts, and nothing is known about its picture', async () => {
  expect(await unseen('official', '/img/white.svg', { background: '#0a1040' })).toEqual([
    [3, '/img/dark.svg', '#0a1040'],
  ])
})
