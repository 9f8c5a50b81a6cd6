import type { SchemaWords } from '../schema-words.ts'
import { blockFields, blocks } from './schema/blocks.ts'
import { choices, colors, themes } from './schema/choices.ts'
import { deckFields } from './schema/deck.ts'
import { mapFields } from './schema/map.ts'
import { samples, snippets } from './schema/snippets.ts'

/** The texts of the schema of a deck in Russian. */
export const schema: SchemaWords = {
  deck: ['Презентация Korme', 'Презентация из слайдов. "" и null в любом поле значат «пусто».'],
  items: {
    slide: ['Слайд', 'Один слайд. Макет выбирается по заполненным полям, если не указан в "block".'],
    block: ['Блок', 'Один блок слайда.'],
  },
  textIn: (name) => [name, `Текст на этом языке: ${name}.`, 'Текст на этом языке'],
  fields: { ...deckFields, ...blockFields, ...mapFields },
  blocks,
  choices,
  geojson: ['GeoJSON', 'Вид объекта GeoJSON или TopoJSON, как он назван в стандарте.'],
  themes,
  colors,
  nothing: 'Пусто, как будто поля нет.',
  flag: { yes: 'Да.', no: 'Нет.' },
  wrong: {
    choice: (known) => `Такого значения нет. Возможные значения: ${known.join(', ')}.`,
    object: (fields) => `Здесь в { } бывают только эти поля: ${fields.join(', ')}.`,
    kinds: {
      text: 'Нужен текст в кавычках или тексты по языкам: { "kk": "…", "ru": "…", "en": "…" }.',
      count: 'Нужно целое число, например 12.',
      number: 'Нужно число, например 12.5.',
      flag: 'Нужно true или false.',
      color: 'Нужен цвет, например "#1a5f7a".',
      latin: 'Нужно true или слова в { } с их написанием латиницей: { "Цой": "Tsoi" }.',
      colors: 'Нужны цвета в { } под именами из темы: { "accent": "#7a1f5c" }.',
      list: 'Нужен список в [ ].',
      focus: 'Нужна точка, например "left top" или "50% 20%".',
      path: 'Нужен путь к файлу или адрес в кавычках.',
      place: 'Нужно название места в кавычках, например "Астана".',
      background: 'Нужен цвет, например "#1a5f7a", или путь к картинке.',
    },
  },
  snippets,
  samples,
}
