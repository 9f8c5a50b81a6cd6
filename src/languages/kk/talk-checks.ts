import { pluralizer } from '../format.ts'
import type { Places, TalkCheckMessages } from '../talk-check-messages.ts'
import { and, fixed } from './format.ts'

// A Kazakh noun keeps its singular after a number.
const slides = pluralizer('kk', { other: 'слайд' })
const pages = pluralizer('kk', { other: 'бет' })
const errors = pluralizer('kk', { other: 'қате' })
const warnings = pluralizer('kk', { other: 'ескерту' })
const heights = (n: number) => `экран биіктігінен ${Math.floor(n)} есе`
const minutes = (n: number) => `${Number.isInteger(n) ? n : fixed(n, 1)} мин`
const size = ({ slides: n, pages: p }: { slides: number; pages: number }) =>
  n === p ? slides(n) : `${slides(n)}, ${pages(p)}`

const at = ({ places, more }: Places) => {
  const named = places.map(({ slide, name }) => (slide === null ? name : `${slide}-слайд (${name})`))
  return more > 0 ? `${named.join(', ')} және тағы ${more}` : and(named)
}

/** What `korme doctor --talk` says, in Kazakh. */
export const talkChecks: TalkCheckMessages = {
  label: {
    deck: 'Презентация',
    pictures: 'Суреттер',
    videos: 'Бейнелер',
    fonts: 'Қаріптер',
    text: 'Ең ұсақ мәтін',
    time: 'Уақыт',
    notes: 'Жазбалар',
    internet: 'Интернет',
    network: 'Телефондар',
    port: 'Порт',
    screen: 'Экран',
    resume: 'Ақау болса',
  },
  title: (deck) => `Баяндаманың алдында: ${deck}`,
  ready: (command) => `Бәрі дайын. Көрсетуді бастаңыз: ${command}`,
  deck: (p) => `${size(p)}, бәрі дұрыс`,
  deckWarnings: ({ warnings: n, command, ...p }) => `${size(p)}, ${warnings(n)}. Оқып шығыңыз: ${command}`,
  deckErrors: ({ errors: n, command }) => `${errors(n)} бар, көрсету мүмкін емес. Түзетіңіз: ${command}`,
  pictures: (n) => (n === 0 ? 'презентацияда жоқ' : `${n} сурет, бәрі орнында және оқылады`),
  picturesMissing: ({ command, ...p }) => `Көрсетілмейді: ${at(p)}. Әрқайсысын не істеу керек: ${command}`,
  videos: (n) => (n === 0 ? 'презентацияда жоқ' : `${n} бейне, бәрі орнында және ойнатылады`),
  videosMissing: ({ command, ...p }) => `Көрсетілмейді: ${at(p)}. Әрқайсысын не істеу керек: ${command}`,
  videosUnplayable: ({ command, ...p }) => `Браузерлер мұны ойнатпайды: ${at(p)}. Қалай түрлендіру керек: ${command}`,
  videoDoubtful: ({ slide, name, codec, command }) =>
    `${at({ places: [{ slide, name }], more: 0 })}: ${codec} пішімін ескі Safari мен iPhone ойнатпайды. Солар үшін: ${command}`,
  fonts: (families) => `${and(families)}, файлдың ішінде; презентацияның барлық әрпі бар`,
  lettersMissing: (letters) =>
    `Мына таңбалар ешбір қаріпте жоқ: ${and(letters)}; экранда шаршы немесе басқа қаріп тұрады. Басқаша жазыңыз немесе ондай әріптері бар үлгіні таңдаңыз.`,
  text: ({ slide, heights: n }) => `${slide}-слайдта, ${heights(n)} алыс жерден де оқылады`,
  textSmall: ({ slide, heights: n }) =>
    `${slide}-слайдтағы мәтін ең көбі ${heights(n)} алыс жерден ғана оқылады. Ұзын залда бұл слайдты қысқартыңыз немесе бөліңіз.`,
  textNone: 'мәтін жоқ',
  time: ({ minutes: m, slides: n, seconds }) => `${slides(n)} — ${minutes(m)}, әрқайсысына шамамен ${seconds} с`,
  timeNone:
    'Ұзақтығы көрсетілмеген. Презентацияға "minutes": 20 деп жазсаңыз, баяндамашы терезесі үлгеріп жатқаныңызды көрсетеді.',
  timePlanned: ({ planned, minutes: m }) => `${minutes(m)}, соның ${minutes(planned)} слайдтарға бөлінген`,
  timeExceeded: ({ planned, minutes: m }) =>
    `Слайдтарға ${minutes(planned)} бөлінген, ал бүкіл баяндамаға ${minutes(m)}. "minutes" өрісін түзетіңіз.`,
  timeReading: ({ reading, minutes: m }) =>
    `Жазбаларды түгел дауыстап оқуға шамамен ${Math.round(reading)} мин кетеді, бұл баяндамаға берілген ${minutes(m)} уақыттан көп.`,
  notes: (n) => `${slides(n)}та бар; олар тек баяндамашы терезесі мен пультте көрінеді`,
  notesNone: 'презентацияда жоқ',
  notesMissing: ({ slides: list, more }) =>
    `Мына слайдтарда жоқ: ${more > 0 ? `${list.join(', ')} және тағы ${more}` : and(list.map(String))}.`,
  internetNone: 'керек емес: слайдтар бәрін онсыз да көрсетеді',
  internet: (p) => `Мұнда керек: ${at(p)}. Баяндаманың алдында қосылыңыз немесе бейнені жобаға файл етіп салыңыз.`,
  network: ({ address, name, others }) =>
    `--host параметрімен сол желідегі${name === null ? '' : ` (${name})`} телефондар бұл компьютерді ${address} мекенжайынан табады${others > 0 ? `; басқа желілер: ${others}` : ''}`,
  networkNone: (command) =>
    `Желі жоқ, телефондар қосыла алмайды. Залдың Wi-Fi желісіне қосылыңыз немесе телефоннан желі таратыңыз, сосын: ${command}`,
  port: (port) => `${port} бос`,
  portMoved: ({ taken, port }) =>
    `${taken} портын басқа бағдарлама алып тұр, көрсету ${port} портында жүреді. ${taken} керек болса, сол бағдарламаны жабыңыз.`,
  screen:
    'Chrome, Edge, Safari 16.4, Firefox 126 немесе олардан жаңасында өздігінен сөнбейді; ескісінде жүйеден баптаңыз. Қуаттағышқа қосыңыз.',
  resume: (command) => `көрсетілім сол мекенжайлармен жалғасады: ${command}`,
  resumeNow: ({ time, command }) =>
    `Осы презентацияның көрсетілімі сағат ${time} шамасында үзілген. Сол мекенжайлармен жалғастыру үшін: ${command}`,
  resumeImpossible: (folder) =>
    `Көрсетілімнің күйін ${folder} қалтасына сақтау мүмкін емес: ақаудан кейін телефондар кодтарды қайта сканерлеуі керек. Бұл қалтаға тек өзіңіз жаза алатындай етіңіз.`,
}
