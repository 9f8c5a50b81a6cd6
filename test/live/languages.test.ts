import { expect, test } from 'vitest'
import { openLiveDeck } from './live-deck.ts'

const two = (kk: string, ru: string) => ({ kk, ru })
const slides = (kk = 'Екінші', ru = 'Второй') => [
  { title: two('Бірінші', 'Первый') },
  { title: two(kk, ru), text: two('Мәтін', 'Текст') },
  { title: two('Үшінші', 'Третий') },
]
const deck = (content: readonly unknown[] = slides(), langs = ['kk', 'ru']) =>
  JSON.stringify({ name: 'Talk', lang: 'kk', langs, content }, null, 2)

test('a deck that names two languages has a state in each, with ids of their own', async () => {
  const { live } = await openLiveDeck(deck())
  expect(live.states().map(({ tag, pages }) => [tag, pages.map(({ id }) => id)])).toEqual([
    ['kk', ['s1', 's2', 's3']],
    ['ru', ['s1_ru', 's2_ru', 's3_ru']],
  ])
  expect(live.state()).toBe(live.state('kk'))
  expect(live.state('ru')?.pages[1]?.html).toContain('Второй')
  expect(live.state('en')).toBeNull()
  expect(live.state('ru')?.data.editions?.map(({ name }) => name)).toEqual(['Қазақша', 'Русский'])
})

test('an edit of one language is a change of this language only', async () => {
  const { live, changes, save } = await openLiveDeck(deck())
  const kazakh = live.state('kk')
  await save(deck(slides('Екінші', 'Второй изменён')))
  expect(changes.map(({ tag, pages }) => [tag, pages.map(({ id }) => id)])).toEqual([['ru', ['s2_ru']]])
  expect(live.state('kk')).toBe(kazakh)
  expect(live.state('ru')?.version).toBeGreaterThan(kazakh!.version)
})

test('an edit of both is told in both', async () => {
  const { changes, save } = await openLiveDeck(deck())
  await save(deck(slides('Басқа', 'Другой')))
  expect(changes.map(({ tag }) => tag)).toEqual(['kk', 'ru'])
})

test('after a language is taken away, the deck has one, as if it had never had another', async () => {
  const { live, save } = await openLiveDeck(deck())
  await save(deck(slides(), ['kk']))
  expect(live.states().map(({ tag }) => tag)).toEqual(['kk'])
  const alone = await openLiveDeck(deck(slides(), ['kk']))
  expect(live.state()?.pages).toEqual(alone.live.state()?.pages)
  expect(live.state()?.data).not.toHaveProperty('editions')
})

test('a language that was asked for is the only one', async () => {
  const { live } = await openLiveDeck(deck(), {}, { lang: 'ru' })
  expect(live.states().map(({ tag, pages }) => [tag, pages[0]?.id])).toEqual([['ru', 's1']])
})

test('Kazakh in Latin letters is a further language, which an edit changes too', async () => {
  const latin = (content = slides()) => JSON.stringify({ lang: 'kk', latin: { Цой: 'Tsoi' }, content }, null, 2)
  const { live, changes, save } = await openLiveDeck(latin())
  expect(live.states().map(({ tag }) => tag)).toEqual(['kk', 'kk-Latn'])
  expect(live.state('kk-Latn')?.pages[1]?.html).toContain('Ekınşı')
  expect(live.state('kk-Latn')?.data.editions?.map(({ words }) => words?.slides)).toEqual([undefined, 'Slaidtar'])
  await save(latin(slides('Цойдың әні')))
  expect(changes.map(({ tag }) => tag)).toEqual(['kk', 'kk-Latn'])
  expect(live.state('kk-Latn')?.pages[1]?.html).toContain('Tsoidyñ änı')
})
