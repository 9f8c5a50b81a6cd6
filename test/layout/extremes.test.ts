import { beforeAll, expect, test } from 'vitest'
import { join, type LayoutFixture, loadOfficial, set } from './fixture.ts'

let ours: LayoutFixture
beforeAll(async () => {
  ours = await loadOfficial()
})

const sentence = 'Орталыққа күн сайын 120 адам келеді: дәрігер қарайды, ыстық ас беріледі. '
const word = 'ұ'.repeat(5000)
const prose = sentence.repeat(60).trim()
const address = `https://example.kz/${'a1b2/'.repeat(600)}`
const images = ['photo.jpg', 'tall.jpg', 'wide.jpg', 'table.png'].map((src) => ({ src, caption: prose }))

test.each<[string, object]>([
  ['a word of 5,000 letters for a title', { title: word, text: 'а' }],
  ['a title as long as a text', { block: '7', title: prose }],
  ['a title as long as a text on a quote', { block: '8', title: prose, text: prose }],
  ['a title as long as a text under a picture', { title: prose, img_path: 'photo.jpg', img_caption: prose }],
  ['a quote of two pages', { block: '8', text: `${prose}\n— ${prose}` }],
  ['figures with long words', { block: '9', title: 'Т', text: `495 ${prose}\n94 ${prose}` }],
  ['a figure of 60 digits', { block: '9', title: '9'.repeat(60), text: prose }],
  ['captions that are texts', { title: 'Т', img_path: images }],
  ['an address of 3,000 characters', { title: 'Т', video: address }],
  ['500 items', { title: 'Т', text: '• элемент\n'.repeat(500) }],
  ['60 headings', { title: 'Т', text: Array.from({ length: 60 }, (_, i) => `${i + 1}. Бөлім\nмәтін`).join('\n') }],
  ['800 emoji', { title: '👩‍👩‍👧'.repeat(20), text: '👩‍👩‍👧'.repeat(800) }],
  ['three long columns', { title: 'Т', text: [prose, prose, prose] }],
  ['a subtitle that is a text', { block: '1', title: 'Т', text: prose }],
  ['thirty texts', { title: 'Т', text: Array(30).fill(sentence.trim()) }],
  ['ten pictures', { title: 'Т', text: prose, img_path: Array(10).fill('photo.jpg') }],
])('%s: all is there, and inside', (_, slide) => {
  const { pages, stage } = set({ content: [{ block: '7', title: 'А' }, slide] }, ours).laidOut
  const boxes = pages.filter((page) => page.slide === 1).flatMap((page) => page.boxes)
  for (const { region, x, y, width, height } of boxes) {
    const inside = x >= 0 && y >= 0 && x + width <= stage.width && y + height <= stage.height
    expect(inside, `${region} ${x} ${y} ${width} ${height}`).toBe(true)
  }
  const letters = (text: string) => text.replace(/\s|[•—]/g, '').length
  const said = letters(
    Object.entries(slide)
      .filter(([name]) => ['title', 'text', 'img_caption', 'video'].includes(name))
      .map(([, value]) =>
        [value]
          .flat()
          .join('')
          .replace(/^https:\/\//, ''),
      )
      .join(''),
  )
  expect(letters(join(boxes.filter(({ region }) => !['footer', 'page'].includes(region))))).toBeGreaterThanOrEqual(said)
})
