import { describe, expect, test } from 'vitest'
import { parse } from '../../../src/parse/parse.ts'
import { validate } from '../../../src/validate/validate.ts'
import { valueWords } from '../../../src/validate/words/value-word-table.ts'
import { valueMeant, valueNear } from '../../../src/validate/words/value-words.ts'
import { enumsOfSchema } from './schema-words.ts'

/** Objects of a deck, by a path in a deck around them. */
const places: Record<string, (object: object) => object> = {
  deck: (object) => ({ ...object, content: [{ title: 'Т' }] }),
  slide: (object) => ({ content: [object] }),
  picture: (object) => ({ content: [{ img_path: [object] }] }),
  video: (object) => ({ content: [{ video: object }] }),
  map: (object) => ({ content: [{ map: object }] }),
  marker: (object) => ({ content: [{ map: { markers: [object] } }] }),
  table: (object) => ({ content: [{ table: { rows: [['а', '1']], ...object } }] }),
  chart: (object) => ({ content: [{ chart: { data: [['а', '1']], ...object } }] }),
  person: (object) => ({ content: [{ people: [object] }] }),
  text: (object) => ({ content: [{ title: object }] }),
}

/** The field that a word is read as, `?` and the field that is suggested, or `-`. */
function meaningOf(place: string, word: string, value: unknown): string {
  const { diagnostics } = validate(parse(JSON.stringify(places[place]!({ [word]: value }))).root!)
  for (const one of diagnostics) {
    if (one.code === 'field-misspelt') return one.meant
    if (one.code === 'field-unknown') return one.nearest === null ? '-' : `?${one.nearest}`
  }
  return '-'
}

/** Words that staff write for a field, in each kind of object. Each is read, or gets this field suggested. */
const staffWords: Record<string, Record<string, string>> = {
  deck: {
    name: 'атауы аталуы тақырып тақырыбы презентация презентация_атауы баяндама_тақырыбы название наименование заголовок презентации тема_презентации тема_доклада название_презентации',
    author:
      'автор авторы авторлары баяндамашы баяндаушы баяндамашылар спикер лектор докладчик докладчики выступающий ведущий авторы_презентации подготовил дайындаған',
    event:
      'іс-шара іс_шара шара жиын жиналыс мероприятие событие совещание конференция форум семинар место место_проведения өтетін_орны',
    date: 'күні күн дата дата_проведения өткізілетін_күні дату',
    minutes: 'минут ұзақтығы длительность продолжительность регламент минуты',
    lang: 'тіл тілі язык языка',
    langs: 'тілдер тілдері языки языков',
    theme: 'безендіру безендірілуі үлгі оформление шаблон дизайн стиль',
    colors: 'түстер түстері цвета цвет палитра',
    aspect: 'пішім пішімі формат соотношение соотношение_сторон пропорции арақатынас',
    logo_path: 'эмблема елтаңба герб ұйым_логотипі файл_логотипа',
    logo_title:
      'ұйым мекеме ұйым_атауы министрлік басқарма организация учреждение ведомство министерство управление компания',
    content: 'слайдтар слайды слайдов слайдтары мазмұны мазмұн содержание контент парақтар страницы беттер',
    slide_max: 'слайд_саны слайдтар_саны количество_слайдов число_слайдов',
    slide_now: 'бірінші_слайд первый_слайд начальный_слайд',
    ID: 'нөмір нөмірі номер шифр код',
    latin: 'латынша латиница латын',
  },
  slide: {
    title:
      'тақырып тақырыбы тақырыпты слайд_тақырыбы атауы заголовок заголовка загаловок заголовок_слайда название название_слайда заглавие тема',
    text: 'мәтін мәтіні мәтіндер мәтіндері мазмұн мазмұны текст тексты текст_слайда содержание содержимое абзац абзацы список тізім пункты тезисы описание сипаттама подзаголовок тақырыпша основной_текст',
    img_path:
      'сурет суреті суреттер суреттері фото фотосы фотолар фотосурет фотосуреттер картинка картинки картинку изображение изображения рисунок рисунки фотография фотографии иллюстрация снимок скриншот фотка',
    img_caption:
      'подпись подписи подпись_к_фото подпись_под_фото подпись_к_картинке сурет_жазуы сурет_астындағы_жазу жазуы',
    img_alt: 'описание_картинки описание_фото альтернативный_текст сурет_сипаттамасы альт баламалы_мәтін',
    img_fit: 'обрезка кадрирование обрезка_картинки суретті_сыйғызу суретті_қию',
    img_focus: 'фокус_картинки центр_картинки сурет_ортасы',
    video: 'бейне бейнесі бейнежазба бейнеролик видео видеоролик ролик видеофайл фильм клип видеосы',
    map: 'карта картасы карты картаны',
    table: 'кесте кестесі кестелер таблица таблицы таблицу табличка',
    chart: 'диаграмма диаграммасы диаграммы график графигі гистограмма графика',
    people:
      'адамдар тұлғалар команда спикерлер қатысушылар қонақтар қонақ баяндамашылар баяндамашы люди спикеры спикер участники гости гость докладчики докладчик эксперты сотрудники қызметкерлер сарапшылар ұжым коллектив',
    timeline:
      'бағдарлама бағдарламасы кезеңдер күн_тәртібі хронология программа этапы расписание повестка повестка_дня план график_мероприятия',
    notes:
      'ескертпе ескертпелер ескертпесі ескерту жазбалар баяндамашыға заметки заметка примечание примечания заметки_докладчика для_докладчика речь текст_докладчика докладчику',
    block: 'макет макеті орналасым слайд_түрі вид_слайда тип_слайда компоновка шаблон_слайда',
    blocks: 'блоктар блоки элементы элементтер',
    background: 'фон фоны задний_фон фоновая_картинка цвет_фона артқы_фон',
    fit: 'подгонка_текста сыйдыру',
    lang: 'тіл тілі язык',
  },
  picture: {
    src: 'файл файлы сурет фото картинка изображение путь путь_к_файлу',
    alt: 'сипаттама сипаттамасы описание альт',
    caption: 'жазуы подпись подпись_к_фото сурет_жазуы',
    focus: 'фокус точка_фокуса',
  },
  video: {
    src: 'файл видео бейне путь ролик',
    poster: 'заставка обложка_видео постер бейне_мұқабасы',
    captions: 'субтитры субтитрлер титры субтитр',
    title: 'тақырып атауы заголовок название',
    autoplay: 'автозапуск автоқосу автовоспроизведение',
    muted: 'без_звука дыбыссыз үнсіз',
    loop: 'повтор қайталау по_кругу',
    start: 'начало басы старт',
    end: 'конец соңы окончание',
  },
  map: {
    place: 'орын орны жер қала қаласы место город адрес мекенжай',
    markers: 'белгілер белгілері метки маркеры точки нүктелер',
    regions: 'өңірлер облыстар аймақтар регионы области районы аудандар',
    zoom: 'масштаб масштабы приближение үлкейту',
    legend: 'легенда шартты_белгілер условные_обозначения',
    unit: 'бірлік өлшем_бірлігі единица единица_измерения',
    source: 'дереккөз дереккөзі источник источник_данных',
    lat: 'ендік широта',
    lng: 'бойлық долгота',
    link: 'сілтеме ссылка',
    image: 'сурет картинка изображение',
  },
  marker: {
    place: 'орын қала место город',
    label: 'атауы надпись подпись',
    value: 'мәні значение көрсеткіш',
    kind: 'түрі вид значок иконка белгіше',
  },
  table: {
    head: 'шапка заголовки баған_атаулары названия_столбцов колонки бағандар столбцы',
    total: 'итог итого всего жиыны барлығы жиынтығы',
    rank: 'рейтинг рейтингі',
    note: 'ескерту ескертпе примечание сноска',
    unit: 'бірлігі единица единицы',
    align: 'туралау выравнивание',
  },
  chart: {
    kind: 'түрі вид тип тип_диаграммы диаграмма_түрі',
    unit: 'бірлік единица',
    source: 'дереккөз источник',
    highlight: 'ерекшелеу выделить выделение',
  },
  person: {
    name: 'аты аты-жөні аты_жөні есімі тегі имя фио ф.и.о. фамилия қонақ гость докладчик спикер баяндамашы',
    role: 'қызметі лауазымы лауазым рөлі должность роль позиция профессия мамандығы',
    img_path: 'фото сурет суреті портрет аватар фотосы',
    note: 'ескертпе қосымша примечание заметка',
  },
  text: {
    kk: 'қаз қазақша казахский на_казахском каз қазақ_тілінде',
    ru: 'рус орысша русский на_русском',
    en: 'англ ағылшынша английский',
  },
}

const rows = Object.entries(staffWords).flatMap(([place, fields]) =>
  Object.entries(fields).flatMap(([field, words]) =>
    words.split(' ').map((word) => ({ place, field, word: word.replaceAll('_', ' ') })),
  ),
)

test('there are enough words', () => expect(rows.length).toBeGreaterThan(350))

test('every word of staff is read as its field, or gets it suggested', () => {
  const wrong = rows.flatMap(({ place, field, word }) => {
    const meant = meaningOf(place, word, 'сөз')
    return meant.replace('?', '') === field ? [] : [`${place}: ${word} is ${meant}, not ${field}`]
  })
  expect(wrong).toEqual([])
})

/** Words with several meanings: their value decides, or nothing is read. */
describe('a word with several meanings is the field that its value fits', () => {
  test.each<[string, string, unknown, string]>([
    ['slide', 'блок', '2', 'block'],
    ['slide', 'блок', 2, 'block'],
    ['slide', 'Блок', 'мұқаба', 'block'],
    ['slide', 'блок', 'текст', 'block'],
    ['slide', 'блок', [{ type: 'text', text: 'а' }], 'blocks'],
    ['slide', 'тип', 'обложка', 'block'],
    ['slide', 'түрі', '7', 'block'],
    ['slide', 'вид', 'карта', 'block'],
    ['slide', 'type', 'cover', 'block'],
    ['slide', 'type', 'срочно', '?block'],
    ['slide', 'колонки', ['а', 'ә'], 'text'],
    ['slide', 'бағандар', ['а', 'ә'], 'text'],
    ['slide', 'колонки', 2, '?text'],
    ['slide', 'колонки', '2', '?text'],
    ['slide', 'вписать', 'целиком', 'img_fit'],
    ['slide', 'вписать', 'сжать', 'fit'],
    ['slide', 'сыйғызу', 'contain', 'img_fit'],
    ['slide', 'сыйғызу', 'split', 'fit'],
    ['deck', 'тіл', 'kk', 'lang'],
    ['deck', 'тіл', ['kk', 'ru'], 'langs'],
    ['deck', 'язык', ['казахский', 'русский'], 'langs'],
    ['deck', 'язык', 'казахский', 'lang'],
    ['deck', 'языки', ['kk', 'ru'], 'langs'],
    ['deck', 'слайды', 12, 'slide_max'],
    ['deck', 'слайды', '12', 'slide_max'],
    ['deck', 'слайдтар', 12, 'slide_max'],
    ['deck', 'slides', 12, 'slide_max'],
    ['deck', 'слайд', 3, '?slide_max'],
    ['deck', 'логотип', 'img/logo.png', 'logo_path'],
    ['deck', 'логотип', 'logo.svg', 'logo_path'],
    ['deck', 'логотип', 'Министерство культуры', 'logo_title'],
    ['deck', 'логотип', { kk: 'Мәдениет министрлігі', ru: 'Министерство культуры' }, 'logo_title'],
    ['deck', 'logo', '/img/logo.png', 'logo_path'],
    ['deck', 'тема', 'Итоги 2025 года', 'name'],
    ['deck', 'тема', 'Итоги', 'name'],
    ['deck', 'тема', { kk: 'Қорытынды', ru: 'Итоги' }, 'name'],
    ['deck', 'тема', 'official', 'theme'],
    ['deck', 'время', 15, 'minutes'],
    ['deck', 'уақыты', '20', 'minutes'],
    ['deck', 'время', '10:00', '?date'],
    ['deck', 'Уақыты', '2026 жылғы 12 сәуір', '?date'],
    ['deck', 'размер', '16:9', 'aspect'],
    ['map', 'масштаб', 7, 'zoom'],
    ['map', 'масштаб', '7', 'zoom'],
    ['map', 'масштаб', { type: 'steps', steps: [1, 5] }, 'scale'],
    ['map', 'регион', ['Абай облысы', 'Ұлытау облысы'], 'regions'],
    ['map', 'регион', 'Алматинская область', 'view'],
    ['map', 'область', { 'Абай облысы': 3 }, 'regions'],
    ['map', 'онлайн', 'ссылка', 'online'],
    ['map', 'онлайн', 'https://2gis.kz/astana', 'link'],
    ['map', 'подписи', 'названия', 'labels'],
    ['map', 'подпись', 'Число проектов', 'caption'],
    ['map', 'файл', 'oblys.geojson', 'geojson'],
    ['map', 'файл', 'img/karta.png', 'image'],
    ['video', 'кадр', 12, 'poster_time'],
    ['video', 'кадр', 'img/kadr.jpg', 'poster'],
    ['video', 'заставка', '12,5', 'poster_time'],
    ['video', 'заставка', 'img/kadr.jpg', 'poster'],
    ['video', 'ссылка', 'https://youtu.be/dQw4w9WgXcQ', 'src'],
    ['video', 'ссылка', 'на сайте', '?src'],
    ['chart', 'график', 'линия', 'kind'],
    ['chart', 'диаграмма', 'столбцы', 'kind'],
    ['person', 'докладчик', 'Айгүл Сәрсен', 'name'],
    ['slide', 'докладчик', 'Айгүл Сәрсен', '?people'],
    ['slide', 'қонақ', 'Айгүл Сәрсен', '?people'],
    ['slide', 'план', 'Бір\nЕкі', '?timeline'],
    ['slide', 'речь', 'Сәлем', '?notes'],
  ])('%s: "%s" with %j is %s', (place, word, value, field) => expect(meaningOf(place, word, value)).toBe(field))
})

test.each(['кнопка', 'шрифт', 'анимация', 'переход', 'қаріп', 'батырма', 'цена', 'бағасы', 'высота', 'ені'])(
  'no field is meant by "%s"',
  (word) => expect(meaningOf('slide', word, 'сөз')).toBe('-'),
)

/** Words that staff write for a value, by its definition. */
const staffValues: Record<string, Record<string, string>> = {
  layout: {
    cover: 'мұқаба мұқабасы обложка обложки титул титульный титульный_лист басты_бет',
    text: 'мәтін мәтіні текст текстовый тексты',
    image: 'сурет суреттер фото картинка картинки рисунок изображение',
    video: 'бейне видео видеоролик клип',
    map: 'карта картасы карты',
    columns: 'бағандар бағаналар колонки столбцы две_колонки колонкалар',
    section: 'бөлім тарау раздел разделы глава разделитель',
    quote: 'дәйексөз цитата цитаты',
    number: 'сан сандар числа число цифры цифрлар',
    closing: 'қорытынды соңы соңғы заключение завершение финал конец',
    table: 'кесте кестесі таблица таблицы',
    chart: 'диаграмма график графиктер гистограмма',
    people: 'адамдар команда спикерлер қонақтар люди спикеры гости докладчики участники',
    timeline: 'бағдарлама кезеңдер программа этапы расписание повестка хронология',
  },
  block: {
    title: 'тақырып заголовок название',
    text: 'мәтін текст абзац',
    image: 'сурет фото картинка',
    chart: 'диаграмма график',
  },
  chartKind: {
    bar: 'бағандар столбцы столбчатая столбики',
    line: 'сызық линия линейная',
    donut: 'сақина дөңгелек кольцо круговая',
    stack: 'жинақталған накопление',
  },
  imageFit: { cover: 'толтыру заполнить обрезать', contain: 'сыйғызу вместить вписать' },
  fit: { shrink: 'кішірейту уменьшить сжать', split: 'бөлу разделить разбить' },
  markerKind: { star: 'жұлдыз звезда звездочка', dot: 'нүкте точка', pin: 'метка', office: 'кеңсе офис' },
  columnAlign: { left: 'сол солға слева влево', right: 'оң оңға справа вправо' },
  base: { kz: 'қазақстан казахстан', world: 'әлем мир', none: 'жоқ нет' },
  aspect: { '16:9': 'кең широкий широкоэкранный', '4:3': 'ескі старый стандартный' },
}

test('every word of staff for a value is read as it, or gets it suggested', () => {
  const known = new Map(enumsOfSchema().map(({ definition, values }) => [definition, values]))
  known.set('block', Object.keys(valueWords.block!))
  const wrong = Object.entries(staffValues).flatMap(([definition, values]) =>
    Object.entries(values).flatMap(([value, words]) =>
      words.split(' ').flatMap((listed) => {
        const word = listed.replaceAll('_', ' ')
        const meant =
          valueMeant(word, definition, known.get(definition)!) ?? valueNear(word, definition, known.get(definition)!)
        return meant === value ? [] : [`${definition}: ${word} is ${meant}, not ${value}`]
      }),
    ),
  )
  expect(wrong).toEqual([])
})
