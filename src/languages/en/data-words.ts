import type { DataWords } from '../../model/words.ts'
import { listFormatter, pluralizer } from '../format.ts'

const list = listFormatter('en', 'conjunction')
const values = pluralizer('en', { one: 'value', other: 'values' })

/** The texts of figures, tables, charts and long texts in English. */
export const dataWords: DataWords = {
  arrows: { up: 'up', down: 'down' },
  continued: (heading) => `${heading} (continued)`,
  chart: {
    kinds: { bar: 'Bar chart.', stack: 'Stacked bar chart.', line: 'Line chart.', donut: 'Ring chart.' },
    series: (names) => `Series: ${list(names)}.`,
    unit: (unit) => `Unit: ${unit}.`,
    extremes: (n, most, least) =>
      `${values(n)}; highest: ${most.name}, ${most.value}; lowest: ${least.name}, ${least.value}.`,
    change: (series, first, last) =>
      `${series ? `${series}: ` : ''}${first.name}, ${first.value}; ${last.name}, ${last.value}.`,
    other: 'Other',
    source: (text) => `Source: ${text}`,
    name: 'Name',
    value: 'Value',
  },
}
