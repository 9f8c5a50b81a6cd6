import { rename, writeFile } from 'node:fs/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTalk, type TestTalk, type Visitor, visit } from './talk-server.ts'

const both = (kk: string, ru: string) => ({ kk, ru })
const deckOf = (second = both('Екінші', 'Второй')) =>
  JSON.stringify({
    lang: 'kk',
    langs: ['kk', 'ru'],
    content: [
      { title: both('Бірінші', 'Первый'), notes: both('Құпия жазба', 'Тайная заметка') },
      { title: second, text: both('Ұзақ мәтін. '.repeat(150), 'Длинный текст. '.repeat(150)) },
    ],
  })

let talk: TestTalk
beforeEach(async () => {
  talk = await openTalk(undefined, undefined, null, deckOf())
})
afterEach(() => talk.close())

/** Saves the deck as editors do. */
async function save(text: string): Promise<void> {
  await writeFile(`${talk.deck}.new`, text)
  await rename(`${talk.deck}.new`, talk.deck)
}

/** Joins as a page that shows a language, and reads notes in another. */
async function join(role: 'speaker' | 'audience', shown: string | null, read: string | null = null): Promise<Visitor> {
  const visitor = await visit(talk, role)
  visitor.say({ type: 'hello', version: 0, shown, read })
  return visitor
}

test('a page gets the deck in its language when it joins, and in another one when it asks', async () => {
  const follower = await join('audience', 'ru')
  const { deck, version } = await follower.next('state')
  expect([deck?.tag, deck?.order?.[0]]).toEqual(['ru', 's1_ru'])
  follower.say({ type: 'languages', shown: 'kk', version: 0, read: null })
  const { state } = await follower.next('language')
  expect([state.tag, state.pages[0]?.id]).toEqual(['kk', 's1'])
  // What it has already is not sent again.
  follower.say({ type: 'languages', shown: 'ru', version, read: null })
  follower.say({ type: 'languages', shown: 'kk', version: 0, read: 'ru' })
  expect((await follower.next('language')).state.tag).toBe('kk')
  // The poll of the slide comes in each language.
  expect(follower.told.filter(({ type }) => type !== 'ballot')).toEqual([])
  // Notes never go to the audience, whatever it says that it reads.
  expect(follower.traffic()).not.toMatch(/құпия|тайная/i)
})

test('a language that the deck does not have is answered with the first one', async () => {
  const follower = await join('audience', 'xx')
  expect((await follower.next('state')).deck?.tag).toBe('kk')
})

test('a change goes to those who show or read its language', async () => {
  const [kazakh, russian] = [await join('audience', null), await join('audience', 'ru')]
  const [alone, reading] = [await join('speaker', 'kk'), await join('speaker', 'kk', 'ru')]
  expect((await reading.next('language')).state.pages[0]?.notes).toContain('Тайная заметка')
  for (const one of [kazakh, russian, alone, reading]) await one.next('state')
  await save(deckOf(both('Екінші', 'Второй, новый')))
  expect((await russian.next('deck')).deck.tag).toBe('ru')
  expect((await reading.next('deck')).deck.tag).toBe('ru')
  await save(deckOf(both('Басқа', 'Второй, новый')))
  expect((await kazakh.next('deck')).deck.tag).toBe('kk')
  expect((await alone.next('deck')).deck.tag).toBe('kk')
  expect(russian.told.filter(({ type }) => type === 'deck')).toEqual([])
})

test('with a page goes the place where it begins, in the state too', async () => {
  const [speaker, follower] = [await join('speaker', 'ru'), await join('audience', null)]
  await follower.next('state')
  speaker.say({ type: 'go', page: 's2-2_ru', step: null })
  const go = await follower.next('go')
  expect(go).toMatchObject({ page: 's2-2_ru', at: expect.stringMatching(/^1\.0\.[1-9]\d*$/) })
  const late = await join('audience', null)
  expect((await late.next('state')).talk).toMatchObject({ page: 's2-2_ru', at: go.at })
  speaker.say({ type: 'go', page: 's2_ru', step: null })
  expect(await follower.next('go')).toMatchObject({ page: 's2_ru', at: null })
})
