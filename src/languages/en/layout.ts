import type { LayoutProblem } from '../../model/problems/layout.ts'
import { languageName, listFormatter, pluralizer } from '../format.ts'
import type { MessagesOf } from '../messages.ts'

const characters = pluralizer('en', { one: 'character', other: 'characters' })
const slides = pluralizer('en', { one: 'slide', other: 'slides' })
const lines = pluralizer('en', { one: 'line', other: 'lines' })
const either = listFormatter('en', 'disjunction')

/** What is said in English about setting texts. */
export const layout: MessagesOf<LayoutProblem> = {
  'text-continued': ({ characters: n, pages, sizePx }) =>
    `This text of ${characters(n)} does not fit on one slide. It runs over ${slides(pages)} at ${sizePx} px. Shorten it if you want fewer.`,
  'text-too-long': ({ characters: n, pages, sizePx }) =>
    `"fit" is "shrink", but this text of ${characters(n)} does not fit on one slide even at ${sizePx} px, the smallest size one can read. So that nothing is lost, it runs over ${slides(pages)}. Shorten it, or take "fit" away.`,
  'title-too-long': ({ characters: n, moved, lines: most }) =>
    `This title of ${characters(n)} does not fit in ${lines(most)}. Its last ${characters(moved)} now stand at the beginning of the text. Make the title shorter.`,
  'field-too-long': ({ field, characters: n }) =>
    `"${field}" has ${characters(n)}, too long for its place on the cover, so it is left out there. Shorten it.`,
  'letter-missing': ({ letters, family }) =>
    `The font "${family}" lacks ${list(letters)}. Other computers may show an empty box there. Replace the letter, or choose another theme.`,
  'link-unsafe': ({ address }) =>
    `"${address}" is not the address of a link, so the link stays as you wrote it. Begin the address with https://, http://, mailto: or tel:, or write # and the number of a slide.`,
  'link-slide-missing': ({ target, slides: all }) =>
    `This link leads to slide ${target}, but the deck has ${slides(all)}. Correct the number after #.`,
  'quotes-straight': ({ lang }) => `The quotation marks are straight: "…". In ${languageName(lang, 'en')}, use « ».`,
  'dash-hyphen': () => 'A hyphen stands between blanks, where a dash belongs: write – or —.',
  'table-flattened': ({ rows }) =>
    `${lines(rows)} with tabs look like a table, which a text cannot show: each tab stands there as a space. Write every column as a text of its own, "text": ["…", "…"], or put the table in as a picture.`,
  'translation-missing': ({ lang, shown }) =>
    `There is no ${languageName(lang, 'en')} version of this text, so the ${languageName(shown, 'en')} one is shown. Add "${lang}" to it.`,
  'aspect-missing': ({ aspect, theme }) =>
    `The theme "${theme}" has no slides of ${aspect}, so they are 16:9. Choose another theme or take "aspect" away.`,
  'alt-missing': ({ path }) =>
    `The picture "${path}" has no text for people who cannot see it. Say in "img_alt" what it shows.`,
  'color-unknown': ({ name, nearest, known, theme }) =>
    `The theme "${theme}" has no colour "${name}", so it changes nothing. ${nearest ? `Did you mean "${nearest}"?` : `Use ${either(known)}.`}`,
  'contrast-low': ({ color, value, ground, groundValue, ratio, needed, nearest }) =>
    `Text in ${color} ${value} on ${ground} ${groundValue} is hard to read: the contrast is ${ratio.toFixed(1)}, and ${needed} is needed. The nearest colour that can be read there is ${nearest}.`,
  'handout-text-small': ({ points, least, perPage, best }) =>
    `With ${slides(perPage)} to a sheet of paper, the smallest text of this slide prints at ${points} pt, and below ${least} pt it cannot be read. ${best === null ? 'Choose larger paper or shorten the text.' : `Use --per-page ${best}.`}`,
}

function list(letters: readonly string[]): string {
  const shown = letters.slice(0, 10).map((letter) => `${letter} (${codeOf(letter)})`)
  return letters.length > shown.length ? `${shown.join(', ')} and others` : shown.join(', ')
}

const codeOf = (letter: string) => `U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
