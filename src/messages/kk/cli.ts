import type { CliMessages } from '../cli.ts'
import { counter, lister } from '../messages.ts'

// A Kazakh noun keeps its singular after a number.
const slides = counter('kk', { other: 'слайд' })
const places = counter('kk', { other: 'жер' })
const decks = counter('kk', { other: 'презентация' })
const errors = counter('kk', { other: 'қате' })
const warnings = counter('kk', { other: 'ескерту' })
const infos = counter('kk', { other: 'мәлімет' })
const repairs = counter('kk', { other: 'түзету' })
const faces = counter('kk', { other: 'қаріп түрі' })
const list = lister('kk', 'conjunction')

const decimal = (n: number, digits: number) => n.toFixed(digits).replace('.', ',')
const size = (bytes: number) =>
  bytes < 999_500
    ? `${Math.ceil(bytes / 1000)} КБ`
    : bytes < 1e9
      ? `${decimal(bytes / 1e6, 1)} МБ`
      : `${decimal(bytes / 1e9, 1)} ГБ`

export const cli: CliMessages = {
  severity: { error: 'қате', warning: 'ескерту', info: 'мәлімет' },
  slide: (n) => `${n}-слайд`,
  slides,
  places,
  counts: ({ error, warning, info }) =>
    [error && errors(error), warning && warnings(warning), info && infos(info)].filter(Boolean).join(', ') ||
    'ескертпе жоқ',
  hidden: (n) => `Тағы ${n} ескертпе мұнда көрсетілмеді. Барлығын --json шығарады.`,
  size,
  duration: (ms) => `${decimal(ms / 1000, 2)} с`,
  crash: 'Бұл қате презентацияңызда емес, Korme бағдарламасының өзінде. Төмендегі жолдарды қоса жіберіп, хабарлаңыз.',

  check: {
    fixable: ({ repairs: n, command }) => `Korme файлға ${repairs(n)} енгізе алады: ${command}`,
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
  },
  build: {
    progress: ({ done, all, deck }) => `${deck} жиналып жатыр (${done}/${all})`,
    failed: 'жиналмады',
    open: ({ files, address }) =>
      files === 1
        ? `Ашу үшін файлды екі рет шертіңіз немесе мына мекенжайға өтіңіз: ${address}`
        : `Ашу үшін мына қалтадағы файлдарды екі рет шертіңіз: ${address}`,
    more: (command) => `Әр ескертпенің орны мен кеңесі: ${command}`,
  },
  new: {
    written: (file) => `${file} дайын: ішінде бастауға арналған үш слайд бар.`,
    next: 'Енді не істеу керек:',
    edit: (file) => `${file} файлын кез келген мәтін редакторында ашып, үлгілердің орнына өз мәтініңізді жазыңыз.`,
  },
  doctor: {
    label: {
      node: 'Node.js',
      browser: 'Браузер',
      fonts: 'Қаріптер',
      output: 'Шығыс қалтасы',
      decks: 'Презентациялар',
    },
    nodeOld: ({ version, needed }) =>
      `${version} нұсқасы тым ескі. nodejs.org сайтынан Node.js ${needed} немесе одан жаңа нұсқасын орнатыңыз.`,
    browser: ({ name, version }) => `${name} ${version}`.trim(),
    fonts: ({ families, faces: n }) => `${list(families)}, ${faces(n)}`,
    fontsMissing: (path) => `${path} оқылмайды. Korme бағдарламасын қайта орнатыңыз.`,
    output: ({ folder, free }) =>
      free === null ? `${folder} қалтасына жазуға болады` : `${folder} қалтасына жазуға болады, ${size(free)} бос`,
    outputFull: ({ folder, free }) => `${folder} қалтасында небәрі ${size(free)} бос. Керек емес файлдарды жойыңыз.`,
    decks: ({ folder, decks: n }) => `${folder} ішінде ${decks(n)}`,
    decksNone: ({ folder, command }) => `${folder} ішінде әзірге жоқ. Біріншісін бастаңыз: ${command}`,
    ready: 'Бұл компьютерде Korme-ге керектің бәрі бар.',
    lacking: (n) => `Жетіспейтіні: ${n}. Жоғарыда белгіленген жолдарды қараңыз.`,
  },
  help: {
    tagline: 'Korme JSON түрінде жазылған презентацияларды кез келген браузерде ашылатын слайдтарға айналдырады.',
    usage: 'Шақыру',
    commands: 'Командалар',
    flags: 'Кілттер',
    examples: 'Мысалдар',
    deck: 'ФАЙЛ',
    folder: 'ҚАЛТА',
    name: 'АТАУ',
    command: 'КОМАНДА',
    exitCodes:
      'Аяқталу коды: 0 — дайын, 1 — презентацияда қате бар, 2 — дұрыс шақырылмады, 3 — компьютерде бірдеңе жетіспейді.',
    more: (command) => `Команда туралы толығырақ: ${command}`,
    summary: {
      build: 'Презентациялардан браузерге арналған слайдтар жинау',
      check: 'Презентациялардағы барлық қатені көрсету: қай жерде және не істеу керек',
      new: 'Үш слайдтан тұратын жаңа презентация бастау',
      doctor: 'Бұл компьютерде Korme-ге керектің бәрі бар-жоғын тексеру',
      help: 'Анықтаманы көрсету, соның ішінде бір команда бойынша',
    },
    about: {
      build:
        'Әр презентациядан dist/ қалтасына бір HTML файл жинайды: ол екі рет шерткенде ашылады және желіні қажет етпейді. Ұсақ қателер жинау кезінде түзетіліп, әрқайсысы туралы хабарланады; елеулі қатесі бар презентация жиналмайды. ФАЙЛ көрсетілмесе, decks/ қалтасындағы барлық презентация жиналады.',
      check:
        'Барлық қатені бірден көрсетеді: файлдағы орны, слайды және не істеу керегі. --fix кілті берілмесе, презентация файлы тек оқылады. ФАЙЛ көрсетілмесе, decks/ қалтасындағы барлық презентация тексеріледі.',
      new: 'Бастауға арналған үш слайды бар decks/АТАУ.json файлын жасайды. Бұрыннан бар презентацияның үстінен ешқашан жазылмайды.',
      doctor:
        'Node.js, PDF-ке арналған браузер, қаріптер, шығыс қалтасы мен презентацияларды қарап, не жетіспейтінін айтады.',
      help: 'Korme не істей алатынын немесе бір команданың мүмкіндігін көрсетеді.',
    },
    flag: {
      fix: 'Түзетулерді файлға енгізу; бұрынғы файл қасында .bak болып қалады',
      help: 'Осы анықтаманы көрсету',
      json: 'Барлық ескертпені бір JSON нысаны етіп шығару',
      lang: 'Слайдтардың тілі немесе барлық тіл (all)',
      messages: 'Анықтама мен хабарлардың тілі',
      'no-notes': 'Баяндамашының жазбаларын дайын файлға қоспау',
      out: 'dist/ орнына дайын файлдар жазылатын қалта',
      quiet: 'Тек қателерді шығару',
      root: 'Жобаның қалтасы; одан тыс ештеңе оқылмайды',
      strict: 'Ескертулерді қате деп санау',
      'strict-fit': 'Келесі слайдқа жалғасқан мәтінді қате деп санау',
      theme: 'Презентацияда көрсетілгеннің орнына қолданылатын безендіру үлгісі',
      version: 'Korme нұсқасын көрсету',
    },
  },
}
