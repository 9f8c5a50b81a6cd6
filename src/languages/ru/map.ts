import type { MapProblem, ShapeFault } from '../../model/problems/map.ts'
import { pluralizer } from '../format.ts'
import type { MessagesOf } from '../messages.ts'
import { and, or } from './format.ts'

const quoted = (names: readonly string[]) => names.map((name) => `«${name}»`)
/** The genitive: "instead of so many". */
const ofRegions = pluralizer('ru', { one: 'региона', other: 'регионов' })
/** Lists at most twelve names. */
const some = (names: readonly string[]) => and(names.length > 12 ? [...quoted(names.slice(0, 12)), '…'] : quoted(names))
const meant = (nearest: readonly string[], otherwise: string) =>
  nearest.length > 0 ? `Возможно, вы имели в виду ${or(quoted(nearest))}?` : otherwise

const faults: Record<ShapeFault, string> = {
  'not-json': 'это не JSON',
  'not-geojson': 'это не GeoJSON и не TopoJSON',
  'no-shapes': 'в нём нет фигур',
  'not-degrees': 'координаты заданы не в градусах долготы и широты (сохраните файл в системе WGS 84)',
  'too-large': 'файл слишком велик: допускается не больше 20 МБ',
  'too-many-points': 'в нём больше 400 000 точек — это предел; упростите контуры',
  unreadable: 'его не удаётся прочитать',
}

/** What is wrong with maps, in Russian. */
export const map: MessagesOf<MapProblem> = {
  'map-place-unknown': ({ place, nearest }) =>
    `Места «${place}» на карте нет, поэтому показано только название. ${meant(nearest, 'Проверьте название или напишите координаты: 51.1694, 71.4491.')}`,
  'map-place-ambiguous': ({ place, taken, choices }) =>
    taken === null
      ? `Название «${place}» носят несколько мест: ${and(quoted(choices))}. Какое из них имеется в виду, неизвестно, поэтому показано только название. Напишите одно из этих названий полностью, вместе с регионом.`
      : `Название «${place}» носят несколько мест: ${and(quoted(choices))}. На карте показано: «${taken}». Чтобы выбрать другое, напишите его название полностью.`,
  'map-place-approximate': ({ place, shown, unread }) =>
    `Из «${place}» на карте найдено только одно: ${shown}. Оно и отмечено; не найдено: ${some(unread)}. Чтобы отметить точное место, напишите его координаты: 51.1694, 71.4491.`,
  'map-places-contradict': ({ place, shown, region }) =>
    `В «${place}» противоречие: найденное место относится к другому региону, а не к указанному (${region}). На карте показано: ${shown}. Исправьте название места или региона.`,
  'map-marker-unplaced': ({ label }) =>
    label === null
      ? 'У этой метки нет места, поэтому её на карте нет. Укажите "place" или оба поля: "lat" и "lng".'
      : `У этой метки нет места, поэтому показана только её подпись: «${label}». Укажите "place" или оба поля: "lat" и "lng".`,
  'map-coordinates-swapped': ({ lat, lng }) =>
    `Похоже, первой написана долгота: тогда место лежит в Казахстане. Координаты прочитаны как ${lat}, ${lng}. Пишите сначала широту.`,
  'map-coordinates-outside': ({ text }) =>
    `«${text}» — не точка на Земле: широта бывает от -90 до 90, долгота от -180 до 180. Пишите так: 51.1694, 71.4491.`,
  'map-address-short': ({ provider }) =>
    `В короткой ссылке (${provider}) нет координат, а при сборке слайдов ничего не скачивается, поэтому показана карточка со ссылкой и QR-кодом. Чтобы получить карту, откройте ссылку в браузере и скопируйте длинный адрес из адресной строки.`,
  'map-address-unplaced': ({ address, provider }) =>
    `В адресе «${address}»${provider ? ` (${provider})` : ''} нет координат, поэтому показана карточка со ссылкой и QR-кодом. Чтобы получить карту, поставьте метку на нужное место и скопируйте адрес или напишите координаты.`,
  'map-address-unsafe': ({ address, scheme }) =>
    `Адрес «${address}» начинается с «${scheme}:», ведёт не на карту и пропущен. Напишите адрес, который начинается с https://.`,
  'map-address-broken': ({ address }) =>
    `Адрес «${address}» неполон или повреждён: ни один браузер его не откроет, поэтому ссылки на слайде нет. Откройте карту в браузере и скопируйте весь адрес из адресной строки.`,
  'map-address-private': ({ address, host }) =>
    `«${address}» ведёт на ${host}, куда с чужих компьютеров не попасть, поэтому ссылки на слайде нет. Укажите адрес в интернете.`,
  'map-link-unknown': ({ link }) =>
    `«${link}» — не адрес страницы, поэтому у карты нет ссылки. Напишите адрес, который начинается с https://.`,
  'map-tiles-unavailable': () =>
    'Картографические службы не разрешают сохранять свои карты, поэтому на слайде нарисованная карта и ссылка на онлайн-карту. Напишите в поле "online" не "tiles", а "link".',
  'map-region-unknown': ({ region, nearest }) =>
    `Региона «${region}» на карте нет, поэтому его значение не показано. ${meant(nearest, 'Напишите название полностью или код, например KZ-35.')}`,
  'map-region-repeated': ({ region, name }) =>
    `«${region}» — это ${name}, и этот регион здесь уже назван; показано последнее значение. Оставьте одно из двух.`,
  'map-region-pack-missing': ({ regions: n }) =>
    `Границы регионов и районов не входят в Korme, поэтому вместо ${ofRegions(n)} показаны круги в их центрах. Чтобы закрасить сами регионы, положите файл с границами (GeoJSON или TopoJSON с кодами вроде KZ-35 или с названиями) в static/maps.`,
  'map-region-unshaped': ({ regions: names }) =>
    `В файлах папки static/maps нет границ: ${and(names)}. Вместо них нарисованы круги. Проверьте коды или названия в файле.`,
  'map-values-mixed': ({ words }) =>
    `Одни значения — числа, другие — слова (${and(quoted(words))}), поэтому все показаны как категории. Пишите только числа или только слова.`,
  'map-pack-broken': ({ file, reason }) => `Границы из файла ${file} не используются: ${faults[reason]}.`,
  'map-geojson-broken': ({ file, reason }) =>
    `Фигуры ${file === null ? 'из этого поля' : `из файла ${file}`} нарисовать не удалось: ${faults[reason]}.`,
  'map-empty': () =>
    'На этой карте нечего показать, поэтому карты на слайде нет. Укажите "place", или вместе "lat" и "lng", или "markers", или "regions".',
  'map-zoom-limited': ({ zoom, limit }) =>
    `На нарисованной карте нет улиц, поэтому масштаб ${zoom} заменён на ${limit}, а подробности доступны по ссылке.`,
  'map-labels-hidden': ({ labels }) =>
    `На карте не хватило места для подписей ${some(labels)}: метки есть, названий нет. Отметьте меньше мест или выберите "view" поближе.`,
  'map-contents-outside': ({ names }) =>
    `За пределами показанной части карты осталось: ${some(names)}. Чтобы это показать, выберите в "view" место побольше или уменьшите "zoom".`,
}
