import { describe, expect, test } from 'vitest'
import { isFigure, readFigures } from '../../../../src/blocks/text/figures/read-figures.ts'
import type { TextSpan } from '../../../../src/model/text.ts'
import { parseParagraphs, plainText } from '../../../../src/typeset/parse-paragraphs.ts'

const textOf = (spans: readonly TextSpan[]) => spans.map(({ text }) => text).join('')
const arrow = { up: '▲', down: '▼' } as const

/** What is read from a text: `number [unit] {change} | label` for each figure, with `«intro»` and `+ rest`. */
function read(text: string): string[] | null {
  const found = readFigures(parseParagraphs(text))
  if (!found) return null
  const figures = found.figures.map(({ arrow: sign, approximation, number, unit, change, label }) =>
    [
      `${sign ? `${arrow[sign]} ` : ''}${textOf(approximation)}${textOf(number)}`,
      unit.length > 0 ? ` [${textOf(unit).trim()}]` : '',
      change ? ` {${change.arrow ? arrow[change.arrow] : ''}${textOf(change.spans)}}` : '',
      label.length > 0 ? ` | ${label.map((one) => plainText([one])).join(' / ')}` : '',
    ].join(''),
  )
  return [
    ...found.intro.map((one) => `«${plainText([one])}»`),
    ...figures,
    ...found.rest.map((one) => `+ ${plainText([one])}`),
    ...(found.source ? [`© ${plainText([found.source])}`] : []),
  ]
}

describe('a line', () => {
  test.each([
    ['2,3 трлн ₸ — жалпы өңірлік өнім', '2,3 [трлн ₸] | жалпы өңірлік өнім'],
    ['жалпы өңірлік өнім — 2,3 трлн ₸', '2,3 [трлн ₸] | жалпы өңірлік өнім'],
    ['Халық саны: 698 мың', '698 [мың] | Халық саны'],
    ['698 мың: халық саны', '698 [мың] | халық саны'],
    ['495 жоба қатысты', '495 | жоба қатысты'],
    ['250 мың адам көмек алды', '250 [мың] | адам көмек алды'],
    ['17 мектеп — биыл салынды', '17 [мектеп] | биыл салынды'],
    ['Салынды — 17 мектеп', '17 [мектеп] | Салынды'],
    ['318 500 ₸ — орташа айлық жалақы', '318 500 [₸] | орташа айлық жалақы'],
    ['1 250 000,5 т — өнім', '1 250 000,5 [т] | өнім'],
    ['1 250 000 - жителей', '1 250 000 | жителей'],
    ['98% – выпускников', '98 [%] | выпускников'],
    ['92 %-ға артты', '92 [%-ға] | артты'],
    ['10–15 % — рост цен', '10–15 [%] | рост цен'],
    ['10 – 15 % — рост цен', '10 – 15 [%] | рост цен'],
    ['Рост цен — 10 – 15 %', '10 – 15 [%] | Рост цен'],
    ['$ 1,2 млн — грант', '$ 1,2 [млн] | грант'],
    ['€12 m — budget', '€12 [m] | budget'],
    ['−3,5 °C — қаңтардың орташа температурасы', '−3,5 [°C] | қаңтардың орташа температурасы'],
    ['-12 % — спад', '-12 [%] | спад'],
    ['≈ 40 000 — зрителей', '≈ 40 000 | зрителей'],
    ['более 500 — волонтёров', 'более 500 | волонтёров'],
    ['1-ші орын', '1-ші | орын'],
    ['1-е место — в области', '1-е [место] | в области'],
    ['24/7 — горячая линия', '24/7 | горячая линия'],
    ['3:1 — счёт финала', '3:1 | счёт финала'],
    ['2021 жыл — 312,4', '312,4 | 2021 жыл'],
    ['2024 — 447,9 млрд', '447,9 [млрд] | 2024'],
    ['1991 — тәуелсіздік жылы', '1991 | тәуелсіздік жылы'],
    ['Талдықорған — 96,4 млрд теңге (112,3 %)', '96,4 [млрд теңге] | Талдықорған / (112,3 %)'],
    ['2,3 трлн ₸ ▲ 6,4 % — жалпы өнім', '2,3 [трлн ₸] {▲6,4 %} | жалпы өнім'],
    ['4,7 % — жұмыссыздық деңгейі (▼ 0,2 п.т.)', '4,7 [%] {▼0,2 п.т.} | жұмыссыздық деңгейі'],
    ['698 мың (+1,2 %) — халық саны', '698 [мың] {+1,2 %} | халық саны'],
    ['Халық саны — 698 мың ↑ 1,2 %', '698 [мың] {▲1,2 %} | Халық саны'],
    ['▲ 6,4 % — өсім', '▲ 6,4 [%] | өсім'],
    ['▼2 % спад', '▼ 2 [%] | спад'],
    ['**495** — жоба', '495 | жоба'],
    ['• 495 — жоба', '495 | жоба'],
    ['18,4 млн ₸', '18,4 [млн ₸]'],
  ])('%s', (line, wanted) => expect(read(line)).toEqual([wanted]))

  test.each([
    '2025 жылы 12 мектеп салынды',
    '2025 жылға арналған жоспар',
    '5 желтоқсан күні форум өтеді',
    '12.05.2025 — ашылу күні',
    'Көмек ертең емес, бүгін керек',
    '1. Экономика және инвестициялар',
    'А4 форматы',
    '',
  ])('is not a figure: %s', (line) => expect(read(line)).toBeNull())
})

describe('a text', () => {
  test.each<[string, string, string[]]>([
    ['figures above their labels', '495\nжоба\n94\nжеңімпаз', ['495 | жоба', '94 | жеңімпаз']],
    ['labels above their figures', 'жоба\n495\nжеңімпаз\n94', ['495 | жоба', '94 | жеңімпаз']],
    [
      'changes on lines of their own',
      '698 мың — халық\n(+1,2 %)\n12\nмектеп\n▼ 3',
      ['698 [мың] {+1,2 %} | халық', '12 {▼3} | мектеп'],
    ],
    ['a change right below its figure', '12\n▲ 3\nмектеп', ['12 {▲3} | мектеп']],
    ['an introduction and a rest', 'Биыл:\n495 жоба\nКөп.', ['«Биыл:»', '495 | жоба', '+ Көп.']],
    ['a source', '495 жоба\nДереккөз: есеп', ['495 | жоба', '© Дереккөз: есеп']],
    ['the same order in all lines', '2024 — 12\n2025 — 14\nБарлығы — 26', ['12 | 2024', '14 | 2025', '26 | Барлығы']],
    ['doubtful lines follow the others', '12 — 3 ай\nШілде — 4 күн', ['3 [ай] | 12', '4 [күн] | Шілде']],
  ])('%s', (_, text, wanted) => expect(read(text)).toEqual(wanted))

  test('of words is none, even if numbers come later', () => {
    expect(read('Бір\nЕкі\nҮш\n495 жоба')).toBeNull()
  })
})

test.each([
  ['495', true],
  ['18,4 млн ₸', true],
  ['1 250 000', true],
  ['+12 %', true],
  ['495 жоба', false],
  ['2025', true],
  ['Жоба', false],
])('a title that is a figure: %s', (title, wanted) => expect(isFigure(title)).toBe(wanted))
