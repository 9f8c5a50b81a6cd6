import type { DataWords } from '../../model/words.ts'
import { listFormatter, pluralizer } from '../format.ts'

const list = listFormatter('ru', 'conjunction')
const values = pluralizer('ru', { one: 'значение', few: 'значения', many: 'значений', other: 'значения' })

/** The texts of figures, tables, charts and long texts in Russian. */
export const dataWords: DataWords = {
  arrows: { up: 'рост:', down: 'снижение:' },
  continued: (heading) => `${heading} (продолжение)`,
  chart: {
    kinds: {
      bar: 'Линейчатая диаграмма.',
      stack: 'Линейчатая диаграмма с накоплением.',
      line: 'Линейный график.',
      donut: 'Кольцевая диаграмма.',
    },
    series: (names) => `Ряды: ${list(names)}.`,
    unit: (unit) => `Единица измерения: ${unit}.`,
    extremes: (n, most, least) =>
      `${values(n)}; больше всего: ${most.name} — ${most.value}; меньше всего: ${least.name} — ${least.value}.`,
    change: (series, first, last) =>
      `${series ? `${series}: ` : ''}${first.name} — ${first.value}; ${last.name} — ${last.value}.`,
    other: 'Прочее',
    source: (text) => `Источник: ${text}`,
    name: 'Название',
    value: 'Значение',
  },
}
