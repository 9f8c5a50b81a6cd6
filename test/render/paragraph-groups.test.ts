import { expect, test } from 'vitest'
import type { FittedPage } from '../../src/model/fitted.ts'
import { AtomicCss } from '../../src/render/atomic-css.ts'
import { groupParagraphs, type ParagraphGroup } from '../../src/render/paragraph-groups.ts'

test('neighbouring items form one list, and the space above the first item belongs to the list', () => {
  const at = (kind: 'item' | 'heading' | 'paragraph', y: number, continued = false) => ({
    index: 0,
    kind,
    marker: '',
    indent: kind === 'item' ? 40 : 0,
    markerX: kind === 'item' ? 9 : 0,
    continued,
    y,
    lines: [{ runs: [{ text: 'x', bold: false, italic: false, href: null }], end: 'last' as const, width: 1 }],
  })
  const page: FittedPage = {
    paragraphs: [at('item', 0, true), at('item', 40), at('heading', 90), at('paragraph', 124), at('item', 160)],
    height: 190,
  }
  const shape = groupParagraphs(page, 30, new AtomicCss()).map(({ tag, classes, paragraphs }) => [
    tag,
    classes,
    paragraphs.map(({ tag, classes }) => `${tag} ${classes}`),
  ])
  expect(shape).toEqual([
    ['ul', '', ['li i40 continued', 'li m10 i40 j9']],
    [null, '', ['h3 m20']],
    [null, '', ['p m4']],
    ['ul', 'm6', ['li i40 j9']],
  ])
})

test('further levels stand inside the item above them, in lists of their own', () => {
  const at = (kind: 'item' | 'numbered', level: 0 | 1 | 2, i: number) => ({
    index: i,
    kind,
    marker: kind === 'numbered' ? `${i}.` : '',
    indent: 40 * (level + 1),
    markerX: 9,
    continued: false,
    y: 40 * i,
    lines: [{ runs: [{ text: 'x', bold: false, italic: false, href: null }], end: 'last' as const, width: 1 }],
    ...(level > 0 && { level: level as 1 | 2, start: 40 * level }),
  })
  const paragraphs = [
    at('item', 2, 0),
    at('numbered', 0, 1),
    at('item', 1, 2),
    at('item', 2, 3),
    at('numbered', 1, 4),
    at('numbered', 0, 5),
  ]
  const shape = (groups: readonly ParagraphGroup[]): unknown =>
    groups.map(({ tag, classes, paragraphs }) => [
      `${tag} ${classes}`,
      ...paragraphs.map((one) => (one.lists ? [one.classes, shape(one.lists)] : one.classes)),
    ])
  expect(shape(groupParagraphs({ paragraphs, height: 240 }, 30, new AtomicCss()))).toEqual([
    // An item that the page begins with has no item above it: its bullet stands beside it all the same.
    ['ul ', 'i40 j9 a80'],
    [
      'ol m10',
      [
        'i40',
        [
          ['ul m10', ['i40 j9', [['ul m10', 'i40 j9']]]],
          ['ol m10', 'i40'],
        ],
      ],
      'm10 i40',
    ],
  ])
})
