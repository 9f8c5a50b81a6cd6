import { beforeAll, expect, test } from 'vitest'
import type { TextView } from '../../src/model/laid-out.ts'
import { veilEnd } from '../../src/render/veil.ts'
import { type LayoutFixture, loadOfficial, set } from '../layout/fixture.ts'

let ours: LayoutFixture
beforeAll(async () => {
  ours = await loadOfficial()
})

const coverOf = (slide: object, more: object = {}) =>
  set({ logo_title: 'Қор', ...more, content: [{ block: '1', img_path: 'photo.jpg', ...slide }, { title: 'Т' }] }, ours)
    .laidOut.pages[0]!

test.each([
  ['Есеп', 'Астана, 2026'],
  ['Қазақ жастарының бірінші республикалық форумы: нәтиже мен жоспар', 'Астана'],
  ['Есеп', 'Қазақстан Республикасы Мәдениет және ақпарат министрлігінің кеңейтілген отырысына дайындалды'],
])('the veil is full behind every line of "%s"', (title, text) => {
  const page = coverOf({ title, text })
  const end = veilEnd(page)
  for (const { x, view, template } of page.boxes) {
    if (template !== 'text') continue
    const lines = (view as TextView).page.paragraphs.flatMap((paragraph) => paragraph.lines)
    for (const { width } of lines) expect(x + width).toBeLessThan(end)
  }
})

test('beside short texts the picture shows, behind long ones it is veiled', () => {
  expect(veilEnd(coverOf({ title: 'Есеп', text: 'Астана, 2026' }))).toBeLessThan(500)
  expect(veilEnd(coverOf({ title: 'Қазақ жастарының бірінші республикалық форумы', text: '' }))).toBeGreaterThan(800)
})
