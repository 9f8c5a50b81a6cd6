import fc from 'fast-check'

/** Words and signs that texts of decks are made of, the troublesome ones more often than in life. */
const piece = fc.constantFrom(
  'Қазақстан',
  'проект',
  'team',
  '2014',
  ' ',
  ' ',
  ', ',
  ': ',
  '; ',
  '. ',
  '"Отан"',
  '«Нұр»',
  "'",
  '\n',
  '(',
  ') ',
  '{',
  ']',
  '//',
  '# ',
  '/',
  '-',
  '😀',
)

export const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''))

const slide = fc.record(
  {
    title: text,
    block: fc.constantFrom('1', '2', 'cover'),
    img_path: fc.constantFrom('', '/img/a.png', '//static/img/b.jpg//'),
    text: fc.oneof(text, fc.array(text, { maxLength: 3 })),
    notes: fc.record({ kk: text, ru: text }, { requiredKeys: [] }),
  },
  { requiredKeys: ['title'] },
)

/** A deck as staff would write it. */
export const deck = fc.record(
  {
    name: text,
    slide_max: fc.nat({ max: 50 }),
    minutes: fc.constantFrom(null, 1.5, 20),
    content: fc.array(slide, { maxLength: 4 }),
  },
  { requiredKeys: ['content'] },
)

/** How the file is laid out: one line, two spaces, tabs. */
export const indent = fc.constantFrom(0, 2, '\t')
