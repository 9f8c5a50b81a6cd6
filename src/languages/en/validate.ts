import type { Actual, Expected, ValidateProblem } from '../../model/problems/validate.ts'
import { listFormatter, pluralizer } from '../format.ts'
import type { MessagesOf } from '../messages.ts'

const or = listFormatter('en', 'disjunction')
const slides = pluralizer('en', { one: 'slide', other: 'slides' })
const pictures = pluralizer('en', { one: 'picture', other: 'pictures' })
const items = pluralizer('en', { one: 'item', other: 'items' })

const expectations: Record<Expected, string> = {
  text: 'a text in quotes',
  number: 'a number',
  count: 'a whole number',
  flag: 'true or false',
  list: 'a list in [ ]',
  object: 'an object in { }',
  slides: 'slides in { }',
  path: 'the path of a file, in quotes',
  address: 'a file or an address, in quotes',
  place: 'the name of a place, in quotes',
  color: 'a colour such as "#1a5f7a"',
  focus: 'a point such as "left top" or "50% 20%"',
  pair: 'two numbers, [latitude, longitude]',
  box: 'four numbers, [west, south, east, north]',
}
const actuals: Record<Actual, string> = {
  text: 'a text',
  number: 'a number',
  flag: 'true or false',
  nothing: 'nothing',
  list: 'a list',
  object: 'an object',
}
const expect = (kinds: readonly Expected[]) => or(kinds.map((kind) => expectations[kind]))
const seen = (actual: Actual, value: string | null) => (value === null ? actuals[actual] : `"${value}"`)

/** One sentence for every mistake against the deck's format. */
export const validate: MessagesOf<ValidateProblem> = {
  'deck-not-object': ({ actual }) =>
    `A deck is an object in { } that holds "content", the list of its slides, but this file holds ${actuals[actual]}.`,
  'content-missing': () => 'The deck has no slides. Put them into "content": [ { "title": "…", "text": "…" } ].',
  'content-not-list': ({ slides: n }) =>
    `"content" has no [ ] around its slides; it is read as ${slides(n)}. Write "content": [ … ].`,
  'slides-too-many': ({ slides: n, limit }) =>
    `The deck has ${slides(n)}, more than the ${limit} that Korme takes. Split it into several files.`,
  'field-unknown': ({ field, nearest }) =>
    nearest
      ? `There is no field "${field}" here, so its value is not shown. Did you mean "${nearest}"?`
      : `There is no field "${field}" here, so its value is not shown. Remove it, or see the list of fields in the README.`,
  'field-misspelt': ({ field, meant, cyrillic }) =>
    cyrillic
      ? `"${field}" has Cyrillic letters that look Latin; it is read as "${meant}". Type the name anew in Latin letters.`
      : `"${field}" is read as "${meant}". Write the name that way.`,
  'field-repeated': ({ field }) => `"${field}" stands here twice; nothing is lost, but remove one of the two.`,
  'field-duplicate': ({ field, inSlide }) =>
    inSlide
      ? `"${field}" stands twice in this slide with different values, and only one could be shown. If a new slide begins here, put }, { before it; otherwise remove one.`
      : `"${field}" stands twice with different values, and only one could be used. Remove the wrong one.`,
  'value-wrong': ({ field, expected, actual, value }) =>
    `"${field}" must be ${expect(expected)}, but this is ${seen(actual, value)}, which cannot be shown.`,
  'setting-wrong': ({ field, expected, actual, value }) =>
    `"${field}" must be ${expect(expected)}, but this is ${seen(actual, value)}. The setting is ignored.`,
  'value-unknown': ({ field, value, nearest, known }) =>
    nearest
      ? `"${field}" cannot be "${value}", so it is ignored. Did you mean "${nearest}"?`
      : `"${field}" cannot be "${value}", so it is ignored. Use ${or(known)}.`,
  'value-out-of-range': ({ field, value, min, max }) =>
    max === null
      ? `"${field}" cannot be ${value}, so it is ignored. Use ${min} or more.`
      : `"${field}" cannot be ${value}, so it is ignored. Use a number from ${min} to ${max}.`,
  'number-inexact': ({ field }) =>
    `The number in "${field}" would lose digits. Put it in quotes, and it is shown exactly as you wrote it.`,
  'lang-unknown': ({ lang, known }) => `There is no language "${lang}" here, so it is ignored. Use ${or(known)}.`,
  'lang-misspelt': ({ lang, meant }) => `The language "${lang}" is read as "${meant}". Correct it.`,
  'block-type-missing': ({ known }) => `This block does not say what it is. Add a "type": ${or(known)}.`,
  'block-type-unknown': ({ type, nearest, known }) =>
    nearest
      ? `There is no block type "${type}". Did you mean "${nearest}"?`
      : `There is no block type "${type}". Use ${or(known)}.`,
  'slide-empty': () => 'This slide is empty. Fill it, or remove it from "content".',
  'slide-max-wrong': ({ given, slides: n }) =>
    `"slide_max" says ${given}, but the deck has ${slides(n)}. Write ${n}; the slides are all shown in any case.`,
  'slide-now-outside': ({ given, slides: n }) =>
    `"slide_now" says ${given}, but the deck has ${slides(n)}. The show starts at the nearest one; ${n === 1 ? 'write 1' : `use a number from 1 to ${n}`}.`,
  'image-placeholder': ({ path }) =>
    `"${path}" is no picture yet, so the slide is shown without it. Write the picture's path, or leave "".`,
  'video-placeholder': ({ path }) =>
    `"${path}" is no video yet, so the slide is shown without it. Write the video's path or address, or leave "".`,
  'map-placeholder': ({ place }) =>
    `"${place}" is no place yet, so the slide is shown without a map. Write the name of the place, or leave "".`,
  'path-control-character': ({ path }) =>
    `The path "${path}" holds a line break, a tab or another invisible character. Write it on one line, with / instead of \\.`,
  'path-missing': ({ field, because }) =>
    `"${because}" is filled, but "${field}" is not, so it is not shown. Fill "${field}" as well.`,
  'list-longer': ({ field, items: n, pictures: m }) =>
    `"${field}" has ${items(n)} for ${pictures(m)}; the rest are not shown. Each belongs to the picture at the same place.`,
}
