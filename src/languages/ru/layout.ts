import type { LayoutProblem } from '../../model/problems/layout.ts'
import { languageName, pluralizer } from '../format.ts'
import type { MessagesOf } from '../messages.ts'
import { fixed, number, or, slides } from './format.ts'

/** "A text of so many": the genitive after the preposition. */
const ofCharacters = pluralizer('ru', { one: 'знака', other: 'знаков' })
const characters = pluralizer('ru', { one: 'знак', few: 'знака', many: 'знаков', other: 'знака' })
/** "So many on each": the dative after the preposition. */
const slidesEach = pluralizer('ru', { one: 'слайду', few: 'слайда', many: 'слайдов', other: 'слайда' })
const deepLines = pluralizer('ru', {
  one: 'самая глубокая строка показана',
  few: 'самые глубокие строки показаны',
  many: 'самых глубоких строк показаны',
  other: 'самой глубокой строки показаны',
})
const marks = pluralizer('ru', { one: 'знак', few: 'знака', many: 'знаков', other: 'знака' })
const torn = pluralizer('ru', {
  one: 'слово разорвано',
  few: 'слова разорваны',
  many: 'слов разорвано',
  other: 'слова разорвано',
})
const numbers = pluralizer('ru', { one: 'число', few: 'числа', many: 'чисел', other: 'числа' })
const lines = pluralizer('ru', { one: 'строку', few: 'строки', many: 'строк', other: 'строки' })
/** What localizing and laying out a deck reports, in Russian. */
export const layout: MessagesOf<LayoutProblem> = {
  'pages-too-many': ({ longest, pages, limit }) =>
    `Вместе с продолжениями длинных текстов в презентации больше ${number(limit)} страниц, а это предел. Здесь начинается слайд ${longest}: он занимает больше страниц, чем любой другой, а именно ${number(pages)}. Сократите его или разделите презентацию на несколько файлов.`,
  'text-continued': ({ characters: n, pages, sizePx, rows }) =>
    rows
      ? `Строк здесь ${number(rows)}. На один слайд они не помещаются и занимают ${slides(pages)}. Размер букв — ${sizePx} px. Если слайдов должно быть меньше, уберите часть строк.`
      : `Текст из ${ofCharacters(n)} занимает ${slides(pages)}: на один не помещается. Размер букв — ${sizePx} px. Если слайдов должно быть меньше, сократите текст.`,
  'text-too-long': ({ characters: n, pages, sizePx }) =>
    `Указано "fit": "shrink", но текст из ${ofCharacters(n)} не помещается на один слайд даже при самом мелком разборчивом размере, ${sizePx} px. Чтобы ничего не пропало, он занимает ${slides(pages)}. Сократите текст или уберите "fit".`,
  'title-too-long': ({ characters: n, moved, lines: most }) =>
    `Заголовок из ${ofCharacters(n)} не помещается в ${lines(most)}. Его конец (${characters(moved)}) перенесён в начало текста. Сделайте заголовок короче.`,
  'field-too-long': ({ field, characters: n }) =>
    `В поле "${field}" ${characters(n)} — столько не помещается на обложке, поэтому там его нет. Сократите его.`,
  'letter-missing': ({ letters, family, theme }) =>
    `В шрифте «${family}» нет знаков: ${list(letters)}. На экране такие знаки видны, только если на компьютере, где открывают слайды, есть другой шрифт с ними; в PDF на месте каждого стоит пустая рамка. ${theme ? `В шрифте темы «${theme}» ${letters.length === 1 ? 'этот знак' : 'все они'} есть: напишите "theme": "${theme}". Или поставьте` : 'Поставьте'} вместо знака слово либо картинку.`,
  'link-unsafe': ({ address }) =>
    `«${address}» — не адрес ссылки, поэтому ссылка осталась простым текстом. Начните адрес с https://, http://, mailto: или tel: либо напишите # и номер слайда.`,
  'link-broken': ({ address }) =>
    `Ни один браузер не откроет адрес «${address}», поэтому ссылка осталась простым текстом. Откройте страницу в браузере и скопируйте весь адрес из адресной строки.`,
  'link-slide-missing': ({ target, slides: all }) =>
    `Ссылка ведёт на слайд ${target}, но в презентации ${slides(all)}. Исправьте номер после #.`,
  'quotes-straight': ({ lang }) =>
    `Кавычки в тексте прямые: "…", а в языке этого текста (${languageName(lang, 'ru')}) принято ставить « ».`,
  'dash-hyphen': () => 'Между пробелами стоит дефис, а нужно тире: – или —.',
  'table-flattened': ({ rows }) =>
    `Строки с табуляцией одна под другой (${number(rows)}) похожи на таблицу, но показаны текстом: вместо табуляции стоит пробел. Перенесите строки в поле "table"; в каждой из них должно быть поровну табуляций.`,
  'markup-shown': ({ found, count }) =>
    `В тексте ${marks(count)} разметки веб-страницы, Markdown или Office, на слайде это видно как есть: ${found.join(' ')}. В тексте действуют только **полужирный**, *курсив*, [текст](https://…) и знаки списка, например •. Уберите разметку или напишите сам символ; если её и нужно показать, оставьте.`,
  'line-torn': ({ words, count }) =>
    `В конце строк дефисом ${torn(count)}, как в тексте, скопированном из PDF: ${words.join(', ')}. Каждая строка стала абзацем. Соедините строки; дефис оставьте только там, где он нужен самому слову.`,
  'numbers-doubtful': ({ shown }) =>
    shown === 'list'
      ? 'Строки с номерами 1 и 2 показаны как список. Если это заголовки, напишите под каждым его текст.'
      : 'Строки с номерами 1 и 2 показаны как заголовки. Если это список, поставьте двоеточие в конце строки перед ними.',
  'list-too-deep': ({ lines: deep }) =>
    `В списке больше трёх уровней, поэтому ${deepLines(deep)} на третьем. Разделите список или запишите самые глубокие строки предложением.`,
  'script-right-to-left': () =>
    'Письмо справа налево (например, арабское) не поддерживается: строки и знаки списка начинаются слева, а букв может не быть в шрифте. Вставьте текст картинкой или запишите его кириллицей либо латиницей.',
  'translation-missing': ({ lang, shown }) =>
    `У этого текста нет перевода на ${languageName(lang, 'ru')}, поэтому показан ${languageName(shown, 'ru')}. Добавьте к нему "${lang}".`,
  'slide-untranslated': ({ lang, shown }) =>
    `Текст этого слайда есть только на одном языке (${languageName(shown, 'ru')}), на нём он и показан там, где нужен ${languageName(lang, 'ru')}. Запишите его на обоих: { "${shown}": "…", "${lang}": "…" }.`,
  'latin-automatic': ({ words, uncertain }) =>
    uncertain === 0
      ? 'Казахский текст записан латиницей автоматически, по алфавиту января 2021 года. Прочитайте его до показа.'
      : `Казахский текст записан латиницей автоматически. В алфавите января 2021 года нет замены для букв я, ю, ё, э, ц, ч, щ, ъ и ь; слов с ними — ${uncertain}: ${words.join(', ')}${uncertain > words.length ? ', …' : ''}. Проверьте, как они записаны, а имена укажите сами: "latin": { "Цой": "Tsoi" }.`,
  'latin-unused': ({ lang, hasKazakh }) =>
    `Латиницей ничего не записано: она предназначена для казахского языка, а язык этих слайдов — ${languageName(lang, 'ru')}. ${
      hasKazakh ? 'Выберите казахские слайды: --lang kk.' : 'Уберите --script latn или "latin" из презентации.'
    }`,
  'aspect-missing': ({ aspect, theme }) =>
    `В теме «${theme}» нет слайдов ${aspect}, поэтому они сделаны 16:9. Выберите другую тему или уберите "aspect".`,
  'figures-missing': ({ line }) =>
    `Это слайд для крупных чисел, но ни одна строка текста не начинается с числа и не заканчивается им, поэтому текст показан как обычно: «${line}». Пишите в строке число и подпись, например «698 тыс. — население», или уберите "block".`,
  'figures-too-long': ({ figures }) =>
    `${numbers(figures)} не удалось показать крупно: подписи не помещаются под ними, поэтому текст показан как обычно. Сократите каждую подпись до нескольких слов или уберите "block".`,
  'layout-missing': ({ layout: name, theme }) =>
    `В теме «${theme}» нет макета "${name}", поэтому вместо него взят макет текста. Добавьте "${name}" в theme.json или выберите другую тему.`,
  'alt-missing': ({ path }) =>
    `У картинки «${path}» нет описания для тех, кто её не видит. Напишите в "img_alt", что на ней изображено.`,
  'image-invisible': ({ path, color, ground, ratio }) =>
    `Картинку «${path}» почти не видно: её цвет ${color} сливается с фоном ${ground}, контраст всего ${fixed(ratio, 1)}. Возьмите вариант другого цвета или картинку с собственным фоном.`,
  'color-unknown': ({ name, nearest, known, theme }) =>
    `В теме «${theme}» нет цвета «${name}», поэтому он ничего не меняет. ${nearest ? `Возможно, вы имели в виду «${nearest}»?` : `Можно изменить: ${or(known)}.`}`,
  'contrast-low': ({ color, value, ground, groundValue, ratio, needed, nearest }) =>
    `Текст цвета ${color} ${value} на фоне ${ground} ${groundValue} плохо читается: контраст ${fixed(ratio, 1)}, а нужно не меньше ${number(needed)}. Ближайший цвет, который там читается, — ${nearest}.`,
  'handout-text-size': ({ points, perPage }) =>
    `Если печатать по ${slidesEach(perPage)} на лист, самый мелкий текст раздаточного материала — на этом слайде, его размер ${number(points)} пт. Чтобы слайдов на листе было меньше, укажите --per-page.`,
  'handout-text-small': ({ points, least, perPage, best }) =>
    `Если печатать по ${slidesEach(perPage)} на лист, самый мелкий текст этого слайда выйдет размером ${number(points)} пт, а мельче ${least} пт его трудно читать. ${best === null ? 'Возьмите бумагу побольше или сократите текст.' : `Укажите --per-page ${best}.`}`,
}

function list(letters: readonly string[]): string {
  const shown = letters.slice(0, 10).map((letter) => `${letter} (${codeOf(letter)})`)
  return letters.length > shown.length ? `${shown.join(', ')} и другие` : shown.join(', ')
}

const codeOf = (letter: string) => `U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
