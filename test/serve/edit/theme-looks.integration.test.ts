import { expect, test } from 'vitest'
import { openEditing } from './editing-server.ts'

const deck = {
  lang: 'en',
  colors: { accent: '#7a1f5c' },
  content: [
    { title: 'Cover' },
    { title: 'Alpha', text: 'First' },
    { title: 'Beta', text: 'Second' },
    { title: 'Gamma', text: 'Third' },
  ],
}

test('a slide is shown in another theme, with the colours of the deck, and the file stays', async () => {
  const server = await openEditing({ 'decks/talk.json': JSON.stringify(deck) })
  const before = await server.file('decks/talk.json')
  const looks = async (page: string, theme: string, rest = '') =>
    server.ask(`decks/talk/themes/${page}/${theme}/${rest}`)
  for (const [page, words] of [
    ['s1', 'Cover'],
    ['s3', 'Second'],
    ['s4', 'Third'],
  ] as const) {
    const { status, body } = await looks(page, 'stage')
    expect(status).toBe(200)
    expect(body).toContain(words)
    expect(body.match(/<section/g)).toHaveLength(1)
    expect(body).not.toContain('<script')
  }
  const css = (await looks('s3', 'stage', 'deck.css')).body
  expect(css).toContain('#7a1f5c')
  expect(css).not.toBe((await looks('s3', 'official', 'deck.css')).body)
  expect(await server.file('decks/talk.json')).toEqual(before)
  expect(server.bugs).toEqual([])
})

test('there is no look of slides and themes that do not exist, nor for pages of other sites', async () => {
  const server = await openEditing({ 'decks/talk.json': JSON.stringify(deck) })
  const status = async (path: string, headers = {}) => (await server.ask(path, undefined, headers)).status
  expect(await status('decks/talk/themes/s9/stage/')).toBe(404)
  expect(await status('decks/talk/themes/s2/nothing/')).toBe(404)
  expect(await status('decks/talk/themes/s2/..%2F..%2Fsecret/')).toBe(404)
  expect(await status('decks/other/themes/s2/stage/')).toBe(404)
  expect(await status('decks/talk/themes/s2/stage/..%2Fsecret')).toBe(404)
  expect(await status('decks/talk/themes/s2/stage/', { 'sec-fetch-site': 'cross-site' })).toBe(404)
  expect(server.bugs).toEqual([])
})

test('the themes of a deck are those of Korme and of its project, in the language of the reader', async () => {
  const own = '{ "extends": "official", "name": { "ru": "Наша" } }'
  const files = { 'decks/talk.json': JSON.stringify(deck), 'themes/brand/theme.json': own }
  const server = await openEditing(files, { messages: 'ru' })
  const ask = (headers = {}) => server.ask('decks/talk/themes', undefined, headers)
  expect((await ask()).body.themes).toEqual([
    { name: 'contrast', title: 'Контрастная' },
    { name: 'brand', title: 'Наша' },
    { name: 'official', title: 'Официальная' },
    { name: 'calm', title: 'Спокойная' },
    { name: 'stage', title: 'Сцена' },
  ])
  expect((await ask({ authorization: 'Bearer nobody' })).status).toBe(403)
})
