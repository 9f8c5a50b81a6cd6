import { expect, test } from 'vitest'
import { localizeMap } from '../../src/blocks/map/localize-map.ts'
import type { MapBlock } from '../../src/blocks/map/types.ts'
import { loadOfficial, set } from './fixture.ts'

const bold = (word: string) => `**${word}** сөз`

/** A deck with markup in every text that slides, names of files and descriptions show without faces. */
const deck = {
  name: bold('Есеп'),
  author: bold('Автор'),
  event: bold('Жиын'),
  date: bold('2026'),
  logo_title: bold('Ұйым'),
  content: [
    { title: bold('Бірінші'), text: 'Мәтін', img_path: 'photo.jpg', img_alt: bold('Сурет') },
    { title: 'Сурет', img_path: 'photo.jpg', img_caption: bold('Жазу') },
    { title: 'Адамдар', people: [{ name: bold('Аты'), role: bold('Рөл'), img_path: 'square.webp' }] },
    {
      title: 'Диаграмма',
      chart: {
        data: [
          [bold('А'), 1],
          [bold('Б'), '**2**'],
        ],
        unit: bold('теңге'),
        source: bold('дерек'),
      },
    },
    {
      title: 'Кесте',
      table: [
        ['**А**', 'Б'],
        ['1', '2'],
      ],
    },
    { title: 'Бейне', video: { src: 'https://youtu.be/abcdefghijk', title: bold('кино'), alt: bold('көрініс') } },
  ],
}

test('no mark of emphasis is shown, and none is read out', async () => {
  const { laidOut, found } = set(deck, await loadOfficial())
  const { theme: _, assets: __, ...shown } = laidOut
  expect(found.filter(({ severity }) => severity !== 'info')).toEqual([])
  expect(JSON.stringify(shown)).not.toContain('**')
  expect(shown).toMatchObject({ title: 'Есеп сөз', author: 'Автор сөз', event: 'Жиын сөз', date: '2026 сөз' })
})

test('names on a map are plain', () => {
  const range = { start: 0, end: 0 }
  const named = { label: bold('қала'), range }
  const block = { alt: bold('Карта'), unit: bold('адам'), caption: null, source: null, range, scale: null }
  const map = { ...block, markers: [named], regions: [named] } as unknown as MapBlock
  const local = localizeMap(map, (text) => ({ text: text as string, lang: 'kk' }))
  expect(JSON.stringify(local)).not.toContain('**')
})
