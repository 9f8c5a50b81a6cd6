import type { MapProblem, ShapeFault } from '../../model/problems/map.ts'
import type { MessagesOf } from '../messages.ts'
import { and, or } from './format.ts'

const quoted = (names: readonly string[]) => names.map((name) => `«${name}»`)
/** Lists at most twelve names. */
const some = (names: readonly string[]) => and(names.length > 12 ? [...quoted(names.slice(0, 12)), '…'] : quoted(names))
const meant = (nearest: readonly string[], otherwise: string) =>
  nearest.length > 0 ? `Бәлкім, ${or(quoted(nearest))} деп жазбақ болған шығарсыз?` : otherwise

const faults: Record<ShapeFault, string> = {
  'not-json': 'ол JSON емес',
  'not-geojson': 'ол GeoJSON да, TopoJSON да емес',
  'no-shapes': 'ішінде пішін жоқ',
  'not-degrees': 'координаттары бойлық пен ендік градусында емес (файлды WGS 84 жүйесінде сақтаңыз)',
  'too-large': 'файл тым үлкен: шегі — 20 МБ',
  unreadable: 'оны оқу мүмкін болмады',
}

/** What is wrong with maps, in Kazakh. A noun after a number stays singular. */
export const map: MessagesOf<MapProblem> = {
  'map-place-unknown': ({ place, nearest }) =>
    `Картада «${place}» деген жер табылмады, сондықтан тек атауы көрсетілді. ${meant(nearest, 'Атауын тексеріңіз немесе координаттарын жазыңыз: 51.1694, 71.4491.')}`,
  'map-place-ambiguous': ({ place, taken, choices }) =>
    taken === null
      ? `«${place}» деген бірнеше жер бар: ${and(quoted(choices))}. Қайсысы екені белгісіз, сондықтан тек атауы көрсетілді. Осы атаулардың бірін өңірімен қоса толық жазыңыз.`
      : `«${place}» деген бірнеше жер бар: ${and(quoted(choices))}. Картада мынау көрсетілді: «${taken}». Басқасын таңдау үшін атауын толық жазыңыз.`,
  'map-place-approximate': ({ place, shown, unread }) =>
    `«${place}» дегеннен картада тек мынау табылды: ${shown}. Сол белгіленді; табылмағаны: ${some(unread)}. Дәл орнын белгілеу үшін координаттарын жазыңыз: 51.1694, 71.4491.`,
  'map-places-contradict': ({ place, shown, region }) =>
    `«${place}» дегенде қайшылық бар: табылған жер көрсетілген өңірге (${region}) жатпайды. Картада мынау көрсетілді: ${shown}. Жердің немесе өңірдің атауын түзетіңіз.`,
  'map-coordinates-swapped': ({ lat, lng }) =>
    `Мұнда бойлық бірінші жазылған сияқты: солай оқығанда жер Қазақстанда болады. Координаттар ${lat}, ${lng} деп алынды. Алдымен ендікті жазыңыз.`,
  'map-coordinates-outside': ({ text }) =>
    `Жер бетінде «${text}» деген нүкте жоқ: ендік -90 мен 90, бойлық -180 мен 180 аралығында болады. Мысалы, былай жазыңыз: 51.1694, 71.4491.`,
  'map-address-short': ({ provider }) =>
    `Бұл қысқа сілтемеде (${provider}) координат жоқ, ал слайд жасағанда желіден ештеңе жүктелмейді. Сондықтан сілтемесі мен QR коды бар карточка көрсетілді. Карта шығуы үшін сілтемені браузерде ашып, мекенжай жолындағы ұзын мекенжайды көшіріңіз.`,
  'map-address-unplaced': ({ address, provider }) =>
    `«${address}» мекенжайында${provider ? ` (${provider})` : ''} координат жоқ, сондықтан сілтемесі мен QR коды бар карточка көрсетілді. Карта шығуы үшін қажет жерге белгі қойып, мекенжайды көшіріңіз немесе координаттарын жазыңыз.`,
  'map-address-unsafe': ({ address, scheme }) =>
    `«${address}» мекенжайы «${scheme}:» деп басталады, картаға апармайды, сондықтан алынбады. https:// деп басталатын мекенжай жазыңыз.`,
  'map-address-broken': ({ address }) =>
    `«${address}» мекенжайы толық емес немесе бүлінген: оны бірде-бір браузер аша алмайды, сондықтан слайдта сілтеме жоқ. Картаны браузерде ашып, мекенжай жолындағы мекенжайды түгел көшіріңіз.`,
  'map-address-private': ({ address, host }) =>
    `«${address}» мекенжайы ${host} торабына апарады, ал оған басқа адамдардың компьютерінен кіру мүмкін емес, сондықтан слайдта сілтеме жоқ. Интернеттегі мекенжайды жазыңыз.`,
  'map-link-unknown': ({ link }) =>
    `«${link}» — беттің мекенжайы емес, сондықтан картада сілтеме жоқ. https:// деп басталатын мекенжай жазыңыз.`,
  'map-tiles-unavailable': () =>
    'Карта қызметтері өз карталарын сақтауға рұқсат бермейді, сондықтан слайдта сызылған карта мен онлайн картаға сілтеме көрсетілді. "online" өрісіне "tiles" емес, "link" деп жазыңыз.',
  'map-region-unknown': ({ region, nearest }) =>
    `Картада «${region}» деген өңір жоқ, сондықтан оның мәні көрсетілмеді. ${meant(nearest, 'Толық атауын немесе кодын жазыңыз, мысалы KZ-35.')}`,
  'map-region-repeated': ({ region, name }) =>
    `«${region}» — ${name}, ол мұнда бұрын да жазылған; соңғы мәні көрсетілді. Екеуінің бірін қалдырыңыз.`,
  'map-region-pack-missing': ({ regions }) =>
    `Korme құрамында өңірлер мен аудандардың шекарасы жоқ, сондықтан ${regions} өңір орталығындағы дөңгелекпен көрсетілді. Өңірлердің өзін бояу үшін шекара файлын (KZ-35 сияқты кодтары немесе атаулары бар GeoJSON не TopoJSON) static/maps қалтасына салыңыз.`,
  'map-region-unshaped': ({ regions }) =>
    `static/maps қалтасындағы файлдарда мына өңірлердің шекарасы жоқ: ${and(regions)}. Олардың орнына дөңгелек салынды. Файлдағы кодтар мен атауларды тексеріңіз.`,
  'map-values-mixed': ({ words }) =>
    `Мәндердің бірі — сан, бірі — сөз (${and(quoted(words))}), сондықтан бәрі санат ретінде көрсетілді. Не тек сан, не тек сөз жазыңыз.`,
  'map-pack-broken': ({ file, reason }) => `${file} файлындағы шекаралар қолданылмады: ${faults[reason]}.`,
  'map-geojson-broken': ({ file, reason }) =>
    `${file === null ? 'Осы өрістегі' : `${file} файлындағы`} пішіндерді салу мүмкін болмады: ${faults[reason]}.`,
  'map-zoom-limited': ({ zoom, limit }) =>
    `Сызылған картада көшелер жоқ, сондықтан ${zoom} масштабы ${limit} болып көрсетілді, толығырақ карта сілтеме арқылы ашылады.`,
  'map-labels-hidden': ({ labels }) =>
    `Картада мына жазуларға орын жетпеді: ${some(labels)}. Белгілері бар, атаулары жоқ. Азырақ жер белгілеңіз немесе "view" арқылы жақынырақ көрініс таңдаңыз.`,
  'map-contents-outside': ({ names }) =>
    `Картаның көрінетін бөлігінен тыс қалды: ${some(names)}. Көрсету үшін "view" арқылы кеңірек жерді таңдаңыз немесе "zoom" мәнін азайтыңыз.`,
}
