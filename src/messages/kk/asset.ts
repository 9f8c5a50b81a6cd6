import type { AssetRequest } from '../../model/asset.ts'
import type { AssetProblem } from '../../model/problems/asset.ts'
import { lister, type MessagesOf } from '../messages.ts'

const list = lister('kk', 'conjunction')
const either = lister('kk', 'disjunction')
const number = (n: number) => new Intl.NumberFormat('kk').format(n)
const megabytes = (bytes: number) => `${number(Math.ceil(bytes / 104_857.6) / 10)} МБ`

const things: Record<AssetRequest['kind'], string> = {
  image: 'сурет',
  logo: 'логотип',
  video: 'бейне',
  captions: 'субтитр файлы',
  geojson: 'карта файлы',
}
const meant = (nearest: string | null, otherwise: string) =>
  nearest ? `Мүмкін, «${nearest}» деп жазғыңыз келген шығар?` : otherwise
const check = 'Атауын тексеріңіз немесе файлды static/img қалтасына салыңыз.'

const seenAs: Record<string, string> = { text: 'жай мәтін', empty: 'бос файл' }
const isA = (seen: string | null) => (seen === null ? 'түрі белгісіз файл' : (seenAs[seen] ?? `${seen} файлы`))
const reasons: Record<string, string> = {
  EACCES: 'бұған құқығыңыз жоқ',
  EPERM: 'бұған құқығыңыз жоқ',
  EIO: 'диск ақау туралы хабарлап тұр',
  outside: 'ол жобадан тыс жерге сілтейді',
  folder: 'бұл – қалта',
  'not-regular': 'бұл – кәдімгі файл емес',
  'too-large': 'ол тым үлкен',
}
const because = (reason: string) => reasons[reason] ?? reason

/** What is wrong with the files a deck names, in Kazakh. */
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
    `«${path}» – интернеттегі ${things[kind]}. Презентация желісіз де ашылуы керек, сондықтан ол жүктелмейді. Файлды static қалтасына жүктеп алып, жолын жазыңыз.`,
  'asset-address-unsafe': ({ path, scheme }) =>
    `«${path.slice(0, 60)}» жазбасы «${scheme}:» деп басталады, бұл файлдың жолы емес. Файлды static қалтасына салып, жолын жазыңыз.`,
  'asset-not-regular': ({ path }) =>
    `«${path}» – файл емес, қалта немесе құрылғы, сондықтан ол алынбады. Файлдың өз жолын жазыңыз.`,
  'asset-unreadable': ({ file, reason }) =>
    `«${file}» файлын оқу мүмкін болмады: ${because(reason)}. Файлға рұқсат беріңіз немесе оны қайта көшіріңіз.`,
  'asset-too-large': ({ file, sizeBytes, limitBytes }) =>
    `«${file}» файлының көлемі – ${megabytes(sizeBytes)}, ал рұқсат етілгені – ${megabytes(limitBytes)}. Оны кішірейтіп сақтаңыз.`,
  'image-type-unknown': ({ file, seen, known }) =>
    `Аты қандай болса да, «${file}» – браузер көрсететін сурет емес, ${isA(seen)}. Оны ${either(known)} түрінде сақтаңыз.`,
  'video-type-unknown': ({ file, seen, known }) =>
    `«${file}» – браузер ойнататын бейне емес, ${isA(seen)}. Оны ${either(known)} түрінде сақтаңыз.`,
  'image-broken': ({ file }) =>
    `«${file}» суреті бүлінген немесе толық көшірілмеген, слайд сол суретсіз көрсетілді. Оны қайта көшіріңіз немесе қайта сақтаңыз.`,
  'image-library-missing': ({ file }) =>
    `«${file}» суретін бұру немесе кішірейту керек, бірақ оған қажет кітапхана орнатылмаған. «npm ci» командасын қосымша пакеттерімен қайта орындаңыз.`,
  'image-dimensions-too-large': ({ file, width, height, limitMegapixels }) =>
    `«${file}» суретінің өлшемі – ${number(width)} × ${number(height)} пиксель, ал рұқсат етілгені – ${limitMegapixels} миллион пиксельге дейін. Оны кішірейтіп сақтаңыз: ұзын жағы 1920 пиксель болса жеткілікті.`,
  'image-svg-unsafe': ({ file, reason }) =>
    reason === 'entities'
      ? `«${file}» сызбасында бір-бірінің ішіне салынған немесе сырттан алынатын мәндер жарияланған, сондықтан ол ашылмады. Оны қарапайым SVG түрінде қайта сақтаңыз.`
      : `«${file}» сызбасы бөліктерін миллиондаған рет қайталап, браузерді тоқтатып тастар еді. Оны ықшамдаңыз немесе PNG түрінде сақтаңыз.`,
  'image-svg-cleaned': ({ file, removed }) =>
    `«${file}» сызбасынан скриптер мен басқа файлдарға сілтемелер алынып тасталды: ${list(removed)}. Бірдеңе жетіспей тұрса, бәрін ішіне қосып, қайта сақтаңыз.`,
  'theme-unknown': ({ name, nearest, known }) =>
    `«${name}» деген тақырып жоқ. ${nearest ? `Мүмкін, «${nearest}» деп жазғыңыз келген шығар?` : `Мыналардың бірін таңдаңыз: ${either(known)}.`}`,
  'theme-unreadable': ({ file, reason }) => `Тақырыптың ${file} файлын оқу мүмкін болмады: ${because(reason)}.`,
  'theme-not-json': ({ file, line, column }) =>
    line === null
      ? `Тақырыптың ${file} файлы JSON емес: ол бос немесе аяқталмай қалған.`
      : `Тақырыптың ${file} файлы JSON емес: ${line}-жолдың ${column}-бағанын қараңыз.`,
  'theme-value-wrong': ({ file, field, rule, detail }) =>
    `Тақырыптың ${file} файлында ${field ? `«${field}»` : 'бүкіл мазмұн'} «${rule}» ережесіне сай емес${detail ? ` (${detail})` : ''}. schemas/theme.schema.json файлын қараңыз.`,
  'theme-font-missing': ({ file, font }) =>
    `Тақырыптың ${file} файлында аталған «${font}» қарпі тақырыптың өз қалтасында да, дайын қаріптер арасында да жоқ.`,
}
