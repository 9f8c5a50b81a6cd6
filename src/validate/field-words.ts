import { normalizeName } from '../model/nearest-name.ts'

/** The words that people write for a field in Kazakh, Russian and English. A word may stand for several fields. */
const wordsOf: Readonly<Record<string, string>> = {
  title: `тақырып тақырыбы тақырыпша слайд_тақырыбы атау атауы аты заголовок название заголовок_слайда название_слайда
    тема_слайда heading header headline slide_title`,
  name: `атау атауы аты тақырып тақырыбы презентация_атауы название наименование заголовок название_презентации title
    heading presentation presentation_name deck_name`,
  content: `слайд слайдтар слайдтары мазмұн мазмұны слайды содержание содержимое контент slide slides pages`,
  text: `мәтін мәтіні мәтіндер мәтіндері мазмұн мазмұны текст тексты текст_слайда содержание содержимое контент body
    paragraph paragraphs texts content slide_text основной_текст негізгі_мәтін`,
  img_path: `сурет суреті суреттер суреттері фото фотосурет фотосуреттер картинка картинки изображение изображения рисунок рисунки
    фотография фотографии image images img imgs photo photos picture pictures pic image_path picture_path image_url img_url picture_url
    photo_url image_src img_src image_file`,
  src: `сурет суреті фото картинка изображение рисунок фотография image img photo picture pic img_path image_path
    picture_path файл путь file path video видео бейне`,
  img_caption:
    'сурет_жазуы сурет_атауы подпись подпись_к_фото подпись_к_картинке image_caption picture_caption caption',
  caption: 'подпись img_caption image_caption picture_caption',
  img_alt: 'альт alt alt_text image_alt',
  alt: 'альт alt_text img_alt image_alt',
  label: 'подпись белгі_атауы',
  video: 'бейне бейнесі бейнежазба бейнеролик видео видеоролик ролик видеофайл videos movie film',
  map: 'карта картасы maps',
  markers: 'белгі белгілер метка метки маркер маркеры points pins',
  place: 'жер орын орны место населенный_пункт қала қаласы город адрес мекенжай мекенжайы address city',
  lat: 'ендік ендігі широта latitude',
  lng: 'бойлық бойлығы долгота lon long longitude',
  zoom: 'масштаб',
  notes: `ескертпе ескертпелер ескертпесі ескерту жазба жазбалар баяндамашыға заметка заметки примечание примечания
    заметки_докладчика note speaker_note speaker_notes speakernotes`,
  block: 'макет вид_слайда layout',
  blocks: 'блоктар блоки',
  background: 'фон фоны',
  lang: 'тіл тілі язык language',
  langs: 'тілдер тілдері языки languages',
  theme: 'безендіру безендірілуі оформление шаблон тема template',
  colors: 'түс түстер түстері цвета colours',
  author: 'автор авторы авторлар authors докладчик баяндамашы баяндаушы speaker',
  event: 'іс_шара іс_шарасы мероприятие событие',
  date: 'күн күні дата',
  minutes: 'минут минуты минуттар duration_minutes',
  logo_path: 'логотип логотипі лого logo логосы',
  kk: 'қаз қазақ қазақша қазақшасы каз казахский на_казахском kazakh',
  ru: 'рус орыс орысша орысшасы русский на_русском russian',
  en: 'ағыл ағылшын ағылшынша ағылшыншасы англ английский на_английском english',
  slide_max: 'слайд_саны слайдтар_саны количество_слайдов',
}

/** The fields that a word may stand for, by its normalized spelling. */
const fieldsOf = new Map<string, Set<string>>()
for (const [field, words] of Object.entries(wordsOf)) {
  for (const word of words.split(/\s+/)) {
    const spelling = normalizeName(word)
    fieldsOf.set(spelling, (fieldsOf.get(spelling) ?? new Set()).add(field))
  }
}

/** The letters that stand in for Kazakh ones where a keyboard has none, in normalized spelling. */
const kazakhLetters: Readonly<Record<string, string>> = {
  ...{ ә: 'a', э: 'a', i: 'и', ң: 'h', ғ: 'г', қ: 'k', ү: 'y', ұ: 'y', ө: 'o' },
}
const withoutKazakh = (spelling: string) => spelling.replace(/[әэiңғқүұө]/g, (letter) => kazakhLetters[letter]!)

/** The same by the spelling without Kazakh letters: `такырып`, `мэтин`. */
const fieldsOfPlain = new Map<string, Set<string>>()
for (const [spelling, fields] of fieldsOf) {
  if (!/\p{Script=Cyrillic}/u.test(spelling)) continue
  const plain = withoutKazakh(spelling)
  fieldsOfPlain.set(plain, new Set([...(fieldsOfPlain.get(plain) ?? []), ...fields]))
}

/** Returns the one known field that people mean by a word in three languages; null if there is none or a choice. */
export function fieldOfWord(name: string, known: readonly string[]): string | null {
  const spelling = normalizeName(name)
  const plain = /\p{Script=Cyrillic}/u.test(spelling) ? fieldsOfPlain.get(withoutKazakh(spelling)) : undefined
  const fields = fieldsOf.get(spelling) ?? plain ?? []
  const meant = [...fields].filter((field) => known.includes(field))
  return meant.length === 1 ? meant[0]! : null
}

/** Names for what is written beside the deck for its authors. Compared without blanks, hyphens and case. */
const annotations = new Set(
  `comment comments todo todos fixme remark remarks memo internal draft комментарий комментарии коммент комент пікір пікірлер
  түсініктеме түсініктемелер түсіндірме черновик доделать сделать қолжазба`
    .split(/\s+/)
    .map(normalizeName),
)

/** Whether a name says that its value is for the authors only: `_note`, `$id`, `comment`, `todo`, `//`. */
export const isAnnotation = (name: string): boolean =>
  /^\s*(?:[_$#@]|\/\/)/.test(name) || annotations.has(normalizeName(name))

/** Names whose values are settings of other programs, which nobody reads on a slide. */
const foreignSettings = new Set(
  `id uid uuid guid class classname style color colour font fontfamily fontsize size width height align alignment
  transition animation duration version created updated modified index slidenumber slideid visible`
    .split(/\s+/)
    .map(normalizeName),
)

/** Whether a name is a setting that other programs have. */
export const isForeignSetting = (name: string): boolean => foreignSettings.has(normalizeName(name))
