import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import validate from '#generated/validate-theme.js'
import type { Region, Theme } from '../../src/model/theme.ts'
import { officialTheme } from './laid-out.ts'

const theme = officialTheme()

/** Source: WCAG 2.2, relative luminance and contrast ratio. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string) =>
    [0.2126, 0.7152, 0.0722].reduce((sum, weight, i) => {
      const part = Number.parseInt(hex.slice(1 + 2 * i, 3 + 2 * i), 16) / 255
      return sum + weight * (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    }, 0)
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

test('follows the schema', () => {
  const file = JSON.parse(readFileSync(join(import.meta.dirname, '../../themes/official/theme.json'), 'utf8'))
  expect([validate(file), validate.errors]).toEqual([true, null])
})

test('its texts stand out from their grounds as WCAG 2.2 AA asks', () => {
  const { colors } = theme
  for (const name of ['ink', 'soft', 'accent'] as const) {
    expect(contrast(colors[name]!, colors.ground!), name).toBeGreaterThanOrEqual(4.5)
    expect(contrast(colors[name]!, colors.tint!), `${name} on tint`).toBeGreaterThanOrEqual(4.5)
    const deep = `deep${name[0]!.toUpperCase()}${name.slice(1)}`
    expect(contrast(colors[deep]!, colors.deep!), deep).toBeGreaterThanOrEqual(4.5)
  }
  // Section numbers and quotation marks are large; on the white ground the mark is never a text.
  expect(contrast(colors.mark!, colors.deep!)).toBeGreaterThanOrEqual(3)
})

test('no text is too small for a projector', () => {
  const floor = (style: string) => theme.styles[style]!.sizes.at(-1)!
  for (const style of Object.keys(theme.styles)) expect(floor(style), style).toBeGreaterThanOrEqual(16)
  for (const style of ['caption', 'event', 'logo']) expect(floor(style), style).toBeGreaterThanOrEqual(18)
  for (const style of ['body', 'lead', 'source', 'label', 'title'])
    expect(floor(style), style).toBeGreaterThanOrEqual(22)
})

test('each style finds its faces and its colour', () => {
  for (const [name, { family, weight, boldWeight, italicWeight, color, sizes }] of Object.entries(theme.styles)) {
    const weights = theme.faces.filter((face) => face.family === family).map((face) => face.weight)
    expect(weights, name).toEqual(expect.arrayContaining([weight, boldWeight, italicWeight]))
    expect(theme.colors, name).toHaveProperty(color)
    expect(
      [...sizes].sort((a, b) => b - a),
      name,
    ).toEqual(sizes)
  }
})

const all = Object.entries(theme.aspects).flatMap(([aspect, { stage, layouts }]) =>
  Object.entries(layouts).map(([name, layout]) => ({ at: `${aspect} ${name}`, stage, layout })),
)

describe.each(all)('$at', ({ stage, layout }) => {
  test('stands on the grid, inside the stage', () => {
    for (const [name, { x, y, width, height }] of Object.entries(layout.regions)) {
      const edges = name === 'rule' ? [x, y, width] : [x, y, width, height]
      expect(
        edges.filter((edge) => edge % 4 !== 0),
        name,
      ).toEqual([])
      expect(x >= 0 && y >= 0 && x + width <= stage.width && y + height <= stage.height, name).toBe(true)
    }
  })

  test('names styles and regions that are there', () => {
    for (const [name, { style, below }] of Object.entries(layout.regions)) {
      if (style) expect(theme.styles, name).toHaveProperty(style)
      if (below) expect(layout.regions, name).toHaveProperty(below)
    }
    if (layout.footer) expect(layout.regions).toMatchObject({ footer: {}, page: {}, rule: {} })
    if (layout.ornament) expect(layout.regions).toHaveProperty('ornament')
  })

  test('no two regions that take a text lie over each other', () => {
    const texts = Object.entries(layout.regions).filter(([, { style }]) => style)
    const flows = (a: Region, nameOfB: string): boolean =>
      a.below === nameOfB || (a.below !== undefined && flows(layout.regions[a.below]!, nameOfB))
    for (const [nameA, a] of texts) {
      for (const [nameB, b] of texts) {
        if (nameA >= nameB || flows(a, nameB) || flows(b, nameA)) continue
        const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y
        expect(apart || upToTitle(nameA, nameB), `${nameA} and ${nameB}`).toBe(true)
      }
    }
  })
})

/** A title of three lines reaches as far down as the first text below it begins, which then begins lower. */
const upToTitle = (a: string, b: string) => [a, b].includes('title')

test('all themes that ship have all three names', () => {
  const folder = join(import.meta.dirname, '../../themes')
  for (const id of readdirSync(folder)) {
    const { name }: Theme = JSON.parse(readFileSync(join(folder, id, 'theme.json'), 'utf8'))
    expect(Object.keys(name).sort()).toEqual(['en', 'kk', 'ru'])
  }
})
