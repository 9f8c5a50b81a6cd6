import { expect, test } from 'vitest'
import { page as enPage } from '../../src/languages/en/page.ts'
import { present as enTalk } from '../../src/languages/en/present.ts'
import { page as kkPage } from '../../src/languages/kk/page.ts'
import { present as kkTalk } from '../../src/languages/kk/present.ts'
import { page as ruPage } from '../../src/languages/ru/page.ts'
import { present as ruTalk } from '../../src/languages/ru/present.ts'

const en = { page: enPage, talk: enTalk }
const kk = { page: kkPage, talk: kkTalk }
const ru = { page: ruPage, talk: ruTalk }

/** Names that are the same in every language. */
const namesOfAll = ['PIN', 'Wi-Fi', 'VPN']

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
    if (!namesOfAll.includes(text)) expect(text, way).not.toBe(other)
    expect(text.match(/\{\w+\}/g)?.sort() ?? [], way).toEqual(other.match(/\{\w+\}/g)?.sort() ?? [])
  }
})
