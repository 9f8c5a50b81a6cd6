/** Numbers that a style sheet has to repeat, since the layout reserves room for what it draws. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cardPadding } from '../../src/blocks/card.ts'
import { unitScale } from '../../src/blocks/text/figures/figure-line.ts'
import { suffixSize } from '../../src/blocks/title/place-title.ts'
import { chartColors, chartFillCount } from '../../src/model/chart-colors.ts'
import { mapClassCount, mapColors, mapKindCount } from '../../src/model/map-colors.ts'

const root = join(import.meta.dirname, '../..')

/** The declarations of the first rule with this selector. */
function rule(file: string, selector: string): string {
  const css = readFileSync(join(root, file), 'utf8')
  const start = css.indexOf(`\n${selector} {`)
  return css.slice(start, css.indexOf('}', start))
}

test('the page number of continued titles is as large as the space left for it', () => {
  const { scale, maxPx } = suffixSize
  expect(rule('src/blocks/text/text.css', '.suffix')).toContain(`font-size: min(${scale}em, ${maxPx}px);`)
})

test('a card has the padding that its text is set with, and space for its icon', () => {
  const card = rule('themes/official/theme.css', '.card')
  expect(card).toContain(`padding: 0 ${cardPadding.side}px;`)
  const pixels = (css: string, name: string) => Number(new RegExp(`${name}: (\\d+)px`).exec(css)?.[1])
  const sign = pixels(rule('themes/official/theme.css', '.card .sign'), 'height') + pixels(card, 'gap')
  expect(sign).toBeLessThanOrEqual(cardPadding.top)
})

test('a map has a colour and a CSS class for each class and category, and no others', () => {
  const css = readFileSync(join(root, 'src/blocks/map/map.css'), 'utf8')
  const colors = Object.keys(mapColors({ ground: '#ffffff', ink: '#000000' }))
  for (const [name, count] of [
    ['class', mapClassCount],
    ['on', mapClassCount],
    ['kind', mapKindCount],
    ['onKind', mapKindCount],
  ] as const) {
    const wanted = Array.from({ length: count }, (_, i) => `${name}${i + 1}`)
    const numbered = new RegExp(`^${name}\\d+$`)
    expect(colors.filter((color) => numbered.test(color))).toEqual(wanted)
    expect([...css.matchAll(new RegExp(`^\\.m-(${name}\\d+) {`, 'gm'))].map(([, found]) => found)).toEqual(wanted)
  }
  for (const [, variable] of css.matchAll(/var\(--map-(\w+)\)/g)) expect(colors).toContain(variable)
})

test('a chart has a colour for every fill and every variable of its style sheet', () => {
  const css = readFileSync(join(root, 'src/blocks/chart/chart.css'), 'utf8')
  const colors = Object.keys(chartColors({ ground: '#ffffff', ink: '#000000' }))
  for (const [, variable] of css.matchAll(/var\(--chart-(\w+)\)/g)) expect(colors).toContain(variable)
  for (let fill = 0; fill < chartFillCount; fill++) expect(colors).toContain(String(fill))
})

test('units of figures are as large as they are measured', () => {
  expect(rule('src/blocks/text/text.css', '.unit')).toContain(`font-size: ${unitScale}em;`)
})
