import type { ParseProblem } from '../../model/problems/parse.ts'
import { pluralizer } from '../format.ts'
import type { MessagesOf } from '../messages.ts'
import { and, number, size } from './format.ts'

const lineBreaks = pluralizer('ru', { one: 'перенос строки', few: 'переноса строки', other: 'переносов строки' })
const tabs = pluralizer('ru', { one: 'табуляция', few: 'табуляции', other: 'табуляций' })
const marks = pluralizer('ru', { one: 'кавычка', few: 'кавычки', other: 'кавычек' })
const backslashes = pluralizer('ru', {
  one: 'обратная косая черта',
  few: 'обратные косые черты',
  other: 'обратных косых черт',
})
const blanks = pluralizer('ru', { one: 'особый пробел', few: 'особых пробела', other: 'особых пробелов' })
const bullets = pluralizer('ru', { one: 'маркер списка', few: 'маркера списка', other: 'маркеров списка' })
const characters = pluralizer('ru', { one: 'символ', few: 'символа', other: 'символов' })
const ligatures = pluralizer('ru', { one: 'лигатура', few: 'лигатуры', other: 'лигатур' })
const codes = pluralizer('ru', { one: 'код символа', few: 'кода символов', other: 'кодов символов' })
const invisible = pluralizer('ru', {
  one: 'невидимый символ',
  few: 'невидимых символа',
  other: 'невидимых символов',
})
const controls = pluralizer('ru', {
  one: 'управляющий символ',
  few: 'управляющих символа',
  other: 'управляющих символов',
})
const fullWidth = pluralizer('ru', {
  one: 'широкий знак',
  few: 'широких знака',
  other: 'широких знаков',
})
const conflicts = pluralizer('ru', { one: 'место', few: 'места', other: 'мест' })
/** Whether a count takes the singular of a verb: 1, 21, 31, but not 11. */
const single = (n: number) => n % 10 === 1 && n % 100 !== 11
const objects = pluralizer('ru', { one: 'объект', few: 'объекта', other: 'объектов' })
const letters = pluralizer('ru', { one: 'буква', few: 'буквы', other: 'букв' })
const codePages = { 'windows-1251': 'Windows-1251', 'windows-1252': 'Windows-1252' } as const
const formats = {
  office: 'файл Word, Excel или PowerPoint',
  pdf: 'файл PDF',
  rtf: 'документ RTF',
  image: 'картинка',
} as const

/** What is wrong with the bytes and the JSON of a deck, in Russian. */
export const parse: MessagesOf<ParseProblem> = {
  'file-empty': () => 'Файл пуст. Впишите в него презентацию или начните с заготовки: `npx korme new ИМЯ`.',
  'deck-twin-unused': ({ other }) =>
    `Рядом с этой презентацией лежит файл ${other} почти с тем же именем; он не использован. Удалите ненужный. Windows может скрывать окончание ".txt".`,
  'deck-too-large': ({ sizeBytes, limitBytes }) =>
    `Размер файла — ${size(sizeBytes)}, а допускается не больше ${size(limitBytes)}. Разделите презентацию на несколько.`,
  'file-binary': ({ format }) =>
    `Это не текстовый файл${format ? `, а ${formats[format]}` : ''}. Сохраните презентацию как обычный текст в кодировке UTF-8.`,
  'file-cut': () => 'Файл неполный: его конец потерян. Возьмите полную копию или допишите недостающее.',
  'bom-present': () => 'Файл начинается с невидимой метки BOM, которой в JSON быть не должно. Она пропущена.',
  'encoding-utf16': () => 'Файл записан в кодировке UTF-16 и прочитан в ней. Сохраните его в UTF-8.',
  'encoding-cp1251': () =>
    'Файл записан в кодировке Windows-1251 и прочитан в ней. Казахских букв в ней нет: проверьте текст и сохраните файл в UTF-8.',
  'encoding-kz1048': ({ letters, line }) =>
    `Файл не в UTF-8. В нём, начиная со строки ${line}, есть буквы (${letters}), на месте которых в старой кодировке стоят казахские; если угадывать, текст будет испорчен. Сохраните файл в UTF-8 в той программе, где он создан.`,
  'encoding-cyrillic': ({ encoding }) =>
    `Файл записан в кодировке ${encoding} и прочитан в ней. Казахских букв в ней нет: проверьте текст и сохраните файл в UTF-8.`,
  'encoding-twice': ({ as, text }) =>
    `Какая-то программа прочитала этот файл как ${codePages[as]} вместо UTF-8 и сохранила его испорченным (${text}). Текст восстановлен в точности.`,
  'encoding-garbled': ({ as, text, line }) =>
    `Какая-то программа прочитала этот файл как ${codePages[as]} вместо UTF-8 и сохранила его испорченным, начиная со строки ${line}: ${text}. Часть букв потеряна, поэтому ничего не восстановлено. Возьмите текст из прежней копии и сохраните его в UTF-8.`,
  'letters-lost': ({ text, count }) =>
    `При сохранении в другой кодировке в тексте ${single(count) ? 'потеряна' : 'потеряно'} ${letters(count)}: ${text}. Восстановить ${single(count) ? 'её' : 'их'} нельзя: скопируйте текст из источника ещё раз и сохраните файл в UTF-8.`,
  'encoding-unknown': ({ line }) =>
    `Файл не в UTF-8: начиная со строки ${line} его буквы прочитать нельзя. Сохраните файл в UTF-8 в той программе, где он создан.`,
  'json-missing': ({ line }) =>
    line === null
      ? 'Это не презентация: она начинается со скобки { и состоит из имён и значений. Заготовку создаст команда `npx korme new ИМЯ`.'
      : `Файл начинается не с презентации; похоже, она начинается на строке ${line}. Уберите текст до и после неё.`,
  'depth-exceeded': ({ limit }) =>
    `Здесь скобки вложены глубже ${limit} уровней, а презентации столько не нужно. Уберите лишние скобки.`,
  'comma-missing': () => 'Здесь не хватает запятой. Она добавлена.',
  'comma-trailing': ({ found }) =>
    found === ','
      ? 'После последнего элемента запятая не нужна. Она убрана.'
      : `После последнего элемента знак «${found}» не нужен. Он убран.`,
  'mark-after-end': ({ found }) => `После последней скобки презентации ничего быть не должно. Знак «${found}» убран.`,
  'comma-extra': () => 'Здесь лишняя запятая. Она убрана.',
  'comma-mistyped': ({ found }) => `Здесь стоит «${found}», а нужна запятая. Знак заменён.`,
  'colon-missing': ({ key }) => `После "${key}" нет двоеточия. Напишите "${key}": и затем значение.`,
  'colon-mistyped': ({ found }) => `Здесь стоит «${found}», а нужно двоеточие. Знак заменён.`,
  'punctuation-full-width': ({ found, count }) =>
    `В файле ${fullWidth(count)} (${and(found)}) с восточноазиатской клавиатуры. Заменено обычной пунктуацией JSON.`,
  'decimal-comma': ({ written, meant, repaired }) =>
    repaired
      ? `В JSON дробь пишется через точку, а не через запятую: ${written} прочитано как ${meant}.`
      : `В JSON запятая не входит в число: ${written} можно прочитать по-разному. Дробь запишите как ${meant}, а текст возьмите в кавычки.`,
  'number-impossible': ({ text }) => `Значения ${text} в JSON нет. Напишите число, а если его нет, поставьте "".`,
  'literal-foreign': ({ found, meant }) =>
    meant === 'empty'
      ? `Значения ${found} в JSON нет. Оно прочитано как пустое.`
      : `Значения ${found} в JSON нет. Оно заменено на ${meant}.`,
  'merge-conflict': ({ count }) =>
    `Две версии файла не объединены (${conflicts(count)}). Между <<<<<<< и >>>>>>> оставьте нужную версию, а другую и сами метки удалите.`,
  'value-missing': ({ key }) =>
    key === null
      ? 'Здесь нет значения. Впишите его, а если значения нет, поставьте "".'
      : `У "${key}" нет значения. Впишите его, а если значения нет, поставьте "".`,
  'value-unquoted': ({ text }) => `Возьмите это значение в кавычки: ${text}`,
  'value-foreign': ({ text }) =>
    `Такого значения в JSON не бывает. Напишите текст в кавычках, число, true, false, список в [ ] или объект в { } либо уберите это: ${text}`,
  'number-malformed': ({ text }) =>
    `${text} — не число по правилам JSON. Пишите 7 или 2.5 либо возьмите запись в кавычки как текст.`,
  'key-unquoted': ({ key }) => `Имя ${key} стоит без кавычек. Они добавлены.`,
  'bracket-missing': ({ brackets }) => `Здесь не хватает скобки: ${brackets}. Она добавлена.`,
  'bracket-unclosed': ({ bracket }) =>
    `До этого места не закрыта скобка ${bracket}. Поставьте ${bracket === '{' ? '}' : ']'} там, где кончается её содержимое.`,
  'bracket-unopened': ({ bracket }) =>
    `Перед этим именем нет скобки ${bracket}. Поставьте её там, где начинается слайд или объект.`,
  'bracket-extra': ({ bracket, removed }) =>
    `Скобка ${bracket} здесь ничего не закрывает. ${removed ? 'Она лишняя и убрана.' : 'Она лишняя, её нужно убрать.'}`,
  'text-unexpected': ({ text }) =>
    `Здесь должно стоять имя в кавычках и двоеточие, а стоит: ${text}. Возможно, пропущены кавычки или запятая перед этим местом.`,
  'text-after-end': ({ text }) =>
    `Презентация уже закончилась, и этот текст после неё пропал бы: ${text}. Возможно, перед ним лишняя скобка.`,
  'text-around-deck': ({ text, first, last }) =>
    `Презентация занимает ${first === last ? `строку ${first}` : `строки ${first}–${last}`}. Текст вокруг неё не взят: ${text}`,
  'objects-unlisted': ({ count }) =>
    `${objects(count)} в { } ${single(count) ? 'стоит' : 'стоят'} друг за другом, не вложенные в презентацию. Они прочитаны как её слайды: { "content": [ … ] }.`,
  'deck-second': ({ last, next }) =>
    `Презентация кончается на строке ${last}, а на строке ${next} начинается ещё одна скобка { или [, и написанное там пропало бы. Соберите все слайды в один список "content": [ … ] через запятую или сохраните каждую презентацию в своём файле.`,
  'comment-present': ({ text }) =>
    `Комментарии в JSON писать нельзя, этот пропущен: ${text}. То, что должен видеть докладчик, пишите в "notes".`,
  'comment-unclosed': () => 'Комментарий начинается с /* и нигде не кончается. Закройте его знаками */ или уберите.',
  'space-special': ({ codePoints, count }) =>
    single(count)
      ? `Между элементами стоит ${blanks(count)} (${and(codePoints)}): такой оставляют Word и веб-страницы. Вместо него поставлен обычный.`
      : `Между элементами стоят ${blanks(count)} (${and(codePoints)}): такие оставляют Word и веб-страницы. Вместо них поставлены обычные.`,
  'repair-uncertain': () =>
    'Это место можно прочитать по-разному, поэтому ничего не исправлено. Поправьте ошибки рядом с ним вручную.',
  'mistakes-too-many': ({ limit }) =>
    `До этого места уже ${number(limit)} замечаний, дальше файл не читался. Презентация ли это?`,
  'values-too-many': ({ limit }) =>
    `До этого места уже ${number(limit)} текстов, чисел и списков: больше, чем бывает в презентации. Дальше файл не читался. Презентация ли это?`,
  'text-characters-too-many': ({ characters, limit }) =>
    `Знаков в этом тексте — ${number(characters)}, а на одном слайде допускается не больше ${number(limit)}. Разделите его на несколько слайдов.`,
  'quote-typographic': ({ quote }) =>
    `Здесь стоит ${quote}, а в JSON нужна прямая кавычка ("). Кавычки вокруг этого текста заменены.`,
  'quote-single': () => "В JSON нужны двойные кавычки, а не '. Кавычки вокруг этого текста заменены.",
  'quote-missing': () => 'У этого текста нет закрывающей кавычки. Поставьте " там, где он кончается.',
  'quote-inside-text': ({ count }) =>
    `${marks(count)} внутри текста ${single(count) ? 'оборвала' : 'оборвали'} бы его раньше времени. Записано как \\"; можно также писать « ».`,
  'quote-ambiguous': () =>
    'Непонятно, какая кавычка закрывает этот текст. Кавычки внутри него пишите как « » или как \\".',
  'text-concatenated': ({ sign }) =>
    `В JSON тексты не соединяют знаком «${sign}». Запишите их одним текстом в одной паре кавычек.`,
  'line-break-unescaped': ({ count }) =>
    `Внутри текста ${lineBreaks(count)}, а в JSON перенос пишется как \\n. Заменено, строки текста остались как были.`,
  'tab-unescaped': ({ count }) => `Внутри текста ${tabs(count)}, а в JSON табуляция пишется как \\t. Заменено.`,
  'escape-needless': ({ count }) => `Перед апострофом обратная косая черта не нужна. Убрано: ${backslashes(count)}.`,
  'escape-unknown': ({ text }) =>
    `Сочетания ${text} в JSON нет. Если нужна сама обратная косая черта, удвойте её (\\\\); в путях пишите /.`,
  'path-backslash': ({ path }) =>
    `Обратные косые черты в ${path} будут прочитаны иначе (\\n — как перенос строки). Пишите вместо них / или удвойте каждую.`,
  'bullet-private-use': ({ codePoints, count }) =>
    `Из Word ${single(count) ? 'остался' : 'осталось'} ${bullets(count)} (${and(codePoints)}). В других шрифтах такого знака нет, поэтому вместо ${single(count) ? 'него' : 'них'} ${single(count) ? 'стоит обычный маркер' : 'стоят обычные маркеры'}.`,
  'bullet-letter': ({ marks, count }) =>
    `Из Word ${single(count) ? 'остался' : 'осталось'} ${bullets(count)}, без своего шрифта ${single(count) ? 'он стал буквой' : 'они стали буквами'} (${marks.join(' ')}). Вместо ${single(count) ? 'него' : 'них'} ${single(count) ? 'стоит обычный маркер' : 'стоят обычные маркеры'}.`,
  'symbol-private-use': ({ codePoints, signs, count }) =>
    `В тексте ${characters(count)} (${and(codePoints)}) шрифта Wingdings или Symbol. В других шрифтах ${single(count) ? 'его' : 'их'} нет, поэтому вместо ${single(count) ? 'него' : 'них'} стоит ${and(signs)}.`,
  'character-private-use': ({ codePoints, count }) =>
    `В тексте ${characters(count)} (${and(codePoints)}) из особого шрифта. Без этого шрифта ${single(count) ? 'его' : 'их'} не показать, поэтому на слайде ${single(count) ? 'его' : 'их'} нет. Проверьте, не пропал ли в тексте знак.`,
  'character-invisible': ({ codePoints, count }) =>
    `Из текста ${single(count) ? 'убран' : 'убрано'} ${invisible(count)} (${and(codePoints)}): мягкие переносы и подобные знаки на слайде не нужны.`,
  'character-ligature': ({ codePoints, count }) =>
    `${ligatures(count)} (${and(codePoints)}) из текста PDF ${single(count) ? 'заменена' : 'заменены'} отдельными буквами.`,
  'character-control': ({ codePoints, count }) =>
    `Из текста ${single(count) ? 'убран' : 'убрано'} ${controls(count)} (${and(codePoints)}): на слайде такие показать нельзя.`,
  'character-encoded': ({ found, count }) =>
    `${codes(count)} из другой программы (${found.join(' ')}) ${single(count) ? 'прочитан как символ, который он обозначает' : 'прочитаны как символы, которые они обозначают'}.`,
  'line-break-special': ({ codePoints, count }) =>
    `В тексте ${lineBreaks(count)} особого вида (${and(codePoints)}). Заменено обычным переносом.`,
  'line-break-windows': ({ count }) => `В тексте ${lineBreaks(count)} в виде Windows (\\r\\n). Прочитано как \\n.`,
  'line-joined': ({ words, count }) =>
    `${single(count) ? 'Убран' : 'Убрано'} ${lineBreaks(count)} посреди предложения или слова, как в тексте из PDF: ${words.join(', ')}${count > words.length ? ' …' : ''}`,
  'number-torn': ({ numbers }) =>
    numbers.length === 1
      ? `Номер ${numbers[0]}. стоял в конце строки, оторванный от своего заголовка на следующей. Он поставлен перед заголовком.`
      : `Номера ${and(numbers.map((n) => `${n}.`))} стояли в конце строк, оторванные от своих заголовков. Они поставлены перед заголовками.`,
}
