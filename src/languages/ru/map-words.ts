import type { MapWords } from '../../model/words.ts'
import { formatDegrees, listFormatter, pluralizer } from '../format.ts'

const list = listFormatter('ru', 'conjunction')
const regions = pluralizer('ru', { one: 'регион', few: 'региона', other: 'регионов' })
const places = pluralizer('ru', { one: 'другое место', few: 'других места', other: 'других мест' })
const others = pluralizer('ru', { one: 'другой регион', few: 'других региона', other: 'других регионов' })

/** The texts of maps in Russian. */
export const mapWords: MapWords = {
  lang: 'ru',
  mapOf: (place) => `Карта: ${place}`,
  mapOfWorld: 'Карта мира',
  plainMap: 'Карта',
  marked: (names, more) => `Отмечены: ${list(more > 0 ? [...names, places(more)] : names)}.`,
  highlighted: (names, more) => `Выделены: ${list(more > 0 ? [...names, others(more)] : names)}.`,
  values: (n, most, least) =>
    `${regions(n)}; больше всего: ${most.name} — ${most.value}; меньше всего: ${least.name} — ${least.value}.`,
  categories: (n, kinds) => `${regions(n)} по группам: ${list(kinds)}.`,
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
  unplaced: (names) => `Нет на карте: ${list(names)}`,
  table: { region: 'Регион', place: 'Место', value: 'Значение', kind: 'Группа' },
}
