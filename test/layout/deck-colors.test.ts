import { beforeAll, expect, test } from 'vitest'
import { blend, contrastRatio } from '../../src/model/color.ts'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import { type LayoutFixture, loadOfficial, set } from './fixture.ts'

let ours: LayoutFixture
beforeAll(async () => {
  ours = await loadOfficial()
})

const text = (deck: object) => JSON.stringify(deck)
const check = (colors: object) => {
  const deck = { content: [{ title: 'А' }], colors }
  const { laidOut, found } = set(deck, ours)
  const at = ({ range }: Diagnostic) => text(deck).slice(range.start, range.end)
  return { colors: laidOut.colors, found: found.map((one) => ({ ...one, at: at(one) })) }
}

test('a colour of the deck replaces that of the theme', () => {
  const { colors, found } = check({ accent: '#123456' })
  expect(found).toEqual([])
  expect(colors).toEqual({ ...ours.theme.colors, accent: '#123456' })
})

test('an unknown colour name is reported with the nearest one and ignored', () => {
  const { colors, found } = check({ acent: '#123456' })
  expect(found).toMatchObject([{ code: 'color-unknown', nearest: 'accent', severity: 'warning', at: '"acent"' }])
  expect(colors).toEqual(ours.theme.colors)
})

test('low contrast is reported once per pair of colours, with a colour that passes', () => {
  const { found } = check({ ink: '#999999' })
  expect(found).toMatchObject([
    { code: 'contrast-low', color: 'ink', ground: 'ground', groundValue: '#ffffff', needed: 4.5, at: '"#999999"' },
    { code: 'contrast-low', color: 'ink', ground: 'tint', needed: 4.5 },
  ])
  for (const one of found as unknown as { ratio: number; value: string; nearest: string; groundValue: string }[]) {
    expect(one.ratio).toBeCloseTo(contrastRatio(one.value, one.groundValue))
    expect(contrastRatio(one.nearest, one.groundValue)).toBeGreaterThanOrEqual(4.5)
    expect(contrastRatio(one.nearest, one.groundValue)).toBeLessThan(4.8)
  }
})

test('a background is reported at its own range for every text with low contrast', () => {
  const { found } = check({ ground: '#777777' })
  expect(found.map(({ at }) => at)).toEqual(found.map(() => '"#777777"'))
  expect(found.map((one) => 'color' in one && one.color)).toEqual(expect.arrayContaining(['ink', 'soft', 'accent']))
})

test('texts over pictures are checked against the lightest and the darkest possible colour', () => {
  const { found } = check({ scrimInk: '#777777' })
  const [one] = found as unknown as { ground: string; groundValue: string }[]
  const { scrim } = ours.theme.colors
  expect(one).toMatchObject({ ground: 'scrim' })
  expect([blend(scrim!, '#ffffff', 0.72), blend(scrim!, '#000000', 0.72)]).toContain(one!.groundValue)
})

test('large text needs less contrast than small text', () => {
  // 3.9 to 1 on the deep ground: enough for the numbers of sections, which are large, not for footers.
  const faint = '#7e99ad'
  expect(contrastRatio(faint, ours.theme.colors.deep!)).toBeGreaterThan(3)
  expect(contrastRatio(faint, ours.theme.colors.deep!)).toBeLessThan(4.5)
  expect(check({ deepSoft: faint }).found.some((one) => 'color' in one && one.color === 'deepSoft')).toBe(true)
  const onDeep = check({ deepMark: faint }).found.filter((one) => 'groundValue' in one && one.groundValue === '#0b3a5b')
  expect(onDeep).toEqual([])
})
