import type { ParseProblem } from '../../model/problems/parse.ts'
import { pluralizer } from '../format.ts'
import type { MessagesOf } from '../messages.ts'
import { and, number, size } from './format.ts'

const lineBreaks = pluralizer('en', { one: 'line break', other: 'line breaks' })
const tabs = pluralizer('en', { one: 'tab', other: 'tabs' })
const marks = pluralizer('en', { one: 'quotation mark', other: 'quotation marks' })
const backslashes = pluralizer('en', { one: 'backslash', other: 'backslashes' })
const spaces = pluralizer('en', { one: 'special space', other: 'special spaces' })
const bullets = pluralizer('en', { one: 'Word bullet', other: 'Word bullets' })
const symbols = pluralizer('en', { one: 'symbol', other: 'symbols' })
const codes = pluralizer('en', { one: 'character code', other: 'character codes' })
const characters = pluralizer('en', { one: 'character', other: 'characters' })
const ligatures = pluralizer('en', { one: 'ligature', other: 'ligatures' })
const invisible = pluralizer('en', { one: 'invisible character', other: 'invisible characters' })
const controls = pluralizer('en', { one: 'control character', other: 'control characters' })
const fullWidth = pluralizer('en', { one: 'full-width mark', other: 'full-width marks' })
const conflicts = pluralizer('en', { one: 'place', other: 'places' })
const objects = pluralizer('en', { one: 'object', other: 'objects' })
const letters = pluralizer('en', { one: 'letter', other: 'letters' })
const codePages = { 'windows-1251': 'Windows-1251', 'windows-1252': 'Windows-1252' } as const
const formats = {
  office: 'a Word, Excel or PowerPoint file',
  pdf: 'a PDF',
  rtf: 'an RTF document',
  image: 'a picture',
} as const
const was = (count: number) => (count === 1 ? 'was' : 'were')

/** What is wrong with the bytes and the JSON of a deck, in English. */
export const parse: MessagesOf<ParseProblem> = {
  'file-empty': () => 'The file is empty. Write a deck into it, or start one with `npx korme new NAME`.',
  'deck-twin-unused': ({ other }) =>
    `${other} lies beside this deck under nearly the same name and was not used. Remove the one you do not need; Windows may hide the ending ".txt".`,
  'deck-too-large': ({ sizeBytes, limitBytes }) =>
    `The deck is ${size(sizeBytes)}; the limit is ${size(limitBytes)}. Split it into several decks.`,
  'file-binary': ({ format }) =>
    `This is not a text file${format ? ` but ${formats[format]}` : ''}. Save the deck as plain text in UTF-8.`,
  'file-cut': () => 'The file is truncated. Use a complete copy, or add the missing part.',
  'bom-present': () =>
    'The file begins with an invisible byte order mark, which JSON does not allow. The mark was ignored.',
  'encoding-utf16': () => 'The file is encoded in UTF-16 and was read as such. Save it as UTF-8.',
  'encoding-cp1251': () =>
    'The file is encoded in Windows-1251 and was read as such. This encoding has no Kazakh letters: check the text, then save it as UTF-8.',
  'encoding-kz1048': ({ letters, line }) =>
    `The file is not UTF-8. Some letters (${letters}), first on line ${line}, may be Kazakh letters of an old encoding; guessing could garble the text. Save the file as UTF-8 in the program that made it.`,
  'encoding-cyrillic': ({ encoding }) =>
    `The file is encoded in ${encoding} and was read as such. This encoding has no Kazakh letters: check the text, then save it as UTF-8.`,
  'encoding-twice': ({ as, text }) =>
    `A program read this file as ${codePages[as]} instead of UTF-8 and saved it garbled (${text}). The text was restored exactly.`,
  'encoding-garbled': ({ as, text, line }) =>
    `A program read this file as ${codePages[as]} instead of UTF-8 and saved it garbled, from line ${line} on: ${text}. Some letters were lost, so nothing was restored. Take the text from an earlier copy, and save it as UTF-8.`,
  'letters-lost': ({ text, count }) =>
    `${letters(count)} ${was(count)} lost when the text was saved in another encoding: ${text}. ${count === 1 ? 'It' : 'They'} cannot be restored; copy the text from its source again, and save it as UTF-8.`,
  'encoding-unknown': ({ line }) =>
    `The file is not UTF-8: it cannot be read from line ${line} on. Save it as UTF-8 in the program that made it.`,
  'json-missing': ({ line }) =>
    line === null
      ? 'This is not a deck: a deck begins with { and contains names and values. `npx korme new NAME` writes one to start from.'
      : `The file does not begin with a deck, but one seems to begin on line ${line}. Remove the text before and after it.`,
  'depth-exceeded': ({ limit }) =>
    `Brackets are nested more than ${limit} levels deep here, which no deck needs. Remove the extra brackets.`,
  'comma-missing': () => 'A comma is missing here. It was added.',
  'comma-trailing': ({ found }) =>
    found === ','
      ? 'There must be no comma after the last item. It was removed.'
      : `There must be no "${found}" after the last item. It was removed.`,
  'mark-after-end': ({ found }) =>
    `There must be nothing after the last bracket of the deck. The "${found}" was removed.`,
  'comma-extra': () => 'There is an extra comma here. It was removed.',
  'comma-mistyped': ({ found }) => `Found "${found}" where a comma is expected. It was replaced.`,
  'colon-missing': ({ key }) => `A colon is missing after "${key}". Write "${key}": and then the value.`,
  'colon-mistyped': ({ found }) => `Found "${found}" where a colon is expected. It was replaced.`,
  'punctuation-full-width': ({ found, count }) =>
    `${fullWidth(count)} (${and(found)}) from an East Asian keyboard ${was(count)} replaced by the plain punctuation of JSON.`,
  'decimal-comma': ({ written, meant, repaired }) =>
    repaired
      ? `JSON writes decimals with a point, not a comma: ${written} was read as ${meant}.`
      : `A comma in JSON does not belong to a number: ${written} can be read in more than one way. Write ${meant} for a decimal, or put it in quotation marks for text.`,
  'number-impossible': ({ text }) => `${text} is not a value in JSON. Write a number, or "" if there is none.`,
  'literal-foreign': ({ found, meant }) =>
    meant === 'empty'
      ? `${found} is not a value in JSON. It was read as an empty value.`
      : `JSON has no ${found}. It was replaced by ${meant}.`,
  'merge-conflict': ({ count }) =>
    `Two versions of this file were not merged (${conflicts(count)}). Between <<<<<<< and >>>>>>>, keep the version you want, and delete the other one and the marks.`,
  'value-missing': ({ key }) =>
    key === null
      ? 'A value is missing here. Write it, or "" if there is none.'
      : `"${key}" has no value. Write one, or "" if there is none.`,
  'value-unquoted': ({ text }) => `Put quotation marks around this value: ${text}`,
  'value-foreign': ({ text }) =>
    `JSON has no such value. Write text in quotation marks, a number, true, false, a list in [ ] or an object in { }, or remove this: ${text}`,
  'number-malformed': ({ text }) =>
    `${text} is not a valid JSON number. Write it like 7 or 2.5, or put it in quotation marks to make it text.`,
  'key-unquoted': ({ key }) => `The name ${key} has no quotation marks. They were added.`,
  'bracket-missing': ({ brackets }) => `${brackets} is missing here. It was added.`,
  'bracket-unclosed': ({ bracket }) =>
    `An earlier ${bracket} is still open here. Close it with ${bracket === '{' ? '}' : ']'} where its content ends.`,
  'bracket-unopened': ({ bracket }) =>
    `A ${bracket} is missing before this name. Write it where the slide or object begins.`,
  'bracket-extra': ({ bracket, removed }) =>
    `This ${bracket} has no matching opening bracket. ${removed ? 'It was removed.' : 'Remove it.'}`,
  'text-unexpected': ({ text }) =>
    `Expected a name in quotation marks and a colon, but found: ${text}. Quotation marks, or a comma before it, may be missing.`,
  'text-after-end': ({ text }) =>
    `The deck has already ended, so this text after it would be lost: ${text}. There may be an extra bracket before it.`,
  'text-around-deck': ({ text, first, last }) =>
    `The deck is on ${first === last ? `line ${first}` : `lines ${first} to ${last}`}. The text around it was left out: ${text}`,
  'objects-unlisted': ({ count }) =>
    `${objects(count)} in { } stand one after another without a deck around them. They were read as its slides: { "content": [ … ] }.`,
  'deck-second': ({ last, next }) =>
    `The deck ends on line ${last}, and another { or [ begins on line ${next}: what stands there would be lost. Put all slides into one "content": [ … ] with commas between them, or each deck into a file of its own.`,
  'comment-present': ({ text }) =>
    `JSON does not allow comments. This one was ignored: ${text}. Put what the speaker should see into "notes".`,
  'comment-unclosed': () => 'This comment begins with /* but never ends. Close it with */ or remove it.',
  'space-special': ({ codePoints, count }) =>
    `${spaces(count)} (${and(codePoints)}) between the entries, probably pasted from Word or a web page, ${count === 1 ? 'was replaced by a plain one' : 'were replaced by plain ones'}.`,
  'repair-uncertain': () =>
    'This part can be read in more than one way, so nothing was repaired. Correct the errors around it by hand.',
  'mistakes-too-many': ({ limit }) =>
    `There are ${number(limit)} findings up to here, so the rest of the file was not read. Is this file a deck?`,
  'values-too-many': ({ limit }) =>
    `There are ${number(limit)} texts, numbers and lists up to here, more than a deck may have, so the rest of the file was not read. Is this file a deck?`,
  'text-characters-too-many': ({ characters, limit }) =>
    `This text has ${number(characters)} characters, and the limit for a slide is ${number(limit)}. Divide it among several slides.`,
  'quote-typographic': ({ quote }) =>
    `Found ${quote} where JSON requires a straight quotation mark ("). The marks around this text were replaced.`,
  'quote-single': () => "JSON requires double quotation marks, not '. The marks around this text were replaced.",
  'quote-missing': () => 'This text has no closing quotation mark. Put " where it ends.',
  'quote-inside-text': ({ count }) =>
    `${marks(count)} inside the text would end it too early and ${was(count)} written as \\". You can also use « and ».`,
  'quote-ambiguous': () =>
    'It is unclear which quotation mark ends this text. Write the inner ones as « and », or as \\".',
  'text-concatenated': ({ sign }) =>
    `JSON cannot join texts with "${sign}". Write them as one text between two quotation marks.`,
  'line-break-unescaped': ({ count }) =>
    `${lineBreaks(count)} inside a text, where JSON requires \\n, ${was(count)} replaced. The text keeps its lines.`,
  'tab-unescaped': ({ count }) => `${tabs(count)} inside a text, where JSON requires \\t, ${was(count)} replaced.`,
  'escape-needless': ({ count }) =>
    `An apostrophe needs no backslash before it. ${backslashes(count)} ${was(count)} removed.`,
  'escape-unknown': ({ text }) =>
    `${text} is not valid in JSON. For a backslash, write two (\\\\); in paths, write / instead.`,
  'path-backslash': ({ path }) =>
    `The backslashes in ${path} would have another meaning (\\n is a line break). Write / instead, or double each of them.`,
  'bullet-private-use': ({ codePoints, count }) =>
    `${bullets(count)} (${and(codePoints)}), which other fonts lack, ${was(count)} replaced by ${count === 1 ? 'an ordinary bullet' : 'ordinary bullets'}.`,
  'bullet-letter': ({ marks, count }) =>
    `${bullets(count)} that became letters when the font was lost (${marks.join(' ')}) ${was(count)} replaced by ${count === 1 ? 'an ordinary bullet' : 'ordinary bullets'}.`,
  'symbol-private-use': ({ codePoints, signs, count }) =>
    `${symbols(count)} (${and(codePoints)}) of the fonts Wingdings or Symbol, which other fonts lack, ${was(count)} replaced by ${and(signs)}.`,
  'character-private-use': ({ codePoints, count }) =>
    `${characters(count)} (${and(codePoints)}) that only one font contains cannot be shown and ${was(count)} removed. Check that no symbol is missing.`,
  'character-invisible': ({ codePoints, count }) =>
    `${invisible(count)} (${and(codePoints)}), such as soft hyphens, ${was(count)} removed.`,
  'character-ligature': ({ codePoints, count }) =>
    `${ligatures(count)} (${and(codePoints)}), as in a text copied from a PDF, ${was(count)} replaced by separate letters.`,
  'character-control': ({ codePoints, count }) =>
    `${controls(count)} (${and(codePoints)}), which cannot be shown, ${was(count)} removed.`,
  'character-encoded': ({ found, count }) =>
    `${codes(count)} that another program left (${found.join(' ')}) ${was(count)} read as what ${count === 1 ? 'it stands' : 'they stand'} for.`,
  'line-break-special': ({ codePoints, count }) =>
    `${lineBreaks(count)} of a special kind (${and(codePoints)}) ${was(count)} replaced by ${count === 1 ? 'an ordinary one' : 'ordinary ones'}.`,
  'line-break-windows': ({ count }) => `${lineBreaks(count)} in Windows style (\\r\\n) ${was(count)} read as \\n.`,
  'line-joined': ({ words, count }) =>
    `${lineBreaks(count)} in the middle of a sentence or a word, as in a text copied from a PDF, ${was(count)} removed: ${words.join(', ')}${count > words.length ? ' …' : ''}`,
  'number-torn': ({ numbers }) =>
    numbers.length === 1
      ? `${numbers[0]}. was separated from its heading by a line break; it was moved to the heading.`
      : `${and(numbers.map((n) => `${n}.`))} were separated from their headings by line breaks; they were moved to the headings.`,
}
