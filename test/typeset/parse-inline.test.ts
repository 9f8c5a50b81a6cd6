import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { brokenLinks, linkedSlides, parseInline, unsafeLinks } from '../../src/typeset/parse-inline.ts'

/** `**a**b` as `[b a]b`: faces in brackets. */
const shown = (line: string) =>
  parseInline(line)
    .map(({ text, bold, italic, href }) => {
      const face = `${bold ? 'b' : ''}${italic ? 'i' : ''}${href ? `→${href}` : ''}`
      return face ? `[${face} ${text}]` : text
    })
    .join('')

describe('emphasis', () => {
  test.each([
    ['**Маңызды** сөз', '[b Маңызды] сөз'],
    ['*сөз* және ***екеуі***', '[i сөз] және [bi екеуі]'],
    ['**а *б* в**', '[b а ][bi б][b  в]'],
    ['жоба**лар**ды', 'жоба[b лар]ды'],
    ['*Korme*де **Жалақы:** 250', '[i Korme]де [b Жалақы:] 250'],
    ['(*сөз*) «**сөз**» — *сөз*, *2026* **+5 %**', '([i сөз]) «[b сөз]» — [i сөз], [i 2026] [b +5 %]'],
    ['**«Нұр»** *(қараңыз)* **№ 1** *… сөз*', '[b «Нұр»] [i (қараңыз)] [b № 1] [i … сөз]'],
    ['жалақы* және *көлбеу* сөз', 'жалақы* және [i көлбеу] сөз'],
  ])('%s', (line, expected) => expect(shown(line)).toBe(expected))

  test.each([
    '2 * 3 * 4',
    '**жұпсыз',
    'жұлдызша * және **',
    '_астын_ __сызу__',
    'file_name_v2.pdf',
    '<b>HTML</b> &amp; &laquo;',
    '2*3*4 = 24',
    '5*3*2, f*g*h, a*b, c*d',
    '2*x*3 + (a+b)*(c+d)*(e+f)',
    'x**2 + y**2 + (x+y)**2',
    '*:…:* және *:жұлдыз:* мен :*, ;* :-*',
    '*:)* *;)* *^_^*',
    'жалақы*, зейнетақы* және табыс*',
    '4,6 %*, жастар арасында 3,5 %*.',
    'халық** саны** өсті',
    '* 15–34 жас',
    '*) нақтыланады *)',
    '** алдын ала дерек **',
    '*.png, *.jpg және фото*.gif',
    'Ставка «А»*, ставка «Б»* (прим.)*',
    '10 м²*5 м²*2',
    '/* ескерту */',
    '**',
    '****',
    '*',
    'C:\\Users\\name',
    'a_b_c/d',
    '`код`',
    '# тақырып',
    '~~сызылған~~',
    '![сурет](a.png',
    '[жұпсыз](',
    '[бос]()',
    '[] ()',
    '[1] сілтеме',
  ])('%s stays as it is', (line) => expect(shown(line)).toBe(line))
})

describe('links', () => {
  test.each([
    ['[сайт](https://example.kz)', '[→https://example.kz сайт]'],
    ['[пошта](mailto:a@example.kz), [тел](tel:+7700)', '[→mailto:a@example.kz пошта], [→tel:+7700 тел]'],
    ['[үшінші слайд](#3)', '[→#3 үшінші слайд]'],
    ['[**қалың** сөз](https://a.kz/x_(y))', '[b→https://a.kz/x_(y) қалың][→https://a.kz/x_(y)  сөз]'],
    ['**[сайт](http://a.kz)**', '[b→http://a.kz сайт]'],
    ['[а](https://a.kz/?q=a&b=%20\\)', '[→https://a.kz/?q=a&b=%20\\ а]'],
  ])('%s', (line, expected) => expect(shown(line)).toBe(expected))

  test.each([
    '[а](javascript:alert(1))',
    '[а](JavaScript:alert)',
    '[а](data:text/html,x)',
    '[а](file:///etc/passwd)',
    '[а](/a.html)',
    '[а](/a "title")',
    '[а](#бөлім)',
    '[а][б]',
  ])('%s is no link', (line) => expect(shown(line)).toBe(line))

  test('reports invalid and unsafe addresses', () => {
    expect(brokenLinks('[а](https://a.kz) [б](https://) [в](https://[) [г](#3)')).toEqual(['https://', 'https://['])
    expect(parseInline('[б](https://)')).toMatchObject([{ text: '[б](https://)', href: null }])
    expect(unsafeLinks('[а](https://a.kz) [б](javascript:x) [в](www.a.kz)')).toEqual(['javascript:x', 'www.a.kz'])
  })

  test('lists the slides that a text links to', () => {
    expect(linkedSlides('[а](#3), [б](https://a.kz/#4), [в](#12)')).toEqual([3, 12])
  })
})

test('no character is lost or added except the marks', () => {
  const text = fc.string({ unit: fc.constantFrom(...'аб *[]()_\\#&;<>!`~:/.\u00a0қ'), maxLength: 40 })
  fc.assert(
    fc.property(text, (line) => {
      const runs = parseInline(line)
      const linked = runs.some(({ href }) => href !== null)
      const words = runs.map((run) => run.text).join('')
      const bare = (value: string) => value.replace(/\*/g, '')
      if (!linked) expect(bare(words)).toBe(bare(line))
      // What goes in a pair of marks is two or four asterisks, never one.
      expect((line.length - words.length) % 2 === 0 || linked).toBe(true)
    }),
  )
})

test('a text without marks is one run', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }).filter((line) => !/[*[\]]/.test(line)),
      (line) => {
        expect(parseInline(line)).toEqual([{ text: line, bold: false, italic: false, href: null }])
      },
    ),
  )
})
