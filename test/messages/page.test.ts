import { expect, test } from 'vitest'
import { page as en } from '../../src/messages/en/page.ts'
import { page as kk } from '../../src/messages/kk/page.ts'
import { page as ru } from '../../src/messages/ru/page.ts'

/** Every text of a tree of words, with its way. */
const texts = (tree: object, way = ''): [string, string][] =>
  Object.entries(tree).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[`${way}${name}`, value]] : texts(value as object, `${way}${name}.`),
  )

test.each([
  ['ru', ru],
  ['kk', kk],
])('%s leaves no word of the page empty or English, and fills in the same numbers', (_, words) => {
  const english = new Map(texts(en))
  for (const [way, text] of texts(words)) {
    const other = english.get(way) ?? ''
    expect(text.trim(), way).not.toBe('')
    expect(text, way).not.toBe(other)
    expect(text.match(/\{\w+\}/g)?.sort() ?? [], way).toEqual(other.match(/\{\w+\}/g)?.sort() ?? [])
  }
})
