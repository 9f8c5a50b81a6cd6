import { beforeAll, expect, test } from 'vitest'
import { localize } from '../../src/deck/localize.ts'
import { toDeck } from '../../src/deck/to-deck.ts'
import { layout } from '../../src/layout/layout.ts'
import { LayoutMemo } from '../../src/layout/layout-memo.ts'
import type { Assets } from '../../src/model/asset.ts'
import { source } from '../source.ts'
import { type LayoutFixture, loadOfficial, pictures } from './fixture.ts'

let shared: LayoutFixture
beforeAll(async () => {
  shared = await loadOfficial()
})

/** Lays decks out with one memory, and counts the texts that are set. */
function layouts() {
  const memo = new LayoutMemo()
  const texts: string[] = []
  const fit: LayoutFixture['fitter']['fit'] = (request) => {
    texts.push(request.paragraphs.map(({ spans }) => spans.map(({ text }) => text).join('')).join('\n'))
    return shared.fitter.fit(request)
  }
  const fitter = { fit }
  const local = (content: object[], more: object) => {
    const deck = toDeck(source(JSON.stringify({ name: 'Talk', ...more, content }))).deck
    return localize(deck, deck.lang).deck
  }
  return (content: object[], more: object = {}, assets: Assets = pictures) => {
    texts.length = 0
    const resources = { ...shared, assets, engines: new Map() }
    const laid = layout(local(content, more), { ...resources, fitter }, memo)
    expect(laid).toEqual(layout(local(content, more), resources))
    return [...texts]
  }
}

const one = { title: 'One', text: 'The first text' }
const two = { title: 'Two', text: 'The second text' }
const three = { title: 'Three', text: 'The third text' }
const shown = { title: 'Shown', text: 'Beside a picture', img_path: 'tall.jpg' }

test('an unchanged slide is not laid out again', () => {
  const set = layouts()
  expect(set([one, two, three])).toContain('The third text')
  expect(set([one, { ...two, text: 'Another text' }, three])).toEqual(['Two', 'Another text'])
  expect(set([one, two, three])).toEqual(['Two', 'The second text'])
  expect(set([one, two, three])).toEqual([])
})

test('a moved slide is laid out again only if its position matters, and all pages get new numbers', () => {
  const set = layouts()
  set([one, two, three, one])
  expect(set([one, three, two, one])).toEqual([])
  const added = set([one, two, { title: 'New', text: 'New text' }, three, one])
  expect(added.filter((text) => !/^\d+ \/ 5$/.test(text))).toEqual(['New', 'New text'])
})

test('two equal slides stay two', () => {
  const set = layouts()
  set([one, two, two, three])
  expect(set([one, two, two, two, three])).toContain('The second text')
})

test('a changed picture lays out its slide again', () => {
  const set = layouts()
  set([one, shown, three])
  const wider = new Map([...pictures, ['tall.jpg', pictures.get('wide.jpg')!]])
  const again = set([one, shown, three], {}, wider)
  expect(again).toContain('Beside a picture')
  expect(again).not.toContain('The first text')
})

test('a change that concerns every slide lays out every slide again', () => {
  const set = layouts()
  set([one, two, three])
  expect(set([one, two, three], { logo_title: 'NurOtan' })).toContain('The third text')
  expect(set([one, two, three], { logo_title: 'NurOtan', lang: 'ru' })).toContain('The third text')
})
