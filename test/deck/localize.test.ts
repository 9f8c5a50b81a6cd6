import { describe, expect, test } from 'vitest'
import { localize } from '../../src/deck/localize.ts'
import { toDeck } from '../../src/deck/to-deck.ts'
import type { Lang } from '../../src/model/lang.ts'
import { source } from '../source.ts'

const local = (deck: object, lang?: Lang) => {
  const read = toDeck(source(JSON.stringify(deck))).deck
  return localize(read, lang ?? read.lang)
}
const firstText = (deck: object, lang?: Lang) => {
  const block = local(deck, lang).deck.slides[0]!.blocks.find(({ type }) => type === 'text')
  return block?.type === 'text' ? block.text : null
}

const three = { kk: 'Қала', ru: 'Город', en: 'City' }

describe('a text in three languages', () => {
  test.each(['kk', 'ru', 'en'] as const)('is shown in %s', (lang) => {
    expect(firstText({ lang: 'kk', content: [{ text: three }] }, lang)).toEqual({ text: three[lang], lang })
  })

  test.each([{ kk: 'Қала' }, { kk: 'Қала', ru: '' }])(
    'that lacks one is shown in the first, with a warning: %j',
    (text) => {
      const deck = { lang: 'kk', langs: ['kk', 'ru'], content: [{ text }] }
      expect(firstText(deck, 'ru')).toEqual({ text: 'Қала', lang: 'kk' })
      const { diagnostics } = local(deck, 'ru')
      expect(diagnostics).toMatchObject([{ code: 'translation-missing', lang: 'ru', shown: 'kk', severity: 'warning' }])
      const written = JSON.stringify(deck)
      expect(written.slice(diagnostics[0]!.range.start, diagnostics[0]!.range.end)).toContain('Қала')
    },
  )

  test.each(['name', 'author', 'event', 'date', 'logo_title'])('in %s is reported at its place', (name) => {
    const deck = { lang: 'kk', [name]: { kk: 'Қала' }, content: [{ text: three }] }
    const [missing] = local(deck, 'ru').diagnostics
    expect(JSON.stringify(deck).slice(missing!.range.start, missing!.range.end)).toBe('{"kk":"Қала"}')
  })

  test('that lacks the first as well is shown in a language that it has', () => {
    expect(firstText({ lang: 'kk', content: [{ text: { en: 'City' } }] }, 'ru')).toEqual({ text: 'City', lang: 'en' })
  })
})

describe('a text written once', () => {
  const kazakh = 'Орталыққа күн сайын жүз жиырма адам келеді, дәрігер қарайды, ыстық ас беріледі.'
  const russian = 'Каждый день в центр приходят сто двадцать человек, их осматривает врач, им дают обед.'

  test.each<[string, Lang, Lang]>([
    [kazakh, 'kk', 'kk'],
    [kazakh, 'ru', 'kk'],
    [kazakh, 'en', 'kk'],
    [russian, 'kk', 'ru'],
    [russian, 'ru', 'ru'],
    ['Астана', 'kk', 'kk'],
    ['NurOtan', 'kk', 'kk'],
    ['Best social projects', 'kk', 'en'],
    ['2017', 'ru', 'ru'],
  ])('%s in a deck in %s has the language %s', (text, lang, expected) => {
    expect(firstText({ lang, content: [{ text }] })!.lang).toBe(expected)
  })

  test('has the language of its slide, if that has one', () => {
    expect(firstText({ lang: 'kk', content: [{ lang: 'en', text: kazakh }] })!.lang).toBe('en')
  })
})

describe('checks of typography', () => {
  const typographyOf = (text: string, lang: Lang = 'kk') =>
    local({ lang, content: [{ text }] }).diagnostics.map(({ code, count }) => [code, count])

  test('straight quotes and hyphens for dashes are counted, with one finding per text', () => {
    expect(typographyOf('"Нұр" және "Отан" - партия - бір')).toEqual([
      ['quotes-straight', 2],
      ['dash-hyphen', 2],
    ])
  })

  test.each(['«Нұр» – партия', 'сайт 24" экран', 'алып-сатар', '- тізім\n- тізім', '-5 °C'])('%j is right', (text) => {
    expect(typographyOf(text)).toEqual([])
  })

  test('lines with columns that differ in number, as copied from Word, are reported', () => {
    expect(typographyOf('Өңір\t2022\t2023\nАқмола\t1 200\nАбай\t\t90')).toEqual([['table-flattened', undefined]])
    expect(typographyOf('Өңір\t2022\nсоңы')).toEqual([])
    expect(typographyOf('•\tбірінші\n•\tекінші\n1.\tүшінші\n2)\tтөртінші\n\tабзац\n\tабзац')).toEqual([])
  })

  test('English has straight quotes', () => expect(typographyOf('the "best" one', 'en')).toEqual([]))

  test('an unsafe link is reported', () => {
    const { diagnostics } = local({ lang: 'kk', content: [{ text: '[а](javascript:alert(1))' }] })
    expect(diagnostics).toMatchObject([{ code: 'link-unsafe', address: 'javascript:alert(1)', severity: 'warning' }])
  })
})

describe('the letters of a text that is written once, in a deck in Kazakh', () => {
  const langsIn = (content: object[], rest: object = {}) => {
    const read = toDeck(source(JSON.stringify({ lang: 'kk', content, ...rest }))).deck
    const { slides, event } = localize(read, 'kk', { bySlide: true }).deck
    const ofBlocks = slides.map(({ blocks }) => blocks.flatMap((block) => ('text' in block ? [block.text.lang] : [])))
    return { slides: ofBlocks, event: event?.lang }
  }
  const russian = 'Жители области получили новые дороги и школы, а врачи приехали в сёла.'

  test.each([
    ['a short title of a Russian text goes with it', { title: 'План', text: russian }, ['ru', 'ru']],
    ['a name above a Russian text goes with it', { title: 'Ахмет Байтурсынов', text: russian }, ['ru', 'ru']],
    [
      'a Russian title shows its language by an ending',
      { title: 'Годовое собрание', text: 'Қала мен ауыл' },
      ['ru', 'kk'],
    ],
    ['a Kazakh text in a Russian slide is Kazakh', { title: 'Қорытынды сөз', text: russian }, ['kk', 'ru']],
    [
      'a title without a sign goes with a Kazakh text',
      { title: 'План', text: 'Қала мен ауылға мектеп саламыз' },
      ['kk', 'kk'],
    ],
    ['a slide of names is in the language of the deck', { title: 'Абай', text: 'Мухтар Ауэзов' }, ['kk', 'kk']],
    ['a slide says its language', { title: 'Абай', text: 'Астана', lang: 'ru' }, ['ru', 'ru']],
    ['a field says its language', { title: { kk: 'План' }, text: russian }, ['kk', 'ru']],
  ])('%s', (_, slide, langs) => {
    expect(langsIn([slide]).slides).toEqual([langs])
  })

  test('a text of the deck goes with the deck unless it shows another language', () => {
    expect(langsIn([{ title: 'Абай' }], { event: 'Астана, 2026' }).event).toBe('kk')
    expect(langsIn([{ title: 'Абай' }], { event: 'Годовое собрание' }).event).toBe('ru')
  })
})
