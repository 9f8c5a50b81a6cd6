import type { MapWords } from '../../model/words.ts'
import { formatDegrees, listFormatter } from '../format.ts'

const list = listFormatter('kk', 'conjunction')

/** The texts of maps in Kazakh. */
export const mapWords: MapWords = {
  lang: 'kk',
  mapOf: (place) => `Карта: ${place}`,
  mapOfWorld: 'Әлем картасы',
  plainMap: 'Карта',
  marked: (names, more) => `Белгіленген жерлер: ${list(more > 0 ? [...names, `тағы ${more} жер`] : names)}.`,
  highlighted: (names, more) => `Ерекшеленген: ${list(more > 0 ? [...names, `тағы ${more} өңір`] : names)}.`,
  values: (n, most, least) =>
    `${n} өңір; ең жоғары: ${most.name} — ${most.value}; ең төмен: ${least.name} — ${least.value}.`,
  categories: (n, kinds) => `${n} өңір мынадай топтарға бөлінген: ${list(kinds)}.`,
  shapes: (n) => `${n} пішін салынған.`,
  nearPlace: (place, km) => `нүкте, ең жақын жер — ${place} (${km} км)`,
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
  unplaced: (names) => `Картада жоқ: ${list(names)}`,
  table: { region: 'Өңір', place: 'Жер', value: 'Мәні', kind: 'Тобы' },
}
