import { expect, test } from 'vitest'
import { deckOf } from '../korme-serve.ts'
import { hashOf, openEditing } from './editing-server.ts'

const deck = deckOf(['One', 'Two', 'Three'])
const draft = (value: string, path: readonly (string | number)[] = ['content', 1, 'text']) => ({
  base: hashOf(deck),
  ops: [{ op: 'set', path, value }],
  slide: 2,
})

test('a draft shows the slide with its continuations, and changes nothing', async () => {
  const { ask, file, source, bugs } = await openEditing({ 'decks/talk.json': deck })
  await source('talk')
  const short = await ask('decks/talk/draft', draft('Some other words.'))
  expect(short).toMatchObject({
    status: 200,
    body: { pages: [{ id: 's2', html: expect.stringContaining('Some other words.') }], findings: [] },
  })
  const long = await ask(
    'decks/talk/draft',
    draft(Array.from({ length: 60 }, (_, i) => `Paragraph ${i} of a long text.`).join('\n')),
  )
  expect(long.body.pages.map(({ id }: { id: string }) => id).slice(0, 2)).toEqual(['s2', 's2-2'])
  // It is told while it is typed, in the reader's language.
  expect(long.body.findings).toContainEqual(
    expect.objectContaining({ code: 'text-continued', message: expect.stringMatching(/\w/) }),
  )
  expect(String(await file('decks/talk.json'))).toBe(deck)
  expect((await source('talk')).hash).toBe(hashOf(deck))
  expect(bugs).toEqual([])
})

test('a draft that cannot be made is refused as the edit would be', async () => {
  const { ask, source } = await openEditing({ 'decks/talk.json': deck })
  await source('talk')
  expect(await ask('decks/talk/draft', draft('x', ['content', 9, 'text']))).toMatchObject({
    status: 422,
    body: { code: 'edit-impossible' },
  })
  for (const slide of [0, -1, 1.5, '2', null]) {
    const { status, body } = await ask('decks/talk/draft', { ...draft('x'), slide })
    expect([slide, status, body.code]).toEqual([slide, 422, 'edit-request-wrong'])
  }
  // Of a slide that is not there, nothing is shown.
  expect((await ask('decks/talk/draft', { ...draft('x'), slide: 99 })).body.pages).toEqual([])
})
