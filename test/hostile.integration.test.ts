import { execFile } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { messages as en } from '../src/languages/en/messages.ts'
import { formatMessage } from '../src/languages/messages.ts'
import type { LocatedDiagnostic } from '../src/model/diagnostic.ts'
import { canMakePipes, makePipe } from './support/make-pipe.ts'

/** Every field that takes a path or an address, as a slide or a deck has it. */
const fields: Record<string, (value: string) => object> = {
  img_path: (value) => ({ title: 'Т', img_path: value }),
  'img_path of several': (value) => ({ title: 'Т', img_path: ['static/good.svg', value] }),
  'img_path, an object': (value) => ({ title: 'Т', img_path: { src: value, alt: 'С' } }),
  background: (value) => ({ title: 'Т', text: 'М', background: value }),
  'blocks, image': (value) => ({ blocks: [{ type: 'image', src: { src: value, caption: 'С' } }] }),
  video: (value) => ({ title: 'Т', video: value }),
  'video, src': (value) => ({ title: 'Т', video: { src: value, title: 'А', autoplay: true } }),
  'video, poster': (value) => ({ title: 'Т', video: { src: 'https://youtu.be/dQw4w9WgXcQ', poster: value } }),
  'video, captions': (value) => ({ title: 'Т', video: { src: 'static/good.webm', captions: [{ src: value }] } }),
  'blocks, video': (value) => ({ blocks: [{ type: 'video', src: value, title: 'А' }] }),
  'video, poster of a file': (value) => ({ title: 'Т', video: { src: 'static/good.webm', poster: value } }),
  'video, in a frame': (value) => ({ title: 'Т', video: `<iframe src="${value}"></iframe>` }),
  map: (value) => ({ title: 'Т', map: value }),
  'blocks, map': (value) => ({ blocks: [{ type: 'map', markers: [{ place: value }] }] }),
  'map, view': (value) => ({ title: 'Т', map: { view: value } }),
  'map, marker': (value) => ({ title: 'Т', map: { markers: ['Астана', value] } }),
  'map, region': (value) => ({ title: 'Т', map: { regions: { [value]: 3, Астана: 5 } } }),
  'map, image': (value) => ({ title: 'Т', map: { image: value } }),
  'map, geojson': (value) => ({ title: 'Т', map: { geojson: value } }),
  'map, link': (value) => ({ title: 'Т', map: { view: 'Астана', link: value } }),
  'a link in a text': (value) => ({ title: 'Т', text: `Мәтін [сілтеме](${value}) бар.` }),
}

const secret = 'SECRET-OF-ANOTHER-FOLDER'
const bomb = Array.from({ length: 12 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('')
const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30">'

let top = ''
const outside = () => join(top, 'outside')
const project = () => join(top, 'project')

/** What is written, and what a finding must name of it. Files lie in the project's `static`. */
const values: Record<string, () => string> = {
  'a script': () => 'javascript:alert(1)',
  'data of its own': () => 'data:text/html;base64,PHNjcmlwdD4=',
  'a file address': () => `file://${outside()}/secret.svg`,
  'the address of a machine': () => 'http://169.254.169.254/latest/meta-data',
  'a host without a scheme': () => '//host.example/path/a.png',
  'a host without a dot': () => '//host/path',
  'a path out of the project': () => '../../outside/secret.svg',
  'a path from the top': () => `${outside()}/secret.svg`,
  'a link out of the project': () => 'static/outward.svg',
  'a folder linked out of the project': () => 'static/folder/secret.svg',
  ...(canMakePipes && { 'a pipe': () => 'static/pipe.png' }),
  'a device': () => '/dev/zero',
  '100 MB': () => 'static/large.png',
  '30,000 x 30,000 pixels': () => 'static/vast.png',
  'entities that grow': () => 'static/bomb.svg',
  'a text that is called .png': () => 'static/text.png',
  'a folder': () => 'static/empty',
  'a path whose dots are encoded': () => '..%2F..%2Foutside/secret.svg',
  'a share of a machine': () => '\\\\host\\share\\a.png',
  'a script in other letters': () => 'JaVaScRiPt:alert(1)',
  'the number of a machine': () => 'http://2852039166/latest',
  'a machine in the other numbers': () => 'http://[::ffff:169.254.169.254]/latest',
}

beforeAll(async () => {
  if (process.platform === 'win32') return
  top = mkdtempSync(join(tmpdir(), 'korme-hostile-'))
  for (const folder of ['outside', 'project/static/empty', 'project/decks'])
    mkdirSync(join(top, folder), { recursive: true })
  const at = (name: string) => join(project(), 'static', name)
  writeFileSync(join(outside(), 'secret.svg'), `${drawing}<text>${secret}</text></svg>`)
  writeFileSync(at('good.svg'), `${drawing}<path d="M0 0h9v9z"/></svg>`)
  writeFileSync(at('good.webm'), readFileSync(new URL('fixtures/video/vp9.webm', import.meta.url)))
  symlinkSync(join(outside(), 'secret.svg'), at('outward.svg'))
  symlinkSync(outside(), at('folder'))
  if (canMakePipes) makePipe(at('pipe.png'))
  const png = await sharp({ create: { width: 2, height: 2, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
  writeFileSync(at('large.png'), png)
  truncateSync(at('large.png'), 100_000_000 + 1)
  const vast = Buffer.from(png)
  vast.writeUInt32BE(30_000, 16)
  vast.writeUInt32BE(30_000, 20)
  writeFileSync(at('vast.png'), vast)
  writeFileSync(at('bomb.svg'), `<!DOCTYPE svg [<!ENTITY e0 "ha">${bomb}]>${drawing}<text>&e12;</text></svg>`)
  writeFileSync(at('text.png'), 'Мұнда сурет болуы керек еді.')
  ran = await runAll()
})
afterAll(() => rmSync(top, { recursive: true, force: true }))

interface Ran {
  diagnostics: LocatedDiagnostic[]
  outputs: { path: string }[]
  ms: number
  megabytes: number
  asked: string[]
  opened: string[]
}

/** A deck whose logo, and each of whose slides but the last, hold a value. Gives its path. */
function deckOf(value: string, number: number): string {
  const content = [...Object.values(fields).map((slide) => slide(value)), { title: 'Соңғы слайд', text: 'Бүтін.' }]
  const path = join(project(), `decks/${number}.json`)
  writeFileSync(path, JSON.stringify({ name: 'Сынақ', lang: 'kk', logo_title: 'Л', logo_path: value, content }))
  return path
}

let ran: Ran[] = []

/** All decks in one process: the memory of the last is that of the greediest. */
async function runAll(): Promise<Ran[]> {
  const child = join(import.meta.dirname, 'hostile-child.mjs')
  const env = { ...process.env, XDG_CACHE_HOME: join(top, 'cache') }
  const decks = Object.values(values).map((written, i) => deckOf(written(), i))
  const { stdout } = await promisify(execFile)(process.execPath, [child, ...decks], { env, maxBuffer: 1e9 })
  return JSON.parse(stdout)
}

/** A link to a page of the internet may stand where links do: it is for the reader to follow. */
const mayStand = (name: string, value: string) =>
  (name === 'a link in a text' && value.startsWith('http:')) ||
  (name === 'map, link' && value.startsWith('//host.example/'))

describe.skipIf(process.platform === 'win32')('a deck that means harm', () => {
  test.each(Object.entries(values))('%s is named wherever it stands, and everything else is built', (name, written) => {
    const value = written()
    const number = Object.keys(values).indexOf(name)
    const { diagnostics, outputs, ms, megabytes, asked, opened } = ran[number]!
    const said = diagnostics.map((one) => ({ ...one, text: formatMessage(en, one) }))
    const file = value.slice(value.lastIndexOf('/') + 1)
    const names = ({ text }: { text: string }) => text.includes(value.slice(0, 40)) || text.includes(file)
    const unnamed = Object.keys(fields).filter(
      (name, i) => !mayStand(name, value) && !said.some((one) => one.slide === i + 1 && names(one)),
    )
    expect(unnamed).toEqual([])
    expect(said.some((one) => one.slide === null && names(one))).toBe(true)
    expect(said.filter(({ severity }) => severity === 'error')).toEqual([])

    expect(asked).toEqual([])
    expect(opened.some((path) => path.endsWith('good.svg'))).toBe(true)
    expect(opened.filter((path) => path.startsWith(outside()) || path.startsWith('/dev/'))).toEqual([])
    const html = readFileSync(outputs[0]!.path, 'utf8')
    expect(html).toContain('Соңғы слайд')
    expect(html).not.toContain(secret)
    for (const part of html.matchAll(/base64,([\w+/=]+)/g)) {
      expect(Buffer.from(part[1]!, 'base64').includes(secret)).toBe(false)
    }
    expect(html).not.toMatch(/(?:href|src)="(?:javascript|file|data:text|data:image\/svg\+xml,<)/)
    expect(readdirSync(join(project(), `dist/${number}.files`))).toEqual(['good.webm'])
    expect(megabytes).toBeLessThan(512)
    expect(ms).toBeLessThan(10_000)
  })
})
