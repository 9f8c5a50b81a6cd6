import { degrees, listed, type MapWords } from '../../blocks/map/words/words.ts'

/** What maps say in Kazakh. A noun after a number stays singular. */
export const words: MapWords = {
  lang: 'kk',
  mapOf: (place) => `Карта: ${place}`,
  mapOfWorld: 'Әлем картасы',
  plainMap: 'Карта',
  marks: (names, more) => `Белгіленген жерлер: ${listed(more > 0 ? [...names, `тағы ${more} жер`] : names, 'kk')}.`,
  stresses: (names, more) => `Ерекшеленген: ${listed(more > 0 ? [...names, `тағы ${more} өңір`] : names, 'kk')}.`,
  values: (n, most, least) =>
    `${n} өңір; ең жоғары: ${most.name} — ${most.value}; ең төмен: ${least.name} — ${least.value}.`,
  kinds: (n, kinds) => `${n} өңір мынадай топтарға бөлінген: ${listed(kinds, 'kk')}.`,
  shapes: (n) => `${n} пішін салынған.`,
  nearPlace: (place, km) => `нүкте, ең жақын жер — ${place} (${km} км)`,
  open: 'Картаны ашу',
  openIn: (provider) => `Картаны ашу: ${provider}`,
  qr: (host) => `Карта мекенжайының QR коды: ${host}`,
  coordinates: (lat, lng) =>
    `${degrees(lat, 'kk')}°\u00a0${lat < 0 ? 'о.\u00a0е.' : 'с.\u00a0е.'}, ${degrees(lng, 'kk')}°\u00a0${lng < 0 ? 'б.\u00a0б.' : 'ш.\u00a0б.'}`,
  km: (figure) => `${figure} км`,
  noData: 'Дерек жоқ',
  circles: 'Дөңгелектің ауданы мәніне сай',
  source: (text) => `Дереккөз: ${text}`,
  places: 'Жер атаулары: GeoNames, CC BY 4.0',
  ground: 'Карта: Natural Earth',
  unplaced: (names) => `Картада жоқ: ${listed(names, 'kk')}`,
  table: { region: 'Өңір', place: 'Жер', value: 'Мәні', kind: 'Тобы' },
}
