import { expect, test } from 'vitest'
import { placeOfKept } from '../../../src/client/edit/kept-texts.ts'
import type { JsonValue, NodePath } from '../../../src/model/source.ts'

const deckOf = (...titles: JsonValue[]) => ({ name: 'Deck', content: titles.map((title) => ({ title })) })

test.each<[string, JsonValue, NodePath, string, NodePath | null]>([
  ['stays where it was', deckOf('a', 'b'), ['content', 1, 'title'], 'b', ['content', 1, 'title']],
  ['follows its slide', deckOf('new', 'a', 'b'), ['content', 1, 'title'], 'b', ['content', 2, 'title']],
  ['has no place in a text that others have changed', deckOf('a', 'c'), ['content', 1, 'title'], 'b', null],
  ['has no place where two slides could be meant', deckOf('b', 'c', 'b'), ['content', 1, 'title'], 'b', null],
  ['has no place where its slide is gone', deckOf('a'), ['content', 1, 'title'], 'b', null],
  ['belongs into a field that was empty', deckOf('a', null), ['content', 1, 'title'], '', ['content', 1, 'title']],
  ['does not go into another empty field', deckOf(null, 'c'), ['content', 1, 'title'], '', null],
  ['of a number is a text', deckOf(2026), ['content', 0, 'title'], '2026', ['content', 0, 'title']],
  ['of a language', deckOf('x', { kk: 'бір' }), ['content', 0, 'title', 'kk'], 'бір', ['content', 1, 'title', 'kk']],
  ['of the deck stays', deckOf('a'), ['name'], 'Deck', ['name']],
  ['of the deck has no place elsewhere', deckOf('Old'), ['name'], 'Old', null],
])('what was typed %s', (_, deck, path, base, place) => {
  expect(placeOfKept(deck, ['content'], { path, base, text: 'typed' })).toEqual(place)
})
