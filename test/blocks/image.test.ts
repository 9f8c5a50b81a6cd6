import { beforeAll, expect, test } from 'vitest'
import type { ImageView, LaidOutPage, TextView } from '../../src/model/laid-out.ts'
import { box, join, type LayoutFixture, loadOfficial, setSlide } from '../layout/fixture.ts'

let ours: LayoutFixture
beforeAll(async () => {
  ours = await loadOfficial()
})

const slideOf = (slide: object): LaidOutPage => setSlide(slide, ours)[0]!
const boxesOf = (page: LaidOutPage, region: string) => page.boxes.filter((one) => one.region === region)
const viewOf = (one: { view: unknown }) => one.view as ImageView
const aspectOf = (one: { view: unknown }) => viewOf(one).picture.width / viewOf(one).picture.height
const bottom = ({ y, height }: { y: number; height: number }) => y + height

const three = { img_path: ['photo.jpg', 'tall.jpg', 'drawing.svg'], img_alt: ['a', 'b', 'c'] }

test('pictures with captions stand in equal tiles, with all captions on one line', () => {
  const page = slideOf({ title: 'Т', ...three, img_caption: ['Бірінші', '', 'Үшінші: ұзағырақ жазу'] })
  const pictures = boxesOf(page, 'image')
  expect(pictures.map((one) => viewOf(one).alt)).toEqual(['a', 'b', 'c'])
  const [photo, tall, drawing] = pictures
  expect([photo!.width, photo!.height, photo!.y]).toEqual([tall!.width, tall!.height, tall!.y])
  // A drawing stands whole, at the left end of its tile.
  expect(drawing!.width / drawing!.height).toBeCloseTo(aspectOf(drawing!), 1)
  expect(bottom(drawing!)).toBe(bottom(photo!))
  const captions = boxesOf(page, 'legend')
  expect(captions.map((one) => join([one]))).toEqual(['Бірінші', 'Үшінші: ұзағырақ жазу'])
  expect(captions.map(({ x, y, width }) => ({ x, y, width }))).toEqual(
    [photo!, drawing!].map(({ x }) => ({ x, y: bottom(photo!) + 8, width: photo!.width })),
  )
  const order = page.boxes.map(({ region }) => region)
  expect(order.slice(1, 6)).toEqual(['image', 'legend', 'image', 'image', 'legend'])
})

test('a photograph that would lose too much stands whole in its tile, on a ground that shows the tile', () => {
  const img_path = ['photo.jpg', 'tall.jpg', 'photo.jpg', 'photo.jpg', 'photo.jpg', 'photo.jpg']
  const page = slideOf({ title: 'Т', img_path, img_alt: img_path, img_caption: img_path })
  const [photo, tall, ...more] = boxesOf(page, 'image')
  for (const one of [tall!, ...more]) expect([one.width, one.height]).toEqual([photo!.width, photo!.height])
  expect([viewOf(photo!).fit, viewOf(tall!).fit, viewOf(tall!).plate]).toEqual(['cover', 'contain', true])
})

test('photographs are as wide as the title, whatever their formats; with "contain" they stay uncropped', () => {
  const sets = [
    ['tall.jpg', 'photo.jpg'],
    ['photo.jpg', 'tall.jpg', 'wide.jpg'],
    ['photo.jpg', 'photo.jpg', 'tall.jpg', 'wide.jpg', 'photo.jpg'],
  ]
  for (const img_path of sets) {
    const boxes = boxesOf(slideOf({ title: 'Т', img_path, img_alt: img_path }), 'image')
    expect([Math.min(...boxes.map(({ x }) => x)), Math.max(...boxes.map(({ x, width }) => x + width))]).toEqual([
      80, 1200,
    ])
    for (const one of boxes) {
      const visible = one.width / one.height / aspectOf(one)
      expect(Math.min(visible, 1 / visible)).toBeGreaterThan(0.7)
    }
  }
  const photos = { title: 'Т', img_path: sets[0], img_alt: sets[0], img_fit: 'contain' }
  for (const one of boxesOf(slideOf(photos), 'image')) expect(one.width / one.height).toBeCloseTo(aspectOf(one), 1)
})

test('logos stand in the middle of equal tiles, none of them much larger than another', () => {
  const img_path = ['drawing.svg', 'table.png', 'drawing.svg', 'table.png', 'drawing.svg', 'table.png']
  const boxes = boxesOf(slideOf({ title: 'Т', img_path, img_alt: img_path }), 'image')
  const areas = boxes.map(({ width, height }) => width * height)
  expect(Math.max(...areas) / Math.min(...areas)).toBeLessThan(2.1)
  const middles = boxes.map(({ x, width }) => Math.round((x + width / 2) / 4))
  expect(new Set(middles).size).toBe(3)
  for (const one of boxes) expect(one.width / one.height).toBeCloseTo(aspectOf(one), 1)
})

test('tiles with long captions end at the edge of the slide', () => {
  const img_path = ['photo.jpg', 'wide.jpg', 'tall.jpg', 'photo.jpg', 'photo.jpg', 'tall.jpg']
  const img_caption = img_path.map(
    (_, i) => `Сөрені мектеп оқушылары өздері жасап, бояп, шатырын жауып, ауланың ортасына қойды: ${i + 1}`,
  )
  const page = slideOf({ title: 'Т', img_path, img_caption, img_alt: img_path })
  const [pictures, legends] = [boxesOf(page, 'image'), boxesOf(page, 'legend')]
  expect(new Set(legends.map(({ x }) => x)).size).toBe(3)
  expect(pictures.map(({ x }) => x)).toEqual(legends.map(({ x }) => x))
  expect(Math.max(...legends.map(({ x, width }) => x + width))).toBe(1200)
  for (const [i, one] of pictures.entries()) expect(legends[i]!.y).toBe(bottom(one) + 8)
})

test('no word of a caption is cut because of a narrow picture', () => {
  const captions = ['Құтқарушылар', 'Достопримечательности', 'Предпринимательство', 'Көл', 'Дала', 'Қала']
  const img_path = ['table.png', 'table.png', 'tall.jpg', 'photo.jpg', 'wide.jpg', 'photo.jpg']
  const page = slideOf({ title: 'Т', img_path, img_caption: captions })
  const legends = boxesOf(page, 'legend')
  expect(legends.map((one) => join([one]))).toEqual(captions)
  const lines = legends.map(({ view }) => (view as TextView).page.paragraphs.flatMap((paragraph) => paragraph.lines))
  expect(lines.map((all) => all.length)).toEqual([1, 1, 1, 1, 1, 1])
  for (const [i, picture] of boxesOf(page, 'image').entries()) expect(picture.x).toBe(legends[i]!.x)
})

test('two to six pictures fit one region, whatever is next to them', () => {
  const all = ['photo.jpg', 'tall.jpg', 'drawing.svg', 'square.webp', 'wide.jpg', 'table.png']
  for (let count = 2; count <= 6; count++) {
    for (const more of [{}, { text: 'Мәтін.' }, { title: undefined }]) {
      const paths = all.slice(0, count)
      const page = slideOf({ title: 'Т', ...more, img_path: paths, img_caption: paths })
      const boxes = [...boxesOf(page, 'image'), ...boxesOf(page, 'legend')]
      expect(boxes).toHaveLength(2 * count)
      for (const [i, a] of boxes.entries()) {
        expect(a.x >= 0 && a.y >= 0 && a.x + a.width <= 1280 && bottom(a) <= 720).toBe(true)
        for (const b of boxes.slice(i + 1)) {
          const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || bottom(a) <= b.y || bottom(b) <= a.y
          expect(apart, `${count} ${JSON.stringify([a, b])}`.slice(0, 200)).toBe(true)
        }
      }
    }
  }
})

test('next to a text they are stacked', () => {
  const page = slideOf({ title: 'Т', text: 'Мәтін.', img_path: ['photo.jpg', 'photo.jpg'] })
  const [first, second] = boxesOf(page, 'image')
  expect(page.layout).toBe('text-image')
  expect(second!.y).toBeGreaterThan(bottom(first!))
  // Level with the title and the margin of the slide.
  expect([first!.y, first!.x, first!.x + first!.width, second!.x]).toEqual([72, 760, 1200, 760])
})

test('"cover" fills cells of one size; "img_focus" sets what stays visible', () => {
  const page = slideOf({ title: 'Т', ...three, img_fit: 'cover', img_focus: ['left top', '50% 20%', ''] })
  const pictures = boxesOf(page, 'image')
  const widths = pictures.map(({ width }) => width)
  expect(Math.max(...widths) - Math.min(...widths)).toBeLessThanOrEqual(1) // whole pixels
  expect(new Set(pictures.map(({ height }) => height)).size).toBe(1)
  expect(pictures.map((one) => viewOf(one))).toMatchObject([
    { fit: 'cover', focus: { x: 0, y: 0 } },
    { fit: 'cover', focus: { x: 0.5, y: 0.2 } },
    { fit: 'cover', focus: { x: 0.5, y: 0.5 } },
  ])
})

test.each([
  ['beside a text', { title: 'Т', text: 'Мәтін.' }],
  ['alone', { title: 'Т' }],
])('the caption of a picture that stands whole is close below it, %s', (_, around) => {
  for (const path of ['wide.jpg', 'table.png', 'drawing.svg']) {
    const page = slideOf({ ...around, img_path: path, img_fit: 'contain', img_caption: 'Сурет туралы' })
    const image = box(page, 'image')
    const caption = page.boxes.find((one) => join([one]) === 'Сурет туралы')!
    const gap = caption.y - bottom(image)
    expect(gap).toBeGreaterThanOrEqual(8)
    expect(gap).toBeLessThanOrEqual(12)
    expect(caption.x).toBe(image.x)
  }
})

test('a photograph alone is cropped by a quarter at most, next to a text by more', () => {
  const fits = [{ title: 'Т' }, { title: 'Т', text: 'Мәтін.' }].map((around) =>
    ['photo.jpg', 'wide.jpg', 'tall.jpg', 'square.webp'].map(
      (path) => viewOf(box(slideOf({ ...around, img_path: path }), 'image')).fit,
    ),
  )
  expect(fits).toEqual([
    ['cover', 'cover', 'cover', 'contain'],
    ['cover', 'cover', 'cover', 'cover'],
  ])
})
