import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { check } from '../src/build.ts'
import type { DocumentKind } from '../src/documents/document-kind.ts'
import { handoutPdf } from '../src/documents/handout-pdf.ts'
import { slidesPdf } from '../src/documents/slides-pdf.ts'
import { readPdf } from './pdf-file.ts'
import { lentPrinter, makeFirst } from './printer.ts'

const lent = lentPrinter()
const { properties, definitions } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../schemas/deck.schema.json'), 'utf8'),
) as { properties: object; definitions: Record<string, { properties?: object }> }

let server: Server
let reached = 0
let at = ''
beforeAll(async () => {
  server = createServer((socket) => {
    reached += 1
    socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  at = `127.0.0.1:${(server.address() as { port: number }).port}`
})
afterAll(() => {
  server.close()
})

/** What a field may hold to make a page ask for something: an address alone, and every way of HTML, CSS and Markdown. */
const baits = (): string[] => [
  `http://${at}/a.png`,
  `//${at}/a.png`,
  `"><img src=http://${at}/b.png><script>new WebSocket('ws://${at}')</script><link rel=prefetch href=http://${at}/c>` +
    `<style>@import "http://${at}/d.css"</style>;background:url(http://${at}/e) ![f](http://${at}/f.png) ` +
    `[g](http://${at}/g) {{http://${at}/h}}`,
]

const fieldsOf = (name: string) => Object.keys(definitions[name]?.properties ?? {}).filter((field) => field !== 'type')

/** Slides with the bait in one field each: those of a slide, of its blocks, and of what stands inside these. */
function slidesWith(bait: string): object[] {
  const inside = (name: string, more: object = {}) => fieldsOf(name).map((field) => ({ ...more, [field]: bait }))
  const title = 'A slide'
  return [
    ...fieldsOf('slide').map((field) => ({ title, text: 'A text', [field]: bait })),
    ...inside('imageObject', { src: 'a.png' }).map((image) => ({ title, img_path: image })),
    ...inside('videoObject', { src: 'a.mp4' }).map((video) => ({ title, video })),
    ...inside('captionTrack', { src: 'a.vtt' }).map((track) => ({ title, video: { src: 'a.mp4', captions: [track] } })),
    ...inside('mapObject', { base: 'kz' }).map((map) => ({ title, map })),
    ...inside('markerObject', { lat: 43, lng: 77 }).map((marker) => ({
      title,
      map: { base: 'kz', markers: [marker] },
    })),
    ...inside('regionObject', { value: 1 }).map((region) => ({
      title,
      map: { base: 'kz', regions: { Almaty: region } },
    })),
    ...inside('scale').map((scale) => ({ title, map: { base: 'kz', regions: { Almaty: 1 }, scale } })),
    ...['title', 'text'].map((type) => ({ blocks: [{ type, text: bait }] })),
    ...['kk', 'ru', 'en'].map((lang) => ({ title: { [lang]: bait } })),
  ]
}

/** The slides that a deck can be built with: all but those that have errors. */
async function sound(slides: readonly object[]): Promise<object[]> {
  const path = await lent.write({ name: 'All', lang: 'en', content: slides }, 'all.json')
  const { diagnostics } = await check(path, { root: lent.folder })
  const wrong = new Set(diagnostics.flatMap(({ severity, slide }) => (severity === 'error' ? [slide] : [])))
  const rest = slides.filter((_, i) => !wrong.has(i + 1))
  return wrong.size > 0 && rest.length < slides.length ? sound(rest) : rest
}

const slides = () => slidesPdf({ notes: true })
const handout = () => handoutPdf({ perPage: 4, notes: true })

/** Prints a deck, where it can be built at all. Gives what the PDF says. */
async function printed<L>(deck: object, kind: DocumentKind<L>): Promise<string> {
  const checked = await check(await lent.write(deck), { root: lent.folder })
  if (checked.editions.length === 0) return ''
  const bytes = await makeFirst(kind, checked, lent.printer)
  return (await readPdf(bytes)).pages.map(({ text }) => text).join(' ')
}

/** The fields of a deck that hold the bait together: all that a deck can be built with. */
async function soundFields(bait: string, content: object[]): Promise<Record<string, string>> {
  const fields: Record<string, string> = {}
  for (const field of Object.keys(properties)) {
    if (field === 'content') continue
    const path = await lent.write({ lang: 'en', content, ...fields, [field]: bait }, 'field.json')
    const { editions } = await check(path, { root: lent.folder })
    if (editions.length > 0) fields[field] = bait
  }
  return fields
}

test('no field of a deck makes the export ask a server for anything', async () => {
  const told: string[] = []
  for (const bait of baits()) {
    const content = await sound(slidesWith(bait))
    expect(content.length).toBeGreaterThan(10)
    told.push(await printed({ name: 'All', lang: 'en', content }, slides()))
    const plain = [{ title: 'A', block: '1', text: 'B' }]
    const fields = await soundFields(bait, plain)
    expect(Object.keys(fields).length).toBeGreaterThan(5)
    // The header of a handout says what else the deck says of itself.
    told.push(await printed({ lang: 'en', content: plain, ...fields }, handout()))
  }
  // Baits that never reached a page would prove nothing.
  expect(told.join(' ').split(at).length - 1).toBeGreaterThan(20)
  expect(reached).toBe(0)
})
