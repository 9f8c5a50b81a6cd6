import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterOps, isBelow, opsToSet, valueAt } from '../../../src/client/edit/values.ts'
import type { JsonValue } from '../../../src/model/source.ts'

const deck = (): JsonValue => ({ content: [{ title: 'One' }, { title: { kk: 'Екі' }, text: ['a', 'b'] }] })

test.each<[string, (string | number)[], JsonValue | undefined, unknown]>([
  ['a text is replaced', ['content', 0, 'title'], 'Two', [{ op: 'set', path: ['content', 0, 'title'], value: 'Two' }]],
  ['the same text changes nothing', ['content', 0, 'title'], 'One', []],
  [
    'an empty text takes its field away',
    ['content', 0, 'title'],
    ' ',
    [{ op: 'remove', path: ['content', 0, 'title'] }],
  ],
  [
    'an empty item stays in its list',
    ['content', 1, 'text', 0],
    '',
    [{ op: 'set', path: ['content', 1, 'text', 0], value: '' }],
  ],
  ['a field that is not there is not taken away', ['content', 0, 'notes'], undefined, []],
  [
    'a language is added',
    ['content', 1, 'title', 'ru'],
    'Два',
    [{ op: 'set', path: ['content', 1, 'title', 'ru'], value: 'Два' }],
  ],
  [
    'an object on the way is made',
    ['colors', 'accent'],
    '#123456',
    [{ op: 'set', path: ['colors'], value: { accent: '#123456' } }],
  ],
  [
    'a text in its place becomes an object',
    ['content', 0, 'title', 'ru'],
    'Один',
    [{ op: 'set', path: ['content', 0, 'title'], value: { ru: 'Один' } }],
  ],
  [
    'a list on the way is made',
    ['content', 0, 'img_focus', 1],
    'top',
    [{ op: 'set', path: ['content', 0, 'img_focus'], value: ['', 'top'] }],
  ],
  [
    'an item after the last one is inserted',
    ['content', 1, 'text', 2],
    'c',
    [{ op: 'insert', path: ['content', 1, 'text', 2], value: 'c' }],
  ],
])('%s', (_, path, value, expected) => {
  expect(opsToSet(deck(), path, value)).toEqual(expected)
})

test('a value that was set is there, whatever was there before', () => {
  const step = fc.oneof(fc.constantFrom('content', 'title', 'text', 'kk'), fc.nat(3))
  const path = fc.tuple(fc.constant('content'), fc.nat(1), step, step).map((all) => all.slice(0, 4))
  fc.assert(
    fc.property(path, fc.string({ minLength: 1 }), (at, text) => {
      fc.pre(text.trim() !== '')
      expect(valueAt(afterOps(deck(), opsToSet(deck(), at, text)), at)).toBe(text)
    }),
  )
})

test('items are moved, copied and removed as the server does it', () => {
  const list = ['a', 'b', 'c']
  expect(afterOps(list, [{ op: 'move', from: [0], path: [2] }])).toEqual(['b', 'c', 'a'])
  expect(afterOps(list, [{ op: 'move', from: [2], path: [0] }])).toEqual(['c', 'a', 'b'])
  expect(afterOps(list, [{ op: 'copy', from: [0], path: [1] }])).toEqual(['a', 'a', 'b', 'c'])
  expect(afterOps(list, [{ op: 'remove', path: [1] }])).toEqual(['a', 'c'])
  expect(list).toEqual(['a', 'b', 'c'])
})

test('what does not fit changes nothing', () => {
  const ops = [
    { op: 'set', path: ['nowhere', 1], value: 1 },
    { op: 'move', from: [9], path: [0] },
    { op: 'remove', path: [] },
  ] as const
  expect(afterOps(deck(), ops)).toEqual(deck())
})

test('names that every object has lead nowhere', () => {
  expect(valueAt({}, ['toString'])).toBeUndefined()
  expect(valueAt({}, ['__proto__', 'x'])).toBeUndefined()
})

test('a place is below itself and what is around it', () => {
  expect(isBelow(['content', 1, 'title'], ['content', 1])).toBe(true)
  expect(isBelow(['content', 1], ['content', 1])).toBe(true)
  expect(isBelow(['content', 11], ['content', 1])).toBe(false)
})
