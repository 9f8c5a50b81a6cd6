import type { PollView, QuestionView } from './wire/polls.ts'

/** The words of the file. */
export interface VotesFileWords {
  /** The heads of the columns: kind, question, option, count, share. */
  head: readonly [string, string, string, string, string]
  poll: string
  question: string
  /** How many have voted. */
  voters: string
}

/**
 * Writes votes and questions as a file for spreadsheets. `separator` is the one that the spreadsheet expects in the language
 * of the reader. Shape: CSV with a byte order mark, by which Excel knows that it is UTF-8. What a spreadsheet would take for a
 * formula has an apostrophe before it, also where it would begin a cell by mistake.
 */
export function writeVotesCsv(
  { polls, questions }: { polls: readonly PollView[]; questions: readonly QuestionView[] },
  { words, separator }: { words: VotesFileWords; separator: ';' | ',' },
): string {
  const shareOf = (count: number, all: number) => (all === 0 ? '' : `${Math.round((100 * count) / all)}%`)
  const rows: (string | number)[][] = [
    [...words.head],
    ...polls.flatMap(({ question, options, counts, voters }) => [
      ...options.map(({ text }, i) => [
        words.poll,
        question,
        text,
        counts?.[i] ?? 0,
        shareOf(counts?.[i] ?? 0, voters),
      ]),
      [words.voters, question, '', voters, ''],
    ]),
    ...questions.map(({ text, seconds }) => [words.question, text, '', seconds + 1, '']),
  ]
  const cell = (value: string | number) => (typeof value === 'number' ? `${value}` : quoted(harmless(value), separator))
  return `\ufeff${rows.map((row) => row.map(cell).join(separator)).join('\r\n')}\r\n`
}

/** What begins like this is a formula for a spreadsheet, whatever white space is before it. */
const formula = /^[\s\u200b\ufeff]*[=+\-@＝＋－＠|%]/

/** The same after a separator: a spreadsheet that expects another one begins a cell there. */
const formulaWithin = /([,;\t])(?=[\s\u200b\ufeff]{0,9}[=+\-@＝＋－＠|%])/g

const harmless = (text: string): string => {
  if (!formula.test(text) && !/^[\t\r]/.test(text)) return text.replace(formulaWithin, "$1'")
  return `'${text.slice(0, 1)}${text.slice(1).replace(formulaWithin, "$1'")}`
}

const quoted = (text: string, separator: string): string =>
  /["\r\n,;\t]/.test(text) || text.includes(separator) || text.includes("'") ? `"${text.replaceAll('"', '""')}"` : text
