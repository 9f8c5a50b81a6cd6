import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseMapQuery } from '../../../../src/blocks/map/understand/map-query.ts'

type Point = [lat: number, lng: number, zoom?: number]

/** What people paste, and the point that it means. */
const points: [string, Point][] = [
  // Coordinates
  ['51.1694, 71.4491', [51.1694, 71.4491]],
  ['51.1694 71.4491', [51.1694, 71.4491]],
  ['(51.1694, 71.4491)', [51.1694, 71.4491]],
  ['51,1694; 71,4491', [51.1694, 71.4491]],
  ['51,1694 71,4491', [51.1694, 71.4491]],
  ['51.17° 71.45°', [51.17, 71.45]],
  ['-33.86, 151.21', [-33.86, 151.21]],
  ['51°10′10″N 71°26′57″E', [51.16944, 71.44917]],
  ['51°10\'10"N, 71°26\'57"E', [51.16944, 71.44917]],
  ["51° 10' 10'' N 71° 26' 57'' E", [51.16944, 71.44917]],
  ['N 51°10′10″ E 71°26′57″', [51.16944, 71.44917]],
  ['71°26′57″E 51°10′10″N', [51.16944, 71.44917]],
  ['33°51′35″S 151°12′40″E', [-33.85972, 151.21111]],
  ['51°10.166′ с. ш., 71°26.95′ в. д.', [51.16943, 71.44917]],
  ['51°10′10″ с.ш. 71°26′57″ в.д.', [51.16944, 71.44917]],
  ['33°51′ ю. ш. 70°40′ з. д.', [-33.85, -70.66667]],
  ['51,1694° с. ш. 71,4491° в. д.', [51.1694, 71.4491]],
  ['51°10′10″ с.е. 71°26′57″ ш.б.', [51.16944, 71.44917]],
  ['51°10′ с. е., 71°26′ ш. б.', [51.16667, 71.43333]],
  ['33°51′ о.е. 70°40′ б.б.', [-33.85, -70.66667]],
  ['lat: 51.1694 lon: 71.4491', [51.1694, 71.4491]],
  ['lat=51.1694, lng=71.4491', [51.1694, 71.4491]],
  ['Longitude 71.4491; Latitude 51.1694', [51.1694, 71.4491]],
  ['широта 51,1694 долгота 71,4491', [51.1694, 71.4491]],
  ['ендік: 51.1694, бойлық: 71.4491', [51.1694, 71.4491]],
  ['51.1694N 71.4491E', [51.1694, 71.4491]],
  ['71.4491 E, 51.1694 N', [51.1694, 71.4491]],
  ['N51.1694 E71.4491', [51.1694, 71.4491]],
  ['33.86S, 151.21E', [-33.86, 151.21]],
  ['Бәйтерек 51.1694, 71.4491', [51.1694, 71.4491]],
  ['Бәйтерек (51.1694, 71.4491)', [51.1694, 71.4491]],
  ['Школа № 25: 51,1694; 71,4491', [51.1694, 71.4491]],
  ['51.1694, 71.4491 – Бәйтерек', [51.1694, 71.4491]],
  ['51.1694N 71.4491E Бәйтерек', [51.1694, 71.4491]],
  ['8FW4V75V+8Q', [48.85831, 2.29444]],
  ['8fw4v75v+', [48.85875, 2.29375]],
  // geo:
  ['geo:51.1694,71.4491', [51.1694, 71.4491]],
  ['geo:51.1694,71.4491?z=14', [51.1694, 71.4491, 14]],
  ['geo:51.1694,71.4491;u=35', [51.1694, 71.4491]],
  ['geo:0,0?q=43.2567,76.9286(Алматы)', [43.2567, 76.9286]],
  // Google: the pin before the window, an embed with longitude first
  [
    'https://www.google.com/maps/place/Astana/@51.14,71.21,11z/data=!3m1!4b1!4m6!3m5!1s0x42!8m2!3d51.1655126!4d71.4272222!16z',
    [51.1655126, 71.4272222, 11],
  ],
  ['https://www.google.com/maps/@43.238949,76.889709,12z', [43.238949, 76.889709, 12]],
  ['https://www.google.kz/maps/@43.238949,76.889709,1200m/data=!3m1!1e3', [43.238949, 76.889709]],
  ['https://maps.google.com/?q=43.2567,76.9286', [43.2567, 76.9286]],
  ['https://maps.google.com/maps?q=loc:43.2567,76.9286&z=15', [43.2567, 76.9286, 15]],
  ['https://www.google.com/maps/search/?api=1&query=51.1694%2C71.4491', [51.1694, 71.4491]],
  ['https://www.google.com/maps/dir/?api=1&destination=51.1694,71.4491', [51.1694, 71.4491]],
  ['https://www.google.com/maps?ll=51.1694,71.4491&z=8', [51.1694, 71.4491, 8]],
  ['https://www.google.com/maps/place/51%C2%B010\'10.0"N+71%C2%B026\'57.0"E/', [51.16944, 71.44917]],
  ['https://www.google.com/maps/embed?pb=!1m18!1m12!1m3!1d2504!2d71.4277!3d51.1283!2m3!1f0', [51.1283, 71.4277]],
  [
    '<iframe src="https://www.google.com/maps/embed?pb=!1m18!2d71.4277!3d51.1283" width="600"></iframe>',
    [51.1283, 71.4277],
  ],
  ['www.google.com/maps/@43.2,76.9,10z', [43.2, 76.9, 10]],
  // Yandex: longitude first, but in its texts
  ['https://yandex.kz/maps/?ll=76.945465%2C43.238293&z=12', [43.238293, 76.945465, 12]],
  ['https://yandex.ru/maps/162/almaty/?ll=76.9,43.2&pt=71.4491,51.1694&z=9', [51.1694, 71.4491, 9]],
  ['https://yandex.kz/maps/?pt=71.4491,51.1694,pm2rdm~76.9,43.2', [51.1694, 71.4491]],
  ['https://yandex.kz/maps/?whatshere%5Bpoint%5D=76.945%2C43.238&whatshere%5Bzoom%5D=17', [43.238, 76.945, 17]],
  ['https://yandex.kz/maps/?mode=poi&poi%5Bpoint%5D=71.43%2C51.12&ll=71.5,51.2&z=16', [51.12, 71.43, 16]],
  ['https://yandex.kz/maps/?text=51.1694%2C71.4491', [51.1694, 71.4491]],
  ['https://yandex.kz/maps/?rtext=43.2,76.9~51.1694,71.4491&rtt=auto', [51.1694, 71.4491]],
  [
    '<iframe src="https://yandex.kz/map-widget/v1/?ll=76.945465%2C43.238293&amp;z=12"></iframe>',
    [43.238293, 76.945465, 12],
  ],
  // 2GIS: longitude first
  ['https://2gis.kz/almaty/geo/9430047375132682/76.945728,43.238522', [43.238522, 76.945728]],
  ['https://2gis.kz/almaty/geo/9430047375132682/76.945728%2C43.238522?m=76.9%2C43.2%2F14', [43.238522, 76.945728, 14]],
  ['https://2gis.kz/astana/firm/70000001/71.430411,51.128207', [51.128207, 71.430411]],
  ['https://2gis.kz/astana?m=71.430411%2C51.128207%2F16', [51.128207, 71.430411, 16]],
  // OpenStreetMap: latitude first, the marker before the window
  ['https://www.openstreetmap.org/?mlat=51.1694&mlon=71.4491#map=14/51.2/71.5', [51.1694, 71.4491, 14]],
  ['https://www.openstreetmap.org/#map=12/43.238/76.8829', [43.238, 76.8829, 12]],
  [
    'https://www.openstreetmap.org/export/embed.html?bbox=76.8,43.1,77,43.3&layer=mapnik&marker=43.238,76.8829',
    [43.238, 76.8829],
  ],
  // Others
  ['https://maps.apple.com/?ll=51.1694,71.4491&z=10', [51.1694, 71.4491, 10]],
  ['https://wikimapia.org/#lang=ru&lat=51.1694&lon=71.4491&z=12', [51.1694, 71.4491, 12]],
  ['https://example.kz/where?lat=51.1694&lng=71.4491', [51.1694, 71.4491]],
]

describe('a point', () => {
  test.each(points)('%s', (text, [lat, lng, zoom]) => {
    const query = parseMapQuery(text)
    expect(query).toMatchObject({ kind: 'point', zoom: zoom ?? null, swapped: false })
    if (query.kind !== 'point') throw new Error(query.kind)
    expect(query.lat).toBeCloseTo(lat, 4)
    expect(query.lng).toBeCloseTo(lng, 4)
  })

  test.each(['71.4491, 51.1694', '71,4491; 51,1694'])('is turned where only so it lies in Kazakhstan: %s', (text) => {
    expect(parseMapQuery(text)).toMatchObject({ kind: 'point', lat: 51.1694, lng: 71.4491, swapped: true })
  })

  test('in an address keeps the address, and says whether it is a pin', () => {
    const pin = 'https://www.google.com/maps/place/X/@1,2,3z/data=!3d51.1!4d71.4'
    expect(parseMapQuery(pin)).toMatchObject({ href: pin, exact: true, label: 'X' })
    expect(parseMapQuery('https://www.google.com/maps/@43.2,76.9,12z')).toMatchObject({ exact: false })
    expect(parseMapQuery('geo:0,0?q=43.2567,76.9286(Алматы)')).toMatchObject({ label: 'Алматы' })
  })
})

describe('words', () => {
  test.each([
    ['Талдықорған', 'Талдықорған'],
    ['Қарағанды облысы', 'Қарағанды облысы'],
    ['  г. Алматы, ул. Абая, 52 ', 'г. Алматы, ул. Абая, 52'],
    ['51,17', '51,17'],
    ['2024', '2024'],
    ['https://www.google.com/maps/search/Талдықорған', 'Талдықорған'],
    ['https://www.google.com/maps?q=Almaty', 'Almaty'],
    ['https://yandex.kz/maps/?text=Караганда', 'Караганда'],
    ['https://2gis.kz/almaty/search/Медеу', 'Медеу'],
    ['geo:0,0?q=Балқаш', 'Балқаш'],
  ])('%s', (text, meant) => {
    expect(parseMapQuery(text)).toMatchObject({ kind: 'text', text: meant })
  })
})

describe('an address without coordinates', () => {
  test.each([
    ['https://maps.app.goo.gl/abcd', 'short', 'Google Maps'],
    ['https://goo.gl/maps/abcd', 'short', 'Google Maps'],
    ['maps.app.goo.gl/abcd', 'short', 'Google Maps'],
    ['https://yandex.kz/maps/-/CDabc', 'short', 'Yandex Maps'],
    ['https://go.2gis.com/xyz', 'short', '2GIS'],
    ['https://bit.ly/xyz', 'short', 'bit.ly'],
    ['https://2gis.kz/almaty/firm/70000001020113806', 'unplaced', '2GIS'],
    ['https://www.google.com/maps', 'unplaced', 'Google Maps'],
    ['https://www.openstreetmap.org/node/123', 'unplaced', 'OpenStreetMap'],
    ['https://example.kz/contacts', 'unplaced', null],
    ['//example.kz/contacts', 'unplaced', null],
    ['http://169.254.169.254/latest/meta-data', 'unplaced', null],
  ])('%s', (text, kind, provider) => {
    expect(parseMapQuery(text)).toMatchObject({ kind, provider })
  })

  test.each(['javascript:alert(1)', 'java\nscript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'vbscript:x'])(
    '%s leads nowhere',
    (text) => {
      expect(parseMapQuery(text).kind).toBe('unsafe')
    },
  )

  test.each(['151.2, 133.1', '95°N 10°E', 'geo:91,0'])('%s is no point of the globe', (text) => {
    expect(parseMapQuery(text).kind).toBe('nowhere')
  })
})

test('any text is read without a throw, and a point is always on the globe', () => {
  const piece = fc.constantFrom(
    ...[
      'geo:',
      'https://',
      'google.com/maps',
      'yandex.kz/maps',
      '2gis.kz',
      '?ll=',
      '!3d',
      '!4d',
      '@',
      ',',
      '°',
      '′',
      'N',
      'с.ш.',
      '%',
      '<iframe src="',
      '?q=',
    ],
    ...['51.1', '-71', '999', '1e9', ' ', '\n', 'Алматы'],
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece, { maxLength: 12 }).map((all) => all.join('')),
      ),
      (text) => {
        const query = parseMapQuery(text)
        if (query.kind !== 'point') return
        expect(Math.abs(query.lat)).toBeLessThanOrEqual(90)
        expect(Math.abs(query.lng)).toBeLessThanOrEqual(180)
      },
    ),
  )
})

test('a text of any length is read at once', () => {
  for (const text of ['1'.repeat(1e5), '51° '.repeat(3e4), 'a,'.repeat(5e4), `<iframe ${'x '.repeat(5e4)}`]) {
    expect(parseMapQuery(text)).toBeDefined()
  }
})

test.each([
  ['Бәйтерек 51.1694, 71.4491', 'Бәйтерек'],
  ['Школа № 25: 51,1694; 71,4491', 'Школа № 25'],
  ['51.1694, 71.4491 – Бәйтерек', 'Бәйтерек'],
  ['Астана (51.1694, 71.4491), Бәйтерек', 'Астана, Бәйтерек'],
])('%s keeps its name', (text, label) => expect(parseMapQuery(text)).toMatchObject({ kind: 'point', label }))

test.each([
  'Абая 10, 25',
  '12.05.2026',
  'тел. 8 701 123 45 67',
  '51.1694',
  '2026, 2027, 2028',
  'WWWWWWWW+',
  '51.1N 71.4N',
])('%s is no point', (text) => expect(parseMapQuery(text).kind).not.toBe('point'))

test.each([
  `43${' '.repeat(100_000)}x`,
  '1'.repeat(100_000),
  '1.111 '.repeat(50_000),
  '<a '.repeat(50_000),
  'google.'.repeat(20_000),
])('a long text is no point, and takes linear time: %#', (text) => expect(parseMapQuery(text).kind).toBe('text'))
