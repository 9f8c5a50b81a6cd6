import { computed, signal } from '@preact/signals'
import { describe, expect, test } from 'vitest'
import { type BegunIn, beginAt, editBegun } from '../../../src/client/edit/begun.ts'
import { opsToSet } from '../../../src/client/edit/values.ts'
import type { JsonValue } from '../../../src/model/source.ts'

const slide = (title: string, more: object = {}) => ({ title, ...more }) as JsonValue
const [a, b, c] = ['a', 'b', 'c'].map((title) => slide(title)) as [JsonValue, JsonValue, JsonValue]

/** An editor whose file has these slides; `show` gives it others. */
function editorWith(first: JsonValue[]) {
  const edits: unknown[][] = []
  const source = signal({ hash: '0', deck: { content: first } as JsonValue })
  let own: string[] = ['0']
  const editor = {
    source,
    slidesPath: signal(['content']),
    slides: computed(() => (source.value.deck as { content: JsonValue[] }).content),
    saver: { isOwn: (one: string, other: string) => own.includes(one) && own.includes(other) },
    edit: (...edit: unknown[]) => void edits.push(edit),
  } as unknown as BegunIn
  const show = (content: JsonValue[], by: 'me' | 'others') => {
    const hash = `${Number(source.value.hash) + 1}`
    own = by === 'me' ? [...own, hash] : own
    source.value = { hash, deck: { content } }
  }
  return { editor, edits, show }
}

const put = (deck: JsonValue, path: Parameters<typeof opsToSet>[1]) => opsToSet(deck, path, '/img/x.jpg')
const at = (index: number) => ['content', index, 'img_path']

describe('what was begun at a slide', () => {
  test.each<[string, JsonValue[], JsonValue[], number, number | null]>([
    ['that stays', [a, b, c], [a, b, c], 1, 1],
    ['that is moved down', [a, b, c], [b, c, a], 0, 2],
    ['before which one is put', [a, b, c], [c, a, b, c], 1, 2],
    ['whose title is changed', [a, b, c], [a, slide('B'), c], 1, 1],
    ['that is removed', [a, b, c], [a, c], 1, null],
    ['of one that is alone and removed', [a], [], 0, null],
  ])('%s has its place', (_, before, after, index, place) => {
    for (const by of ['me', 'others'] as const) {
      const { editor, edits, show } = editorWith(before)
      const begun = beginAt(editor, at(index))
      show(after, by)
      expect(begun.now()).toEqual(place === null ? null : at(place))
      expect(editBegun(editor, begun, put)).toBe(place !== null)
      expect(edits).toEqual(place === null ? [] : [[[{ op: 'set', path: at(place), value: '/img/x.jpg' }]]])
    }
  })

  test('at a field that others have filled is an edit of the file on which it was begun', () => {
    const { editor, edits, show } = editorWith([a, b])
    const begun = beginAt(editor, at(0))
    show([c, a, b], 'others')
    show([c, slide('a', { img_path: '/img/theirs.jpg' }), b], 'others')
    expect(editBegun(editor, begun, put)).toBe(true)
    expect(edits).toEqual([[[{ op: 'set', path: at(0), value: '/img/x.jpg' }], undefined, '0']])
  })

  test('at a field that the same person has filled replaces it', () => {
    const { editor, edits, show } = editorWith([a, b])
    const begun = beginAt(editor, at(0))
    show([c, a, b], 'me')
    show([c, slide('a', { img_path: '/img/mine.jpg' }), b], 'me')
    editBegun(editor, begun, put)
    expect(edits).toEqual([[[{ op: 'set', path: at(1), value: '/img/x.jpg' }]]])
  })

  test('at a slide that is removed and comes back belongs to it', () => {
    const { editor, edits, show } = editorWith([a, b, c])
    const begun = beginAt(editor, at(1))
    show([a, c], 'me')
    expect(begun.now()).toBeNull()
    show([c, a, b], 'me')
    editBegun(editor, begun, put)
    expect(edits).toEqual([[[{ op: 'set', path: at(2), value: '/img/x.jpg' }]]])
  })

  test('is followed until it ends', () => {
    const { editor, show } = editorWith([a, b])
    const begun = beginAt(editor, at(0))
    begun.end()
    show([b, a], 'me')
    expect(begun.now()).toEqual(at(0))
  })

  test('is added to what others have put there', () => {
    const { editor, edits, show } = editorWith([slide('a', { img_path: ['1'] })])
    const begun = beginAt(editor, at(0))
    show([slide('a', { img_path: ['1', '2'] })], 'others')
    editBegun(editor, begun, (deck, path) => opsToSet(deck, [...path, 2], '3'), true)
    expect(edits).toEqual([[[{ op: 'insert', path: [...at(0), 2], value: '3' }]]])
  })

  test('outside of slides stays where it was', () => {
    const { editor, show } = editorWith([a])
    const begun = beginAt(editor, ['background'])
    show([], 'others')
    expect(begun.now()).toEqual(['background'])
  })
})
