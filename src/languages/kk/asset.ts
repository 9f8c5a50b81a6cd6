import type { AssetRequest } from '../../model/asset.ts'
import type { AssetProblem, ThemeExpected, ThemeName } from '../../model/problems/asset.ts'
import type { MessagesOf } from '../messages.ts'
import { and, number, or, size } from './format.ts'

const things: Record<AssetRequest['kind'], string> = {
  image: 'сурет',
  logo: 'логотип',
  video: 'бейне',
  captions: 'субтитр файлы',
  geojson: 'карта файлы',
}
const meant = (nearest: string | null, otherwise: string) =>
  nearest ? `Бәлкім, «${nearest}» деп жазбақ болған шығарсыз?` : otherwise
const check = 'Атауын тексеріңіз немесе файлды static/img қалтасына салыңыз.'

const seenAs: Record<string, string> = { text: 'жай мәтін', empty: 'бос файл' }
const isA = (seen: string | null) => (seen === null ? 'түрі белгісіз файл' : (seenAs[seen] ?? `${seen} файлы`))
const reasons: Record<string, string> = {
  EACCES: 'бұған құқығыңыз жоқ',
  EPERM: 'бұған құқығыңыз жоқ',
  EIO: 'диск ақау туралы хабарлап тұр',
  outside: 'ол жобадан тыс жерге сілтейді',
  folder: 'бұл — қалта',
  'not-regular': 'бұл — кәдімгі файл емес',
  'too-large': 'ол тым үлкен',
}
const because = (reason: string) => reasons[reason] ?? reason

const themeNames: Record<ThemeName, string> = {
  style: 'мәтін стилі',
  color: 'түс',
  region: 'аймақ',
  face: 'қаріп түрі',
}
const expectations: Record<ThemeExpected, (detail: string) => string> = {
  color: () => '#12263a сияқты түс',
  name: () => 'кіші әріптен басталатын, латын әріптері мен цифрлардан құралған атау',
  path: () => 'үлгі қалтасындағы қаріп файлының жолы (мысалы, fonts/own-400.ttf)',
  drawing: () => 'SVG контурының сипаттамасы (мысалы, M0 0h8v8z)',
  number: () => 'сан',
  count: () => 'бүтін сан',
  text: () => 'мәтін',
  flag: () => 'true немесе false',
  list: () => 'тізім',
  object: () => 'нысан',
  choice: (detail) => `мына мәндердің бірі (${detail})`,
  least: (detail) => `${detail} санынан кем емес сан`,
  more: (detail) => `${detail} санынан үлкен сан`,
  most: (detail) => `${detail} санынан аспайтын сан`,
  filled: () => 'бос емес мән',
}

/** What is wrong with the files of a deck and with themes, in Kazakh. */
export const asset: MessagesOf<AssetProblem> = {
  'image-file-missing': ({ path, nearest }) =>
    `Жобада «${path}» деген сурет жоқ, слайд сол суретсіз көрсетілді. ${meant(nearest, check)}`,
  'logo-file-missing': ({ path, nearest }) =>
    `Жобада «${path}» деген логотип жоқ, тек атауы көрсетілді. ${meant(nearest, check)}`,
  'video-file-missing': ({ path, nearest }) =>
    `Жобада «${path}» деген бейне жоқ, сондықтан оны ойнату мүмкін емес. ${meant(nearest, 'Атауын тексеріңіз немесе файлды static/video қалтасына салыңыз.')}`,
  'captions-file-missing': ({ path, nearest }) =>
    `Жобада «${path}» деген субтитр файлы жоқ, бейне субтитрсіз қалады. ${meant(nearest, 'Атауын тексеріңіз.')}`,
  'geojson-file-missing': ({ path, nearest }) =>
    `Жобада «${path}» деген карта файлы жоқ, оның сызбалары салынбады. ${meant(nearest, 'Атауын тексеріңіз.')}`,
  'asset-outside-project': ({ path, kind }) =>
    `«${path}» жобадан тыс жерге сілтейді, ол жақтан ештеңе оқылмайды: басқа компьютерде ${things[kind]} көрінбей қалар еді. Файлды static қалтасына көшіріп, жолын сол жерден жазыңыз.`,
  'asset-address-remote': ({ path, kind }) =>
    `«${path}» — интернеттегі ${things[kind]}. Презентация желісіз де ашылуы керек, сондықтан ол жүктелмейді. Файлды static қалтасына жүктеп алып, жолын жазыңыз.`,
  'asset-address-unsafe': ({ path, scheme }) =>
    `«${path.slice(0, 60)}» жолы «${scheme}:» деп басталады, ал файлдың жолы олай басталмайды. Файлды static қалтасына салып, жолын жазыңыз.`,
  'asset-not-regular': ({ path }) =>
    `«${path}» — файл емес, қалта немесе құрылғы, сондықтан ол алынбады. Файлдың өз жолын жазыңыз.`,
  'asset-unreadable': ({ file, reason }) =>
    `«${file}» файлын оқу мүмкін болмады: ${because(reason)}. Файлға рұқсат беріңіз немесе оны қайта көшіріңіз.`,
  'asset-too-large': ({ file, sizeBytes, limitBytes }) =>
    `«${file}» файлының көлемі — ${size(sizeBytes)}, ал рұқсат етілгені — ${size(limitBytes)}. Оны кішірейтіп сақтаңыз.`,
  'image-type-unknown': ({ file, seen, known }) =>
    `Аты қандай болса да, «${file}» — браузер көрсететін сурет емес, ${isA(seen)}. Оны ${or(known)} түрінде сақтаңыз.`,
  'video-type-unknown': ({ file, seen, known }) =>
    `«${file}» — браузер ойнататын бейне емес, ${isA(seen)}. Оны ${or(known)} түрінде сақтаңыз.`,
  'image-broken': ({ file }) =>
    `«${file}» суреті бүлінген немесе толық көшірілмеген, слайд сол суретсіз көрсетілді. Оны қайта көшіріңіз немесе қайта сақтаңыз.`,
  'image-library-missing': ({ file }) =>
    `«${file}» суретін бұру немесе кішірейту керек, бірақ оған қажет кітапхана орнатылмаған. «npm ci» командасын қосымша пакеттерімен қайта орындаңыз.`,
  'image-dimensions-too-large': ({ file, width, height, limitMegapixels }) =>
    `«${file}» суретінің өлшемі — ${number(width)} × ${number(height)} пиксель, ал рұқсат етілгені — ${limitMegapixels} миллион пиксельге дейін. Оны кішірейтіп сақтаңыз: ұзын жағы 1920 пиксель болса жеткілікті.`,
  'image-svg-unsafe': ({ file, reason }) =>
    reason === 'entities'
      ? `«${file}» сызбасында бір-бірінің ішіне салынған немесе сырттан алынатын мәндер анықталған, сондықтан ол ашылмады. Оны қарапайым SVG түрінде қайта сақтаңыз.`
      : `«${file}» сызбасы бөліктерін миллиондаған рет қайталап, браузерді тоқтатып тастар еді. Оны ықшамдаңыз немесе PNG түрінде сақтаңыз.`,
  'image-svg-cleaned': ({ file, removed }) => {
    const others = removed.filter((name) => name !== 'foreignobject')
    const cleaned = `«${file}» сызбасынан скриптер мен басқа жаққа апаратын сілтемелер алынып тасталды: ${and(others)}. Бірдеңе жетіспей тұрса, суреттерін сызбаның ішіне ендіріп, қайта экспорттаңыз немесе PNG түрінде сақтаңыз.`
    const labels = `«${file}» сызбасындағы жазулар HTML түрінде (foreignObject) берілген, ал сурет оны көрсете алмайды. Олардың орнына бағдарлама қоса сақтаған қарапайым жазулар (болса ғана) көрсетіледі; олар қысқарып қалуы мүмкін. Слайдты сызбамен салыстырыңыз. Жазу бұрмаланса не жоқ болса, сызбаны PNG түрінде сақтаңыз немесе draw.io-да жазулардың «Formatted Text» белгісін алып тастап, қайта экспорттаңыз.`
    if (others.length === 0) return labels
    return others.length === removed.length ? cleaned : `${cleaned} ${labels}`
  },
  'theme-unknown': ({ name, nearest, known }) =>
    `«${name}» деген безендіру үлгісі жоқ. ${nearest ? `Бәлкім, «${nearest}» деп жазбақ болған шығарсыз?` : `Мыналардың бірін таңдаңыз: ${or(known)}.`}`,
  'theme-unreadable': ({ file, reason }) =>
    `Безендіру үлгісінің ${file} файлын оқу мүмкін болмады: ${because(reason)}.`,
  'theme-not-object': () =>
    'Безендіру үлгісі — "name", "colors" сияқты өрістері бар нысан: ол { белгісінен басталып, } белгісімен аяқталады. schemas/theme.schema.json файлын қараңыз.',
  'theme-value-wrong': ({ field, expected, detail }) =>
    `${field ? `«${field}» өрісінде` : 'Безендіру үлгісінде'} ${expectations[expected](detail)} тұруы керек.`,
  'theme-field-unknown': ({ field, nearest, known }) =>
    `Безендіру үлгісінің бұл жерінде «${field}» өрісі болмайды. ${meant(nearest, known.length > 0 ? `Мыналардың бірін жазыңыз: ${or(known)}.` : 'Оны алып тастаңыз.')}`,
  'theme-field-missing': ({ field, inside }) =>
    `${inside ? `«${inside}» ішінде` : 'Безендіру үлгісінде'} «${field}» өрісі жетіспейді. Оны қосыңыз немесе үлгіні сол өріс бар басқа үлгінің негізінде жасаңыз: "extends": "official".`,
  'theme-name-unknown': ({ kind, name, nearest, known }) =>
    `Безендіру үлгісінде «${name}» деген ${themeNames[kind]} жоқ. ${meant(nearest, `Мыналардың бірін таңдаңыз: ${or(known)}. Немесе жетіспейтінін қосыңыз.`)}`,
  'theme-extends-circle': ({ name }) =>
    `«${name}» безендіру үлгісі тікелей немесе басқа үлгі арқылы өзіне-өзі негізделген. "extends" өрісін алып тастаңыз немесе мұнда қайтып келмейтін үлгіні көрсетіңіз.`,
  'theme-font-missing': ({ font }) =>
    `«${font}» қарпі безендіру үлгісінің қалтасында да, дайын қаріптер арасында да жоқ. Файлды сол қалтаға салыңыз немесе атауын түзетіңіз.`,
  'theme-font-wrong': ({ font, reason, limitMegabytes }) =>
    ({
      empty: `«${font}» қарпінің файлы бос. Оны алған жеріңізден қайта көшіріңіз.`,
      'not-font': `«${font}» файлы атауында көрсетілген пішімдегі толық қаріп емес. Оны қайта көшіріңіз немесе қаріпті TTF және WOFF2 пішімінде сақтаңыз.`,
      'too-large': `«${font}» қарпінің файлы ${limitMegabytes} МБ-тан үлкен. Таңбасы азырақ қаріп алыңыз.`,
    })[reason],
  'theme-picture-missing': ({ path, known }) =>
    `Безендіру үлгісінің қалтасында бет көрсете алатын «${path}» суреті жоқ. Оны сол қалтаға мына пішімдердің бірінде салыңыз: ${or(known)}.`,
  'theme-address-remote': ({ address }) =>
    `«${address}» басқа жердегі файлды сұрайды, ал презентация желісіз ашылуы керек. Суретті безендіру үлгісінің қалтасына салып, атауын жазыңыз; қаріптердің орны — theme.json файлының "faces" өрісі.`,
  'theme-template-online': ({ template, tag }) =>
    `«${template}» шаблонында ${tag} бар: бұл элемент серверге жүгінеді немесе беттен алып кетеді, ал слайдтар желісіз ашылуға тиіс. Оны алып тастаңыз.`,
  'theme-template-circle': ({ template }) =>
    `«${template}» шаблоны тікелей немесе басқа шаблон арқылы өзін-өзі қосады, сондықтан ешқашан аяқталмайды. Осы қосуды алып тастаңыз.`,
  'theme-template-unknown': ({ template, name, nearest }) =>
    `«${template}» шаблоны «${name}» шаблонын қосады, бірақ ондай шаблон үлгіде де, Korme-де де жоқ. ${meant(nearest, 'Атауын түзетіңіз немесе файлды үлгі қалтасына салыңыз.')}`,
  'theme-template-deep': ({ template, limit }) =>
    `«${template}» шаблонында бірінің ішіне бірі салынған блоктар ${limit} санынан асады. Оларды ертерек жабыңыз немесе бір бөлігін жеке шаблонға шығарыңыз.`,
  'theme-template-wrong': ({ template, reason }) =>
    `«${template}» шаблонын талдау мүмкін болмады: ${reason}. Осы жолды түзетіңіз немесе файлды жойыңыз, сонда Korme-нің өз шаблоны алынады.`,
}
