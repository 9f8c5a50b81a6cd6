import { join } from 'node:path'
import { expect, test } from 'vitest'
import { produce } from '../../src/documents/produce.ts'
import type { Printer } from '../../src/export/printer.ts'
import type { Files } from '../../src/model/files.ts'
import { disk } from '../../src/system/disk.ts'
import { folder } from '../load/folder.ts'

const printer: Printer = { print: async () => new Uint8Array([1, 2, 3]), preloadFonts: () => {}, warn: () => {} }
const everyKind = [
  { kind: 'html', options: {} },
  { kind: 'pdf', options: { notes: true } },
  { kind: 'handout', options: { notes: true } },
] as const

/** The disk, with a count of how often each file is opened. */
function countOpens() {
  const opens = new Map<string, number>()
  const counted =
    <Rest extends unknown[], Result>(read: (path: string, ...rest: Rest) => Result) =>
    (path: string, ...rest: Rest) => {
      opens.set(path, (opens.get(path) ?? 0) + 1)
      return read(path, ...rest)
    }
  const files: Files = {
    ...disk,
    read: counted(disk.read),
    readText: counted(disk.readText),
    open: counted(disk.open),
  }
  return { files, opens }
}

const deck = (more: object = {}) =>
  JSON.stringify({
    name: 'Talk',
    // A letter that the font lacks would make Korme look for a theme that has it.
    content: [{ title: 'One', text: 'Words, and ½ of a sign', notes: 'Say so' }],
    ...more,
  })

test('opens each file once, fonts included, whatever documents are made', async () => {
  const root = folder({ 'static/': '', 'deck.json': deck() })
  const { files, opens } = countOpens()
  const { outputs, errors } = await produce(join(root, 'deck.json'), { files }, everyKind, { printer })
  expect(errors).toEqual([])
  expect(outputs.map(({ path }) => path.slice(root.length))).toEqual([
    '/dist/deck.html',
    '/dist/deck.notes.pdf',
    '/dist/deck.notes.handout.pdf',
  ])
  const fonts = [...opens].filter(([path]) => /\.(?:ttf|woff2)$/.test(path))
  expect(fonts.length).toBeGreaterThan(4)
  expect([...opens].filter(([, count]) => count > 1)).toEqual([])
})

test('lists every file that was read, with its hash', async () => {
  const root = folder({
    'static/': '',
    'deck.json': deck({ logo_path: 'logo.svg' }),
    'logo.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
  })
  const { files, opens } = countOpens()
  const { filesRead } = await produce(join(root, 'deck.json'), { files }, [])
  expect(filesRead.map(({ path }) => path).sort()).toEqual([...opens.keys()].sort())
  expect(filesRead.find(({ path }) => path === join(root, 'logo.svg'))?.sha256).toMatch(/^[0-9a-f]{64}$/)
})

test('a document that cannot be made does not prevent the others', async () => {
  const root = folder({ 'static/': '', 'deck.json': deck() })
  const range = [{ from: 7, to: null, written: '7-' }]
  const requests = [everyKind[0], { kind: 'pdf', options: { range } } as const]
  const { outputs, errors } = await produce(join(root, 'deck.json'), {}, requests, { printer })
  expect(outputs.map(({ path }) => path)).toEqual([join(root, 'dist/deck.html')])
  expect(errors.map(({ fault }) => fault.code)).toEqual(['range-outside'])
})

test('a request is plain JSON', async () => {
  const root = folder({ 'static/': '', 'deck.json': deck() })
  const requests = JSON.parse(JSON.stringify(everyKind)) as typeof everyKind
  expect(requests).toEqual(everyKind)
  const { errors, outputs } = await produce(join(root, 'deck.json'), {}, requests, { printer })
  expect([errors.length, outputs.length]).toEqual([0, 3])
})
