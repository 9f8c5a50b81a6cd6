import type { DataWords } from '../../model/words.ts'
import { and, number } from './format.ts'

/** The texts of figures, tables, charts and long texts in Kazakh. */
export const dataWords: DataWords = {
  arrows: { up: 'өсті:', down: 'төмендеді:' },
  continued: (heading) => `${heading} (жалғасы)`,
  chart: {
    kinds: {
      bar: 'Жолақты диаграмма.',
      stack: 'Құрама жолақты диаграмма.',
      line: 'Сызықтық диаграмма.',
      donut: 'Сақиналы диаграмма.',
    },
    series: (names) => `Қатарлар: ${and(names)}.`,
    unit: (unit) => `Өлшем бірлігі: ${unit}.`,
    extremes: (n, most, least) =>
      `${number(n)} мән; ең көбі: ${most.name} — ${most.value}; ең азы: ${least.name} — ${least.value}.`,
    change: (series, first, last) =>
      `${series ? `${series}: ` : ''}${first.name} — ${first.value}; ${last.name} — ${last.value}.`,
    other: 'Басқалары',
    source: (text) => `Дереккөз: ${text}`,
    name: 'Атауы',
    value: 'Мәні',
  },
}
