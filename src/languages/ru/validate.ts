import type { Actual, Expected, ValidateProblem } from '../../model/problems/validate.ts'
import { inLanguages, languageName, pluralizer } from '../format.ts'
import type { MessagesOf } from '../messages.ts'
import { number, or, slides } from './format.ts'

const pictures = pluralizer('ru', { one: 'картинка', few: 'картинки', many: 'картинок', other: 'картинки' })
const items = pluralizer('ru', { one: 'элемент', few: 'элемента', many: 'элементов', other: 'элемента' })

const expectations: Record<Expected, string> = {
  text: 'текст в кавычках',
  number: 'число',
  count: 'целое число',
  flag: 'true или false',
  list: 'список в [ ]',
  object: 'объект в { }',
  slides: 'слайды в { }',
  path: 'путь к файлу в кавычках',
  address: 'файл или адрес в кавычках',
  place: 'название места в кавычках',
  color: 'цвет, например "#1a5f7a"',
  focus: 'точку, например "left top" или "50% 20%"',
  pair: 'два числа: [широта, долгота]',
  box: 'четыре числа: [запад, юг, восток, север]',
}
const actuals: Record<Actual, string> = {
  text: 'текст',
  number: 'число',
  flag: 'true или false',
  nothing: 'пустое значение (null)',
  list: 'список',
  object: 'объект',
}
const expect = (kinds: readonly Expected[]) => or(kinds.map((kind) => expectations[kind]))
const seen = (actual: Actual, value: string | null) => (value === null ? actuals[actual] : `«${value}»`)

/** What is wrong with the fields and values of a deck, in Russian. */
export const validate: MessagesOf<ValidateProblem> = {
  'deck-not-object': ({ actual }) =>
    `Презентация — это объект в { } со списком слайдов "content", а в этом файле ${actuals[actual]}.`,
  'content-bare': ({ slides: n }) =>
    `В файле только список (${slides(n)}) без самой презентации; он прочитан как { "content": [ … ] }.`,
  'deck-wrapped': ({ field }) => `Презентация стоит внутри "${field}": { … }; она прочитана без этой обёртки.`,
  'content-missing': () => 'В презентации нет слайдов. Поместите их в "content": [ { "title": "…", "text": "…" } ].',
  'content-not-list': ({ slides: n }) =>
    `Слайды в "content" не заключены в [ ]; прочитано: ${slides(n)}. Напишите "content": [ … ].`,
  'slides-too-many': ({ slides: n, limit }) =>
    `В презентации ${slides(n)}, а предел — ${number(limit)}. Разделите её на несколько файлов.`,
  'slide-characters-too-many': ({ characters, limit }) =>
    `Всего знаков в этих текстах — ${number(characters)}, а на одном слайде допускается не больше ${number(limit)}. Здесь начинается самый длинный из них. Разделите его на несколько слайдов.`,
  'slide-lines-too-many': ({ lines, limit }) =>
    `Всего строк в этих текстах — ${number(lines)}, а на одном слайде допускается не больше ${number(limit)}. Здесь начинается самый длинный текст. Разделите его на несколько слайдов.`,
  'field-unknown': ({ field, nearest, text, known }) => {
    const shown = text === null ? 'Его значение не показано' : `Его текст не показан: «${text}»`
    return nearest
      ? `Здесь нет такого поля: "${field}". ${shown}. Возможно, вы имели в виду "${nearest}"?`
      : text === null
        ? `Здесь нет такого поля: "${field}". ${shown}. Уберите его или посмотрите список полей в docs/format.md.`
        : `Здесь нет такого поля: "${field}". ${shown}. ${known.includes('notes') ? 'Перенесите текст в поле, которое показывается (например, "text"), или в "notes"' : `Возможные поля: ${or(known)}`}; если это пометка для себя, назовите поле "_${field}".`
  },
  'field-misspelt': ({ field, meant, fault }) => {
    if (fault === 'cyrillic')
      return `В имени "${field}" есть кириллические буквы, похожие на латинские; поле прочитано как "${meant}". Наберите имя заново латиницей.`
    return fault === 'blank'
      ? `В имени "${meant}" есть пробел или невидимый символ; оно прочитано без него. Наберите имя заново.`
      : `Поле "${field}" прочитано как "${meant}". Так и напишите.`
  },
  'field-annotation': ({ field }) =>
    `Поле "${field}" принято за пометку авторов для себя и не показано. То, что должен видеть докладчик, пишите в "notes".`,
  'text-wrapped': ({ field }) => `На месте текста стоит объект { "${field}": … }; прочитан сам текст из него.`,
  'languages-outside': ({ field, langs, merging }) =>
    merging === 'items'
      ? `В "${field}" языки стоят вокруг списка или вокруг полей, а не у самих текстов. То, что в каждом языке стоит на одном и том же месте, соединено, поэтому у каждого текста есть свои языки. Лучше писать языки у текстов: ${inLanguages(langs)}.`
      : `В "${field}" языки стоят вокруг списков. Каждый список прочитан как строки одного текста на своём языке. Лучше написать на каждом языке один текст, а между строками поставить \\n: ${inLanguages(langs)}.`,
  'languages-unmatched': ({ field, langs, inner, reason }) =>
    reason === 'items'
      ? `"${field}" не показано: на разных языках в списках разное число элементов${inner === field ? '' : ` (см. "${inner}")`}, и неясно, что чему соответствует. Запишите один список, а языки укажите у каждого текста: ${inLanguages(langs)}.`
      : reason === 'kinds'
        ? `"${field}" не показано: ${inner === field ? 'оно' : `поле "${inner}" в нём`} на разных языках записано по-разному, например на одном списком, а на другом полями. Запишите его на всех языках одинаково или один раз, а языки укажите у каждого текста: ${inLanguages(langs)}.`
        : `"${field}" не показано: значение "${inner}" одно для всех языков презентации, а здесь на разных языках оно разное. Запишите его один раз; языки бывают только у текстов: ${inLanguages(langs)}.`,
  'field-repeated': ({ field }) =>
    `Поле "${field}" записано дважды. Ничего не потеряно, но одну из двух записей лучше убрать.`,
  'field-duplicate': ({ field, inSlide }) =>
    inSlide
      ? `Поле "${field}" записано в этом слайде дважды с разными значениями, а показать можно только одно. Если здесь начинается новый слайд, поставьте перед ним }, {; если нет, уберите лишнее.`
      : `Поле "${field}" записано дважды с разными значениями, а использовать можно только одно. Уберите лишнее.`,
  'value-wrong': ({ field, expected, actual, value }) =>
    `Поле "${field}" принимает: ${expect(expected)}; записано: ${seen(actual, value)}. Показать это нельзя, исправьте значение.`,
  'decimals-split': ({ field, numbers }) =>
    `Чисел в списке "${field}" — ${numbers.length} (${numbers.join(', ')}), а координат две: [широта, долгота]. Запятая в списке всегда разделяет числа; дроби пишите через точку, например [51.16, 71.43].`,
  'setting-wrong': ({ field, expected, actual, value }) =>
    `Поле "${field}" принимает: ${expect(expected)}; записано: ${seen(actual, value)}. Эта настройка пропущена.`,
  'value-misspelt': ({ field, value, meant }) =>
    `Значение «${value}» поля "${field}" прочитано как "${meant}". Напишите именно так.`,
  'value-unknown': ({ field, value, nearest, known }) =>
    nearest
      ? `Поле "${field}" не принимает значение «${value}», оно пропущено. Возможно, вы имели в виду «${nearest}»?`
      : `Поле "${field}" не принимает значение «${value}», оно пропущено. Возможные значения: ${or(known)}.`,
  'value-out-of-range': ({ field, value, min, max }) =>
    max === null
      ? `Поле "${field}" не принимает значение ${value}, оно пропущено. Нужно число не меньше ${min}.`
      : `Поле "${field}" не принимает значение ${value}, оно пропущено. Нужно число от ${min} до ${max}.`,
  'number-inexact': ({ field }) =>
    `Число в поле "${field}" потеряло бы цифры. Возьмите его в кавычки, и оно будет показано так, как вы его написали.`,
  'lang-unknown': ({ lang, known }) =>
    `Язык «${lang}» не поддерживается, значение пропущено. Возможные языки: ${or(known)}.`,
  'lang-misspelt': ({ lang, meant }) => `Язык «${lang}» прочитан как «${meant}». Исправьте код языка.`,
  'block-type-missing': ({ known }) => `У этого блока не указан тип. Добавьте "type": ${or(known)}.`,
  'block-type-unknown': ({ type, nearest, known }) =>
    nearest
      ? `Нет такого типа блока: «${type}». Возможно, вы имели в виду «${nearest}»?`
      : `Нет такого типа блока: «${type}». Возможные типы: ${or(known)}.`,
  'slide-empty': () => 'Этот слайд пуст. Заполните его или уберите из "content".',
  'slide-max-wrong': ({ given, slides: n }) =>
    `В "slide_max" указано ${given}, а в презентации ${slides(n)}. Напишите ${n}; все слайды будут показаны в любом случае.`,
  'slide-now-later': ({ given, slides: n }) =>
    `Показ начнётся со слайда ${given} из ${n}, потому что в "slide_now" стоит ${given}. Чтобы начать с первого, напишите 1.`,
  'slide-now-outside': ({ given, slides: n }) =>
    `В "slide_now" указано ${given}, а в презентации ${slides(n)}. Показ начнётся с ближайшего слайда; ${n === 1 ? 'напишите 1' : `нужно число от 1 до ${n}`}.`,
  'minutes-exceeded': ({ planned, minutes, inSection }) =>
    inSection
      ? `На слайды этого раздела отведено ${number(planned)} мин, а на сам раздел — ${number(minutes)}. Окно докладчика считает по слайдам. Исправьте "minutes" здесь или на слайдах.`
      : `На слайды отведено ${number(planned)} мин, а на весь доклад — ${number(minutes)}. Уменьшите "minutes" на некоторых слайдах или увеличьте время доклада.`,
  'image-placeholder': ({ path }) =>
    `Вместо картинки стоит «${path}», поэтому слайд показан без неё. Укажите путь к картинке или оставьте "".`,
  'video-placeholder': ({ path }) =>
    `Вместо видео стоит «${path}», поэтому слайд показан без него. Укажите файл или адрес видео либо оставьте "".`,
  'map-placeholder': ({ place }) =>
    `Вместо места на карте стоит «${place}», поэтому слайд показан без карты. Укажите название места или оставьте "".`,
  'path-control-character': ({ path }) =>
    `В пути «${path}» есть перенос строки, табуляция или другой невидимый знак. Запишите путь одной строкой, через / вместо \\.`,
  'path-missing': ({ field, because }) =>
    `Поле "${because}" заполнено, а "${field}" — нет, поэтому оно не показано. Заполните и "${field}".`,
  'list-longer': ({ field, items: n, pictures: m }) =>
    `В списке "${field}" ${items(n)}, а в слайде ${pictures(m)}; лишнее не показано. Каждый элемент относится к картинке с тем же номером.`,
  'translation-same': ({ lang, other }) =>
    `Под "${lang}" стоит тот же текст, что и под "${other}" (язык: ${languageName(other, 'ru')}). Переведите его, а если перевода пока нет, уберите "${lang}" — тогда вместо него будет показан текст под "${other}".`,
  'translation-wrong': ({ lang, seen, text }) =>
    `Под "${lang}" стоит текст ${seen ? `на другом языке (${languageName(seen, 'ru')})` : 'кириллицей'}: «${text}». ${seen ? `Перенесите его под "${seen}" или переведите` : 'Переведите его'}: на слайдах с языком "${lang}" он виден таким, какой есть.`,
  'letters-mixed': ({ words, script, repaired, count }) => {
    const [odd, own] = script === 'Cyrillic' ? ['латинские', 'кириллицей'] : ['кириллические', 'латиницей']
    const shown = words.join(', ') + (words.length < count ? ', …' : '')
    return repaired
      ? `${count === 1 ? 'В слове, набранном' : `В словах (${number(count)}), набранных`} ${own}, есть ${odd} буквы, похожие на нужные; они взяты в скобки [ ]: ${shown}. Они заменены нужными, иначе поиск не нашёл бы слово, а программа чтения с экрана исказила бы его. Наберите отмеченные буквы заново.`
      : `В одном слове смешаны кириллица и латиница: ${shown}; в скобках [ ] — ${odd} буквы. Что имелось в виду, неясно, поэтому слово показано как есть. Наберите отмеченные буквы заново или, если это два слова, поставьте между ними дефис или пробел.`
  },
  'digits-in-words': ({ words, count }) =>
    `${count === 1 ? 'В слове' : `В словах (${number(count)})`} вместо буквы, похоже, стоит цифра; она взята в скобки [ ]: ${words.join(', ')}${words.length < count ? ', …' : ''}. Слово показано как есть, но поиск его не найдёт, а программа чтения с экрана произнесёт цифру. Наберите букву: О вместо 0, З вместо 3. Если цифра верна, оставьте её.`,
}
