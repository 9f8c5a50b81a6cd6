import type { Extreme, MapWords } from '../../model/words.ts'
import { formatDegrees, listFormatter, pluralizer } from '../format.ts'
import { number } from './format.ts'

const list = listFormatter('ru', 'conjunction')
const regions = pluralizer('ru', { one: 'региону', other: 'регионам' })
const places = pluralizer('ru', { one: 'другое место', few: 'других места', other: 'других мест' })
const others = pluralizer('ru', { one: 'другой регион', few: 'других региона', other: 'других регионов' })

/** Names with their values, and what is said of those left out. */
const pairs = (valued: readonly Extreme[], rest: string | null = null) =>
  [...valued.map(({ name, value }) => `${name} — ${value}`), ...(rest === null ? [] : [rest])].join('; ')

/** The texts of maps in Russian. */
export const mapWords: MapWords = {
  lang: 'ru',
  mapOf: (place) => `Карта: ${place}`,
  mapOfWorld: 'Карта мира',
  plainMap: 'Карта',
  shownWorld: 'На карте показан весь мир',
  shownCountry: 'На карте показан Казахстан',
  shown: (place) => `На карте показана территория: ${place}`,
  shownAround: (place) => `На карте показана местность вокруг точки: ${place}`,
  shownBetween: (corner, opposite) => `На карте показан участок между точками ${corner} и ${opposite}`,
  marked: (names, more) =>
    names.length + more === 1
      ? `На карте отмечено место: ${names[0]}`
      : `На карте отмечены места: ${list(more > 0 ? [...names, places(more)] : names)}`,
  markedValues: (valued, more) =>
    `На карте отмечены места и значения: ${pairs(valued, more > 0 ? `и ${places(more)}` : null)}`,
  highlighted: (names, more) =>
    names.length + more === 1
      ? `На карте выделена территория: ${names[0]}`
      : `На карте выделены территории: ${list(more > 0 ? [...names, others(more)] : names)}`,
  values: (valued) =>
    valued.length === 1
      ? `На карте показано одно значение: ${pairs(valued)}`
      : `На карте показаны значения по ${regions(valued.length)}: ${pairs(valued)}`,
  valuesAmong: (n, most, least) =>
    `На карте показаны значения по ${regions(n)}. Самые большие: ${pairs(most)}. Самое маленькое: ${pairs([least])}`,
  categories: (groups) =>
    `На карте показаны группы регионов: ${groups
      .map(({ name, regions, more }) => `${name} (${list(more > 0 ? [...regions, others(more)] : regions)})`)
      .join('; ')}`,
  shapes: (n) => `На карту нанесено фигур: ${number(n)}`,
  nearPlace: (place, km) => `точка в ${km} км от населённого пункта ${place}`,
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
