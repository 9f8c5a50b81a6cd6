import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findAddresses } from '../../src/typeset/find-addresses.ts'
import { parseInline } from '../../src/typeset/parse-inline.ts'

/** The text with its addresses as `[shown→href]`. */
const shown = (line: string) =>
  parseInline(line)
    .map(({ text, href }) => (href === null ? text : `[${text}→${href}]`))
    .join('')

describe('bare addresses become links, shown without their scheme', () => {
  test.each([
    ['Сайт: https://example.kz/a?b=c&d=%20', 'Сайт: [example.kz/a?b=c&d=%20→https://example.kz/a?b=c&d=%20]'],
    ['Қараңыз: (https://example.kz/a_(b)).', 'Қараңыз: ([example.kz/a_(b)→https://example.kz/a_(b)]).'],
    [
      'Содан соң «https://example.kz/c», HTTPS://EXAMPLE.KZ,',
      'Содан соң «[example.kz/c→https://example.kz/c]», [EXAMPLE.KZ→HTTPS://EXAMPLE.KZ],',
    ],
    ['http://example.kz/', '[example.kz→http://example.kz/]'],
    ['example.kz. Соң', '[example.kz→https://example.kz]. Соң'],
    [
      'www.example.kz/жобалар/2026/көктем',
      '[www.example.kz/жобалар/2026/көктем→https://www.example.kz/жобалар/2026/көктем]',
    ],
    [
      'stat.example.kz, t.me/ulgi_kanal, @ulgi_kanal',
      '[stat.example.kz→https://stat.example.kz], [t.me/ulgi_kanal→https://t.me/ulgi_kanal], @ulgi_kanal',
    ],
    [
      'askar.qonaev-ulgi@mail.example.kz, тел.',
      '[askar.qonaev-ulgi@mail.example.kz→mailto:askar.qonaev-ulgi@mail.example.kz], тел.',
    ],
    ['e-mail:a@b.kz;c+d@e.org.', 'e-mail:[a@b.kz→mailto:a@b.kz];[c+d@e.org→mailto:c+d@e.org].'],
    ['mailto:a@b.kz', '[a@b.kz→mailto:a@b.kz]'],
    ['egov.kz-те, https://egov.kz-те', '[egov.kz→https://egov.kz]-те, [egov.kz→https://egov.kz]-те'],
    ['(a.kz,b.kz/x)', '([a.kz→https://a.kz],[b.kz/x→https://b.kz/x])'],
    ['сайт:a.kz', 'сайт:[a.kz→https://a.kz]'],
    ['a.kz:8080/x', '[a.kz:8080/x→https://a.kz:8080/x]'],
    ['https://жоба.қаз/бет', '[жоба.қаз/бет→https://жоба.қаз/бет]'],
    ['жоба.қаз', '[жоба.қаз→https://жоба.қаз]'],
    ['**https://a.kz**, *www.a.kz*', '[a.kz→https://a.kz], [www.a.kz→https://www.a.kz]'],
    ['[https://a.kz/x](https://a.kz/x)', '[a.kz/x→https://a.kz/x]'],
    ['[сайт](https://a.kz/x) https://b.kz', '[сайт→https://a.kz/x] [b.kz→https://b.kz]'],
    ['https://a.kz/x, https://b.kz!', '[a.kz/x→https://a.kz/x], [b.kz→https://b.kz]!'],
    ['https://a.kz/#/x:y/@z', '[a.kz/#/x:y/@z→https://a.kz/#/x:y/@z]'],
    ['https://user.example.kz:443', '[user.example.kz:443→https://user.example.kz:443]'],
  ])('%s', (line, expected) => expect(shown(line)).toBe(expected))

  test.each([
    'Node.js, ASP.NET, erezhe.pdf, index.php, v2.0.1, 12.05.2026',
    'т.б. және т.с.с.',
    'Соңы.Басы, жоба.Бұл',
    'сурет.png, file_name_v2.docx',
    '@kz, a@b, a@@b.kz, @a.kz',
    'https://, http://[, www., https://.',
    'me.too, to.be, t.me',
    'C:\\a.kz\\b, ./a.kz, -a.kz',
    'kz.example',
    'example.kzда',
    'a.kz.жоба',
    '192.168.1.1',
  ])('%s stays as it is', (line) => expect(shown(line)).toBe(line))
})

test('nothing but schemes and a last slash is left out of a text', () => {
  const words = fc.constantFrom(
    'https://',
    'http://',
    'www.',
    'a',
    'ә',
    '.',
    '.kz',
    '/',
    '@',
    '-',
    ' ',
    ',',
    '(',
    ')',
    ':',
    '?',
    '#',
    '1',
  )
  const text = fc.array(words, { maxLength: 14 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, (line) => {
      const found = findAddresses(line)
      let end = 0
      for (const one of found) {
        expect(one.start).toBeGreaterThanOrEqual(end)
        expect(one.end).toBeGreaterThan(one.start)
        end = one.end
      }
      const bare = (value: string) => value.replace(/https?:\/\/|mailto:|\//gi, '')
      expect(
        bare(
          parseInline(line)
            .map((span) => span.text)
            .join(''),
        ),
      ).toBe(bare(line))
    }),
  )
})
