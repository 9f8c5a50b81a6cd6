import type { LayoutProblem } from '../../model/problems/layout.ts'
import { languageName, pluralizer } from '../format.ts'
import type { MessagesOf } from '../messages.ts'
import { fixed, number, or, slides } from './format.ts'

const characters = pluralizer('en', { one: 'character', other: 'characters' })
const marks = pluralizer('en', { one: 'mark', other: 'marks' })
const torn = pluralizer('en', { one: 'word is divided', other: 'words are divided' })
const figures = pluralizer('en', { one: 'figure', other: 'figures' })
const lines = pluralizer('en', { one: 'line', other: 'lines' })

/** What localizing and laying out a deck reports, in English. */
export const layout: MessagesOf<LayoutProblem> = {
  'pages-too-many': ({ longest, pages, limit }) =>
    `With its long texts continued, the deck has more than ${number(limit)} pages, the limit. Slide ${longest}, which begins here, takes more of them than any other: ${number(pages)}. Shorten it, or split the deck into several files.`,
  'text-continued': ({ characters: n, pages, sizePx, rows }) =>
    rows
      ? `These ${number(rows)} rows do not fit on one slide. They take ${slides(pages)} at ${sizePx} px. Leave some of them out if you want fewer slides.`
      : `This text of ${characters(n)} does not fit on one slide. It takes ${slides(pages)} at ${sizePx} px. Shorten it if you want fewer.`,
  'text-too-long': ({ characters: n, pages, sizePx }) =>
    `"fit" is "shrink", but this text of ${characters(n)} does not fit on one slide even at ${sizePx} px, the smallest legible size. So that nothing is lost, it takes ${slides(pages)}. Shorten it, or remove "fit".`,
  'title-too-long': ({ characters: n, moved, lines: most }) =>
    `This title of ${characters(n)} does not fit in ${lines(most)}. The last ${characters(moved)} moved to the beginning of the text. Shorten the title.`,
  'field-too-long': ({ field, characters: n }) =>
    `"${field}" has ${characters(n)}, too long for the cover, so it is not shown there. Shorten it.`,
  'letter-missing': ({ letters, family, theme }) =>
    `The font "${family}" has no glyph for ${list(letters)}. On the screen, such characters appear only if the computer that opens the slides has another font with them; in the PDF, an empty box stands for each. ${theme ? `The theme "${theme}" has a font with ${letters.length === 1 ? 'it' : 'all of them'}: write "theme": "${theme}". Or use` : 'Use'} a word or a picture instead.`,
  'link-unsafe': ({ address }) =>
    `"${address}" is not a link address, so the link is shown as plain text. Begin the address with https://, http://, mailto: or tel:, or write # and a slide number.`,
  'link-broken': ({ address }) =>
    `No browser can open the address "${address}", so the link is shown as plain text. Open the page in a browser and copy the whole address from its address bar.`,
  'link-slide-missing': ({ target, slides: all }) =>
    `This link leads to slide ${target}, but the deck has ${slides(all)}. Correct the number after #.`,
  'quotes-straight': ({ lang }) => `The quotation marks are straight: "…". In ${languageName(lang, 'en')}, use « ».`,
  'dash-hyphen': () => 'There is a hyphen between spaces where a dash is expected: write – or —.',
  'table-flattened': ({ rows }) =>
    `${lines(rows)} with tabs look like a table, but this is set as a text: each tab became a space. Move the rows into the field "table"; each of them needs as many tabs there.`,
  'markup-shown': ({ found, count }) =>
    `${marks(count)} of a web page, of Markdown or of Office ${count === 1 ? 'is' : 'are'} shown as written: ${found.join(' ')}. In a text, only **bold**, *italic*, [text](https://…) and list marks such as • have a meaning. Remove the marks, or write the character they stand for; leave them if they are to be seen.`,
  'line-torn': ({ words, count }) =>
    `${torn(count)} by a hyphen at the end of a line, as in a text copied from a PDF: ${words.join(', ')}. Each line became a paragraph. Join the lines; keep the hyphen only where it belongs to the word.`,
  'numbers-doubtful': ({ shown }) =>
    shown === 'list'
      ? 'The lines 1 and 2 are shown as a list. If they are headings, write below each what belongs to it.'
      : 'The lines 1 and 2 are shown as headings. If they are a list, end the line before them with a colon.',
  'list-too-deep': ({ lines: deep }) =>
    `The list has more than three levels: ${lines(deep)} ${deep === 1 ? 'is' : 'are'} shown on the third. Divide the list, or write the deepest lines as a sentence.`,
  'script-right-to-left': () =>
    'Scripts that run from right to left are not supported: lines and bullets are set at the left, and letters may be missing from the font. Insert the text as a picture, or write it in Cyrillic or Latin letters.',
  'translation-missing': ({ lang, shown }) =>
    `There is no ${languageName(lang, 'en')} version of this text, so the ${languageName(shown, 'en')} one is shown. Add "${lang}" to it.`,
  'slide-untranslated': ({ lang, shown }) =>
    `The text of this slide is only in ${languageName(shown, 'en')}, so the ${languageName(lang, 'en')} slides show it in ${languageName(shown, 'en')}. Write it in both languages: { "${shown}": "…", "${lang}": "…" }.`,
  'latin-automatic': ({ words, uncertain }) =>
    uncertain === 0
      ? 'Kazakh is written in Latin letters automatically, by the alphabet of January 2021. Read it once before you show it.'
      : `Kazakh is written in Latin letters automatically. The alphabet of January 2021 says nothing about я, ю, ё, э, ц, ч, щ, ъ and ь, which ${uncertain === 1 ? 'one word has' : `${uncertain} words have`}: ${words.join(', ')}${uncertain > words.length ? ', …' : ''}. Check the spelling, and list names with the one they should have: "latin": { "Юн": "Yoon" }.`,
  'latin-unused': ({ lang, hasKazakh }) =>
    `Nothing is written in Latin letters: they are for Kazakh, and these slides are in ${languageName(lang, 'en')}. ${
      hasKazakh ? 'Choose the Kazakh slides with --lang kk.' : 'Leave out --script latn, or "latin" in the deck.'
    }`,
  'aspect-missing': ({ aspect, theme }) =>
    `The theme "${theme}" does not support ${aspect}, so the slides are 16:9. Choose another theme, or remove "aspect".`,
  'figures-missing': ({ line }) =>
    `This is a slide of figures, but no line of its text begins or ends with one, so the text is set as usual: “${line}”. Write a figure and its label per line, such as "698 thousand — population", or remove "block".`,
  'figures-too-long': ({ figures: n }) =>
    `${figures(n)} cannot be set large, because the words below do not fit, so the text is set as usual. Shorten each label to a few words, or remove "block".`,
  'layout-missing': ({ layout: name, theme }) =>
    `The theme "${theme}" has no layout "${name}", so the layout for texts is used instead. Add "${name}" to its theme.json, or choose another theme.`,
  'alt-missing': ({ path }) =>
    `The picture "${path}" has no description for people who cannot see it. Describe it in "img_alt".`,
  'image-invisible': ({ path, color, ground, ratio }) =>
    `The picture "${path}" can hardly be seen: its colour ${color} disappears on the background ${ground}, with a contrast of only ${fixed(ratio, 1)}. Use a version in another colour, or one with a background of its own.`,
  'color-unknown': ({ name, nearest, known, theme }) =>
    `The theme "${theme}" has no colour "${name}", so this setting has no effect. ${nearest ? `Did you mean "${nearest}"?` : `Use ${or(known)}.`}`,
  'contrast-low': ({ color, value, ground, groundValue, ratio, needed, nearest }) =>
    `Text in ${color} ${value} on ${ground} ${groundValue} is hard to read: the contrast is ${fixed(ratio, 1)}, but must be at least ${needed}. The nearest colour with enough contrast is ${nearest}.`,
  'handout-text-size': ({ points, perPage }) =>
    `With ${slides(perPage)} per sheet, the smallest text of the handout, which is on this slide, prints at ${points} pt. Use --per-page to print fewer.`,
  'handout-text-small': ({ points, least, perPage, best }) =>
    `With ${slides(perPage)} per sheet, the smallest text of this slide prints at ${points} pt; text below ${least} pt is hard to read. ${best === null ? 'Choose larger paper, or shorten the text.' : `Use --per-page ${best}.`}`,
}

function list(letters: readonly string[]): string {
  const shown = letters.slice(0, 10).map((letter) => `${letter} (${codeOf(letter)})`)
  return letters.length > shown.length ? `${shown.join(', ')} and others` : shown.join(', ')
}

const codeOf = (letter: string) => `U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
