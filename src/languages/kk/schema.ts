import type { SchemaWords } from '../schema-words.ts'
import { blockFields, blocks } from './schema/blocks.ts'
import { choices, colors, themes } from './schema/choices.ts'
import { deckFields } from './schema/deck.ts'
import { mapFields } from './schema/map.ts'
import { samples, snippets } from './schema/snippets.ts'

/** The texts of the schema of a deck in Kazakh. */
export const schema: SchemaWords = {
  deck: [
    'Korme презентациясы',
    'Слайдтардан тұратын презентация. Кез келген өрісте "" немесе null болса, ол бос деп саналады.',
  ],
  items: {
    slide: ['Слайд', 'Бір слайд. Макеті толтырылған өрістерге қарай таңдалады, "block" болса, соған қарай.'],
    block: ['Блок', 'Слайдтың бір блогы.'],
  },
  textIn: (name) => [name, `Осы тілдегі мәтін: ${name}.`, 'Осы тілдегі мәтін'],
  fields: { ...deckFields, ...blockFields, ...mapFields },
  blocks,
  choices,
  geojson: ['GeoJSON', 'GeoJSON немесе TopoJSON нысанының түрі, стандарттағы атауымен.'],
  themes,
  colors,
  nothing: 'Бос: өріс жазылмағанмен бірдей.',
  flag: { yes: 'Иә.', no: 'Жоқ.' },
  wrong: {
    choice: (known) => `Мұндай мән жоқ. Мүмкін мәндері: ${known.join(', ')}.`,
    object: (fields) => `Мұнда { } ішінде тек мына өрістер болады: ${fields.join(', ')}.`,
    kinds: {
      text: 'Тырнақшадағы мәтін немесе әр тілдегі мәтін керек: { "kk": "…", "ru": "…", "en": "…" }.',
      count: 'Бүтін сан керек, мысалы 12.',
      number: 'Сан керек, мысалы 12.5.',
      flag: 'true немесе false керек.',
      color: '"#1a5f7a" сияқты түс керек.',
      latin: 'true немесе { } ішінде сөздердің латын әрпімен жазылуы керек: { "Цой": "Tsoi" }.',
      colors: '{ } ішіндегі түстер керек, безендіру үлгісіндегі атауларымен: { "accent": "#7a1f5c" }.',
      list: '[ ] ішіндегі тізім керек.',
      focus: '"left top" немесе "50% 20%" сияқты нүкте керек.',
      path: 'Тырнақшадағы файл жолы немесе мекенжай керек.',
      place: 'Тырнақшадағы жер атауы керек, мысалы "Астана".',
      background: '"#1a5f7a" сияқты түс немесе суреттің жолы керек.',
    },
  },
  snippets,
  samples,
}
