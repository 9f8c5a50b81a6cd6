import { expect, test } from 'vitest'
import { buildMaps, finding, textsOf, viewOf } from '../fixture.ts'

/** What is marked or highlighted, by the accessible title of the map. */
const titleOf = (built: Awaited<ReturnType<typeof buildMaps>>) => viewOf(built.boxes[0]).title.replace('Карта: ', '')

const quiet = (codes: readonly string[]) => codes.filter((code) => code !== 'map-region-pack-missing')

test.each([
  ['Есіл ауданы, Ақмола облысы', 'Есіл ауданы'],
  ['Ақмола облысы, Есіл ауданы', 'Есіл ауданы'],
  ['Ақмола облысы Есіл ауданы', 'Есіл ауданы'],
  ['Есильский район СКО', 'Есіл ауданы'],
  ['Алмалинский район, Алматы', 'Алмалы ауданы'],
  ['г. Алматы, Медеуский район', 'Медеу ауданы'],
  ['Медеуский р-н г. Алматы', 'Медеу ауданы'],
  ['Алматы облысы, Қарасай ауданы, Қаскелең', 'Қаскелең'],
  ['с. Узынагаш, Жамбылский район', 'Ұзынағаш'],
  ['Мойынқұм ауданы Жамбыл', 'Мойынқұм ауданы'],
  ['Аркалык Костанайская область', 'Арқалық'],
  ['Павлодар қаласы, Ақтоғай ауданы', 'Ақтоғай ауданы'],
  ['Ақтоғай, Павлодар облысы', 'Ақтоғай ауданы'],
  ['Октябрьский район, Караганда', 'Әлихан Бөкейхан ауданы'],
  ['Ақсу, Павлодар', 'Ақсу'],
  ['Бишкек, Қырғызстан', 'Бішкек'],
  ['Валенсия, Венесуэла', 'Валенсия'],
  ['г. Кувейт', 'Эль-Кувейт'],
  ['Кувейт', 'Кувейт'],
  ['Сингапур', 'Сингапур'],
  ['Астана!', 'Астана'],
  ['с. Караул', 'Қарауыл'],
  ['Жетісу облысы, Талдықорған қ-сы', 'Талдықорған'],
  ['Түркістан облысы, Сарыағаш ауданы, Сарыағаш қаласы', 'Сарыағаш'],
])('%s is one place: %s', async (map, title) => {
  const built = await buildMaps([map])
  expect(quiet(built.codes)).toEqual([])
  expect(titleOf(built)).toBe(title)
})

test.each([
  ['Есіл ауданы', ['Ақмола облысы', 'Солтүстік Қазақстан облысы', 'Астана қаласы']],
  ['Жамбылский район', ['Алматы облысы', 'Жамбыл облысы', 'Солтүстік Қазақстан облысы']],
  ['Абай ауданы', ['Абай облысы', 'Қарағанды облысы', 'Шымкент қаласы']],
])('%s is the name of several districts: none is shown, all are named', async (map, regions) => {
  const built = await buildMaps([map, { regions: { [map]: 5 } }, { markers: [map, 'Астана'] }])
  expect(built.codes).toEqual(Array(3).fill('map-place-ambiguous'))
  const { choices, taken } = finding(built, 'map-place-ambiguous') as unknown as { choices: string[]; taken: null }
  expect(taken).toBeNull()
  expect(choices.map((choice) => choice.split(', ')[1])).toEqual(regions)
  expect(built.boxes[0]!.map(({ template }) => template)).toContain('card')
  expect(textsOf(viewOf(built.boxes[2])).join(' ')).toContain(map)
})

test('a district among others of its region is the one that is there', async () => {
  const built = await buildMaps([{ regions: { 'Бурабай ауданы': 12, 'Зеренді ауданы': 7, 'Есіл ауданы': 9 } }])
  expect(built.codes).toEqual(['map-region-pack-missing'])
  expect(viewOf(built.boxes[0]).table?.rows.flat()).toContain('Есіл ауданы')
})

test.each([
  ['Семей, Шымкент облысы', 'Шымкент қаласы'],
  ['Рудный, Жетісу', 'Жетісу облысы'],
  ['Рудный, Маңғыстау', 'Маңғыстау облысы'],
  ['Талдықорған, Алматы облысы', 'Алматы облысы'],
  ['Париж, Германия', 'Германия'],
  ['Қаскелең, Ақтөбе облысы, Қарасай ауданы', 'Ақтөбе облысы'],
])('%s contradicts itself, which is told', async (map, region) => {
  const built = await buildMaps([map])
  expect(built.codes).toEqual(['map-places-contradict'])
  expect(finding(built, 'map-places-contradict')).toMatchObject({ region })
})

test.each([
  ['г. Алматы ул. Абая 10', 'ул. Абая 10'],
  ['ул. Абая 10, г. Алматы', 'ул. Абая 10'],
  ['пр. Абая 10 Алматы', 'пр. Абая 10'],
  ['Алматы, Медеу ауданы, Достық даңғылы 5', 'Достық даңғылы 5'],
])('%s is a pin with the whole address, and the street is told', async (map, street) => {
  const built = await buildMaps([map])
  expect(quiet(built.codes)).toEqual(['map-place-approximate'])
  expect(finding(built, 'map-place-approximate')).toMatchObject({ unread: [street] })
  expect(textsOf(viewOf(built.boxes[0])).join(' ')).toContain(street.split(' ').at(-1))
})

test('of words with a known name among them, that name is suggested', async () => {
  const built = await buildMaps(['Байқоңыр ғарыш айлағы', 'Бурабай курорты'])
  expect(built.diagnostics).toMatchObject([
    { code: 'map-place-unknown', nearest: ['Байқоңыр'] },
    { code: 'map-place-unknown', nearest: ['Бурабай'] },
  ])
})

test('a place abroad is shown with the country, others that are far away on their own, the farthest on the world', async () => {
  const built = await buildMaps(['Брюссель', 'Астана, Бейжің', 'Париж, Лондон', 'Нью-Йорк'])
  expect(built.codes).toEqual([])
  const texts = built.boxes.map((boxes) => textsOf(viewOf(boxes)))
  expect(texts.map((all) => all.includes('Ақтау'))).toEqual([true, true, false, false])
  expect(texts.map((all) => all.includes('Германия'))).toEqual([true, false, true, false])
  expect(texts.every((all) => all.join(' ').includes('GeoNames, CC BY 4.0'))).toBe(true)
})
