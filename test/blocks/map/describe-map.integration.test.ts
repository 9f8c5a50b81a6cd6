import { expect, test } from 'vitest'
import { buildMaps, viewOf } from './fixture.ts'

const many = [
  'KZ-10',
  'KZ-11',
  'KZ-15',
  'KZ-19',
  'KZ-23',
  'KZ-27',
  'KZ-31',
  'KZ-33',
  'KZ-35',
  'KZ-39',
  'KZ-43',
  'KZ-75',
]

/** Maps, and which words they have in each language. */
const maps: unknown[] = [
  'Алматы',
  { markers: ['Алматы', 'Астана'] },
  'Абай облысы',
  'Қазақстан',
  '44.5, 66.2',
  { regions: { 'KZ-35': 5 } },
  { regions: { 'KZ-35': 5, 'KZ-10': 7.5 }, unit: '%', caption: 'Үлес.' },
  { regions: Object.fromEntries(many.map((code, i) => [code, i + 0.5])) },
  { regions: { 'KZ-35': 'A', 'KZ-10': 'B', 'KZ-11': 'A' } },
  { regions: many, caption: 'Қамту' },
  { markers: [{ place: 'Алматы', value: 3 }, { place: 'Тараз', value: 1234.5 }, 'Астана'], view: 'Қазақстан' },
  { base: 'world', markers: ['Астана'] },
  { view: { bbox: [50, 40, 60, 45.5] } },
  { view: 'Түркістан' },
  { markers: ['Астана', 'Атлантида'] },
  { markers: ['Астана'], alt: 'Автордың сөзі' },
  { markers: ['Астана'], alt: 'Автордың сөзі', caption: 'Қайда?' },
  {
    geojson: {
      type: 'Polygon',
      coordinates: [
        [
          [70, 47],
          [70, 48],
          [71, 48],
          [70, 47],
        ],
      ],
    },
  },
]

test.each(['kk', 'ru', 'en'] as const)('a map says in sentences what it shows and where: %s', async (lang) => {
  const built = await buildMaps(maps, { lang })
  expect(built.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(
    built.boxes.flatMap((boxes, i) => (boxes.some(({ template }) => template === 'map') ? [] : [maps[i]])),
  ).toEqual([])
  const names = built.boxes.map((boxes) => viewOf(boxes).name)
  for (const name of names) {
    expect(name).toMatch(/[.!?]$/)
    expect(name).not.toMatch(/[.!?]\.|undefined|null|\s\s/)
  }
  expect(names.join('\n')).toMatchSnapshot()
})
