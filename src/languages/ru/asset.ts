import type { AssetRequest } from '../../model/asset.ts'
import type { AssetProblem, ThemeExpected, ThemeName } from '../../model/problems/asset.ts'
import type { MessagesOf } from '../messages.ts'
import { and, number, or, size } from './format.ts'

const willBeMissing: Record<AssetRequest['kind'], string> = {
  image: 'картинки не будет',
  logo: 'логотипа не будет',
  video: 'видео не будет',
  captions: 'субтитров не будет',
  geojson: 'контуров на карте не будет',
}
const liesRemotely: Record<AssetRequest['kind'], string> = {
  image: 'Картинка',
  logo: 'Логотип',
  video: 'Видео',
  captions: 'Файл субтитров',
  geojson: 'Файл карты',
}
const meant = (nearest: string | null, otherwise: string) =>
  nearest ? `Возможно, вы имели в виду «${nearest}»?` : otherwise
const check = 'Проверьте имя или положите файл в static/img.'

const seenAs: Record<string, string> = { text: 'простой текст', empty: 'пустой файл' }
const isA = (seen: string | null) => (seen === null ? 'файл неизвестного вида' : (seenAs[seen] ?? `файл ${seen}`))
const reasons: Record<string, string> = {
  EACCES: 'у вас нет на это прав',
  EPERM: 'у вас нет на это прав',
  EIO: 'диск сообщает о сбое',
  outside: 'он ведёт за пределы проекта',
  folder: 'это папка',
  'not-regular': 'это не обычный файл',
  'too-large': 'он слишком велик',
}
const because = (reason: string) => reasons[reason] ?? reason

/** "There is no such ...": genitives. */
const themeNames: Record<ThemeName, string> = {
  style: 'стиля текста',
  color: 'цвета',
  region: 'области',
  face: 'начертания',
}
const expectations: Record<ThemeExpected, (detail: string) => string> = {
  color: () => 'цвет, например #12263a',
  name: () => 'имя из латинских букв и цифр, которое начинается со строчной буквы',
  path: () => 'путь к файлу шрифта в папке темы, например fonts/own-400.ttf',
  drawing: () => 'описание контура SVG, например M0 0h8v8z',
  number: () => 'число',
  count: () => 'целое число',
  text: () => 'текст',
  flag: () => 'true или false',
  list: () => 'список',
  object: () => 'объект',
  choice: (detail) => `одно из значений: ${detail}`,
  least: (detail) => `число не меньше ${detail}`,
  more: (detail) => `число больше ${detail}`,
  most: (detail) => `число не больше ${detail}`,
  filled: () => 'что-нибудь написано: сейчас здесь пусто',
}

/** What is wrong with the files of a deck and with themes, in Russian. */
export const asset: MessagesOf<AssetProblem> = {
  'image-file-missing': ({ path, nearest }) =>
    `Картинки «${path}» в проекте нет, слайд показан без неё. ${meant(nearest, check)}`,
  'logo-file-missing': ({ path, nearest }) =>
    `Логотипа «${path}» в проекте нет, показано только его название. ${meant(nearest, check)}`,
  'video-file-missing': ({ path, nearest }) =>
    `Видео «${path}» в проекте нет, воспроизвести его нельзя. ${meant(nearest, 'Проверьте имя или положите файл в static/video.')}`,
  'captions-file-missing': ({ path, nearest }) =>
    `Файла субтитров «${path}» в проекте нет, видео останется без субтитров. ${meant(nearest, 'Проверьте имя.')}`,
  'geojson-file-missing': ({ path, nearest }) =>
    `Файла карты «${path}» в проекте нет, его контуры не нарисованы. ${meant(nearest, 'Проверьте имя.')}`,
  'asset-outside-project': ({ path, kind }) =>
    `«${path}» ведёт за пределы проекта, оттуда ничего не читается: на другом компьютере ${willBeMissing[kind]}. Скопируйте файл в static и укажите путь к нему там.`,
  'asset-address-remote': ({ path, kind }) =>
    `${liesRemotely[kind]} «${path}» находится в интернете и не загружается: презентация должна открываться без сети. Скачайте файл в static и укажите путь к нему.`,
  'asset-address-unsafe': ({ path, scheme }) =>
    `«${path.slice(0, 60)}» начинается с «${scheme}:», а это не путь к файлу. Положите файл в static и укажите путь к нему.`,
  'asset-not-regular': ({ path }) =>
    `«${path}» — папка или устройство, а не файл, поэтому он пропущен. Укажите путь к самому файлу.`,
  'asset-unreadable': ({ file, reason }) =>
    `Не удаётся прочитать «${file}»: ${because(reason)}. Измените права на файл или скопируйте его заново.`,
  'asset-too-large': ({ file, sizeBytes, limitBytes }) =>
    `Размер «${file}» — ${size(sizeBytes)}, а допускается не больше ${size(limitBytes)}. Уменьшите файл и сохраните ещё раз.`,
  'image-type-unknown': ({ file, seen, known }) =>
    `«${file}» — это ${isA(seen)}, каким бы ни было имя; браузеры такое не показывают. Сохраните картинку как ${or(known)}.`,
  'video-type-unknown': ({ file, seen, known }) =>
    `«${file}» — это ${isA(seen)}, а не видео, которое воспроизводят браузеры. Сохраните его как ${or(known)}.`,
  'image-broken': ({ file }) =>
    `Картинка «${file}» повреждена или скопирована не до конца, слайд показан без неё. Скопируйте или сохраните её ещё раз.`,
  'image-library-missing': ({ file }) =>
    `Картинку «${file}» нужно повернуть или уменьшить, но библиотека для этого не установлена. Выполните «npm ci» ещё раз, вместе с необязательными пакетами.`,
  'image-dimensions-too-large': ({ file, width, height, limitMegapixels }) =>
    `Картинка «${file}» — ${number(width)} × ${number(height)} пикселей, а допускается не больше ${limitMegapixels} млн. Уменьшите её: по длинной стороне достаточно 1920 пикселей.`,
  'image-svg-unsafe': ({ file, reason }) =>
    reason === 'entities'
      ? `В рисунке «${file}» объявлены сущности, которые вложены друг в друга или взяты извне, поэтому он не открыт. Сохраните его ещё раз как простой SVG.`
      : `Рисунок «${file}» повторяет свои части миллионы раз и остановил бы браузер. Упростите его или сохраните как PNG.`,
  'image-svg-cleaned': ({ file, removed }) => {
    const others = removed.filter((name) => name !== 'foreignobject')
    const cleaned = `Из рисунка «${file}» убраны скрипты и ссылки наружу: ${and(others)}. Если чего-то не хватает, встройте картинки в сам рисунок и сохраните его ещё раз или сохраните его как PNG.`
    const labels = `Подписи в рисунке «${file}» сделаны как HTML (foreignObject), картинка такие не показывает. Вместо них стоят простые подписи, если программа сохранила их рядом; они бывают обрезаны. Сравните слайд с рисунком. Если подпись неверна или пропала, сохраните рисунок как PNG либо снимите у подписей в draw.io флажок «Formatted Text» и сохраните его ещё раз.`
    if (others.length === 0) return labels
    return others.length === removed.length ? cleaned : `${cleaned} ${labels}`
  },
  'theme-unknown': ({ name, nearest, known }) =>
    `Темы «${name}» нет. ${nearest ? `Возможно, вы имели в виду «${nearest}»?` : `Можно выбрать: ${or(known)}.`}`,
  'theme-unreadable': ({ file, reason }) => `Не удаётся прочитать файл темы ${file}: ${because(reason)}.`,
  'theme-not-object': () =>
    'Тема — это объект с полями "name", "colors" и другими: он начинается знаком { и заканчивается знаком }. Смотрите schemas/theme.schema.json.',
  'theme-value-wrong': ({ field, expected, detail }) =>
    `${field ? `В поле «${field}»` : 'В теме'} должно быть ${expectations[expected](detail)}.`,
  'theme-field-unknown': ({ field, nearest, known }) =>
    `Здесь в теме нет такого поля: «${field}». ${meant(nearest, known.length > 0 ? `Можно написать: ${or(known)}.` : 'Уберите его.')}`,
  'theme-field-missing': ({ field, inside }) =>
    `${inside ? `В «${inside}»` : 'В теме'} не хватает поля «${field}». Добавьте его или постройте тему на другой, где оно есть: "extends": "official".`,
  'theme-name-unknown': ({ kind, name, nearest, known }) =>
    `В теме нет ${themeNames[kind]} «${name}». ${meant(nearest, `Можно выбрать: ${or(known)}. Или добавьте недостающее.`)}`,
  'theme-extends-circle': ({ name }) =>
    `Тема «${name}» построена на самой себе, прямо или через другую тему. Уберите "extends" или назовите тему, которая не ведёт сюда обратно.`,
  'theme-font-missing': ({ font }) =>
    `Шрифта «${font}» нет ни в папке темы, ни среди поставляемых. Положите файл туда или исправьте его имя.`,
  'theme-font-wrong': ({ font, reason, limitMegabytes }) =>
    ({
      empty: `Файл шрифта «${font}» пуст. Скопируйте его ещё раз оттуда, откуда взяли.`,
      'not-font': `Файл «${font}» — не целый шрифт того формата, который указан в его имени. Скопируйте его ещё раз или сохраните шрифт как TTF и WOFF2.`,
      'too-large': `Файл шрифта «${font}» больше ${limitMegabytes} МБ. Возьмите шрифт, в котором меньше знаков.`,
    })[reason],
  'theme-picture-missing': ({ path, known }) =>
    `В папке темы нет картинки «${path}», которую может показать страница. Положите её туда в формате ${or(known)}.`,
  'theme-address-remote': ({ address }) =>
    `«${address}» обращается к файлу в другом месте, а презентация должна открываться без сети. Положите картинку в папку темы и напишите её имя; шрифтам место в поле "faces" файла theme.json.`,
  'theme-template-online': ({ template, tag }) =>
    `В шаблоне «${template}» есть ${tag}: этот элемент обращается к серверу или уводит со страницы, а слайды должны открываться без сети. Уберите его.`,
  'theme-template-circle': ({ template }) =>
    `Шаблон «${template}» вставляет сам себя, прямо или через другой шаблон, и никогда не закончится. Уберите эту вставку.`,
  'theme-template-unknown': ({ template, name, nearest }) =>
    `Шаблон «${template}» вставляет «${name}», а такого шаблона нет ни в теме, ни в Korme. ${meant(nearest, 'Исправьте имя или положите файл в папку темы.')}`,
  'theme-template-deep': ({ template, limit }) =>
    `В шаблоне «${template}» больше ${limit} блоков вложено друг в друга. Закройте их раньше или вынесите часть в отдельный шаблон.`,
  'theme-template-wrong': ({ template, reason }) =>
    `Шаблон «${template}» не удаётся разобрать: ${reason}. Исправьте эту строку или удалите файл, тогда будет взят шаблон Korme.`,
}
