import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { eraserCursor, penCursor, penNames, pensOn } from '../../../src/client/drawing/pens.ts'
import { contrastRatio, parseHexColor } from '../../../src/model/color.ts'

const themes = readdirSync('themes', { withFileTypes: true })
  .filter((one) => one.isDirectory())
  .map(
    ({ name }) => JSON.parse(readFileSync(`themes/${name}/theme.json`, 'utf8')) as { colors?: Record<string, string> },
  )
/** The grounds of all themes, and others from black to white and around the circle of colours. */
const grounds = [
  ...new Set([
    ...themes
      .flatMap(({ colors = {} }) => [colors.ground, colors.deep, colors.accent])
      .filter((one) => one !== undefined),
    ...['#000000', '#333333', '#767676', '#808080', '#aaaaaa', '#eeeeee', '#ffffff'],
    ...['#c01818', '#e0141c', '#ffe000', '#138a36', '#0b3954', '#1462e0', '#7a1f5c', '#ff8800', '#00ffff'],
  ]),
]

test.each(grounds)('on %s each pen is seen, and no two are alike', (ground) => {
  const { colors } = pensOn(ground)
  expect(colors).toHaveLength(penNames.length)
  for (const color of colors) expect(contrastRatio(color, ground)).toBeGreaterThanOrEqual(3.5)
  const apart = colors.flatMap((one, i) => colors.slice(i + 1).map((other) => distance(one, other)))
  expect(Math.min(...apart)).toBeGreaterThan(30)
})

test.each(grounds)('on %s the first pen is red', (ground) => {
  const [red, green, blue] = parseHexColor(pensOn(ground).colors[0]!)
  expect(red - Math.max(green, blue)).toBeGreaterThanOrEqual(30)
})

test.each(grounds)('over a picture on %s a stroke is seen by its colour or by its outline', (ground) => {
  const { colors, outline } = pensOn(ground)
  const pictures = ['#000000', '#404040', '#808080', '#c0c0c0', '#ffffff', ...colors]
  for (const color of colors)
    for (const picture of pictures) {
      const seen = Math.max(contrastRatio(color, picture), contrastRatio(outline, picture))
      expect(seen).toBeGreaterThanOrEqual(1.8)
    }
})

test('a cursor draws at the tip of its pen, and has an edge of another colour', () => {
  const svg = (cursor: string) => decodeURIComponent(/svg\+xml,([^"]*)/.exec(cursor)?.[1] ?? '')
  expect(penCursor('#ffffff')).toMatch(/ 2 30, crosshair$/)
  expect(svg(penCursor('#ffffff'))).toContain('stroke="#000000"')
  expect(svg(penCursor('#000000'))).toContain('stroke="#ffffff"')
  expect(eraserCursor(10)).toMatch(/ 12 12, crosshair$/)
})

function distance(a: string, b: string): number {
  const [one, other] = [parseHexColor(a), parseHexColor(b)]
  return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2])
}
