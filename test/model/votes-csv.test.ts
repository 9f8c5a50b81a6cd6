import { expect, test } from 'vitest'
import { writeVotesCsv } from '../../src/model/votes-csv.ts'
import type { PollView } from '../../src/model/wire/polls.ts'

const words = {
  head: ['Түрі', 'Сұрақ', 'Нұсқа', 'Саны', 'Үлесі'],
  poll: 'Дауыс',
  question: 'Сұрақ',
  voters: 'Барлығы',
} as const

const poll = (question: string, options: string[], counts: number[], voters: number): PollView => ({
  id: 'p',
  pages: ['s1'],
  question,
  lang: 'kk',
  options: options.map((text) => ({ key: text, text })),
  many: false,
  open: true,
  shown: false,
  counts,
  voters,
})

test('votes and questions are rows, with a mark by which Excel knows the letters', () => {
  const found = {
    polls: [poll('Қайда?', ['Астана', 'Алматы'], [1, 2], 3)],
    questions: [{ id: 'q', text: 'Қашан; неге "солай"?', state: 'passed' as const, seconds: 2 }],
  }
  expect(writeVotesCsv(found, { words, separator: ';' })).toBe(
    [
      '\ufeffТүрі;Сұрақ;Нұсқа;Саны;Үлесі',
      'Дауыс;Қайда?;Астана;1;33%',
      'Дауыс;Қайда?;Алматы;2;67%',
      'Барлығы;Қайда?;;3;',
      'Сұрақ;"Қашан; неге ""солай""?";;3;',
      '',
    ].join('\r\n'),
  )
})

test.each(['=1+1', '+7 701', '-5', '@SUM(A1)', '\t=1', '  =cmd|calc', '\u200b=1', '＝1', '%x', '|x'])(
  'the formula %j is a text for a spreadsheet',
  (text) => {
    const found = { polls: [], questions: [{ id: 'q', text, state: 'passed' as const, seconds: 0 }] }
    const [, row] = writeVotesCsv(found, { words, separator: ',' }).split('\r\n')
    expect(row).toContain(`"'${text}"`)
  },
)

test.each([
  ['a,=1+1', `"a,'=1+1"`],
  ['Иә; @SUM(A1)', `"Иә;' @SUM(A1)"`],
  ['=1;=2', `"'=1;'=2"`],
  [',=1', `",'=1"`],
  ['бір, екі; үш', '"бір, екі; үш"'],
  ['a\n=1', '"a\n=1"'],
])('a formula is none either where a spreadsheet expects another separator: %j', (text, wanted) => {
  for (const separator of [',', ';'] as const) {
    const found = { polls: [poll(text, [text], [1], 1)], questions: [] }
    expect(writeVotesCsv(found, { words, separator })).toContain(
      [words.poll, wanted, wanted, '1', '100%'].join(separator),
    )
  }
})

test('without votes there are no shares', () => {
  const found = { polls: [poll('Қайда?', ['A'], [0], 0)], questions: [] }
  expect(writeVotesCsv(found, { words, separator: ',' })).toContain('Дауыс,Қайда?,A,0,\r\n')
})
