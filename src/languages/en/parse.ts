import type { ParseProblem } from '../../model/problems/parse.ts'
import { listFormatter, pluralizer } from '../format.ts'
import type { MessagesOf } from '../messages.ts'

const list = listFormatter('en', 'conjunction')
const megabytes = (bytes: number) => `${Math.ceil(bytes / 1024 / 1024)} MB`
const lineBreaks = pluralizer('en', { one: 'line break', other: 'line breaks' })
const tabs = pluralizer('en', { one: 'tab', other: 'tabs' })
const marks = pluralizer('en', { one: 'quotation mark', other: 'quotation marks' })
const backslashes = pluralizer('en', { one: 'backslash', other: 'backslashes' })
const blanks = pluralizer('en', { one: 'special blank', other: 'special blanks' })
const bullets = pluralizer('en', { one: 'Word bullet', other: 'Word bullets' })
const characters = pluralizer('en', { one: 'character', other: 'characters' })
const formats = {
  office: 'a Word, Excel or PowerPoint file',
  pdf: 'a PDF',
  rtf: 'an RTF document',
  image: 'a picture',
} as const

/** One sentence for every mistake in the bytes and in the JSON. */
export const parse: MessagesOf<ParseProblem> = {
  'file-empty': () => 'The file is empty. Write a deck into it, or start one with `npx korme new NAME`.',
  'deck-too-large': ({ sizeBytes, limitBytes }) =>
    `The deck takes ${megabytes(sizeBytes)}, and the most that is read is ${megabytes(limitBytes)}. Split it into several decks.`,
  'file-binary': ({ format }) =>
    `This is no text file${format ? ` but ${formats[format]}` : ''}. Save the deck as plain text in UTF-8.`,
  'file-cut': () =>
    'The file breaks off in the middle, so something is missing at its end. Take a whole copy, or write the rest.',
  'bom-present': () =>
    'The file begins with an invisible byte order mark, which JSON does not allow. It was passed over.',
  'encoding-utf16': () => 'The file is written in UTF-16, and was read as that. Save it as UTF-8.',
  'encoding-cp1251': () =>
    'The file is written in Windows-1251, and was read as that. This encoding has no Kazakh letters: look the text over, and save it as UTF-8.',
  'encoding-kz1048': ({ letters, line }) =>
    `The file is not UTF-8. Line ${line} and others hold letters (${letters}) that may be Kazakh ones of an old encoding, and to guess would garble the text. Save the file as UTF-8 in the program it comes from.`,
  'encoding-unknown': ({ line }) =>
    `The file is not UTF-8: its letters cannot be read from line ${line} on. Save it as UTF-8 in the program it comes from.`,
  'json-missing': () =>
    'This is no deck: a deck begins with { and holds names and values. `npx korme new NAME` writes one to start from.',
  'depth-exceeded': ({ limit }) =>
    `Brackets are nested more than ${limit} deep here, which no deck needs. Take the extra brackets away.`,
  'comma-missing': () => 'A comma is missing here. It was added.',
  'comma-trailing': () => 'The comma after the last entry does not belong here. It was taken away.',
  'comma-extra': () => 'There is one comma too many here. It was taken away.',
  'comma-mistyped': ({ found }) => `Here stands "${found}" where a comma belongs. It was replaced.`,
  'colon-missing': ({ key }) => `A colon is missing after "${key}". Write "${key}": and then the value.`,
  'value-missing': ({ key }) =>
    key === null
      ? 'A value is missing here. Write it, or "" if there is none.'
      : `"${key}" has no value. Write one, or "" if there is none.`,
  'value-unquoted': ({ text }) => `Put quotation marks round this value: ${text}`,
  'number-malformed': ({ text }) =>
    `${text} is not a number that JSON knows. Write it like 7 or 2.5, or put it in quotation marks as a text.`,
  'key-unquoted': ({ key }) => `The name ${key} stands without quotation marks. They were added.`,
  'bracket-missing': ({ brackets }) => `${brackets} is missing here. It was added.`,
  'bracket-unclosed': ({ bracket }) =>
    `A ${bracket} from before is still open here. Close it with ${bracket === '{' ? '}' : ']'} where its content ends.`,
  'bracket-unopened': ({ bracket }) =>
    `A ${bracket} is missing before this name. Write it where the slide or object begins.`,
  'bracket-extra': ({ bracket }) =>
    `This ${bracket} closes nothing: no bracket of its kind is open here. It has to go.`,
  'text-unexpected': ({ text }) =>
    `A name in quotation marks and a colon belong here, but this stands there: ${text}. Quotation marks, or a comma before it, may be missing.`,
  'text-after-end': ({ text }) =>
    `The deck has already ended, and this text behind it would be lost: ${text}. A bracket too many may stand before it.`,
  'comment-present': ({ text }) =>
    `JSON knows no comments. This one was passed over: ${text}. Put what the speaker should see into "notes".`,
  'comment-unclosed': () => 'This comment begins with /* but never ends. Close it with */ or take it away.',
  'space-special': ({ codePoints, count }) =>
    `${blanks(count)} (${list(codePoints)}) between the entries, as Word and web pages leave them. ${count === 1 ? 'It was replaced by a plain one' : 'They were replaced by plain ones'}.`,
  'repair-uncertain': () =>
    'This place can be read in more than one way, so nothing was repaired. Mend the mistakes around it by hand.',
  'mistakes-too-many': ({ limit }) =>
    `There are ${limit} mistakes up to here; the rest was not read. Is this file a deck at all?`,
  'quote-typographic': ({ quote }) =>
    `${quote} stands where JSON wants a straight quotation mark ("). The marks round this text were replaced.`,
  'quote-single': () => "JSON wants double quotation marks, not '. The marks round this text were replaced.",
  'quote-missing': () => 'This text has no closing quotation mark. Put " where it ends.',
  'quote-inside-text': ({ count }) =>
    `${marks(count)} inside the text would end it too early, and were written as \\". You can also write « and ».`,
  'quote-ambiguous': () =>
    'It cannot be told which quotation mark ends this text. Write those inside it as « and », or as \\".',
  'line-break-unescaped': ({ count }) =>
    `${lineBreaks(count)} inside a text, where JSON wants \\n. ${count === 1 ? 'It was' : 'They were'} replaced, and the text keeps its lines.`,
  'tab-unescaped': ({ count }) =>
    `${tabs(count)} inside a text, where JSON wants \\t. ${count === 1 ? 'It was' : 'They were'} replaced.`,
  'escape-needless': ({ count }) =>
    `No backslash belongs before an apostrophe. ${backslashes(count)} ${count === 1 ? 'was' : 'were'} taken away.`,
  'escape-unknown': ({ text }) =>
    `JSON knows no ${text}. If a backslash is meant, double it (\\\\); in paths write / instead.`,
  'path-backslash': ({ path }) =>
    `The backslashes in ${path} would be read as something else (\\n as a line break). Write / instead, or double each of them.`,
  'bullet-private-use': ({ codePoints, count }) =>
    `${bullets(count)} (${list(codePoints)}), which other fonts do not have, became •.`,
  'character-private-use': ({ codePoints, count }) =>
    `${characters(count)} of one font only (${list(codePoints)}) cannot be shown, and ${count === 1 ? 'was' : 'were'} left out. Look whether a sign is missing in the text.`,
  'character-invisible': ({ codePoints, count }) =>
    `${characters(count)} that nobody sees (${list(codePoints)}), such as soft hyphens, ${count === 1 ? 'was' : 'were'} taken out.`,
  'character-control': ({ codePoints, count }) =>
    `${characters(count)} (${list(codePoints)}) that no text can show ${count === 1 ? 'was' : 'were'} taken out.`,
  'line-break-special': ({ codePoints, count }) =>
    `${lineBreaks(count)} of another kind (${list(codePoints)}) became ${count === 1 ? 'an ordinary one' : 'ordinary ones'}.`,
  'line-break-windows': ({ count }) =>
    `${lineBreaks(count)} in the manner of Windows (\\r\\n) ${count === 1 ? 'was' : 'were'} read as \\n.`,
  'number-torn': ({ numbers }) =>
    numbers.length === 1
      ? `${numbers[0]}. stood at the end of a line, torn from the heading on the next. It was put before that heading.`
      : `${list(numbers.map((n) => `${n}.`))} stood at the ends of lines, torn from the headings on the next. They were put before those headings.`,
}
