import type { CliMessages } from '../cli.ts'
import { counter, lister } from '../messages.ts'

const slides = counter('ru', { one: 'слайд', few: 'слайда', many: 'слайдов', other: 'слайда' })
const places = counter('ru', { one: 'место', few: 'места', many: 'мест', other: 'места' })
const decks = counter('ru', { one: 'презентация', few: 'презентации', many: 'презентаций', other: 'презентации' })
const errors = counter('ru', { one: 'ошибка', few: 'ошибки', many: 'ошибок', other: 'ошибки' })
const warnings = counter('ru', {
  one: 'предупреждение',
  few: 'предупреждения',
  many: 'предупреждений',
  other: 'предупреждения',
})
const infos = counter('ru', { one: 'примечание', few: 'примечания', many: 'примечаний', other: 'примечания' })
const repairs = counter('ru', { one: 'исправление', few: 'исправления', many: 'исправлений', other: 'исправления' })
const hidden = counter('ru', { one: 'замечание', few: 'замечания', many: 'замечаний', other: 'замечания' })
const faces = counter('ru', { one: 'начертание', few: 'начертания', many: 'начертаний', other: 'начертания' })
const list = lister('ru', 'conjunction')

const decimal = (n: number, digits: number) => n.toFixed(digits).replace('.', ',')
const size = (bytes: number) =>
  bytes < 999_500
    ? `${Math.ceil(bytes / 1000)} КБ`
    : bytes < 1e9
      ? `${decimal(bytes / 1e6, 1)} МБ`
      : `${decimal(bytes / 1e9, 1)} ГБ`

export const cli: CliMessages = {
  severity: { error: 'ошибка', warning: 'предупреждение', info: 'примечание' },
  slide: (n) => `Слайд ${n}`,
  slides,
  places,
  counts: ({ error, warning, info }) =>
    [error && errors(error), warning && warnings(warning), info && infos(info)].filter(Boolean).join(', ') ||
    'замечаний нет',
  hidden: (n) => `Ещё ${hidden(n)} здесь не показано. Все целиком выводит --json.`,
  size,
  duration: (ms) => `${decimal(ms / 1000, 2)} с`,
  crash: 'Это ошибка в самой программе Korme, а не в вашей презентации. Сообщите о ней, приложив строки ниже.',

  check: {
    fixable: ({ repairs: n, command }) => `Korme может внести в файл ${repairs(n)}: ${command}`,
    fixed: ({ file, repairs: n, copy }) => `${file}: внесено ${repairs(n)}. Прежний файл сохранён как ${copy}.`,
    edit: ({ line, column, before, after }) =>
      before === ''
        ? `строка ${line}, столбец ${column}: добавлено «${after}»`
        : after === ''
          ? `строка ${line}, столбец ${column}: удалено «${before}»`
          : `строка ${line}, столбец ${column}: вместо «${before}» теперь «${after}»`,
    recoded: 'файл теперь в кодировке UTF-8 без метки порядка байтов',
    nothingToFix: (file) => `${file}: исправлять нечего, файл остался прежним.`,
    fixRefused: (file) =>
      `${file}: файл не изменён, потому что исправлять пришлось бы наугад. Сначала исправьте вручную ошибки, показанные выше.`,
  },
  build: {
    progress: ({ done, all, deck }) => `Собирается ${deck} (${done} из ${all})`,
    failed: 'не собрано',
    open: ({ files, address }) =>
      files === 1
        ? `Чтобы открыть, щёлкните по файлу дважды или перейдите по адресу ${address}`
        : `Чтобы открыть, щёлкните дважды по файлам в ${address}`,
    more: (command) => `Место каждого замечания и совет: ${command}`,
  },
  new: {
    written: (file) => `Файл ${file} готов: в нём три слайда для начала.`,
    next: 'Что делать дальше:',
    edit: (file) => `Откройте ${file} в любом текстовом редакторе и впишите свои тексты вместо примеров.`,
  },
  doctor: {
    label: { node: 'Node.js', browser: 'Браузер', fonts: 'Шрифты', output: 'Папка вывода', decks: 'Презентации' },
    nodeOld: ({ version, needed }) =>
      `версия ${version} слишком старая. Установите Node.js ${needed} или новее с сайта nodejs.org.`,
    browser: ({ name, version }) => `${name} ${version}`.trim(),
    fonts: ({ families, faces: n }) => `${list(families)}, ${faces(n)}`,
    fontsMissing: (path) => `не удаётся прочитать ${path}. Установите Korme заново.`,
    output: ({ folder, free }) =>
      free === null ? `в ${folder} можно записывать` : `в ${folder} можно записывать, свободно ${size(free)}`,
    outputFull: ({ folder, free }) => `в ${folder} свободно всего ${size(free)}. Удалите ненужные файлы.`,
    decks: ({ folder, decks: n }) => `${decks(n)} в ${folder}`,
    decksNone: ({ folder, command }) => `в ${folder} пока ни одной. Начните первую: ${command}`,
    ready: 'На этом компьютере есть всё, что нужно Korme.',
    lacking: (n) => `Не хватает: ${n}. Смотрите отмеченные строки выше.`,
  },
  help: {
    tagline: 'Korme превращает презентации в формате JSON в слайды, которые открываются в любом браузере.',
    usage: 'Вызов',
    commands: 'Команды',
    flags: 'Ключи',
    examples: 'Примеры',
    deck: 'ФАЙЛ',
    folder: 'ПАПКА',
    name: 'ИМЯ',
    command: 'КОМАНДА',
    exitCodes:
      'Код завершения: 0 — готово, 1 — в презентации ошибки, 2 — неверный вызов, 3 — на компьютере чего-то не хватает.',
    more: (command) => `Подробнее о команде: ${command}`,
    summary: {
      build: 'Собрать из презентаций слайды для браузера',
      check: 'Показать все ошибки в презентациях: где они и что делать',
      new: 'Начать новую презентацию из трёх слайдов',
      doctor: 'Проверить, всё ли нужное Korme есть на этом компьютере',
      help: 'Показать справку, в том числе по одной команде',
    },
    about: {
      build:
        'Собирает из каждой презентации один файл HTML в папке dist/: он открывается двойным щелчком и не требует сети. Мелкие ошибки исправляются по ходу сборки, и о каждой сообщается; презентация с серьёзными ошибками не собирается. Если ФАЙЛ не указан, собираются все презентации из папки decks/.',
      check:
        'Показывает все ошибки за один раз: место в файле, слайд и что делать. Файл презентации только читается, если не указан ключ --fix. Если ФАЙЛ не указан, проверяются все презентации из папки decks/.',
      new: 'Создаёт файл decks/ИМЯ.json с тремя слайдами для начала. Существующая презентация никогда не перезаписывается.',
      doctor: 'Проверяет Node.js, браузер для PDF, шрифты, папку вывода и презентации и говорит, чего не хватает.',
      help: 'Показывает, что умеет Korme или одна из команд.',
    },
    flag: {
      fix: 'Внести исправления в файл; прежний файл останется рядом как .bak',
      help: 'Показать эту справку',
      json: 'Вывести все замечания одним объектом JSON',
      lang: 'Язык слайдов или все языки сразу (all)',
      messages: 'Язык справки и сообщений',
      'no-notes': 'Не включать заметки докладчика в готовый файл',
      out: 'Папка для готовых файлов вместо dist/',
      quiet: 'Выводить только ошибки',
      root: 'Папка проекта; за её пределами ничего не читается',
      strict: 'Считать предупреждения ошибками',
      'strict-fit': 'Считать ошибкой текст, который продолжается на следующем слайде',
      theme: 'Тема вместо той, что указана в презентации',
      version: 'Показать версию Korme',
    },
  },
}
