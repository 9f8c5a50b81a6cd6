import { beforeAll, describe, expect, test } from 'vitest'
import type { LaidOutPage, PlacedBox, TextView } from '../../../../src/model/laid-out.ts'
import { aspects, themes } from '../../../gallery/editions.ts'
import { type LayoutFixture, loadFixture, regions, set, setSlide, words } from '../../../layout/fixture.ts'

const fixtures = new Map<string, LayoutFixture>()
beforeAll(async () => {
  for (const name of themes) fixtures.set(name, await loadFixture(name))
})

const lines = [
  '2,3 трлн ₸ ▲ 6,4 % — жалпы өңірлік өнім',
  '106,4 % — нақты көлем индексі',
  '412 млрд ₸ — негізгі капиталға салынған инвестиция',
  '698 мың (+1,2 %) — халық саны',
  '4,7 % — жұмыссыздық деңгейі',
  '318 500 ₸ — орташа айлық жалақы',
  '12 — мектеп салынды',
  '455 мың м² — тұрғын үй',
]
const sizeOf = ({ view }: PlacedBox) => (view as TextView).size
const named = (page: LaidOutPage, name: string) => page.boxes.filter(({ region }) => region === name)
const widthOf = ({ view }: PlacedBox) =>
  Math.max(...(view as TextView).page.paragraphs.flatMap((one) => one.lines.map(({ width }) => width)))

describe.each(themes.flatMap((theme) => aspects.map((aspect) => ({ theme, aspect }))))('$theme $aspect', (at) => {
  test.each(lines.map((_, i) => i + 1))('%i figures', (count) => {
    const text = [...lines.slice(0, count), 'Дереккөз: Ұлттық статистика бюросы'].join('\n')
    const pages = setSlide({ block: '9', title: 'Негізгі көрсеткіштер', text }, fixtures.get(at.theme)!, 1, at.aspect)
    expect(pages.flatMap((page) => named(page, 'figure'))).toHaveLength(count)
    expect(pages.flatMap((page) => named(page, 'label'))).toHaveLength(count)
    expect(pages.flatMap((page) => named(page, 'change'))).toHaveLength(count >= 4 ? 2 : 1)
    expect(pages.length).toBeLessThanOrEqual(
      at.aspect === '16:9' && (at.theme === 'official' || at.theme === 'calm') ? 1 : 2,
    )
    for (const page of pages) {
      const figures = named(page, 'figure')
      const labels = [...named(page, 'label'), ...named(page, 'change')]
      expect(new Set(figures.map(sizeOf)).size).toBe(1)
      for (const label of labels) expect(sizeOf(figures[0]!)).toBeGreaterThanOrEqual(2 * sizeOf(label))
      for (const one of [...figures, ...labels]) expect(widthOf(one)).toBeLessThanOrEqual(one.width)
      expect(overlaps(page.boxes)).toEqual([])
    }
  })
})

function overlaps(boxes: readonly PlacedBox[]): string[] {
  return boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height)
      .map((b) => `${a.region} ${b.region}`),
  )
}

describe('official', () => {
  const official = () => fixtures.get('official')!
  const codes = (slide: object) =>
    set({ content: [{ block: '7', title: 'А' }, slide] }, official()).found.map(({ code }) => code)

  test('units are set small, and arrows are drawn with words for screen readers', () => {
    const [page] = setSlide({ block: '9', title: 'Т', text: lines[0] }, official())
    const runsOf = (name: string) => (named(page!, name)[0]!.view as TextView).page.paragraphs[0]!.lines[0]!.runs
    expect(runsOf('figure').map(({ text, small }) => [text, small])).toEqual([
      ['2,3', undefined],
      [' трлн ₸', true],
    ])
    expect(runsOf('change').map(({ text, arrow, spoken }) => [text, arrow, spoken])).toEqual([
      ['▲', 'up', 'өсті:'],
      ['6,4 %', undefined, undefined],
    ])
    expect(codes({ block: '9', title: 'Т', text: lines[0] })).toEqual([])
  })

  test('ten figures take two pages of five', () => {
    const text = Array.from({ length: 10 }, (_, i) => `${i + 1} — сан`).join('\n')
    const pages = setSlide({ block: '9', title: 'Т', text }, official())
    expect(pages.map((page) => named(page, 'figure').length)).toEqual([5, 5])
    expect(codes({ block: '9', title: 'Т', text })).toEqual(['text-continued'])
  })

  test('a slide of figures without any says why', () => {
    expect(codes({ block: '9', title: 'Т', text: 'Мұнда сан жоқ.' })).toEqual(['figures-missing'])
    expect(codes({ block: '9', title: '495', text: 'жоба' })).toEqual([])
    expect(codes({ block: '9', title: 'Т' })).toEqual([])
  })

  test('a label that fits on no page leaves a text, and says so', () => {
    const text = `495 — ${'ұзын сөздер '.repeat(120)}`
    const slide = { block: '9', title: 'Т', text }
    expect(codes(slide)).toContain('figures-too-long')
    const pages = setSlide(slide, official())
    const shown = pages.flatMap((page) => named(page, 'body')).map(words)
    expect(shown.join(' ').replace(/\s+/g, ' ')).toBe(text.trim())
  })

  test('the source stands at the foot of the page', () => {
    const [page] = setSlide({ block: '9', title: 'Т', text: `${lines[0]}\nДереккөз: бюро` }, official())
    expect(regions(page!)).toContain('caption')
  })
})
