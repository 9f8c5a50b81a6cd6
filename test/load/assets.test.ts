import { chmodSync, mkdirSync, readFileSync, symlinkSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeEach, expect, test, vi } from 'vitest'
import { loadAssets } from '../../src/load/assets.ts'
import type { AssetRequest } from '../../src/model/asset.ts'
import { disk } from '../../src/system/disk.ts'
import { canMakePipes, makePipe } from '../support/make-pipe.ts'
import { folder, modesHold } from './folder.ts'

const svg = (size: number) => `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"/>`

beforeEach(() => {
  vi.stubEnv('XDG_CACHE_HOME', folder())
})

/** Loads paths as the pictures of a deck in `decks/`; a range begins at ten times its path's place in the list. */
async function load(root: string, paths: readonly string[], kind: AssetRequest['kind'] = 'image') {
  const requests = paths.map((path, i) => ({ kind, path, range: { start: i * 10, end: i * 10 + 5 } }))
  const { assets, diagnostics } = await loadAssets(
    requests,
    { files: disk, root, out: join(root, 'dist') },
    join(root, 'decks'),
  )
  return { assets, diagnostics, files: paths.map((path) => assets.get(path)?.file ?? null) }
}

const project = (files: Record<string, string | Uint8Array> = {}) =>
  folder({ 'decks/': '', 'static/img/': '', ...files })

test('a path is resolved in every common spelling', async () => {
  const root = project({
    'static/img/logo.svg': svg(1),
    'static/img/Жазғы сурет.svg': svg(2),
    'static/img/100% дайын.svg': svg(3),
    'pictures/a.svg': svg(4),
    'decks/own.svg': svg(5),
    'static/top.svg': svg(6),
  })
  const paths: [string, string][] = [
    ['/img/logo.svg', 'static/img/logo.svg'],
    ['static/img/logo.svg', 'static/img/logo.svg'],
    ['/static/img/logo.svg', 'static/img/logo.svg'],
    ['//static/img/logo.svg//', 'static/img/logo.svg'],
    ['img\\logo.svg', 'static/img/logo.svg'],
    ['\\\\static\\img\\logo.svg', 'static/img/logo.svg'],
    ['logo.svg', 'static/img/logo.svg'],
    ['./../static/img/logo.svg', 'static/img/logo.svg'],
    ['../static//img/./logo.svg', 'static/img/logo.svg'],
    [' \u00a0/img/logo.svg \n', 'static/img/logo.svg'],
    ['/IMG/Logo.SVG', 'static/img/logo.svg'],
    ['/img/Жазғы сурет.svg', 'static/img/Жазғы сурет.svg'],
    ['/img/жазғы%20сурет.svg', 'static/img/Жазғы сурет.svg'],
    ['/img/%D0%96азғы сурет.svg', 'static/img/Жазғы сурет.svg'],
    ['/img/100% дайын.svg', 'static/img/100% дайын.svg'],
    ['pictures/a.svg', 'pictures/a.svg'],
    ['own.svg', 'decks/own.svg'],
    ['/top.svg', 'static/top.svg'],
    ['static/img/x/../logo.svg', 'static/img/logo.svg'],
  ]
  const { files, diagnostics } = await load(
    root,
    paths.map(([path]) => path),
  )
  expect(Object.fromEntries(paths.map(([path], i) => [path, files[i]]))).toEqual(Object.fromEntries(paths))
  expect(diagnostics).toEqual([])
})

test('the same name in another form of Unicode is the same file', async () => {
  const root = project({ ['static/img/Балқай.svg'.normalize('NFD')]: svg(1) })
  expect((await load(root, ['/img/Балқай.svg'.normalize('NFC')])).diagnostics).toEqual([])
})

test('of two files that differ in case only, the exact match is used, and none without a match', async () => {
  const root = project({ 'static/img/a.svg': svg(1), 'static/img/A.svg': svg(2) })
  const { files, diagnostics } = await load(root, ['/img/A.svg', '/img/a.svg', '/IMG/a.SVG'])
  expect(files).toEqual(['static/img/A.svg', 'static/img/a.svg', null])
  expect(diagnostics).toMatchObject([{ code: 'image-file-missing', path: '/IMG/a.SVG' }])
})

test('a missing picture is a warning at each place, with the nearest existing file', async () => {
  const root = project({
    'static/img/photo.JPG': 'x',
    'static/img/deep/Баяндама-2017.png': 'x',
    'static/notes.txt': 'x',
  })
  const { assets, diagnostics } = await load(root, [
    '/img/foto.jpg',
    '/img/baq.png',
    '/img/foto.jpg',
    'Баяндама 2018.png',
    '/notes.tx',
  ])
  expect(assets.size).toBe(0)
  const facts = diagnostics.map(({ range, ...rest }) => [range.start, { ...rest }])
  const missing = { code: 'image-file-missing', severity: 'warning' }
  expect(facts).toEqual([
    [0, { ...missing, path: '/img/foto.jpg', nearest: 'static/img/photo.JPG' }],
    [10, { ...missing, path: '/img/baq.png', nearest: null }],
    [20, { ...missing, path: '/img/foto.jpg', nearest: 'static/img/photo.JPG' }],
    [30, { ...missing, path: 'Баяндама 2018.png', nearest: 'static/img/deep/Баяндама-2017.png' }],
    [40, { ...missing, path: '/notes.tx', nearest: null }],
  ])
})

test('each kind of file has its own code', async () => {
  for (const kind of ['logo', 'video', 'captions', 'geojson'] as const) {
    expect((await load(project(), ['/a.bin'], kind)).diagnostics).toMatchObject([{ code: `${kind}-file-missing` }])
  }
})

test('placeholders and blanks are skipped: they are reported elsewhere', async () => {
  const { diagnostics } = await load(project(), [
    '//static/img/???.png//',
    '???',
    '/img/?.jpg',
    '',
    '  ',
    'img\\...',
    '…',
  ])
  expect(diagnostics).toEqual([])
})

test('nothing outside the project is read', async () => {
  const outside = folder({ 'secret.svg': svg(1), 'more/secret.svg': svg(1) })
  const root = join(outside, 'project')
  mkdirSync(join(root, 'decks'), { recursive: true })
  mkdirSync(join(root, 'static/img'), { recursive: true })
  symlinkSync(join(outside, 'secret.svg'), join(root, 'static/img/link.svg'))
  symlinkSync(join(outside, 'more'), join(root, 'static/img/more'))
  symlinkSync('/', join(root, 'static/top'))
  const paths = [
    '../../secret.svg',
    '../../../../../../../../../../etc/passwd',
    '..\\..\\secret.svg',
    '%2e%2e/%2e%2e/secret.svg',
    '..%2f..%2fsecret.svg',
    join(outside, 'secret.svg'),
    '/img/link.svg',
    '/img/LINK.svg',
    '/img/more/secret.svg',
    '/img/MORE/secret.svg',
    `/top${outside}/secret.svg`,
    'C:\\Users\\aigul\\Desktop\\secret.svg',
    'c:secret.svg',
    '/etc/passwd',
    '/proc/self/environ',
    '~/secret.svg',
    'a\0.svg',
  ]
  const { assets, diagnostics } = await load(root, paths)
  expect(assets.size).toBe(0)
  expect(diagnostics.map(({ code, ...rest }) => [code, rest])).toEqual(
    paths.map((path, i) => [
      'asset-outside-project',
      { path, kind: 'image', severity: 'warning', range: { start: i * 10, end: i * 10 + 5 } },
    ]),
  )
  const { diagnostics: more } = await load(root, [
    'static/../../secret.svg',
    '../project/../secret.svg',
    '/more/../../secret.svg',
  ])
  expect(more.map(({ code }) => code)).toEqual(['image-file-missing', 'image-file-missing', 'asset-outside-project'])
})

test('a link inside the project is a file of the project', async () => {
  const root = project({ 'static/img/a.svg': svg(1) })
  symlinkSync(join(root, 'static/img/a.svg'), join(root, 'static/img/b.svg'))
  expect((await load(root, ['/img/b.svg'])).files).toEqual(['static/img/a.svg'])
})

test.each([
  ['https://a.example/a.png', 'asset-address-remote'],
  ['HTTP://169.254.169.254/latest/', 'asset-address-remote'],
  [' ht\ntp://a.example/a.png', 'asset-address-remote'],
  ['ftp://a.example/a.png', 'asset-address-remote'],
  ['//a.example/a.png', 'asset-address-remote'],
  ['\\\\a.example\\a.png', 'asset-address-remote'],
  ['javascript:alert(1)', 'asset-address-unsafe'],
  [' java\tscript:alert(1)', 'asset-address-unsafe'],
  ['data:image/png;base64,iVBORw0KGgo=', 'asset-address-unsafe'],
  ['file:///etc/passwd', 'asset-address-unsafe'],
  ['blob:null/1', 'asset-address-unsafe'],
])('%j is an address, no file', async (path, code) => {
  const { assets, diagnostics } = await load(project(), [path])
  expect(assets.size).toBe(0)
  expect(diagnostics).toMatchObject([{ code, path, severity: 'warning' }])
})

test.runIf(canMakePipes)('folders, pipes and devices are refused without waiting for them', async () => {
  const root = project({ 'static/img/a.svg/': '' })
  makePipe(join(root, 'static/img/pipe.png'))
  const { diagnostics } = await load(root, ['/img/a.svg', '/img/pipe.png', '/img'])
  expect(diagnostics.map(({ code }) => code)).toEqual(Array(3).fill('asset-not-regular'))
  expect((await load(root, ['/img/pipe.png'], 'video')).diagnostics).toMatchObject([{ code: 'asset-not-regular' }])
})

test.skipIf(!modesHold)('a picture without permission is a finding (skipped for the administrator)', async () => {
  const root = project({ 'static/img/a.svg': svg(1) })
  chmodSync(join(root, 'static/img/a.svg'), 0)
  expect((await load(root, ['/img/a.svg'])).diagnostics).toMatchObject([{ code: 'asset-unreadable', reason: 'EACCES' }])
})

test('more than 100 MB are refused before they are read', async () => {
  const root = project({ 'static/img/a.png': '' })
  truncateSync(join(root, 'static/img/a.png'), 100_000_000 + 1)
  const { diagnostics } = await load(root, ['/img/a.png'])
  expect(diagnostics).toMatchObject([{ code: 'asset-too-large', file: 'static/img/a.png', limitBytes: 100_000_000 }])
})

test('a text named .png is a finding, and the other pictures of the deck are loaded', async () => {
  const root = project({ 'static/img/a.png': 'Сурет', 'static/img/b.svg': svg(1) })
  const { files, diagnostics } = await load(root, ['/img/a.png', '/img/b.svg'])
  expect(files).toEqual([null, 'static/img/b.svg'])
  expect(diagnostics).toMatchObject([{ code: 'image-type-unknown', file: 'static/img/a.png', seen: 'text' }])
})

test('two spellings of a path share one picture, and each has its own diagnostic', async () => {
  const root = project({ 'static/img/a.svg': svg(1), 'static/img/dir/': '' })
  const { assets, diagnostics } = await load(root, ['/img/a.svg', 'static/img/a.svg', '/img/dir', 'static/img/dir'])
  expect(assets.get('/img/a.svg')).toBe(assets.get('static/img/a.svg'))
  expect(diagnostics).toMatchObject([{ path: '/img/dir' }, { path: 'static/img/dir' }])
})

const film = (name: string) => readFileSync(new URL(`../fixtures/video/${name}`, import.meta.url))

test('a video stays a file; two of one name get two names', async () => {
  const root = project({
    'static/a/film.mp4': film('h264.mp4'),
    'static/b/film.mov': film('h264.mp4'),
    'static/b/film.avi': 'RIFF',
  })
  const { assets, diagnostics } = await load(
    root,
    ['/a/film.mp4', '/b/film.mov', 'static/a/film.mp4', '/b/film.avi'],
    'video',
  )
  expect([...assets.values()]).toMatchObject([
    { kind: 'file', file: join(root, 'static/a/film.mp4'), name: 'film.mp4', mime: 'video/mp4', sizeBytes: 11058 },
    { kind: 'file', file: join(root, 'static/b/film.mov'), name: 'film-2.mp4' },
    { name: 'film.mp4' },
  ])
  expect(diagnostics).toMatchObject([{ code: 'video-type-unknown', file: 'static/b/film.avi' }])
})

test('a video in static/video is found by its bare name, and a similar name is suggested, whatever its format', async () => {
  const names = ['IMG_0012.MOV', 'Ашылу рәсімі (2026) #1 50%.mp4', 'a.webm']
  const root = project({
    ...Object.fromEntries(names.map((name) => [`static/video/${name}`, film('h264.mp4')])),
    'static/video/DSC_7.avi': 'RIFF',
  })
  const { assets, diagnostics } = await load(root, [...names, 'img_0012.mov', 'IMG_0013.MOV', 'DSC_8.avi'], 'video')
  expect([...assets.keys()]).toHaveLength(4)
  expect(diagnostics).toMatchObject([
    { code: 'video-file-missing', nearest: 'static/video/IMG_0012.MOV' },
    { code: 'video-file-missing', nearest: 'static/video/DSC_7.avi' },
  ])
})

test('shapes of a map are the parsed value of their file', async () => {
  const root = project({ 'static/a.geojson': '{"type":"Point"}', 'static/b.geojson': '{' })
  const { assets, diagnostics } = await load(root, ['/a.geojson', '/b.geojson'], 'geojson')
  expect([...assets.values()]).toEqual([
    { kind: 'data', file: 'static/a.geojson', value: { type: 'Point' }, fault: null },
    { kind: 'data', file: 'static/b.geojson', value: null, fault: 'not-json' },
  ])
  expect(diagnostics).toEqual([])
})

test('forty photographs loaded at once keep their own paths', async () => {
  const root = project()
  const paths = Array.from({ length: 40 }, (_, i) => `/img/${i}.jpg`)
  for (const [i, path] of paths.entries()) {
    const create = { width: 4000 + i, height: 20, channels: 3 as const, background: { r: i * 6, g: 0, b: 0 } }
    await sharp({ create })
      .jpeg()
      .toFile(join(root, 'static', path))
  }
  const { assets, diagnostics } = await load(root, paths)
  expect(diagnostics).toEqual([])
  for (const [i, path] of paths.entries()) {
    const asset = assets.get(path)!
    if (asset.kind !== 'image') throw new Error('no image')
    expect(asset.width).toBe(3840)
    expect((await sharp(asset.bytes).raw().toBuffer())[0]! - i * 6).toBeLessThan(5)
  }
})
