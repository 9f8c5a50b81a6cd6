import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressInWords, parseVideoSource } from '../../../src/blocks/video/video-source.ts'

const hash = '0123456789abcdef0123456789abcdef'
const [yt, ytPlayer] = [
  'https://youtu.be/dQw4w9WgXcQ',
  'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1&rel=0',
]

test.each([
  ['https://www.youtube.com/watch?v=dQw4w9WgXcQ', yt, ytPlayer],
  ['https://www.youtube.com/watch?list=PL1&v=dQw4w9WgXcQ&si=abc', yt, ytPlayer],
  ['http://m.youtube.com/watch?v=dQw4w9WgXcQ#x', yt, ytPlayer],
  [' youtube.com/watch?v=dQw4w9WgXcQ ', yt, ytPlayer],
  ['youtu.be/dQw4w9WgXcQ', yt, ytPlayer],
  ['//www.youtube.com/embed/dQw4w9WgXcQ?controls=0', yt, ytPlayer],
  ['https://www.youtube.com/shorts/dQw4w9WgXcQ', yt, ytPlayer],
  ['https://www.youtube.com/live/dQw4w9WgXcQ?feature=share', yt, ytPlayer],
  ['https://youtu.be/dQw4w9WgXcQ?t=1m30s', `${yt}?t=90`, `${ytPlayer}&start=90`],
  ['https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=3723', `${yt}?t=3723`, `${ytPlayer}&start=3723`],
  [
    '<iframe width="560" height="315" src="https://www.youtube.com/embed/dQw4w9WgXcQ?si=x&amp;start=42" title="A" allowfullscreen></iframe>',
    `${yt}?t=42`,
    `${ytPlayer}&start=42`,
  ],
  [
    'https://vimeo.com/76979871',
    'https://vimeo.com/76979871',
    'https://player.vimeo.com/video/76979871?dnt=1&autoplay=1',
  ],
  [
    'https://vimeo.com/76979871/0a1b2c3d4e#t=1m2s',
    'https://vimeo.com/76979871/0a1b2c3d4e#t=62s',
    'https://player.vimeo.com/video/76979871?dnt=1&autoplay=1&h=0a1b2c3d4e#t=62s',
  ],
  [
    "<iframe src='//player.vimeo.com/video/76979871?h=0a1b2c3d4e'></iframe>",
    'https://vimeo.com/76979871/0a1b2c3d4e',
    'https://player.vimeo.com/video/76979871?dnt=1&autoplay=1&h=0a1b2c3d4e',
  ],
  [
    'https://vimeo.com/channels/staffpicks/76979871',
    'https://vimeo.com/76979871',
    'https://player.vimeo.com/video/76979871?dnt=1&autoplay=1',
  ],
  [`https://rutube.ru/video/${hash}/`, `https://rutube.ru/video/${hash}/`, `https://rutube.ru/play/embed/${hash}/`],
  [
    `https://rutube.ru/video/private/${hash}/?p=Ab-1_x`,
    `https://rutube.ru/video/private/${hash}/?p=Ab-1_x`,
    `https://rutube.ru/play/embed/${hash}/?p=Ab-1_x`,
  ],
  [`https://rutube.ru/shorts/${hash}`, `https://rutube.ru/video/${hash}/`, `https://rutube.ru/play/embed/${hash}/`],
  [
    'https://vk.com/video-22822305_456241864',
    'https://vkvideo.ru/video-22822305_456241864',
    'https://vkvideo.ru/video_ext.php?oid=-22822305&id=456241864&hd=2&autoplay=1',
  ],
  [
    'https://vk.com/videos-1?z=video-22822305_456241864%2Fclub1',
    'https://vkvideo.ru/video-22822305_456241864',
    'https://vkvideo.ru/video_ext.php?oid=-22822305&id=456241864&hd=2&autoplay=1',
  ],
  [
    '<iframe src="https://vk.com/video_ext.php?oid=-1&id=2&hash=ab12&hd=1">',
    'https://vkvideo.ru/video-1_2',
    'https://vkvideo.ru/video_ext.php?oid=-1&id=2&hash=ab12&hd=2&autoplay=1',
  ],
])('%s', (written, href, player) => expect(parseVideoSource(written)).toMatchObject({ kind: 'player', href, player }))

test.each([
  ['https://www.youtube.com/@akorda', 'YouTube'],
  ['https://www.youtube.com/playlist?list=PL1', 'YouTube'],
  ['https://vimeo.com/about', 'Vimeo'],
  ['https://rutube.ru/channel/1/', 'Rutube'],
  ['https://vk.com/wall-1_2', 'VK Видео'],
  ['https://t.me/akorda/12', null],
  ['https://youtube.com.example.org/watch?v=dQw4w9WgXcQ', null],
  ['https://example.kz/a?u=https://youtu.be/dQw4w9WgXcQ', null],
])('%s is a page', (written, provider) => {
  expect(parseVideoSource(written)).toEqual({
    kind: 'page',
    provider,
    host: new URL(written).hostname.replace('www.', ''),
    href: written,
  })
})

test('a password does not go into a page', () => {
  expect(parseVideoSource('https://user:word@example.kz/a')).toMatchObject({ href: 'https://example.kz/a' })
})

test.each([
  'http://169.254.169.254/latest/meta-data',
  'http://2852039166/',
  'http://0xa9.0xfe.0xa9.0xfe/',
  'http://localhost:8080/film.mp4',
  'https://[::1]/',
  'https://[::ffff:169.254.169.254]/',
  'https://[fd00::1]/',
  'http://intranet/film',
  'http://tv.local/film',
  'https://192.168.0.7/film.mp4',
  'https://172.20.1.1/',
  '<iframe src="http://127.0.0.1/">',
])('%s is out of reach for others', (written) => expect(parseVideoSource(written).kind).toBe('private'))

test.each([
  ['/video/film.mp4', '/video/film.mp4'],
  ['//static/video/film.mp4//', '//static/video/film.mp4//'],
  ['javascript:alert(1)', 'javascript:alert(1)'],
  ['<iframe src="javascript:alert(1)">', 'javascript:alert(1)'],
  ['data:video/mp4,AAAA', 'data:video/mp4,AAAA'],
  ['file:///etc/passwd', 'file:///etc/passwd'],
  ['//host/path', '//host/path'],
])('%s is looked for among the files', (written, path) =>
  expect(parseVideoSource(written)).toEqual({ kind: 'file', path }),
)

test('only https pages of known players are embedded, whatever is written', () => {
  const piece = fc.constantFrom(
    'https://',
    'youtu.be/',
    'youtube.com',
    '/embed/',
    'dQw4w9WgXcQ',
    '"',
    "'",
    '<iframe src=',
    '&',
    '?v=',
    '@',
    'javascript:',
    '\\',
    ' ',
    '#',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 4 })), { maxLength: 8 }), (pieces) => {
      const source = parseVideoSource(pieces.join(''))
      if (source.kind === 'player')
        expect(source.player).toMatch(/^https:\/\/www\.youtube-nocookie\.com\/embed\/[\w-]{11}\?/)
      if (source.kind === 'page') expect(source.href).toMatch(/^https?:\/\/[^/?#@]+\//)
    }),
  )
})

test.each(['https://', 'http://[', 'https://а б', 'https://youtu.be:99999/dQw4w9WgXcQ', '<iframe src="https://[">'])(
  'no browser opens %s',
  (written) => {
    expect(parseVideoSource(written)).toMatchObject({ kind: 'broken' })
  },
)

test.each([
  ['Бейне: https://youtu.be/dQw4w9WgXcQ', yt, 'Бейне:'],
  ['Смотрите здесь\nhttps://youtu.be/dQw4w9WgXcQ, с начала', yt, 'Смотрите здесь с начала'],
  ['Запись (https://youtu.be/dQw4w9WgXcQ)', yt, 'Запись'],
  ['https://youtu.be/dQw4w9WgXcQ — біздің бейне', yt, 'біздің бейне'],
  ['https://youtu.be/dQw4w9WgXcQ\nБейне', yt, 'Бейне'],
  ['Бейне (https://youtu.be/dQw4w9WgXcQ), 2026', yt, 'Бейне 2026'],
  ['Бейне:https://youtu.be/dQw4w9WgXcQ', yt, 'Бейне:'],
  ['[Бейне](https://youtu.be/dQw4w9WgXcQ)', yt, 'Бейне'],
  ['Бейне: youtu.be/dQw4w9WgXcQ', yt, 'Бейне:'],
  ['Смотреть: www.youtube.com/watch?v=dQw4w9WgXcQ', yt, 'Смотреть:'],
  ['https://youtu.be/dQw4w9WgXcQ https://youtu.be/aaaaaaaaaaa', yt, 'https://youtu.be/aaaaaaaaaaa'],
  ['<https://youtu.be/dQw4w9WgXcQ>', yt, ''],
  ['«https://youtu.be/dQw4w9WgXcQ»', yt, ''],
  ['https://youtu.be/dQw4w9WgXcQ,', yt, ''],
])('%s has words around its address', (written, href, words) => {
  expect(parseVideoSource(written)).toMatchObject({ kind: 'player', href })
  expect(addressInWords(written)?.words).toBe(words)
})

test.each([
  'video/a https.mp4',
  'https://a.kz/b',
  'https://a.kz/менің бейнем.mp4',
  'Бейне: ашылу.mp4',
  '<iframe src="https://youtu.be/dQw4w9WgXcQ" width="560"></iframe>',
])('%s has no words around an address', (written) => expect(addressInWords(written)).toBeNull())
