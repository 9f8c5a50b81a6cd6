import type { SchemaWords } from '../schema-words.ts'
import { blockFields, blocks } from './schema/blocks.ts'
import { choices, colors, themes } from './schema/choices.ts'
import { deckFields } from './schema/deck.ts'
import { mapFields } from './schema/map.ts'
import { samples, snippets } from './schema/snippets.ts'

/** The texts of the schema of a deck in English. */
export const schema: SchemaWords = {
  deck: ['Korme deck', 'A slide deck. An empty string or null means "nothing" in every field.'],
  items: {
    slide: ['Slide', 'One slide. Its layout follows from the fields that are filled, unless "block" sets it.'],
    block: ['Block', 'One block of a slide.'],
  },
  textIn: (name) => [name, `In ${name}.`, 'The text in this language'],
  fields: { ...deckFields, ...blockFields, ...mapFields },
  blocks,
  choices,
  geojson: ['GeoJSON', 'The kind of a GeoJSON or TopoJSON object, as its standard names it.'],
  themes,
  colors,
  nothing: 'Nothing, as if the field were absent.',
  flag: { yes: 'Yes.', no: 'No.' },
  wrong: {
    choice: (known) => `No such value. Use one of these: ${known.join(', ')}.`,
    object: (fields) => `Only these fields belong here, in { }: ${fields.join(', ')}.`,
    kinds: {
      text: 'A text in quotation marks, or one for each language: { "kk": "…", "ru": "…", "en": "…" }.',
      count: 'A whole number, such as 12.',
      number: 'A number, such as 12.5.',
      flag: 'true or false.',
      color: 'A colour such as "#1a5f7a".',
      latin: 'true, or words in { } with their spelling in Latin letters: { "…": "Tsoi" }.',
      colors: 'Colours in { }, under the names of the theme: { "accent": "#7a1f5c" }.',
      list: 'A list in [ ].',
      focus: 'A point such as "left top" or "50% 20%".',
      path: 'The path of a file or an address, in quotation marks.',
      place: 'A place in quotation marks, such as "Astana".',
      background: 'A colour such as "#1a5f7a", or the path of a picture.',
    },
  },
  snippets,
  samples,
}
