import { expect, test } from 'vitest'
import type { FittedPage } from '../../src/model/fitted.ts'
import { AtomicCss } from '../../src/render/atomic-css.ts'
import { groupParagraphs } from '../../src/render/paragraph-groups.ts'

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
  const shape = groupParagraphs(page, 30, new AtomicCss()).map(({ list, classes, paragraphs }) => [
    list,
    classes,
    paragraphs.map(({ tag, classes }) => `${tag} ${classes}`),
  ])
  expect(shape).toEqual([
    [true, '', ['li i40 continued', 'li m10 i40 j9']],
    [false, '', ['h3 m20']],
    [false, '', ['p m4']],
    [true, 'm6', ['li i40 j9']],
  ])
})
