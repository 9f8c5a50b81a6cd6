import { formatDegrees, formatList, type MapWords } from '../../blocks/map/words/map-words.ts'

const rules = new Intl.PluralRules('ru')
const count = (one: string, few: string, many: string) => (n: number) => {
  const rule = rules.select(n)
  return `${n} ${rule === 'one' ? one : rule === 'few' ? few : many}`
}
const regions = count('регион', 'региона', 'регионов')
const places = count('другое место', 'других места', 'других мест')
const others = count('другой регион', 'других региона', 'других регионов')

/** What maps say in Russian. */
export const words: MapWords = {
  lang: 'ru',
  mapOf: (place) => `Карта: ${place}`,
  mapOfWorld: 'Карта мира',
  plainMap: 'Карта',
  marked: (names, more) => `Отмечены: ${formatList(more > 0 ? [...names, places(more)] : names, 'ru')}.`,
  highlighted: (names, more) => `Выделены: ${formatList(more > 0 ? [...names, others(more)] : names, 'ru')}.`,
  values: (n, most, least) =>
    `${regions(n)}; больше всего: ${most.name} — ${most.value}; меньше всего: ${least.name} — ${least.value}.`,
  categories: (n, kinds) => `${regions(n)} по группам: ${formatList(kinds, 'ru')}.`,
  shapes: (n) => `Нарисовано фигур: ${n}.`,
  nearPlace: (place, km) => `точка в ${km} км от места «${place}»`,
  open: 'Открыть карту',
  openIn: (provider) => `Открыть в ${provider}`,
  qr: (host) => `QR-код с адресом карты на ${host}`,
  coordinates: (lat, lng) =>
    `${formatDegrees(lat, 'ru')}°\u00a0${lat < 0 ? 'ю.\u00a0ш.' : 'с.\u00a0ш.'}, ${formatDegrees(lng, 'ru')}°\u00a0${lng < 0 ? 'з.\u00a0д.' : 'в.\u00a0д.'}`,
  km: (figure) => `${figure} км`,
  noData: 'Нет данных',
  circles: 'Площадь круга соответствует значению',
  source: (text) => `Источник: ${text}`,
  placesCredit: 'Названия мест: GeoNames, CC BY 4.0',
  basemapCredit: 'Карта: Natural Earth',
  unplaced: (names) => `Нет на карте: ${formatList(names, 'ru')}`,
  table: { region: 'Регион', place: 'Место', value: 'Значение', kind: 'Группа' },
}
