import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contrastRatio } from '../../src/model/color.ts'
import { colorsOnBackground } from '../../src/render/background-colors.ts'
import { disk } from '../../src/system/disk.ts'
import { loadTheme } from '../../src/theme/load-theme.ts'
import { themes } from '../gallery/editions.ts'

const project = { files: disk, root: import.meta.dirname, out: '' }
const digits = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`)

test.each(themes)('%s: every text is readable on a background of any colour, and on its cards', async (id) => {
  const { colors } = (await loadTheme(id, project)).theme!
  fc.assert(
    fc.property(digits, (ground) => {
      const { ink, soft, accent, mark, tint } = colorsOnBackground(ground, colors) as Record<string, string>
      for (const color of [ink, soft, accent]) {
        expect(contrastRatio(color!, ground)).toBeGreaterThanOrEqual(4.5)
        expect(contrastRatio(color!, tint!)).toBeGreaterThanOrEqual(4.5)
      }
      expect(contrastRatio(mark!, ground)).toBeGreaterThanOrEqual(3)
    }),
  )
})

test('a readable colour does not change', async () => {
  const { colors } = (await loadTheme('official', project)).theme!
  expect(colorsOnBackground('#ffffff', colors)).toMatchObject({
    ink: colors.ink,
    soft: colors.soft,
    accent: colors.accent,
  })
  expect(colorsOnBackground('#0a2036', colors)).toMatchObject({
    ink: colors.deepInk,
    soft: colors.deepSoft,
    mark: colors.deepMark,
  })
})
