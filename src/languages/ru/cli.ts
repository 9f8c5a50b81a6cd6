import type { CliMessages } from '../cli-messages.ts'
import { pluralizer } from '../format.ts'
import { and, fixed, size, slides } from './format.ts'
import { help } from './help.ts'
import { relay } from './relay.ts'
import { talkChecks } from './talk-checks.ts'

const pageCount = pluralizer('ru', { one: 'страница', few: 'страницы', many: 'страниц', other: 'страницы' })
const places = pluralizer('ru', { one: 'место', few: 'места', many: 'мест', other: 'места' })
const decks = pluralizer('ru', { one: 'презентация', few: 'презентации', many: 'презентаций', other: 'презентации' })
const errors = pluralizer('ru', { one: 'ошибка', few: 'ошибки', many: 'ошибок', other: 'ошибки' })
const warnings = pluralizer('ru', {
  one: 'предупреждение',
  few: 'предупреждения',
  many: 'предупреждений',
  other: 'предупреждения',
})
const hints = pluralizer('ru', { one: 'совет', few: 'совета', many: 'советов', other: 'совета' })
const repairs = pluralizer('ru', { one: 'исправление', few: 'исправления', many: 'исправлений', other: 'исправления' })
const hidden = pluralizer('ru', { one: 'замечание', few: 'замечания', many: 'замечаний', other: 'замечания' })
const faces = pluralizer('ru', { one: 'начертание', few: 'начертания', many: 'начертаний', other: 'начертания' })

/** Counts slides, and pages if there are more of them. */
const slideCount = (n: number, pages = n) => (pages === n ? slides(n) : `${slides(n)}, ${pageCount(pages)}`)

/** The texts of the command line in Russian. */
export const cli: CliMessages = {
  severity: { error: 'ошибка', warning: 'предупреждение', info: 'совет' },
  slide: (n) => `Слайд ${n}`,
  slides: slideCount,
  places,
  alsoInLines: ({ lines, more }) =>
    lines.length === 1 && more === 0
      ? `Также в строке ${lines[0]}`
      : `Также в строках ${more > 0 ? `${lines.join(', ')} и ещё в ${more}` : and(lines.map(String))}`,
  counts: ({ error, warning, info }) =>
    [error && errors(error), warning && warnings(warning), info && hints(info)].filter(Boolean).join(', ') ||
    'замечаний нет',
  hidden: (n) => `Ещё ${hidden(n)} не показано. Полный список выводит --json.`,
  size,
  duration: (ms) => `${fixed(ms / 1000, 2)} с`,
  crash: 'Это ошибка в самой программе Korme, а не в вашей презентации. Сообщите о ней, приложив строки ниже.',

  check: {
    fixable: ({ repairs: n, files, command }) =>
      `Korme может внести ${repairs(n)} ${files.length === 1 ? `в файл ${files[0]}` : `в файлы (${files.length})`}: ${command}`,
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
    total: ({ good, all, failed }) => `Без ошибок ${good} из ${all}; с ошибками: ${and(failed)}`,
    translations: {
      title: (file) => `${file}: слайды, которые есть не на всех языках презентации`,
      complete: ({ file, langs }) => `${file}: все слайды есть на всех языках презентации (${langs.join(', ')}).`,
      deck: 'Презентация',
      slides: ({ from, to }) => `Слайды ${from}–${to}`,
      more: (n) => `и ещё строк: ${n}`,
      legend:
        '✓ есть все тексты · 2/5 есть два текста из пяти · – нет ни одного. Вместо недостающего текста показан текст на другом языке.',
    },
  },
  build: {
    notesInside: ({ files, command }) =>
      files.length === 1
        ? `Вместе с файлом ${files[0]} вы передаёте и заметки докладчика. Чтобы собрать без них: ${command}`
        : `Вместе с этими файлами вы передаёте и заметки докладчика. Чтобы собрать без них: ${command}`,
    total: ({ good, all, failed }) => `Собрано ${good} из ${all}; не собрано: ${and(failed)}`,
    progress: ({ done, all, deck }) => `Собирается ${deck} (${done} из ${all})`,
    timeLeft: (seconds) =>
      seconds < 60 ? `осталось около ${seconds} с` : `осталось около ${Math.round(seconds / 60)} мин`,
    doneSoFar: ({ done, all, left }) => `Готово документов: ${done} из ${all}${left === null ? '' : `, ${left}`}`,
    outage: ({ server, seconds }) => `${server} не отвечает. Жду до ${seconds} с …`,
    backAgain: 'Сервер снова отвечает.',
    noWorkers: (server) =>
      `Ни один исполнитель не берёт задания с ${server}, поэтому работа пока стоит. Запустите исполнителя на любом компьютере, которому видна папка: npx korme worker --jobs ${server}`,
    withdrawn: (n) => `Остановлено. Снято с очереди заданий: ${n}; начатые исполнители доделают.`,
    slides: ({ done, all, deck }) => `Верстается ${deck}: слайд ${done} из ${all}`,
    pages: ({ done, all, deck }) => `Печатается ${deck}: готово страниц ${done} из ${all}`,
    failed: 'не собрано',
    unchanged: 'без изменений',
    open: (files) =>
      files === 1
        ? 'Чтобы открыть, щёлкните по файлу дважды или перейдите по адресу:'
        : 'Чтобы открыть, щёлкните дважды по файлам в папке:',
    more: (command) => `Где и что исправить: ${command}`,
  },
  serve: {
    watching: ({ decks: n, folder }) =>
      folder === null ? `Слежу за изменениями: ${decks(n)}` : `Слежу за папкой ${folder} (${decks(n)})`,
    moved: ({ port }) => `Порт 4321 занят другой программой, поэтому порт — ${port}.`,
    opened: 'Теперь все в вашей сети могут видеть все презентации вместе с заметками докладчика по этим адресам:',
    waiting: 'Сети пока нет, поэтому другие устройства не подключить. Адреса появятся здесь, как только она будет.',
    noLoop:
      'С --edit флаг --loop не действует: слайд, который правят, не должен уходить. Чтобы слайды шли сами, запустите serve без --edit.',
    editing: (copies) =>
      `Правка включена: всё, что вы меняете в браузере, сразу сохраняется в файл презентации. Перед первой правкой копия файла сохраняется в ${copies}.`,
    pin: 'Чтобы править с другого устройства, откройте на нём адрес и введите PIN:',
    hint: 'Сохраните презентацию, картинку или тему — открытые страницы обновятся сами. Чтобы завершить, нажмите Ctrl-C.',
    ended: 'Завершено.',
  },
  present: {
    title: ({ deck, slides: n, pages }) => `Показ ${deck}, ${slideCount(n, pages)}`,
    speaker: 'Докладчик',
    remote: 'Пульт',
    audience: 'Зрители',
    opened:
      'Подключиться может каждый в вашей сети, кто знает эти адреса. Сообщайте другим только адрес для зрителей: заметки по нему не передаются.',
    closed: (command) => `Подключиться можно только с этого компьютера. Чтобы подключить телефоны: ${command}`,
    noLoop: 'У презентации есть "loop", но во время показа он не действует: слайды меняете вы.',
    same: (network) => `Телефоны должны быть в той же сети (Wi-Fi), что и этот компьютер: ${network}.`,
    typed: 'или наберите в браузере:',
    waiting:
      'Сети пока нет, поэтому телефоны подключить нельзя. Подключите этот компьютер к Wi-Fi или кабелю: коды появятся здесь сами.',
    lost: 'Сеть пропала, и телефоны подключить нельзя. Новые коды появятся здесь, как только сеть будет снова.',
    changed: 'Сеть изменилась. Теперь телефоны подключаются по этим кодам:',
    remoteOnly: {
      closed: (command) => `Пульт подключить пока нельзя. Чтобы подключить телефон как пульт: ${command}`,
      same: (network) => `Телефон-пульт должен быть в той же сети (Wi-Fi), что и этот компьютер: ${network}.`,
      waiting:
        'Этот компьютер пока не в сети, поэтому пульт подключить нельзя. Подключите компьютер к Wi-Fi или кабелю: код появится здесь сам.',
      lost: 'Сеть пропала, и пульт подключить нельзя. Новый код появится здесь, как только сеть будет снова.',
      changed: 'Сеть изменилась. Теперь пульт подключается по этому коду:',
    },
    others: 'Другие сети этого компьютера; выберите одну в окне «Зрители и пульт» или с --network:',
    absent: (network) => `Сети ${network} пока нет. Её коды появятся здесь, как только она будет.`,
    hint: 'Пульт спросит PIN, показанный на странице докладчика.',
    stop: 'Чтобы завершить показ, нажмите Ctrl-C.',
    ended: 'Показ завершён.',
    interrupted: (command) => `Показ прерван. Чтобы продолжить его по тем же адресам: ${command}`,
    resumed: (time) =>
      `Продолжается показ, прерванный в ${time}: адреса, PIN, слайд и время прежние. Страницы, которые ещё открыты, подключатся сами.`,
    resumable: ({ time, command }) =>
      `Показ этой презентации был прерван в ${time}; сейчас начат новый, с другими адресами. Чтобы продолжить тот, завершите этот и введите: ${command}`,
  },
  new: {
    written: (file, n) => `Файл ${file} готов: в нём ${slides(n)} для начала.`,
    next: 'Что делать дальше:',
    edit: (file) =>
      `Откройте ${file} в любом текстовом редакторе и впишите свои тексты вместо примеров. VS Code объясняет поля, пока вы пишете; их список открывает Ctrl+Space.`,
    settingsKept: (file) =>
      `Файл ${file} уже был, он не изменён. Эту презентацию VS Code объясняет и так: для этого в ней есть строка "$schema".`,
    preview: (command) => `Смотрите презентацию в браузере, пока пишете: ${command}`,
    check: (command) => `Проверьте, нет ли ошибок: ${command}`,
    build: (command) => `Соберите файл, который можно передать другим: ${command}`,
  },
  themes: {
    choose: ({ field, command }) => `Укажите тему в презентации: ${field}. Только для одной сборки: ${command}`,
    broken: 'содержит ошибки, они ниже',
  },
  doctor: {
    label: {
      node: 'Node.js',
      browser: 'Браузер',
      fonts: 'Шрифты',
      output: 'Папка для готовых файлов',
      decks: 'Презентации',
    },
    browser: ({ name, version }) => `${name} ${version}`.trim(),
    fonts: ({ families, faces: n }) => `${and(families)}, ${faces(n)}`,
    fontsMissing: (path) => `не удаётся прочитать ${path}. Переустановите Korme.`,
    output: ({ folder, free }) =>
      free === null ? `в ${folder} можно записывать` : `в ${folder} можно записывать, свободно ${size(free)}`,
    outputFull: ({ folder, free }) => `в ${folder} свободно всего ${size(free)}. Удалите ненужные файлы.`,
    decks: ({ folder, decks: n }) => `${decks(n)} в ${folder}`,
    decksNone: ({ folder, command }) => `в ${folder} пока ни одной. Начните первую: ${command}`,
    ready: 'На этом компьютере есть всё, что нужно Korme.',
    lacking: (n) => `Найдено неполадок: ${n}. Смотрите отмеченные строки выше.`,
    talk: talkChecks,
  },
  worker: {
    ready: ({ server, store, atOnce }) =>
      `Беру задания с ${server}, одновременно до ${atOnce}. Презентации и готовые файлы — в ${store}.`,
    hint: 'Чтобы остановить: Ctrl-C или SIGTERM. Начатое будет закончено или вернётся в очередь.',
    done: ({ deck, kind, ms }) => `${deck}: ${kind}, ${fixed(ms / 1000, 2)} с`,
    returned: (deck) => `${deck}: задание возвращено в очередь.`,
    paused: (seconds) => `Этот исполнитель не берёт заданий ${seconds} с, чтобы они достались другим.`,
    stopping: 'Останавливаюсь: новых заданий не беру.',
    ended: 'Остановлено.',
    row: ({ done, failed, sinceMs }) =>
      `сделано ${done}${failed > 0 ? `, не удалось ${failed}` : ''}, работает ${Math.round(sinceMs / 60_000)} мин`,
    idle: 'свободен',
  },
  jobs: {
    waiting: (n) => `Ожидают: ${n}`,
    running: (n) => `Выполняются: ${n}`,
    failed: (n) => `Не удались: ${n}`,
    workers: (n) => `Исполнители: ${n}`,
    retried: (n) => `Возвращено в очередь неудавшихся заданий: ${n}`,
    retry: (command) => `Чтобы повторить неудавшиеся: ${command}`,
    more: (n) => `и ещё ${n}`,
  },
  relay,
  help,
}
