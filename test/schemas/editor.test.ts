import { describe, expect, test } from 'vitest'
import { type Lang, langs } from '../../src/model/lang.ts'
import { askEditor } from './ask-editor.ts'

/** A deck of one slide. */
const slide = (fields: string) => `{ "content": [ { ${fields} } ] }`
const block = (fields: string) => slide(`"blocks": [ { ${fields} } ]`)

const layouts = [
  'cover',
  'text',
  'picture',
  'image',
  'video',
  'map',
  'columns',
  'section',
  'quote',
  'number',
  'closing',
]
const types = ['title', 'text', 'image', 'video', 'map', 'table', 'chart', 'people', 'timeline']
const quoted = (words: readonly string[]) => words.map((word) => `"${word}"`)
const nothing = ['""', 'null']

/** What is offered at a place, beside other entries. Each must say something in the language of the schema. */
const offered: [what: string, deck: string, labels: readonly string[]][] = [
  ['the fields of a deck', '{ | }', ['name', 'logo_title', 'theme', 'colors', 'content']],
  ['themes', '{ "theme": | }', ['official', 'calm', 'stage', 'contrast']],
  ['themes in quotation marks', '{ "theme": "|" }', ['official', 'calm', 'stage', 'contrast']],
  ['languages', '{ "lang": | }', ['"kk"', '"ru"', '"en"', ...nothing]],
  ['languages in a list', '{ "langs": [ | ] }', ['"kk"', '"ru"', '"en"']],
  ['aspects', '{ "aspect": | }', ['"16:9"', '"4:3"']],
  ['the colours of the theme', '{ "colors": { | } }', ['ground', 'ink', 'accent', 'deepInk', 'scrim']],
  ['the fields of a slide', slide('|'), ['title', 'block', 'text', 'notes', 'img_path', 'people', 'blocks']],
  ['layouts', slide('"block": |'), ['"1"', '"14"', '1', '14', ...quoted(layouts), ...nothing]],
  ['fits of a picture', slide('"img_fit": |'), ['cover', 'contain']],
  ['fits of a text', slide('"fit": |'), quoted(['auto', 'shrink', 'split'])],
  ['types of blocks', block('"type": |'), quoted(types)],
  ['types of blocks in quotation marks', block('"type": "|"'), quoted(types)],
  ['the fields of a block', block('|'), ['type']],
  ['the fields of a chart block', block('"type": "chart", |'), ['kind', 'data', 'unit', 'source', 'highlight']],
  ['the fields of a chart', slide('"chart": { | }'), ['kind', 'data', 'unit', 'source', 'highlight']],
  ['kinds of charts', slide('"chart": { "data": "a — 1", "kind": | }'), quoted(['bar', 'stack', 'line', 'donut'])],
  ['the fields of a table', slide('"table": { | }'), ['rows', 'head', 'total', 'rank', 'unit', 'note', 'align']],
  ['sides of columns', slide('"table": { "rows": [], "align": [ | ] }'), quoted(['left', 'right'])],
  ['kinds of timelines', slide('"timeline": { "rows": [], "kind": | }'), quoted(['programme', 'line'])],
  ['the fields of a map', slide('"map": { | }'), ['base', 'view', 'markers', 'regions', 'legend']],
  ['outlines', slide('"map": { "base": | }'), quoted(['auto', 'kz', 'region', 'world', 'none'])],
  ['shapes of marks', slide('"map": { "markers": [ { "kind": | } ] }'), quoted(['pin', 'dot', 'star', 'office'])],
  ['kinds of scales', slide('"map": { "scale": { "type": | } }'), quoted(['quantile', 'steps', 'category'])],
  ['the fields of a person', slide('"people": [ { | } ]'), ['name', 'role', 'img_path', 'note']],
  ['the fields of a picture', slide('"img_path": { | }'), ['src', 'alt', 'caption', 'fit', 'focus']],
  ['the fields of a picture of a list', slide('"img_path": [ "a.png", { | } ]'), ['src', 'alt', 'fit']],
  ['the fields of a video', slide('"video": { | }'), ['src', 'poster', 'start', 'captions', 'qr']],
  ['a yes or no', slide('"video": { "autoplay": | }'), ['true', 'false']],
  ['the languages of a text', slide('"title": { | }'), ['kk', 'ru', 'en']],
  ['the languages of a role', slide('"people": [ { "role": { | } } ]'), ['kk', 'ru', 'en']],
  ['the languages of a cell', slide('"table": [ [ { | } ] ]'), ['kk', 'ru', 'en']],
  ['the languages of a label', slide('"map": { "markers": [ { "label": { | } } ] }'), ['kk', 'ru', 'en']],
  ['the fields of a mark', slide('"map": { "markers": [ { | } ] }'), ['place', 'lat', 'lng', 'label', 'kind']],
  ['the fields of a region', slide('"map": { "regions": { "x": { | } } }'), ['value', 'label', 'color']],
  ['the fields of a scale', slide('"map": { "scale": { | } }'), ['type', 'steps', 'colors', 'labels']],
  ['the fields of a view', slide('"map": { "view": { | } }'), ['lat', 'lng', 'zoom', 'bbox']],
  ['the fields of subtitles', slide('"video": { "captions": [ { | } ] }'), ['src', 'lang', 'label']],
  ['the languages of subtitles', slide('"video": { "captions": [ { "lang": | } ] }'), quoted(langs)],
  ['the fields of a point', slide('"img_path": [ { "focus": { | } } ]'), ['x', 'y']],
]

/** A letter that only this language has among the three. */
const letters: Record<Lang, RegExp> = { kk: /\p{Script=Cyrillic}/u, ru: /\p{Script=Cyrillic}/u, en: /^[^а-яё]*$/iu }

describe.each(langs)('in %s, an editor offers', (lang) => {
  test.each(offered)('%s', async (_, deck, labels) => {
    const offers = await askEditor(lang).offers(deck)
    expect(offers.map(({ label }) => label)).toEqual(expect.arrayContaining([...labels]))
    for (const { label, says } of offers.filter((one) => labels.includes(one.label))) {
      expect([label, says.length > 2, letters[lang].test(says.replace(/`[^`]*`/g, ''))]).toEqual([label, true, true])
    }
  })
})

test('layouts: each number says what its name says, and the numbers come first', async () => {
  for (const lang of langs) {
    const offers = await askEditor(lang).offers(slide('"block": |'))
    const says = (label: string) => offers.find((one) => one.label === label)!.says
    expect(new Set(layouts.map((name) => says(`"${name}"`))).size).toBe(layouts.length)
    expect([says('"1"'), says('1'), says('"12"')]).toEqual([says('"cover"'), says('"cover"'), says('"chart"')])
    const first = offers.sort((a, b) => (a.sort < b.sort ? -1 : 1)).slice(0, 3)
    expect(first.map(({ label, detail }) => [label, detail])).toEqual([
      ['"1"', 'cover'],
      ['"2"', 'text'],
      ['"3"', 'picture'],
    ])
  }
})

test.each([
  ['kk', 'Мұқаба', 'Бөлім', 'Соңғы слайд'],
  ['ru', 'Обложка', 'Раздел', 'Последний слайд'],
  ['en', 'Cover', 'Section', 'Closing'],
] as const)('new slides in %s, ready to be filled in', async (lang, ...labels) => {
  const offers = await askEditor(lang).offers('{ "content": [ | ] }')
  expect(offers.map(({ label }) => label)).toEqual(expect.arrayContaining([...labels]))
  expect(offers.length).toBeGreaterThan(12)
  for (const { label, says, inserts } of offers) {
    expect([label, says.length > 3]).toEqual([label, true])
    expect(inserts).toMatch(/^\{\n\t"(?:title|block)"/)
  }
})

test('a new deck for an empty file', async () => {
  const offers = await Promise.all(langs.map((lang) => askEditor(lang).offers('|')))
  expect(offers.map(([one]) => one!.label)).toEqual(['Жаңа презентация', 'Новая презентация', 'New deck'])
  for (const [one] of offers) expect(one!.inserts).toContain('"content"')
})

test('regions by the names that a map knows', async () => {
  for (const [lang, name] of [
    ['kk', 'Абай облысы'],
    ['ru', 'область Абай'],
    ['en', 'Abai Region'],
  ] as const) {
    const editor = askEditor(lang)
    const keys = await editor.offers(slide('"map": { "regions": { | } }'))
    const items = await editor.offers(slide('"map": { "regions": [ | ] }'))
    expect(keys.map(({ label }) => label)).toContain(name)
    expect(items.map(({ label }) => label)).toContain(`"${name}"`)
  }
})

test.each([
  ['kk', 'Адам', 'Белгі', 'Субтитр', 'Бірнеше тілде'],
  ['ru', 'Человек', 'Метка', 'Субтитры', 'На нескольких языках'],
  ['en', 'Person', 'Mark', 'Subtitles', 'In several languages'],
] as const)('in %s, items of lists and a text in each language', async (lang, person, mark, track, several) => {
  const editor = askEditor(lang)
  for (const [deck, label] of [
    [slide('"people": [ | ]'), person],
    [block('"type": "people", "people": [ | ]'), person],
    [slide('"map": { "markers": [ | ] }'), mark],
    [slide('"map": [ | ]'), mark],
    [slide('"video": { "captions": [ | ] }'), track],
    [slide('"title": |'), several],
    [slide('"text": |'), several],
    [slide('"notes": |'), several],
    ['{ "name": | }', several],
    [slide('"people": [ { "role": | } ]'), several],
    [slide('"table": { "rows": [], "note": | }'), several],
  ] as const) {
    const found = (await editor.offers(deck)).find((one) => one.label === label)
    expect([deck, (found?.says.length ?? 0) > 5]).toEqual([deck, true])
  }
})

test('names that authors choose are explained, too', async () => {
  for (const lang of langs) {
    const editor = askEditor(lang)
    expect(await editor.hover(slide('"map": { "regions": { "Абай обл|ысы": 3 } }'))).toMatch(letters[lang])
    expect((await editor.hover(slide('"map": { "regions": { "Абай обл|ысы": 3 } }'))).length).toBeGreaterThan(10)
    expect((await editor.hover('{ "latin": { "Ц|ой": "Tsoi" } }')).length).toBeGreaterThan(40)
    expect((await editor.offers('{ "latin": { | } }')).map(({ label }) => label)).toEqual(['Цой'])
  }
})

/** What is shown over a place in each language. */
const hovers: [deck: string, kk: string, ru: string, en: string][] = [
  ['{ "co|ntent": [] }', 'Слайдтар, ретімен.', 'Слайды по порядку.', 'The slides, in order.'],
  [slide('"no|tes": "x"'), 'тек баяндамашы көреді', 'видит только докладчик', 'only the speaker sees them'],
  [slide('"no|tes": { "ru": "x" }'), 'тек баяндамашы көреді', 'видит только докладчик', 'only the speaker sees them'],
  [slide('"ti|tle": "x"'), 'Слайдтың тақырыбы.', 'Заголовок слайда.', 'Title of the slide.'],
  [slide('"te|xt": [ "a", "b" ]'), 'Әр жол — бір абзац', 'Каждая строка — абзац', 'Each line is a paragraph'],
  [slide('"img_pa|th": { "src": "a" }'), 'Сурет немесе суреттер', 'Картинка или список', 'A picture or a list'],
  [slide('"img_path": { "al|t": "a" }'), 'көре алмайтындарға', 'кто не видит', 'cannot see it'],
  [slide('"block": "1|3"'), 'портреттері бар адамдар', 'люди с портретами', 'people with portraits'],
  [slide('"block": "quo|te"'), 'Дәйексөз', 'Цитата', 'Quote'],
  [slide('"img_fit": "con|tain"'), 'Сурет түгел көрінеді.', 'Картинка видна целиком.', 'Shows the whole picture.'],
  [slide('"ma|p": { "markers": [] }'), 'Бір жер, бірнеше жер', 'Место, несколько мест', 'A place, several places'],
  [slide('"chart": { "data": "a — 1", "ki|nd": "bar" }'), 'Диаграмма түрі', 'Вид диаграммы', 'Kind of chart'],
  [block('"type": "vid|eo"'), 'Мұқаба суреті, субтитрлері', 'Видео с заставкой', 'A video with its poster'],
  ['{ "colors": { "acc|ent": "#fff" } }', 'Сілтемелер мен', 'Ссылки и', 'Links and'],
  ['{ "la|ng": "kk" }', 'Презентацияның тілі', 'Язык презентации', 'Language of the deck'],
  [slide('"title": { "r|u": "x" }'), 'орыс тілі', 'русский', 'Russian'],
  ['{ "content": [ |{ "title": "x" } ] }', 'Бір слайд.', 'Один слайд.', 'One slide.'],
  [slide('"map": { "markers": [ { "kind": "st|ar" } ] }'), 'Жұлдызша', 'Звёздочка', 'A star'],
  [slide('"map": { "scale": { "type": "st|eps" } }'), 'Шкала түрі', 'Вид шкалы', 'Kind of scale'],
  [slide('"map": { "view": { "bb|ox": [1, 2, 3, 4] } }'), 'Батысы', 'Запад', 'West'],
  [slide('"people": [ { "ro|le": { "kk": "x" } } ]'), 'Қызметі', 'Должность', 'Role'],
  [slide('"people": [ { "role": { "k|k": "x" } } ]'), 'қазақ тілі', 'казахский', 'Kazakh'],
  [slide('"table": { "rows": [["x"]], "align": ["le|ft"] }'), 'Сол жақта', 'Слева', 'Left'],
  [
    slide('"video": { "captions": [ { "la|ng": "kk" } ] }'),
    'Субтитрлердің тілі',
    'Язык субтитров',
    'Language of the subtitles',
  ],
  [slide('"img_path": [ { "focus": { "|x": 0.5 } } ]'), 'Сол жақтан', 'Слева', 'From the left'],
  [block('"type": "timeline", "kind": "prog|ramme"'), 'сағат', 'часам', 'clock times'],
  ['{ "langs": [ "k|k" ] }', 'қазақ тілі', 'казахский', 'Kazakh'],
]

test.each(hovers)('over %s', async (deck, ...words) => {
  for (const [i, lang] of langs.entries()) expect(await askEditor(lang).hover(deck)).toContain(words[i])
})

test('every hover ends with an example', async () => {
  const shown = await askEditor('ru').hover(slide('"no|tes": "x"'))
  expect(shown).toMatch(/^Заметки докладчика\n\nЗаметки докладчика: .*\n\n`"notes": "Сначала представить гостей\."`$/)
})

/** What is wrong, where, and how it is said in each language. */
const wrong: [deck: string, at: string, kk: string, ru: string, en: string][] = [
  [
    slide('"тақырып": "x"'),
    '"тақырып"',
    'тек мына өрістер болады: title,',
    'только эти поля: title,',
    'these fields belong here, in { }: title,',
  ],
  ['{ "content": [ "x" ] }', '"x"', 'тек мына өрістер болады: title,', 'только эти поля: title,', 'Only these fields'],
  ['{ "content": "x" }', '"x"', '[ ] ішіндегі тізім керек.', 'Нужен список в [ ].', 'A list in [ ].'],
  [slide('"block": "16"'), '"16"', 'Мүмкін мәндері: 1, 2,', 'Возможные значения: 1, 2,', 'Use one of these: 1, 2,'],
  [slide('"img_fit": "fill"'), '"fill"', 'cover, contain.', 'cover, contain.', 'cover, contain.'],
  [slide('"title": { "kz": "x" }'), '"kz"', 'әр тілдегі мәтін керек', 'тексты по языкам', 'one for each language'],
  [slide('"title": true'), 'true', 'Тырнақшадағы мәтін', 'текст в кавычках', 'A text in quotation marks'],
  ['{ "slide_max": "көп", "content": [] }', '"көп"', 'Бүтін сан керек', 'Нужно целое число', 'A whole number'],
  ['{ "lang": "kz", "content": [] }', '"kz"', 'kk, ru, en.', 'kk, ru, en.', 'kk, ru, en.'],
  ['{ "colors": { "accent": "red" }, "content": [] }', '"red"', 'сияқты түс керек', 'Нужен цвет', 'A colour such as'],
  ['{ "colors": "red", "content": [] }', '"red"', 'ішіндегі түстер керек', 'Нужны цвета', 'Colours in { }'],
  [block('"type": "foto"'), '"foto"', 'Мұндай мән жоқ.', 'Такого значения нет.', 'No such value.'],
  [block('"type": "chart", "color": 1'), '"color"', 'type, kind, data', 'type, kind, data', 'type, kind, data'],
  [slide('"video": { "loop": "иә" }'), '"иә"', 'true немесе false', 'true или false', 'true or false'],
  [slide('"img_focus": "солға"'), '"солға"', '"left top"', '"left top"', '"left top"'],
  [slide('"img_path": 5'), '5', 'файл жолы', 'путь к файлу', 'The path of a file'],
  [slide('"map": { "markers": "Астана" }'), '"Астана"', 'тізім керек', 'Нужен список', 'A list'],
]

test.each(wrong)('a problem in %s', async (deck, at, ...words) => {
  for (const [i, lang] of langs.entries()) {
    const problems = await askEditor(lang).problems(deck)
    expect(problems).toEqual([{ at, says: expect.stringContaining(words[i]!) }])
  }
})

test('colours are recognised, wherever they stand', async () => {
  const deck = `{ "colors": { "accent": "#7a1f5c", "own": "#123" }, "content": [ { "background": "#0b3a5b" }, { "background": "a.png" } ] }`
  expect(await askEditor('en').colors(deck)).toEqual(['"#7a1f5c"', '"#123"', '"#0b3a5b"'])
})
