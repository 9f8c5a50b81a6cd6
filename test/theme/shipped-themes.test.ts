import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { lowContrast, textColorPairs } from '../../src/layout/contrast.ts'
import { contrastRatio } from '../../src/model/color.ts'
import { lineHeightAt, type Region, type Theme } from '../../src/model/theme.ts'
import { disk } from '../../src/system/disk.ts'
import { packageRoot } from '../../src/system/package-root.ts'
import { checkThemeNames } from '../../src/theme/check-names.ts'
import { checkThemeSchema } from '../../src/theme/check-schema.ts'
import { loadTheme } from '../../src/theme/load-theme.ts'

const folder = join(packageRoot(), 'themes')
const ids = readdirSync(folder).filter((id) => existsSync(join(folder, id, 'theme.json')))
const loaded = await Promise.all(ids.map((id) => loadTheme(id, { files: disk, root: import.meta.dirname, out: '' })))
const themes = loaded.map(({ theme, diagnostics }, i) => ({ id: ids[i]!, theme: theme!, diagnostics }))

test('Korme contains four themes', () => {
  expect(ids.sort()).toEqual(['calm', 'contrast', 'official', 'stage'])
  for (const { theme, diagnostics } of themes)
    expect([diagnostics, Object.keys(theme.name).sort()]).toEqual([[], ['en', 'kk', 'ru']])
})

/** What a theme's style sheet may not ask for: it must work with no network. */
const elsewhere = /@import|url\(|https?:|expression|javascript/i

describe.each(themes)('$id', ({ id, theme }) => {
  test('follows the schema, alone and merged with its base, and refers only to things that exist', async () => {
    const file = JSON.parse(readFileSync(join(folder, id, 'theme.json'), 'utf8'))
    const { id: _, css: __, templates: ___, ...whole } = theme
    expect([await checkThemeSchema(file), await checkThemeSchema(whole as never), checkThemeNames(theme)]).toEqual([
      [],
      [],
      [],
    ])
    expect(readFileSync(join(folder, id, 'theme.css'), 'utf8')).not.toMatch(elsewhere)
  })

  test('its texts have the contrast of WCAG 2.2 AA with their backgrounds, pictures too', () => {
    expect(lowContrast(textColorPairs(theme), theme.colors)).toEqual([])
    // Also on the ground of cards, and what is no text but has to be seen.
    const { colors } = theme
    for (const [mark, ground] of [
      [colors.deepMark, colors.deep],
      [colors.accent, colors.tint],
    ] as const) {
      expect(contrastRatio(mark!, ground!)).toBeGreaterThanOrEqual(3)
    }
  })

  test('no text is too small for a projector', () => {
    const floors = { ...Object.fromEntries(Object.keys(theme.styles).map((style) => [style, 16])), ...floorsOf(id) }
    for (const [style, floor] of Object.entries(floors)) {
      expect(theme.styles[style]!.sizes.at(-1), style).toBeGreaterThanOrEqual(floor)
      expect([...theme.styles[style]!.sizes].sort((a, b) => b - a)).toEqual(theme.styles[style]!.sizes)
    }
  })

  test('lines of every size sit on the grid of 4 px', () => {
    for (const [name, style] of Object.entries(theme.styles)) {
      for (const size of style.sizes) expect([name, size, lineHeightAt(style, size) % 4]).toEqual([name, size, 0])
    }
  })
})

function floorsOf(id: string): Record<string, number> {
  const reading = ['body', 'lead', 'source', 'label', 'title', 'quote', 'statement']
  const least = id === 'contrast' ? 28 : id === 'stage' ? 26 : 22
  const small = id === 'contrast' ? 24 : 18
  return Object.fromEntries([
    ...reading.map((style) => [style, least]),
    ...['caption', 'event', 'logo'].map((style) => [style, small]),
    ...(id === 'contrast' ? [['footer', 20]] : []),
  ])
}

const layoutsOf = ({ id, theme }: { id: string; theme: Theme }) =>
  Object.entries(theme.aspects).flatMap(([aspect, { stage, layouts }]) =>
    Object.entries(layouts).map(([name, layout]) => ({
      at: `${id} ${aspect} ${name}`,
      aspect,
      theme,
      stage,
      name,
      layout,
    })),
  )
const all = themes.flatMap(layoutsOf)

test('every theme has every layout on both stages, and in 4:3 columns for upright pictures', () => {
  expect(all).toHaveLength(4 * (24 + 26))
})

test('in 4:3, wide pictures are above or below the text, which fills the width between the margins', () => {
  for (const { name, aspect, layout } of all) {
    if (aspect !== '4:3' || !name.startsWith('text-image') || name.includes('tall')) continue
    const { body, title, image } = layout.regions as Record<string, Region>
    expect([body!.x, body!.width, title!.x, title!.width]).toEqual([64, 832, 64, 832])
    const apart = image!.y + image!.height <= title!.y || image!.y >= body!.y + body!.height
    expect([name, apart]).toEqual([name, true])
  }
})

describe.each(all)('$at', ({ theme, stage, layout }) => {
  test('is aligned to the grid, inside the stage', () => {
    for (const [name, { x, y, width, height }] of Object.entries(layout.regions)) {
      const edges = name === 'rule' ? [x, y, width] : [x, y, width, height]
      expect(
        edges.filter((edge) => edge % 4 !== 0),
        name,
      ).toEqual([])
      expect(x >= 0 && y >= 0 && x + width <= stage.width && y + height <= stage.height, name).toBe(true)
    }
  })

  test('has space for a line of each text at its smallest size, and follows its flags', () => {
    for (const [name, { style, height }] of Object.entries(layout.regions)) {
      const set = style ? theme.styles[style]! : null
      if (set) expect(height, name).toBeGreaterThanOrEqual(lineHeightAt(set, set.sizes.at(-1)!))
    }
    if (layout.footer) expect(layout.regions).toMatchObject({ footer: {}, page: {}, rule: {} })
    if (layout.ornament) expect(layout.regions).toHaveProperty('ornament')
  })

  test('no two text regions overlap', () => {
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

test('a section without a number has its title a little above the middle, not at the head of the page', () => {
  for (const { at, stage, name, layout } of all) {
    if (name !== 'section') continue
    const { number, title } = layout.regions as Record<string, Region>
    // Below a region that is empty a text begins where that would have begun, or at its own place if that ends there.
    expect([at, number!.align]).toEqual([at, 'bottom'])
    expect(title!.y / stage.height, at).toBeGreaterThan(0.3)
    expect(title!.y / stage.height, at).toBeLessThan(0.4)
  }
})
