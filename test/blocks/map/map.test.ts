import { describe, expect, test } from 'vitest'
import { messages as en } from '../../../src/languages/en/messages.ts'
import { formatMessage } from '../../../src/languages/messages.ts'
import { buildMaps, finding, hasPack, project, textsOf, viewOf } from './fixture.ts'

const values = {
  'Ақмола облысы': 786.7,
  'KZ-35': '1 134,9',
  'область Абай': 607.6,
  Актюбинская: 944.7,
  'Алматы облысы': 1541.7,
  'Алматы қаласы': 2228.7,
  Астана: 1475.1,
  Шымкент: 1222.1,
}

describe('places', () => {
  test('a place, coordinates, an address are a marked map; unknown and unplaced ones are a card', async () => {
    const address = 'https://www.google.com/maps/place/Astana/@51.14,71.21,11z/data=!3d51.1655126!4d71.4272222'
    const built = await buildMaps(['Талдықорған', '51.1694, 71.4491', address, 'Талдыкорганн', 'https://go.2gis.com/x'])
    const templates = built.boxes.map((boxes) =>
      boxes.map(({ template }) => template).filter((name) => name !== 'text'),
    )
    expect(templates).toEqual([['map'], ['map', 'qr'], ['map', 'qr'], ['card'], ['card', 'qr']])
    expect(textsOf(viewOf(built.boxes[0]))).toContain('Талдықорған')
    expect(textsOf(viewOf(built.boxes[2]))).toContain('Астана')
    expect(built.codes).toEqual(['map-place-unknown', 'map-address-short'])
    expect(finding(built, 'map-place-unknown')).toMatchObject({
      nearest: ['Талдықорған'],
      slide: 5,
      severity: 'warning',
    })
  })

  test('each mistake is a finding at its place, and no name is lost', async () => {
    const markers = [
      'Ақсу',
      { place: 'Неведомск', value: 3 },
      { lat: 71.4, lng: 51.1, label: 'Орын' },
      { place: '151.2, 133.1', label: 'Жоқ' },
    ]
    const built = await buildMaps([
      { markers, view: 'javascript:alert(1)', link: 'data:text/html,x', online: 'tiles', zoom: 15 },
    ])
    expect(built.codes.sort()).toEqual([
      'map-address-unsafe',
      'map-address-unsafe',
      'map-coordinates-outside',
      'map-coordinates-swapped',
      'map-place-ambiguous',
      'map-place-unknown',
      'map-tiles-unavailable',
      'map-zoom-limited',
    ])
    expect(finding(built, 'map-place-ambiguous')).toMatchObject({
      taken: 'Ақсу, Павлодар облысы',
      choices: ['Ақсу, Павлодар облысы', 'Ақсу, Түркістан облысы'],
    })
    const { range } = finding(built, 'map-place-unknown')!
    expect(built.text.slice(range.start, range.end)).toBe('"Неведомск"')
    expect(textsOf(viewOf(built.boxes[0])).join(' ')).toContain('Картада жоқ: Неведомск — 3 және Жоқ')
  })

  test.each(['https://', 'https://а б', 'http://[', 'https://maps.google.com:99999/', '<iframe src="http://[::">'])(
    'the address %s, which no browser opens, is told wherever it stands, and stops nothing',
    async (address) => {
      const marker = { markers: [{ place: address }] }
      const built = await buildMaps([address, { view: address }, marker, { markers: ['Астана'], link: address }])
      expect(built.codes).toEqual(Array(4).fill('map-address-broken'))
      expect(built.diagnostics.every(({ severity }) => severity === 'warning')).toBe(true)
    },
  )

  test('a map of which nothing can be drawn is told, once', async () => {
    const one = await buildMaps([{ lat: 51.1 }, { lng: 71.4, zoom: 5 }, { markers: [{ lat: 51.1, label: 'Кеңсе' }] }])
    expect(one.codes).toEqual(Array(3).fill('map-marker-unplaced'))
    const none = await buildMaps([{ zoom: 5 }, { view: { lat: 51.1 } }, { unit: 'адам' }, { caption: 'Кеңсе' }])
    expect(none.codes).toEqual(Array(4).fill('map-empty'))
    const drawn = await buildMaps([{ base: 'kz' }, { zoom: 5, place: 'Астана' }])
    expect(drawn.codes).toEqual([])
  })

  test('what lies outside of the chosen part is told, and nothing leads there', async () => {
    const markers = ['Түркістан', 'Петропавл', { lat: 50.28, lng: 57.17, label: 'Көрме' }]
    const built = await buildMaps([
      { view: 'Түркістан облысы', markers },
      { view: 'Түркістан облысы', regions: { 'KZ-61': 3, 'KZ-59': 5 } },
    ])
    const found = built.diagnostics.filter(({ code }) => code === 'map-contents-outside')
    expect(found).toMatchObject([
      { names: ['Петропавл', 'Көрме'], severity: 'warning' },
      { names: ['Солтүстік Қазақстан облысы'], severity: 'info' },
    ])
    for (const boxes of built.boxes) expect(textsOf(viewOf(boxes)).join(' ')).not.toMatch(/Петропавл|Көрме|Солтүстік/)
  })

  test('hundreds of marks and a line of many points are drawn; the finding names the first that have no label', async () => {
    const markers = Array.from({ length: 400 }, (_, i) => ({
      lat: 42 + ((i * 37) % 1200) / 100,
      lng: 50 + ((i * 91) % 3500) / 100,
      label: `Жер ${i}`,
    }))
    const coordinates = Array.from({ length: 30_000 }, (_, i) => [
      50 + ((i * 91) % 350) / 10,
      42 + ((i * 37) % 120) / 10,
    ])
    const built = await buildMaps([{ markers }, { geojson: { type: 'LineString', coordinates } }])
    expect(viewOf(built.boxes[0]).marks.filter(({ attributes }) => attributes.class === 'm-mark')).toHaveLength(400)
    expect(built.codes).toEqual(['map-labels-hidden'])
    expect(formatMessage(en, finding(built, 'map-labels-hidden')!).length).toBeLessThan(400)
  })

  test('places in a heap are shown closely, with what part of the country that is', async () => {
    const near = ['Алматы', 'Талғар', 'Есік', 'Қаскелең', 'Қонаев']
    const built = await buildMaps([{ markers: near }, { markers: [...near, 'Астана'] }, { base: 'kz', markers: near }])
    const locators = built.boxes.map((boxes) =>
      viewOf(boxes).marks.some(({ attributes }) => attributes.class === 'm-silhouette'),
    )
    expect(locators).toEqual([true, false, false])
    expect(built.codes).toEqual([])
  })

  test('a mark without words does not hide the name of the town it stands in', async () => {
    const [alone, own] = (
      await buildMaps(['43.2389, 76.8897', { markers: [{ lat: 43.2389, lng: 76.8897, label: 'Кеңсе' }] }])
    ).boxes
    expect(textsOf(viewOf(alone))).toContain('Алматы')
    expect(textsOf(viewOf(own))).not.toContain('Алматы')
  })

  test('a map with nothing said below it takes that place, too', async () => {
    const built = await buildMaps(['Талдықорған', { markers: ['Талдықорған'], caption: 'Орталық' }])
    const [bare, captioned] = built.boxes.map((boxes) => boxes.find(({ template }) => template === 'map')!.height)
    expect(bare).toBeGreaterThan(captioned! + 40)
  })

  test('names stand in the language of the deck', async () => {
    const shown = async (lang: string) => textsOf(viewOf((await buildMaps(['Қарағанды'], { lang })).boxes[0]))
    expect(await shown('kk')).toEqual(expect.arrayContaining(['Қарағанды', 'Қытай', '500 км']))
    expect(await shown('ru')).toEqual(expect.arrayContaining(['Караганда', 'Китай', '500 км']))
    expect(await shown('en')).toEqual(expect.arrayContaining(['Karaganda', 'China', '500 km']))
  })

  test('every base and view is drawn', async () => {
    const maps = [
      { base: 'world' },
      { base: 'kz' },
      { base: 'none', markers: ['Алматы', 'Астана'] },
      { base: 'region', markers: ['Алматы', 'Талғар'] },
      { view: 'Өзбекстан' },
      { view: { lat: 48.85, lng: 2.35 }, zoom: 5 },
      { view: { bbox: [60, 40, 80, 50] } },
      { view: 'Солтүстік Қазақстан облысы' },
      { markers: ['Токио', { lat: 35.7, lng: 139.7, label: 'Токио' }] },
      'Қазақстан',
      'Германия',
      { view: 'мир', regions: { Турция: 3, Китай: 5 } },
    ]
    const built = await buildMaps(maps)
    for (const boxes of built.boxes) expect(viewOf(boxes).marks.length).toBeGreaterThan(3)
    expect(built.codes).toEqual([])
  })
})

describe('regions without outlines', () => {
  test('are circles at the centres, each with its figure, and a note says how to add outlines', async () => {
    const built = await buildMaps([{ regions: values, unit: 'мың адам' }])
    const view = viewOf(built.boxes[0])
    expect(view.marks.filter(({ attributes }) => attributes.class === 'm-circle').length).toBe(8 + 1) // one in the legend
    for (const figure of ['786,7', '1\u00a0134,9', '2\u00a0228,7', '1\u00a0475,1', '1\u00a0222,1'])
      expect(textsOf(view)).toContain(figure)
    expect(built.codes).toEqual(['map-region-pack-missing'])
    expect(finding(built, 'map-region-pack-missing')).toMatchObject({ regions: 8, severity: 'info' })
  })

  test('are told in words, and as a table with every value', async () => {
    const built = await buildMaps([{ regions: values, unit: { kk: 'мың адам' }, caption: 'Халық саны' }])
    const { title, description, table } = viewOf(built.boxes[0])
    expect(title).toBe('Халық саны')
    expect(description).toBe(
      'Картада 8 өңірдің мәндері көрсетілген: Алматы қаласы — 2\u00a0228,7 мың адам; Алматы облысы — 1\u00a0541,7 мың ' +
        'адам; Астана қаласы — 1\u00a0475,1 мың адам; Шымкент қаласы — 1\u00a0222,1 мың адам; Қарағанды облысы — ' +
        '1\u00a0134,9 мың адам; Ақтөбе облысы — 944,7 мың адам; Ақмола облысы — 786,7 мың адам; Абай облысы — 607,6 мың ' +
        'адам.',
    )
    expect(table?.head).toEqual(['Өңір', 'Мәні'])
    expect(table?.rows.length).toBe(8)
    expect(table?.rows[0]).toEqual(['Алматы қаласы', '2\u00a0228,7 мың адам'])
    expect(built.html).toContain('<th scope="row">Алматы қаласы</th>')
  })

  test('words are numbered groups, numbers among words are groups too, unknown and repeated regions are reported', async () => {
    const regions = {
      'KZ-35': 'көп',
      Абай: 'аз',
      Қарағанды: 'орташа',
      Атлантида: 3,
      'KZ-10': { value: 7, color: '#aa3300' },
    }
    const built = await buildMaps([{ regions }])
    expect(built.codes.sort()).toEqual([
      'map-region-pack-missing',
      'map-region-repeated',
      'map-region-repeated',
      'map-region-unknown',
      'map-values-mixed',
    ])
    expect(textsOf(viewOf(built.boxes[0]))).toEqual(expect.arrayContaining(['1', '2', 'орташа', '7']))
  })
})

describe.skipIf(!hasPack)('regions with outlines', () => {
  test('are coloured, every value stands in figures, the three cities beside with their colour', async () => {
    const folder = await project({}, { pack: true })
    const built = await buildMaps([{ regions: values, unit: 'мың адам' }], { folder })
    const view = viewOf(built.boxes[0])
    const colored = view.marks.filter(
      ({ tag, attributes }) => tag === 'use' && /^m-class/.test(String(attributes.class)),
    )
    expect(colored.length).toBe(8)
    for (const figure of ['786,7', '1\u00a0134,9', '2\u00a0228,7', '1\u00a0475,1', '1\u00a0222,1'])
      expect(textsOf(view)).toContain(figure)
    expect(built.codes).toEqual([])
  })

  test('a district is found in the pack, and two of one name are a choice', async () => {
    const folder = await project({}, { pack: true })
    const built = await buildMaps(['Ақкөл ауданы', { regions: { 'Абай ауданы, Абай облысы': 3 } }, 'Абай ауданы'], {
      folder,
    })
    expect(viewOf(built.boxes[0]).title).toBe('Карта: Ақкөл ауданы')
    expect(viewOf(built.boxes[1]).table?.rows).toEqual([['Абай ауданы', '3']])
    expect(built.codes).toEqual(['map-place-ambiguous'])
  })

  test('a map adds at most 60 kB to the page, a second one on the same ground 15 kB', async () => {
    const folder = await project({}, { pack: true })
    const size = async (maps: unknown[]) => (await buildMaps(maps, { folder })).outputs[0]!.sizeBytes
    const all = { regions: Object.fromEntries(codes.map((code, i) => [code, 100.5 + i])), unit: 'мың адам' }
    const text = { caption: 'Карта' }
    const [none, one, two] = [
      await size([{ ...text, image: 'x.png' }]),
      await size([all]),
      await size([all, { ...all, unit: '%' }]),
    ]
    expect(one - none).toBeLessThan(60_000)
    expect(two - one).toBeLessThan(15_000)
  })
})

const codes = [10, 11, 15, 19, 23, 27, 31, 33, 35, 39, 43, 47, 55, 59, 61, 62, 63, 71, 75, 79].map((n) => `KZ-${n}`)

const square = (x: number, y: number, size = 4) => [
  [
    [x, y],
    [x, y + size],
    [x + size, y + size],
    [x + size, y],
    [x, y],
  ],
]

describe('outlines of any shape', () => {
  test('a district with a name in one language only has that name in all', async () => {
    const geometry = { type: 'Polygon', coordinates: square(70, 47) }
    const districts = {
      type: 'FeatureCollection',
      features: [{ type: 'Feature', properties: { ru: 'Лесной район' }, geometry }],
    }
    const folder = await project({ 'static/maps/districts.geojson': districts })
    const built = await buildMaps(['Лесной район'], { folder, lang: 'kk' })
    expect(viewOf(built.boxes[0]).title).toBe('Карта: Лесной район')
    expect(built.codes).toEqual([])
  })

  test('GeoJSON wound either way, with codes or names, is read; what is not is reported', async () => {
    const area = (properties: object, coordinates: unknown) => ({
      type: 'Feature',
      properties,
      geometry: { type: 'Polygon', coordinates },
    })
    const regions = {
      type: 'FeatureCollection',
      attribution: 'Outlines: somebody',
      features: [
        area({ iso_3166_2: 'KZ-35' }, square(70, 47)),
        area({ name: 'Ақтөбе облысы' }, [[...square(56, 47)[0]!].reverse()]),
        area({ NAME_1: 'Жамбылская область', NAME_2: 'a' }, square(71, 43, 2)),
        area({ NAME_1: 'Жамбылская область', NAME_2: 'b' }, square(73, 43, 2)),
      ],
    }
    const folder = await project({
      'static/maps/regions.geojson': regions,
      'static/maps/broken.json': '{',
      'static/maps/metres.json': { type: 'Point', coordinates: [500000, 5000000] },
      'static/maps/other.json': { hello: 1 },
    })
    const built = await buildMaps([{ regions: { 'KZ-35': 1, Ақтөбе: 2, Жамбыл: 3, Атырау: 4 } }], { folder })
    const view = viewOf(built.boxes[0])
    expect(
      view.marks.filter(({ tag, attributes }) => tag === 'use' && /^m-class/.test(String(attributes.class))).length,
    ).toBe(3)
    const reasons = built.diagnostics.flatMap((one) => (one.code === 'map-pack-broken' ? [[one.file, one.reason]] : []))
    expect(built.codes.sort()).toEqual(['map-pack-broken', 'map-pack-broken', 'map-pack-broken', 'map-region-unshaped'])
    expect(reasons.length).toBe(3)
    expect(textsOf(view).join(' ')).toContain('Outlines: somebody')
    for (const { shape } of view.marks) for (const { d } of shape?.paths ?? []) expect(d.length).toBeLessThan(40_000)
  })

  test('own GeoJSON, in the deck or in a file, is drawn with its names', async () => {
    const line = {
      type: 'LineString',
      coordinates: [
        [71, 43],
        [77, 43],
      ],
    }
    const geojson = { type: 'Feature', properties: { name: 'Жол', stroke: '#aa0000' }, geometry: line }
    const folder = await project({ 'static/maps/zz.txt': '', 'decks/route.geojson': geojson })
    const built = await buildMaps(
      [geojson, { geojson }, 'route.geojson', { geojson: { type: 'Point', coordinates: [500_000, 1] } }],
      { folder },
    )
    for (const boxes of built.boxes.slice(0, 3)) expect(textsOf(viewOf(boxes))).toContain('Жол')
    expect(built.codes).toEqual(['map-geojson-broken'])
  })

  test.each([
    { type: 'Polygon', coordinates: [] },
    { type: 'Polygon', coordinates: [[]] },
    { type: 'Polygon', coordinates: 'x' },
    {
      type: 'Polygon',
      coordinates: [
        [
          [1e9, 1e9],
          [2e9, 0],
        ],
      ],
    },
    { type: 'FeatureCollection', features: 'x' },
    { type: 'FeatureCollection', features: [null, 1, { type: 'Feature' }] },
    { type: 'GeometryCollection', geometries: [{ type: 'GeometryCollection', geometries: [] }] },
    { type: 'Topology', objects: { a: { type: 'Polygon', arcs: [[99]] } }, arcs: [] },
    { type: 'Topology' },
  ])('broken GeoJSON %j is a finding, and the slide stands', async (geojson) => {
    const built = await buildMaps([geojson])
    expect(built.codes).toContain('map-geojson-broken')
    expect(built.outputs.length).toBe(1)
  })
})

describe('files', () => {
  test.each([
    'javascript:alert(1)',
    'data:image/png;base64,x',
    'file:///etc/passwd',
    'http://169.254.169.254/x.png',
    '//host.kz/x.png',
    '../../etc/passwd.png',
  ])('a picture or shapes at %s are a finding, and the map is drawn', async (path) => {
    const built = await buildMaps([
      { image: path, markers: ['Алматы'] },
      { geojson: path, markers: ['Алматы'] },
    ])
    expect(built.codes.filter((code) => code.startsWith('asset-') || code.endsWith('-missing')).length).toBe(2)
    for (const boxes of built.boxes) expect(textsOf(viewOf(boxes))).toContain('Алматы')
    expect(built.html).not.toContain('169.254')
  })

  test('a picture stands for the map', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>'
    const folder = await project({ 'static/maps/plan.svg': svg })
    const built = await buildMaps(['/maps/plan.svg', { image: 'maps/plan.svg', caption: 'Жоспар' }], { folder })
    for (const boxes of built.boxes) expect(boxes.map(({ template }) => template)).toContain('image')
  })
})
