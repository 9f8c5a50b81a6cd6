import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import type { LiveState } from '../../src/model/wire/live.ts'
import { folder } from '../load/folder.ts'
import { deckOf, openLiveDeck, slide } from './live-deck.ts'

const film = readFileSync(new URL('../fixtures/video/vp9.webm', import.meta.url))
const files = { 'static/video/film.webm': film }
const filmed = [slide('One'), { title: 'Film', video: '/video/film.webm' }]

beforeEach(() => {
  vi.unstubAllEnvs()
  vi.stubEnv('XDG_CACHE_HOME', folder())
})

test('a film is a file at an address of its own, and pages name it so', async () => {
  const { root, live } = await openLiveDeck(deckOf(filmed), files)
  const name = 'talk.files/film.webm'
  expect(live.resource(name)).toEqual({ mime: 'video/webm', file: join(root, 'static/video/film.webm') })
  expect(live.state()!.pages[1]!.html).toContain(`href="${name}"`)
  expect(live.watchedPaths()).toContain(join(root, 'static/video/film.webm'))
})

test('a picture of the film is shown when it has been taken, and nothing waits for it', async () => {
  const { live } = await openLiveDeck(deckOf(filmed), files, { videoPosters: true })
  const picture = ({ pages }: LiveState) => /src="(pictures\/[0-9a-f]+)"/.exec(pages[1]!.html)?.[1]
  expect(picture(live.state()!)).toBeUndefined()
  await new Promise<void>((resolve) => live.onChange(() => resolve()))
  expect(live.resource(picture(live.state()!)!)).toMatchObject({ mime: 'image/jpeg' })
})

test('maps share their shapes, and an edit elsewhere draws none of them again', async () => {
  const maps = [slide('One'), { title: 'Map', map: 'Астана' }, { title: 'Map', map: 'Алматы' }]
  const { live, changes, save } = await openLiveDeck(deckOf(maps))
  const before = live.state()!
  expect(before.symbols).toContain('<defs>')
  const ids = before.pages.flatMap(({ html }) => [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
  expect(new Set(ids).size).toBe(ids.length)
  await save(deckOf([slide('Eins'), ...maps.slice(1)]))
  expect(changes).toMatchObject([{ symbols: null }])
  expect(changes[0]!.pages.map(({ id }) => id)).toEqual(['s1'])
  expect(live.state()!.pages[1]).toBe(before.pages[1])
})

test('files that are read again as they were change nothing, whatever a deck refers to', async () => {
  const slides = [
    ...filmed,
    { title: 'Maps', map: { regions: { 'KZ-11': 5 } } },
    { title: 'Place', map: 'Алматы' },
    { title: 'Missing', img_path: '/img/none.png' },
    { title: 'There', img_path: '/img/there.svg' },
  ]
  const { live, changes } = await openLiveDeck(deckOf(slides, { theme: 'own' }), {
    ...files,
    'static/img/there.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    'themes/own/theme.json': '{ "extends": "official", "name": { "en": "Own" } }',
  })
  const before = live.state()!
  expect(before.pages).toHaveLength(6)
  for (const path of live.watchedPaths()) await live.refresh([path])
  await live.refresh([...live.watchedPaths()])
  expect(changes).toEqual([])
  expect(live.state()).toBe(before)
})

test('outlines that the project keeps are read again when they change', async () => {
  const maps = [slide('One'), { title: 'Map', map: { regions: { 'KZ-11': 5 } } }]
  const { root, live } = await openLiveDeck(deckOf(maps), { 'static/maps/ours.json': '{"type":' })
  const codes = () => live.report().diagnostics.map(({ code }) => code)
  expect(codes()).toContain('map-pack-broken')
  expect(live.watchedPaths()).toContain(join(root, 'static/maps'))
  const file = join(root, 'static/maps/ours.json')
  const square = [
    [
      [60, 45],
      [61, 45],
      [61, 46],
      [60, 45],
    ],
  ]
  const region = { type: 'Feature', id: 'KZ-11', properties: {}, geometry: { type: 'Polygon', coordinates: square } }
  writeFileSync(file, JSON.stringify({ type: 'FeatureCollection', features: [region] }))
  await live.refresh([file])
  expect(codes()).not.toContain('map-pack-broken')
  expect(codes()).not.toContain('map-region-unshaped')
})
