import { pluralizer } from '../format.ts'
import type { Places, TalkCheckMessages } from '../talk-check-messages.ts'
import { and, fixed, slides } from './format.ts'

const pages = pluralizer('ru', { one: 'страница', few: 'страницы', many: 'страниц', other: 'страницы' })
const errors = pluralizer('ru', { one: 'ошибка', few: 'ошибки', many: 'ошибок', other: 'ошибки' })
const warnings = pluralizer('ru', {
  one: 'предупреждение',
  few: 'предупреждения',
  many: 'предупреждений',
  other: 'предупреждения',
})
const onSlides = pluralizer('ru', { one: 'слайде', few: 'слайдах', many: 'слайдах', other: 'слайда' })
const heights = (n: number) => `${heightsOf(Math.floor(n))} экрана`
const heightsOf = pluralizer('ru', { one: 'высоты', few: 'высот', many: 'высот', other: 'высоты' })
const minutes = (n: number) => `${Number.isInteger(n) ? n : fixed(n, 1)} мин`
const size = ({ slides: n, pages: p }: { slides: number; pages: number }) =>
  n === p ? slides(n) : `${slides(n)}, ${pages(p)}`

const at = ({ places, more }: Places) => {
  const named = places.map(({ slide, name }) => (slide === null ? name : `слайд ${slide} (${name})`))
  return more > 0 ? `${named.join(', ')} и ещё ${more}` : and(named)
}

/** What `korme doctor --talk` says, in Russian. */
export const talkChecks: TalkCheckMessages = {
  label: {
    deck: 'Презентация',
    pictures: 'Картинки',
    videos: 'Видео',
    fonts: 'Шрифты',
    text: 'Мелкий текст',
    time: 'Время',
    notes: 'Заметки',
    internet: 'Интернет',
    network: 'Телефоны',
    port: 'Порт',
    screen: 'Экран',
    resume: 'При сбое',
  },
  title: (deck) => `Перед выступлением: ${deck}`,
  ready: (command) => `Всё готово. Начните показ: ${command}`,
  deck: (p) => `${size(p)}, замечаний нет`,
  deckWarnings: ({ warnings: n, command, ...p }) => `${size(p)}, ${warnings(n)}. Прочитайте их: ${command}`,
  deckErrors: ({ errors: n, command }) => `${errors(n)}, показать её нельзя. Исправьте: ${command}`,
  pictures: (n) => (n === 0 ? 'в презентации нет' : `на месте и читаются: ${n}`),
  picturesMissing: ({ command, ...p }) => `Не показываются: ${at(p)}. Что делать с каждой: ${command}`,
  videos: (n) => (n === 0 ? 'в презентации нет' : `на месте и воспроизводятся: ${n}`),
  videosMissing: ({ command, ...p }) => `Не показываются: ${at(p)}. Что делать с каждым: ${command}`,
  videosUnplayable: ({ command, ...p }) => `Браузеры не воспроизводят: ${at(p)}. Как преобразовать каждое: ${command}`,
  videoDoubtful: ({ slide, name, codec, command }) =>
    `${at({ places: [{ slide, name }], more: 0 })}: формат ${codec} не воспроизводят старые Safari и iPhone. Для них: ${command}`,
  fonts: (families) => `${and(families)}, встроены; все буквы презентации есть`,
  lettersMissing: (letters) =>
    `Ни в одном шрифте нет: ${and(letters)}; на экране будут квадраты или другой шрифт. Напишите иначе или выберите тему с такими буквами.`,
  text: ({ slide, heights: n }) => `на слайде ${slide}, читается с расстояния до ${heights(n)}`,
  textSmall: ({ slide, heights: n }) =>
    `На слайде ${slide} он читается лишь с расстояния до ${heights(n)}. Для длинного зала сократите или разделите этот слайд.`,
  textNone: 'текста нет',
  time: ({ minutes: m, slides: n, seconds }) => `${minutes(m)} на ${slides(n)}, примерно по ${seconds} с на каждый`,
  timeNone:
    'Длительность не указана. Впишите в презентацию "minutes": 20, и окно докладчика покажет, укладываетесь ли вы.',
  timePlanned: ({ planned, minutes: m }) => `${minutes(m)}, из них на слайды отведено ${minutes(planned)}`,
  timeExceeded: ({ planned, minutes: m }) =>
    `На слайды отведено ${minutes(planned)}, а на всё выступление ${minutes(m)}. Исправьте "minutes".`,
  timeReading: ({ reading, minutes: m }) =>
    `Прочитать вслух все заметки — это около ${Math.round(reading)} мин, больше, чем ${minutes(m)} на выступление.`,
  notes: (n) => `на ${onSlides(n)}; их видно только в окне докладчика и на пульте`,
  notesNone: 'в презентации нет',
  notesMissing: ({ slides: list, more }) =>
    `Нет на ${list.length === 1 && more === 0 ? 'слайде' : 'слайдах'} ${more > 0 ? `${list.join(', ')} и ещё на ${more}` : and(list.map(String))}.`,
  internetNone: 'не нужен: слайды покажут всё и без него',
  internet: (p) => `Нужен здесь: ${at(p)}. Подключитесь до выступления или положите видео в проект файлом.`,
  network: ({ address, name, others }) =>
    `с ключом --host телефоны в той же сети${name === null ? '' : ` (${name})`} найдут этот компьютер по адресу ${address}${others > 0 ? `; других сетей: ${others}` : ''}`,
  networkNone: (command) =>
    `Сети нет, телефоны не подключатся. Подключитесь к Wi-Fi зала или раздайте сеть с телефона, затем: ${command}`,
  port: (port) => `${port} свободен`,
  portMoved: ({ taken, port }) =>
    `Порт ${taken} занят другой программой, показ пойдёт на порту ${port}. Чтобы оставить ${taken}, закройте ту программу.`,
  screen:
    'не погаснет сам в Chrome, Edge, Safari 16.4 и Firefox 126 или новее; для более старых настройте это в системе. Подключите зарядку.',
  resume: (command) => `показ продолжится по тем же адресам: ${command}`,
  resumeNow: ({ time, command }) =>
    `Показ этой презентации был прерван в ${time}. Чтобы продолжить его по тем же адресам: ${command}`,
  resumeImpossible: (folder) =>
    `Состояние показа нельзя сохранить в ${folder}: после сбоя телефонам придётся сканировать коды заново. Откройте эту папку для записи только себе.`,
}
