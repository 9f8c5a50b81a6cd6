import type { Lang } from '../../model/lang.ts'
import type { Actual, Expected, ValidateProblem } from '../../model/problems/validate.ts'
import { inLanguages, languageName, pluralizer } from '../format.ts'
import type { MessagesOf } from '../messages.ts'
import { number, or, slides } from './format.ts'

const pictures = pluralizer('en', { one: 'picture', other: 'pictures' })
const items = pluralizer('en', { one: 'item', other: 'items' })

const rows = pluralizer('en', { one: 'row', other: 'rows' })
const people = pluralizer('en', { one: 'person', other: 'people' })

const unclear = {
  lengths:
    'its lists have different lengths, so it is unclear what belongs together. Write a list for each row: [["Almaty", 98], ["Astana", 75]].',
  kinds:
    'it has values of different kinds, such as lists beside texts, which are not rows. Write a list for each row: [["Almaty", 98], ["Astana", 75]].',
  direction:
    'it is unclear which of its values are rows and which are columns. Write a list for each row, with its name first: [["Almaty", 98], ["Astana", 75]].',
  names:
    'its numbers have no names, so it is unclear what they count. Write a list for each row, with its name first: [["Almaty", 98], ["Astana", 75]].',
} as const

const expectations: Record<Expected, string> = {
  text: 'text in quotation marks',
  number: 'a number',
  count: 'a whole number',
  flag: 'true or false',
  list: 'a list in [ ]',
  object: 'an object in { }',
  slides: 'slides in { }',
  path: 'the path of a file, in quotation marks',
  address: 'a file or an address, in quotation marks',
  place: 'the name of a place, in quotation marks',
  color: 'a colour such as "#1a5f7a"',
  focus: 'a point such as "left top" or "50% 20%"',
  pair: 'two numbers, [latitude, longitude]',
  box: 'four numbers, [west, south, east, north]',
}
const actuals: Record<Actual, string> = {
  text: 'text',
  number: 'a number',
  flag: 'true or false',
  nothing: 'an empty value (null)',
  list: 'a list',
  object: 'an object',
}
const expect = (kinds: readonly Expected[]) => or(kinds.map((kind) => expectations[kind]))
const seen = (actual: Actual, value: string | null) => (value === null ? actuals[actual] : `"${value}"`)

/** What is wrong with the fields and values of a deck, in English. */
export const validate: MessagesOf<ValidateProblem> = {
  'deck-not-object': ({ actual }) =>
    `A deck is an object in { } that contains "content", the list of its slides, but this file contains ${actuals[actual]}.`,
  'content-bare': ({ slides: n }) =>
    `The file is a list of ${slides(n)} without a deck around it; it was read as { "content": [ … ] }.`,
  'deck-wrapped': ({ field }) => `The deck stands inside "${field}": { … }; it was read without that.`,
  'content-missing': () => 'The deck has no slides. Put them into "content": [ { "title": "…", "text": "…" } ].',
  'content-not-list': ({ slides: n }) =>
    `"content" has no [ ] around its slides; it was read as ${slides(n)}. Write "content": [ … ].`,
  'slides-too-many': ({ slides: n, limit }) =>
    `The deck has ${slides(n)}, more than the limit of ${number(limit)}. Split it into several files.`,
  'slide-characters-too-many': ({ characters, limit }) =>
    `The texts here have ${number(characters)} characters together, and the limit for a slide is ${number(limit)}. The longest begins at this place. Divide it among several slides.`,
  'slide-lines-too-many': ({ lines, limit }) =>
    `The texts here have ${number(lines)} lines together, and the limit for a slide is ${number(limit)}. The longest text begins at this place. Divide it among several slides.`,
  'field-unknown': ({ field, nearest, text, known }) => {
    const shown = text === null ? 'its value is not shown' : `its text is not shown: "${text}"`
    return nearest
      ? `There is no field "${field}" here, so ${shown}. Did you mean "${nearest}"?`
      : text === null
        ? `There is no field "${field}" here, so ${shown}. Remove it, or see the list of fields in docs/format.md.`
        : `There is no field "${field}" here, so ${shown}. ${known.includes('notes') ? 'Move it to a field that is shown, such as "text", or to "notes"' : `Use ${or(known)}`}; if it is only a remark, name it "_${field}".`
  },
  'field-misspelt': ({ field, meant, fault }) => {
    if (fault === 'cyrillic')
      return `"${field}" has Cyrillic letters that look Latin; it was read as "${meant}". Retype the name in Latin letters.`
    return fault === 'blank'
      ? `There is a space or an invisible character in the name "${meant}"; it was read without it. Retype the name.`
      : `"${field}" was read as "${meant}". Correct the name.`
  },
  'field-annotation': ({ field }) =>
    `"${field}" was taken as a remark for the authors; it is not shown. What the speaker should see belongs in "notes".`,
  'text-wrapped': ({ field }) => `{ "${field}": … } stands where a text is expected; it was read as the text itself.`,
  'languages-outside': ({ field, langs, merging }) =>
    merging === 'items'
      ? `In "${field}", the languages stand around a list or around fields; Korme joined what has the same place in each, so that every text has its languages. Better write them at the texts: ${inLanguages(langs)}.`
      : `In "${field}", the languages stand around lists; Korme read each list as the lines of one text in its language. Better write one text in each language, with \\n between its lines: ${inLanguages(langs)}.`,
  'rows-reshaped': ({ field, kind, rows: n, sample }) =>
    kind === 'people'
      ? `"${field}" is written in another shape than the format has; it was read as a list of ${people(n)}, the first of them ${sample}. Compare the slide, and write it so.`
      : `"${field}" is written in another shape than the format has; it was read as a list of ${rows(n)}, the first of them ${sample}. Compare the slide, and write it so.`,
  'rows-unclear': ({ field, reason }) => `"${field}" is not shown: ${unclear[reason]}`,
  'languages-unmatched': ({ field, langs, inner, reason }) =>
    reason === 'items'
      ? `"${field}" is not shown: its lists in the different languages do not have the same number of items${inner === field ? '' : ` (see "${inner}")`}, so it is unclear which belong together. Write one list, and the languages at each text: ${inLanguages(langs)}.`
      : reason === 'kinds'
        ? `"${field}" is not shown: ${inner === field ? 'it' : `its "${inner}"`} is written in different ways in the different languages, such as a list in one and fields in another. Write it in the same way in each, or once, with the languages at each text: ${inLanguages(langs)}.`
        : `"${field}" is not shown: "${inner}" is one value for all languages of a deck, but differs between them here. Write it once; only texts have languages: ${inLanguages(langs)}.`,
  'field-repeated': ({ field }) => `"${field}" appears twice. Nothing is lost, but remove one of the two.`,
  'field-duplicate': ({ field, inSlide }) =>
    inSlide
      ? `"${field}" appears twice in this slide with different values, and only one can be shown. If a new slide begins here, put }, { before it; otherwise remove one.`
      : `"${field}" appears twice with different values, and only one can be used. Remove the wrong one.`,
  'value-wrong': ({ field, expected, actual, value }) =>
    `"${field}" must be ${expect(expected)}, but got ${seen(actual, value)}, which cannot be shown.`,
  'decimals-split': ({ field, numbers }) =>
    `The list in "${field}" has ${numbers.length} numbers (${numbers.join(', ')}), but coordinates are two: [latitude, longitude]. In a list a comma always separates; write decimals with a point, such as [51.16, 71.43].`,
  'setting-wrong': ({ field, expected, actual, value }) =>
    `"${field}" must be ${expect(expected)}, but got ${seen(actual, value)}. The setting was ignored.`,
  'value-misspelt': ({ field, value, meant }) => `In "${field}", "${value}" was read as "${meant}". Correct the value.`,
  'value-unknown': ({ field, value, nearest, known }) =>
    nearest
      ? `"${field}" cannot be "${value}"; the value was ignored. Did you mean "${nearest}"?`
      : `"${field}" cannot be "${value}"; the value was ignored. Use ${or(known)}.`,
  'value-out-of-range': ({ field, value, min, max }) =>
    max === null
      ? `"${field}" cannot be ${value}; the value was ignored. Use ${min} or more.`
      : `"${field}" cannot be ${value}; the value was ignored. Use a number from ${min} to ${max}.`,
  'number-inexact': ({ field }) =>
    `The number in "${field}" would lose digits. Put it in quotation marks to show it exactly as you wrote it.`,
  'lang-unknown': ({ lang, known }) =>
    `The language "${lang}" is not supported; the value was ignored. Use ${or(known)}.`,
  'lang-misspelt': ({ lang, meant }) => `The language "${lang}" was read as "${meant}". Correct the code.`,
  'block-type-missing': ({ known }) => `This block has no type. Add "type": ${or(known)}.`,
  'block-type-unknown': ({ type, nearest, known }) =>
    nearest
      ? `There is no block type "${type}". Did you mean "${nearest}"?`
      : `There is no block type "${type}". Use ${or(known)}.`,
  'slide-empty': () => 'This slide is empty. Fill it, or remove it from "content".',
  'slide-max-wrong': ({ given, slides: n }) =>
    `"slide_max" says ${given}, but the deck has ${slides(n)}. Write ${n}. All slides are shown either way.`,
  'slide-now-later': ({ given, slides: n }) =>
    `The show starts at slide ${given} of ${n}, because "slide_now" is ${given}. To start at the beginning, set it to 1.`,
  'slide-now-outside': ({ given, slides: n }) =>
    `"slide_now" says ${given}, but the deck has ${slides(n)}. The deck starts at the nearest slide; ${n === 1 ? 'write 1' : `use a number from 1 to ${n}`}.`,
  'minutes-exceeded': ({ planned, minutes, inSection }) =>
    inSection
      ? `The slides of this section are planned for ${number(planned)} min, but the section for ${number(minutes)}. The speaker view counts with the times of the slides. Correct "minutes" here or on the slides.`
      : `The slides are planned for ${number(planned)} min, but the talk for ${number(minutes)}. Shorten "minutes" of some slides, or write a longer time for the talk.`,
  'image-placeholder': ({ path }) =>
    `"${path}" is a placeholder, so the slide is shown without a picture. Write the path of the picture, or leave "".`,
  'video-placeholder': ({ path }) =>
    `"${path}" is a placeholder, so the slide is shown without a video. Write the path or address of the video, or leave "".`,
  'map-placeholder': ({ place }) =>
    `"${place}" is a placeholder, so the slide is shown without a map. Write the name of the place, or leave "".`,
  'path-control-character': ({ path }) =>
    `The path "${path}" contains a line break, a tab or another invisible character. Write it on one line, with / instead of \\.`,
  'path-missing': ({ field, because }) =>
    `"${because}" is not shown because "${field}" is empty. Fill in "${field}" too.`,
  'list-longer': ({ field, items: n, pictures: m }) =>
    `"${field}" has ${items(n)} for ${pictures(m)}; the extra ones are not shown. Each item belongs to the picture at the same position.`,
  'translation-same': ({ lang, other }) =>
    `The text under "${lang}" is the same as the one under "${other}", and it is in ${name(other)}. Translate it; if there is no translation yet, remove "${lang}", and the text under "${other}" is shown in its place.`,
  'translation-wrong': ({ lang, seen, text }) =>
    `Under "${lang}" stands a text ${seen ? `in ${name(seen)}` : 'in Cyrillic letters'}: "${text}". ${seen ? `Move it to "${seen}", or translate it` : 'Translate it'}; whoever reads the slides in ${name(lang)} sees it as it is.`,
  'letters-mixed': ({ words, script, repaired, count }) => {
    const odd = script === 'Cyrillic' ? 'Latin' : 'Cyrillic'
    const shown = words.join(', ') + (words.length < count ? ', …' : '')
    return repaired
      ? `${count === 1 ? 'A' : count} ${script} word${count === 1 ? ' has' : 's have'} ${odd} letters that look the same, here in [ ]: ${shown}. They were read as ${script}, since search and screen readers would miss the word otherwise. Retype the marked letters.`
      : `Cyrillic and Latin letters are mixed in one word: ${shown}; the ${odd} ones stand in [ ]. It is shown as written, because it is not certain what was meant. Retype the marked letters, or put a hyphen or a space if these are two words.`
  },
  'digits-in-words': ({ words, count }) =>
    `${count === 1 ? 'In a word' : `In ${number(count)} words`}, a digit stands where a letter was probably meant; it is in brackets [ ]: ${words.join(', ')}${words.length < count ? ', …' : ''}. It is shown as it is, but search does not find the word, and a screen reader reads the digit aloud. Type the letter instead: О for 0, З for 3. If the digit is right, leave it.`,
}

const name = (lang: Lang) => languageName(lang, 'en')
