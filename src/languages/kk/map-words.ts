import type { Extreme, MapWords } from '../../model/words.ts'
import { formatDegrees } from '../format.ts'
import { and, number } from './format.ts'

/** Names with their values, and what is said of those left out. */
const pairs = (valued: readonly Extreme[], rest: string | null = null) =>
  [...valued.map(({ name, value }) => `${name} — ${value}`), ...(rest === null ? [] : [rest])].join('; ')

/** The texts of maps in Kazakh. */
export const mapWords: MapWords = {
  lang: 'kk',
  mapOf: (place) => `Карта: ${place}`,
  mapOfWorld: 'Әлем картасы',
  plainMap: 'Карта',
  shownWorld: 'Картада бүкіл әлем көрсетілген',
  shownCountry: 'Картада Қазақстан көрсетілген',
  shown: (place) => `Картада ${place} көрсетілген`,
  shownAround: (place) => `Картада ${place} және оның маңы көрсетілген`,
  shownBetween: (corner, opposite) => `Картада мына екі нүктенің арасы көрсетілген: ${corner} және ${opposite}`,
  marked: (names, more) => `Картада ${and(more > 0 ? [...names, `тағы ${more} жер`] : names)} белгіленген`,
  markedValues: (valued, more) =>
    `Картада жерлер мен олардың мәндері белгіленген: ${pairs(valued, more > 0 ? `тағы ${more} жер` : null)}`,
  highlighted: (names, more) =>
    `Картада ${and(more > 0 ? [...names, `тағы ${more} өңір`] : names)} ерекшелеп көрсетілген`,
  values: (valued) =>
    valued.length === 1
      ? `Картада бір мән көрсетілген: ${pairs(valued)}`
      : `Картада ${valued.length} өңірдің мәндері көрсетілген: ${pairs(valued)}`,
  valuesAmong: (n, most, least) =>
    `Картада ${number(n)} өңірдің мәндері көрсетілген. Ең жоғары: ${pairs(most)}. Ең төмен: ${pairs([least])}`,
  categories: (groups) =>
    `Картада өңірлер топтарға бөлінген: ${groups
      .map(({ name, regions, more }) => `${name} (${and(more > 0 ? [...regions, `тағы ${more} өңір`] : regions)})`)
      .join('; ')}`,
  shapes: (n) => `Картаға ${number(n)} пішін салынған`,
  nearPlace: (place, km) => `${place} маңындағы нүкте (${km} км)`,
  open: 'Картаны ашу',
  openIn: (provider) => `${provider} арқылы ашу`,
  qr: (host) => `Карта мекенжайының QR коды: ${host}`,
  coordinates: (lat, lng) =>
    `${formatDegrees(lat, 'kk')}°\u00a0${lat < 0 ? 'о.\u00a0е.' : 'с.\u00a0е.'}, ${formatDegrees(lng, 'kk')}°\u00a0${lng < 0 ? 'б.\u00a0б.' : 'ш.\u00a0б.'}`,
  km: (figure) => `${figure} км`,
  noData: 'Дерек жоқ',
  circles: 'Дөңгелектің ауданы мәніне сай',
  source: (text) => `Дереккөз: ${text}`,
  placesCredit: 'Жер атаулары: GeoNames, CC BY 4.0',
  basemapCredit: 'Карта: Natural Earth',
  unplaced: (names) => `Картада жоқ: ${and(names)}`,
  table: { region: 'Өңір', place: 'Жер', value: 'Мәні', kind: 'Тобы' },
}
