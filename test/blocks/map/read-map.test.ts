import { describe, expect, test } from 'vitest'
import { buildMaps, finding, project, textsOf, viewOf } from './fixture.ts'

describe('a list of places', () => {
  test.each([
    [
      ['Астана', 'Алматы'],
      ['Астана', 'Алматы'],
    ],
    [
      ['Астана', 'Брюссель', null, ''],
      ['Астана', 'Брюссель'],
    ],
    [
      [{ place: 'Астана', label: 'Кеңсе' }, 'Алматы'],
      ['Кеңсе', 'Алматы'],
    ],
    [
      [{ lat: 43.2389, lng: 76.8897, label: 'Мектеп' }, 'Астана, Семей'],
      ['Мектеп', 'Астана', 'Семей'],
    ],
  ])('%j is marked: %j', async (map, names) => {
    const built = await buildMaps([map, { markers: map }])
    expect(built.codes).toEqual([])
    for (const boxes of built.boxes) expect(textsOf(viewOf(boxes))).toEqual(expect.arrayContaining(names))
  })

  test('pairs of numbers are points, also in quotation marks', async () => {
    const pairs = [
      [51.16, 71.43],
      [43.2389, 76.8897],
    ]
    const built = await buildMaps([pairs, { markers: pairs }, [51.16, 71.43], ['51.16', '71,43']])
    expect(built.codes).toEqual([])
    const marks = built.boxes.map(
      (boxes) => viewOf(boxes).marks.filter(({ attributes }) => attributes.class === 'm-mark').length,
    )
    expect(marks).toEqual([2, 2, 1, 1])
  })

  test('what is unknown or ambiguous in it is told, and written', async () => {
    const built = await buildMaps([['Есіл ауданы', 'Неведомск', 'Астана']])
    expect(built.codes).toEqual(['map-place-ambiguous', 'map-place-unknown'])
    expect(textsOf(viewOf(built.boxes[0])).join(' ')).toContain('Есіл ауданы және Неведомск')
  })

  test.each([
    [[51, 16, 71, 43], 'decimals-split'],
    [[51.16, 'Алматы'], 'value-wrong'],
    [[[51.16], 'Алматы'], 'value-wrong'],
    [[true], 'value-wrong'],
  ])('%j is an error', async (map, code) => {
    const built = await buildMaps([map])
    expect(built.diagnostics).toMatchObject([{ code, severity: 'error' }])
  })
})

describe('an object with one place', () => {
  test.each([
    [{ place: 'Астана, Алматы' }, ['Астана', 'Алматы'], []],
    [{ place: 'Астана', label: 'Кеңсе', kind: 'star' }, ['Кеңсе'], []],
    [{ lat: 43.2389, lng: 76.8897 }, ['Алматы'], []],
    [{ lat: 43.2389, lng: 76.8897, label: 'Кеңсе' }, ['Кеңсе'], []],
    [{ lat: 43.2389, lon: 76.8897 }, ['Алматы'], ['field-misspelt']],
    [{ latitude: '43,2389', longitude: '76,8897' }, ['Алматы'], ['field-misspelt', 'field-misspelt']],
    [{ ендік: 43.2389, бойлық: 76.8897 }, ['Алматы'], ['field-misspelt', 'field-misspelt']],
    [{ lat: 76.8897, lng: 43.2389 }, ['Алматы'], ['map-coordinates-swapped']],
    [{ адрес: 'г. Алматы, ул. Абая 10' }, ['г. Алматы, ул. Абая 10'], ['map-place-approximate', 'field-misspelt']],
    [{ place: 'Астана', markers: ['Алматы'], caption: 'Қос қала' }, ['Астана', 'Алматы'], []],
  ])('%j is marked: %j', async (map, names, codes) => {
    const built = await buildMaps([map])
    expect(built.codes).toEqual(codes)
    expect(textsOf(viewOf(built.boxes[0]))).toEqual(expect.arrayContaining(names))
  })

  test('among the blocks of a slide, it is the same', async () => {
    const built = await buildMaps([''], {
      slide: { blocks: [{ type: 'map', lat: 43.2389, lng: 76.8897, label: 'Үй' }] },
    })
    expect(built.codes).toEqual([])
    expect(textsOf(viewOf(built.boxes[0]))).toContain('Үй')
  })

  test.each([
    [{ lat: 51.1 }, null],
    [{ lat: 51.1, label: 'Мектеп' }, 'Мектеп'],
    [{ markers: [{ lng: 71.4, label: 'Мектеп', value: 5 }] }, 'Мектеп'],
    [{ markers: ['Астана', { label: { kk: 'Мектеп', ru: 'Школа' } }] }, 'Мектеп'],
  ])('%j lacks a place, which is told, and its label stays', async (map, label) => {
    const built = await buildMaps([map], { folder: await project() })
    expect(built.codes).toEqual(['map-marker-unplaced'])
    expect(finding(built, 'map-marker-unplaced')).toMatchObject({ label })
    expect(built.html).toContain(label ?? 'Карта')
  })
})
