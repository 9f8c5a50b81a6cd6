import type { CliMessages } from '../cli-messages.ts'
import { pluralizer } from '../format.ts'
import { and, fixed, number, size } from './format.ts'
import { help } from './help.ts'
import { relay } from './relay.ts'
import { talkChecks } from './talk-checks.ts'

// A Kazakh noun keeps its singular after a number.
const slides = pluralizer('kk', { other: 'слайд' })
const pageCount = pluralizer('kk', { other: 'бет' })
const places = pluralizer('kk', { other: 'жер' })
const decks = pluralizer('kk', { other: 'презентация' })
const errors = pluralizer('kk', { other: 'қате' })
const warnings = pluralizer('kk', { other: 'ескерту' })
const hints = pluralizer('kk', { other: 'кеңес' })
const repairs = pluralizer('kk', { other: 'түзету' })
const faces = pluralizer('kk', { other: 'қаріп түрі' })

/** Counts slides, and pages if there are more of them. */
const slideCount = (n: number, pages = n) => (pages === n ? slides(n) : `${slides(n)}, ${pageCount(pages)}`)

/** The texts of the command line in Kazakh. */
export const cli: CliMessages = {
  severity: { error: 'қате', warning: 'ескерту', info: 'кеңес' },
  slide: (n) => `${n}-слайд`,
  slides: slideCount,
  places,
  alsoInLines: ({ lines, more }) =>
    lines.length === 1 && more === 0
      ? `Сондай-ақ ${lines[0]}-жолда`
      : `Сондай-ақ мына жолдарда: ${more > 0 ? `${lines.join(', ')} және тағы ${more} жолда` : and(lines.map(String))}`,
  counts: ({ error, warning, info }) =>
    [error && errors(error), warning && warnings(warning), info && hints(info)].filter(Boolean).join(', ') ||
    'бәрі дұрыс',
  hidden: (n) => `Тағы ${number(n)} хабар мұнда көрсетілмеді. Барлығын --json шығарады.`,
  size,
  duration: (ms) => `${fixed(ms / 1000, 2)} с`,
  crash: 'Бұл қате презентацияңызда емес, Korme бағдарламасының өзінде. Төмендегі жолдарды қоса жіберіп, хабарлаңыз.',

  check: {
    fixable: ({ repairs: n, files, command }) =>
      `Korme ${files.length === 1 ? `${files[0]} файлына` : `${files.length} файлға`} ${repairs(n)} енгізе алады: ${command}`,
    fixed: ({ file, repairs: n, copy }) => `${file}: ${repairs(n)} енгізілді. Бұрынғы файл ${copy} болып сақталды.`,
    edit: ({ line, column, before, after }) =>
      before === ''
        ? `${line}-жол, ${column}-баған: «${after}» қосылды`
        : after === ''
          ? `${line}-жол, ${column}-баған: «${before}» алып тасталды`
          : `${line}-жол, ${column}-баған: «${before}» орнына «${after}» жазылды`,
    recoded: 'файл енді байт ретінің белгісі жоқ UTF-8 кодтауында',
    nothingToFix: (file) => `${file}: түзететін ештеңе жоқ, файл өзгеріссіз қалды.`,
    fixRefused: (file) =>
      `${file}: файл өзгертілген жоқ, өйткені болжап түзетуге тура келер еді. Алдымен жоғарыда көрсетілген қателерді қолмен түзетіңіз.`,
    total: ({ good, all, failed }) => `Барлығы ${all} презентация, қатесіз: ${good}; қатесі бар: ${and(failed)}`,
    translations: {
      title: (file) => `${file}: кейбір тілдегі мәтіні жоқ слайдтар`,
      complete: ({ file, langs }) =>
        `${file}: барлық слайд презентацияның барлық тілінде жазылған (${langs.join(', ')}).`,
      deck: 'Презентация',
      slides: ({ from, to }) => `${from}–${to}-слайдтар`,
      more: (n) => `және тағы ${n} жол`,
      legend:
        '✓ мәтіннің бәрі бар · 2/5 бес мәтіннің екеуі бар · – бірде-біреуі жоқ. Жоқ мәтіннің орнына басқа тілдегісі көрсетіледі.',
    },
  },
  build: {
    notesInside: ({ files, command }) =>
      files.length === 1
        ? `${files[0]} файлын алған адам баяндамашының жазбаларын да алады. Оларсыз жасау үшін: ${command}`
        : `Бұл файлдарды алған адам баяндамашының жазбаларын да алады. Оларсыз жасау үшін: ${command}`,
    total: ({ good, all, failed }) => `Барлығы ${all} презентация, жасалғаны: ${good}; жасалмағаны: ${and(failed)}`,
    progress: ({ done, all, deck }) => `${deck} жасалып жатыр (${done}/${all})`,
    timeLeft: (seconds) =>
      seconds < 60 ? `шамамен ${seconds} с қалды` : `шамамен ${Math.round(seconds / 60)} мин қалды`,
    doneSoFar: ({ done, all, left }) => `Дайын құжат: ${all} ішінен ${done}${left === null ? '' : `, ${left}`}`,
    outage: ({ server, seconds }) => `${server} жауап бермейді. Ең көбі ${seconds} с күтемін …`,
    backAgain: 'Сервер қайта жауап берді.',
    noWorkers: (server) =>
      `${server} серверінен тапсырма алатын орындаушы жоқ, сондықтан жұмыс әзірге тоқтап тұр. Қалта көрінетін кез келген компьютерде орындаушыны іске қосыңыз: npx korme worker --jobs ${server}`,
    withdrawn: (n) => `Тоқтатылды. Кезектен алынған тапсырма: ${n}; басталғандарын орындаушылар аяқтайды.`,
    slides: ({ done, all, deck }) => `${deck} беттелуде: ${done}/${all} слайд`,
    pages: ({ done, all, deck }) => `${deck} басып шығарылып жатыр: ${all} беттің ${done} беті дайын`,
    failed: 'жасалмады',
    unchanged: 'өзгеріссіз',
    open: (files) =>
      files === 1
        ? 'Ашу үшін файлды екі рет шертіңіз немесе мына мекенжайға өтіңіз:'
        : 'Ашу үшін мына қалтадағы файлдарды екі рет шертіңіз:',
    more: (command) => `Әрқайсысы қай жерде, не істеу керек: ${command}`,
  },
  serve: {
    watching: ({ decks: n, folder }) =>
      folder === null
        ? `${decks(n)} файлындағы өзгерістерді бақылап тұрмын`
        : `${folder} қалтасындағы өзгерістерді бақылап тұрмын (${decks(n)})`,
    moved: ({ port }) => `4321 портын басқа бағдарлама алып тұр, сондықтан порт — ${port}.`,
    opened:
      'Енді желіңіздегі кез келген адам барлық презентацияны баяндамашының жазбаларымен бірге мына мекенжайлардан көре алады:',
    waiting:
      'Әзірге желі жоқ, сондықтан басқа құрылғылар қосыла алмайды. Желі пайда болғанда мекенжайлар осы жерге шығады.',
    noLoop:
      '--edit қосулы кезде --loop әсер етпейді: өңделіп жатқан слайд ауыспауы керек. Слайдтар өздігінен ауысуы үшін serve командасын --edit параметрінсіз іске қосыңыз.',
    editing: (copies) =>
      `Өңдеу қосулы: браузерде өзгерткеніңіз презентация файлына бірден сақталады. Алғашқы өзгерістің алдында файлдың көшірмесі ${copies} қалтасына салынады.`,
    pin: 'Басқа құрылғыда өңдеу үшін мекенжайды сонда ашып, PIN кодын теріңіз:',
    hint: 'Презентацияны, суретті не безендіру үлгісін сақтасаңыз, ашық беттер өздігінен жаңарады. Аяқтау үшін Ctrl-C басыңыз.',
    ended: 'Аяқталды.',
  },
  present: {
    title: ({ deck, slides: n, pages }) => `${deck} көрсетіліп жатыр, ${slideCount(n, pages)}`,
    speaker: 'Баяндамашы',
    remote: 'Пульт',
    audience: 'Көрермендер',
    opened:
      'Желіңізде осы мекенжайларды білетін кез келген адам қосыла алады. Басқаларға тек көрермендер мекенжайын беріңіз: ол арқылы жазбалар жіберілмейді.',
    closed: (command) => `Тек осы компьютерден қосылуға болады. Телефондарды қосу үшін: ${command}`,
    noLoop: 'Презентацияда "loop" бар, бірақ көрсету кезінде ол әсер етпейді: слайдтарды өзіңіз ауыстырасыз.',
    same: (network) => `Телефондар осы компьютермен бір желіде (Wi-Fi) болуы керек: ${network}.`,
    typed: 'немесе браузерде теріңіз:',
    waiting:
      'Әзірге желі жоқ, сондықтан телефондарды қосу мүмкін емес. Осы компьютерді Wi-Fi желісіне не кабельге қосыңыз: кодтар осы жерде өздігінен шығады.',
    lost: 'Желі жоғалды, телефондар қосыла алмайды. Желі қайта пайда болғанда жаңа кодтар осы жерге шығады.',
    changed: 'Желі өзгерді. Енді телефондар мына кодтар арқылы қосылады:',
    remoteOnly: {
      closed: (command) => `Пульт әзірге қосыла алмайды. Телефонды пульт ретінде қосу үшін: ${command}`,
      same: (network) => `Пульт болатын телефон осы компьютермен бір желіде (Wi-Fi) болуы керек: ${network}.`,
      waiting:
        'Осы компьютер әзірге желіде емес, сондықтан пульт қосыла алмайды. Оны Wi-Fi желісіне не кабельге қосыңыз: код осы жерде өздігінен шығады.',
      lost: 'Желі жоғалды, пульт қосыла алмайды. Желі қайта пайда болғанда жаңа код осы жерге шығады.',
      changed: 'Желі өзгерді. Енді пульт мына код арқылы қосылады:',
    },
    others:
      'Осы компьютердің басқа желілері; біреуін «Көрермендер және пульт» терезесінде не --network арқылы таңдаңыз:',
    absent: (network) => `${network} желісі әзірге жоқ. Ол пайда болғанда кодтары осы жерге шығады.`,
    hint: 'Пульт PIN кодын сұрайды, ол баяндамашы бетінде көрсетілген.',
    stop: 'Көрсетуді аяқтау үшін Ctrl-C басыңыз.',
    ended: 'Көрсету аяқталды.',
    interrupted: (command) => `Көрсетілім үзілді. Оны сол мекенжайлармен жалғастыру үшін: ${command}`,
    resumed: (time) =>
      `Сағат ${time} шамасында үзілген көрсетілім жалғасып жатыр: мекенжайлар, PIN коды, слайд пен уақыт бұрынғыдай. Әлі ашық тұрған беттер өздігінен қосылады.`,
    resumable: ({ time, command }) =>
      `Осы презентацияның көрсетілімі сағат ${time} шамасында үзілген; қазір басқа мекенжайлары бар жаңасы басталды. Үзілгенін жалғастыру үшін мұны аяқтап, мына команданы теріңіз: ${command}`,
  },
  new: {
    written: (file, slides) => `${file} дайын: ішінде бастауға арналған ${slides} слайд бар.`,
    next: 'Енді не істеу керек:',
    edit: (file) =>
      `${file} файлын кез келген мәтін редакторында ашып, үлгілердің орнына өз мәтініңізді жазыңыз. Жазып отырғанда VS Code өрістерді түсіндіреді; тізімін Ctrl+Space ашады.`,
    settingsKept: (file) =>
      `${file} бұрыннан бар, ол өзгертілген жоқ. VS Code бұл презентацияны бәрібір түсіндіреді: оған "$schema" жолы жеткілікті.`,
    preview: (command) => `Жазып отырып, браузерден қараңыз: ${command}`,
    check: (command) => `Қатесі бар-жоғын тексеріңіз: ${command}`,
    build: (command) => `Басқаларға беретін файлды жасаңыз: ${command}`,
  },
  themes: {
    choose: ({ field, command }) => `Үлгіні презентацияда көрсетіңіз: ${field}. Бір рет қана қолдану үшін: ${command}`,
    broken: 'қатесі бар, төменде көрсетілген',
  },
  doctor: {
    label: {
      node: 'Node.js',
      browser: 'Браузер',
      fonts: 'Қаріптер',
      output: 'Дайын файлдар қалтасы',
      decks: 'Презентациялар',
    },
    browser: ({ name, version }) => `${name} ${version}`.trim(),
    fonts: ({ families, faces: n }) => `${and(families)}, ${faces(n)}`,
    fontsMissing: (path) => `${path} оқылмайды. Korme бағдарламасын қайта орнатыңыз.`,
    output: ({ folder, free }) =>
      free === null ? `${folder} қалтасына жазуға болады` : `${folder} қалтасына жазуға болады, ${size(free)} бос`,
    outputFull: ({ folder, free }) => `${folder} қалтасында небәрі ${size(free)} бос. Керек емес файлдарды жойыңыз.`,
    decks: ({ folder, decks: n }) => `${folder} қалтасында ${decks(n)}`,
    decksNone: ({ folder, command }) => `${folder} қалтасында әзірге жоқ. Біріншісін жасаңыз: ${command}`,
    ready: 'Бұл компьютерде Korme-ге керектің бәрі бар.',
    lacking: (n) => `Анықталған кемшілік: ${n}. Жоғарыда белгіленген жолдарды қараңыз.`,
    talk: talkChecks,
  },
  worker: {
    ready: ({ server, store, atOnce }) =>
      `Тапсырмаларды ${server} серверінен аламын, бір мезгілде ең көбі — ${atOnce}. Презентациялар мен дайын файлдар: ${store}.`,
    hint: 'Тоқтату үшін: Ctrl-C немесе SIGTERM. Басталған жұмыс аяқталады не кезекке қайтарылады.',
    done: ({ deck, kind, ms }) => `${deck}: ${kind}, ${fixed(ms / 1000, 2)} с`,
    returned: (deck) => `${deck}: тапсырма кезекке қайтарылды.`,
    paused: (seconds) => `Тапсырмалар басқаларға тиюі үшін бұл орындаушы ${seconds} с бойы тапсырма алмайды.`,
    stopping: 'Тоқтап жатырмын: жаңа тапсырма алынбайды.',
    ended: 'Тоқтады.',
    row: ({ done, failed, sinceMs }) =>
      `жасалғаны ${done}${failed > 0 ? `, жасалмағаны ${failed}` : ''}, жұмыс істегеніне ${Math.round(sinceMs / 60_000)} мин болды`,
    idle: 'бос',
  },
  jobs: {
    waiting: (n) => `Күтіп тұрғаны: ${n}`,
    running: (n) => `Орындалып жатқаны: ${n}`,
    failed: (n) => `Орындалмағаны: ${n}`,
    workers: (n) => `Орындаушылар: ${n}`,
    retried: (n) => `Кезекке қайтарылған тапсырма: ${n}`,
    retry: (command) => `Орындалмағандарын қайталау үшін: ${command}`,
    more: (n) => `тағы ${n}`,
  },
  relay,
  help,
}
