import type { Actual, Expected, ValidateProblem } from '../../model/problems/validate.ts'
import { listFormatter, pluralizer } from '../format.ts'
import type { MessagesOf } from '../messages.ts'

const or = listFormatter('ru', 'disjunction')
const slides = pluralizer('ru', { one: 'слайд', few: 'слайда', many: 'слайдов', other: 'слайда' })
const pictures = pluralizer('ru', { one: 'картинка', few: 'картинки', many: 'картинок', other: 'картинки' })
const items = pluralizer('ru', { one: 'запись', few: 'записи', many: 'записей', other: 'записи' })

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
  color: 'цвет вида "#1a5f7a"',
  focus: 'точка вида "left top" или "50% 20%"',
  pair: 'два числа: [широта, долгота]',
  box: 'четыре числа: [запад, юг, восток, север]',
}
const actuals: Record<Actual, string> = {
  text: 'текст',
  number: 'число',
  flag: 'true или false',
  nothing: 'пустое значение',
  list: 'список',
  object: 'объект',
}
const expect = (kinds: readonly Expected[]) => or(kinds.map((kind) => expectations[kind]))
const seen = (actual: Actual, value: string | null) => (value === null ? actuals[actual] : `«${value}»`)

/** One sentence for every mistake against the deck's format. */
export const validate: MessagesOf<ValidateProblem> = {
  'deck-not-object': ({ actual }) =>
    `Презентация — это объект в { } со списком слайдов "content", а в этом файле ${actuals[actual]}.`,
  'content-missing': () => 'В презентации нет слайдов. Поместите их в "content": [ { "title": "…", "text": "…" } ].',
  'content-not-list': ({ slides: n }) =>
    `Слайды в "content" не заключены в [ ]; прочитано: ${slides(n)}. Напишите "content": [ … ].`,
  'slides-too-many': ({ slides: n, limit }) =>
    `В презентации ${slides(n)}, а предел — ${limit}. Разделите её на несколько файлов.`,
  'field-unknown': ({ field, nearest }) =>
    nearest
      ? `Поля "${field}" здесь не бывает, поэтому его значение не показано. Возможно, вы имели в виду "${nearest}"?`
      : `Поля "${field}" здесь не бывает, поэтому его значение не показано. Уберите его или посмотрите список полей в README.`,
  'field-misspelt': ({ field, meant, cyrillic }) =>
    cyrillic
      ? `В имени "${field}" есть кириллические буквы, похожие на латинские; поле прочитано как "${meant}". Наберите имя заново латиницей.`
      : `Поле "${field}" прочитано как "${meant}". Так и напишите.`,
  'field-repeated': ({ field }) =>
    `Поле "${field}" записано дважды. Ничего не потеряно, но одну из двух записей лучше убрать.`,
  'field-duplicate': ({ field, inSlide }) =>
    inSlide
      ? `Поле "${field}" записано в этом слайде дважды с разными значениями, а показать можно только одно. Если здесь начинается новый слайд, поставьте перед ним }, {; если нет, уберите лишнее.`
      : `Поле "${field}" записано дважды с разными значениями, а использовать можно только одно. Уберите лишнее.`,
  'value-wrong': ({ field, expected, actual, value }) =>
    `В поле "${field}" ожидается: ${expect(expected)}; записано: ${seen(actual, value)}. Показать это нельзя, исправьте значение.`,
  'setting-wrong': ({ field, expected, actual, value }) =>
    `В поле "${field}" ожидается: ${expect(expected)}; записано: ${seen(actual, value)}. Эта настройка не учтена.`,
  'value-unknown': ({ field, value, nearest, known }) =>
    nearest
      ? `Значения «${value}» у поля "${field}" не бывает, оно не учтено. Возможно, вы имели в виду «${nearest}»?`
      : `Значения «${value}» у поля "${field}" не бывает, оно не учтено. Возможные значения: ${or(known)}.`,
  'value-out-of-range': ({ field, value, min, max }) =>
    max === null
      ? `Значение ${value} для поля "${field}" не подходит и не учтено. Нужно число не меньше ${min}.`
      : `Значение ${value} для поля "${field}" не подходит и не учтено. Нужно число от ${min} до ${max}.`,
  'number-inexact': ({ field }) =>
    `Число в поле "${field}" потеряло бы цифры. Возьмите его в кавычки, и оно будет показано так, как вы его написали.`,
  'lang-unknown': ({ lang, known }) =>
    `Язык «${lang}» не поддерживается, значение не учтено. Возможные языки: ${or(known)}.`,
  'lang-misspelt': ({ lang, meant }) => `Язык «${lang}» прочитан как «${meant}». Исправьте обозначение.`,
  'block-type-missing': ({ known }) => `Не сказано, что это за блок. Добавьте "type": ${or(known)}.`,
  'block-type-unknown': ({ type, nearest, known }) =>
    nearest
      ? `Блоков типа «${type}» не бывает. Возможно, вы имели в виду «${nearest}»?`
      : `Блоков типа «${type}» не бывает. Возможные типы: ${or(known)}.`,
  'slide-empty': () => 'Этот слайд пуст. Заполните его или уберите из "content".',
  'slide-max-wrong': ({ given, slides: n }) =>
    `В "slide_max" указано ${given}, а в презентации ${slides(n)}. Напишите ${n}; показаны будут все слайды в любом случае.`,
  'slide-now-outside': ({ given, slides: n }) =>
    `В "slide_now" указано ${given}, а в презентации ${slides(n)}. Показ начнётся с ближайшего; ${n === 1 ? 'напишите 1' : `нужно число от 1 до ${n}`}.`,
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
    `В списке "${field}" ${items(n)}, а в слайде ${pictures(m)}; лишнее не показано. Каждая запись относится к картинке на том же месте.`,
}
