import {
  flagSnippets,
  languagesSnippet,
  slideSnippets,
  snippetsOfBlocks,
  snippetsOfFields,
  snippetsOfItems,
  wholeDeck,
} from './snippets.mjs'

/**
 * Returns the schema of a deck with the words of one language, as VS Code understands them: titles, descriptions, examples,
 * snippets and the texts of problems. Nothing that decides what is valid changes.
 *
 * VS Code prefers the words of a definition to those beside the reference to it, and those of an inner schema to those of
 * the outer one. So words stand only beside fields and items of lists, never in definitions.
 *
 * `rules`: `src/model/deck.schema.json`; `regions`: the names of regions that a map knows, in the same language.
 */
export function describeSchema(rules, words, lang, regions) {
  const schema = structuredClone(rules)
  const { definitions } = schema
  const context = { definitions, words, regions, names: new Intl.DisplayNames([lang], { type: 'language' }) }
  for (const definition of Object.values(definitions)) delete definition.description
  const objects = Object.entries({ deck: schema, ...definitions }).filter(([, { properties }]) => properties)
  for (const [name, { properties }] of objects) describeFields(name, properties, context)
  for (const [name, definition] of Object.entries(definitions)) describeValue(name, definition, context)
  describeItems(schema, context, lang)
  describeNames(definitions, words)
  // In the condition that recognises GeoJSON.
  definitions.mapValue.else.then.if.properties.type.doNotSuggest = true
  const [title, description] = words.deck
  const { $schema, ...rest } = schema
  return {
    $schema,
    title,
    description,
    errorMessage: words.wrong.object(Object.keys(schema.properties)),
    defaultSnippets: [wholeDeck(words, lang)],
    ...rest,
  }
}

/** Adds the words of the fields of an object. `name`: its definition, or `deck`. */
function describeFields(name, properties, context) {
  for (const [field, value] of Object.entries(properties)) {
    if (value.const === undefined) describeField(name, field, value, context)
    else Object.assign(value, fixedType(context.words))
  }
}

/** The type in a branch of `block`. The choice of a type has its words in `block` itself. */
const fixedType = ({ blocks, fields, wrong }) => ({
  title: fields.block.type[0],
  doNotSuggest: true,
  errorMessage: wrong.choice(Object.keys(blocks)),
})

function describeField(name, field, value, { words, names, definitions }) {
  const [label, description, ownExample] = fieldWords(name, field, words, names)
  const title = label[0].toUpperCase() + label.slice(1)
  const { examples, ...rules } = value
  const example = ownExample ?? examples?.[0]
  const isFlag = value.$ref === '#/definitions/flag'
  const snippets = isFlag ? flagSnippets(words) : snippetsOfFields(words)[`${name}.${field}`]
  const choices = (value.$ref && definitions[value.$ref.slice('#/definitions/'.length)].enum) ?? value.enum
  const described = { title, description, markdownDescription: `${plain(description)}\n\n${shown(field, example)}` }
  const isText = value.$ref === '#/definitions/text' || value.$ref === '#/definitions/texts'
  const inLanguages = isText ? { defaultSnippets: [languagesSnippet(words)] } : {}
  const offered = snippets ? { defaultSnippets: snippets } : choices ? {} : { examples: [example], ...inLanguages }
  const type = name === 'block' ? blockTypes(words) : {}
  for (const key of Object.keys(value)) delete value[key]
  Object.assign(value, described, offered, rules, type)
}

function fieldWords(name, field, words, names) {
  if (name === 'text') return words.textIn(names.of(field))
  return name === 'geojson' ? words.geojson : words.fields[name][field]
}

/** The types of blocks as choices; the branches of `block` accept no other. */
const blockTypes = ({ blocks, wrong }) => ({
  suggestSortText: '0',
  enum: Object.keys(blocks),
  enumDescriptions: Object.values(blocks),
  errorMessage: wrong.choice(Object.keys(blocks)),
})

/** Escapes what Markdown would read as mark-up. */
const plain = (text) => text.replace(/[\\`*_<>[\]]/g, '\\$&')

/** Writes an example as Markdown: in a line, or as a block if it is long. */
function shown(field, example) {
  const line = `${JSON.stringify(field)}: ${JSON.stringify(example)}`
  if (line.length <= 70) return `\`${line}\``
  return `\`\`\`json\n${JSON.stringify(field)}: ${JSON.stringify(example, null, 2)}\n\`\`\``
}

/** Adds what a definition means wherever it is used: its choices, and what is said of a value that it refuses. */
function describeValue(name, definition, { words, names, definitions, regions }) {
  const { enum: choices, properties } = definition
  if (choices) {
    const known = choices.filter((choice) => typeof choice === 'string' && choice !== '')
    const meanings =
      name === 'lang' ? Object.fromEntries(known.map((one) => [one, names.of(one)])) : words.choices[name]
    definition.enumDescriptions = choices.map((choice) => meaningOf(choice, meanings) ?? words.nothing)
    definition.enumSortTexts = choices.map((_, i) => String(i).padStart(2, '0'))
    definition.errorMessage = words.wrong.choice(known)
    if (name === 'layout') Object.assign(definition, listLayouts(choices, meanings))
  } else if (name === 'colors') {
    const color = { $ref: '#/definitions/color', examples: [definitions.regionObject.properties.color.examples[0]] }
    const described = Object.entries(words.colors).map(([key, description]) => [key, { description, ...color }])
    definition.properties = Object.fromEntries(described)
    definition.errorMessage = definition.patternErrorMessage = words.wrong.kinds.colors
  } else if (properties && name !== 'geojson' && name !== 'text') {
    const fields = Object.keys(properties)
    if (!definition.oneOf) definition.errorMessage = words.wrong.object(fields)
    if (definition.pattern) definition.patternErrorMessage = definition.errorMessage
  } else if (kinds[name]) {
    const message = words.wrong.kinds[kinds[name]]
    definition.errorMessage = message
    if (definition.pattern) definition.patternErrorMessage = message
  }
  if (name === 'regionValues') definition.propertyNames = { examples: regions }
  if (name === 'regionName') definition.examples = regions
  describeCondition(definition, definitions)
  // Editors show a small square in the colour, and let people pick another one.
  if (name === 'color' || name === 'background') definition.format = 'color'
}

/**
 * Lets an object be completed before the field is there by which it is recognised: an empty `{ }` in `chart` may become a
 * table or a chart. The fields in the condition accept everything.
 */
function describeCondition({ if: condition, then }, definitions) {
  const object = condition?.required && then.$ref && definitions[then.$ref.slice('#/definitions/'.length)]
  if (!object || condition.properties.type) return
  const fields = Object.entries(object.properties).map(([field, { $ref: _, ...words }]) => [field, words])
  condition.properties = Object.fromEntries(fields)
}

/** The kinds of values that are neither objects nor choices, by definition. */
const kinds = {
  text: 'text',
  plainText: 'text',
  count: 'count',
  decimal: 'number',
  minutes: 'number',
  seconds: 'number',
  loopSeconds: 'number',
  fraction: 'number',
  latitude: 'number',
  longitude: 'number',
  zoom: 'number',
  flag: 'flag',
  color: 'color',
  background: 'background',
  latin: 'latin',
  picturePath: 'path',
  filePath: 'path',
  videoSource: 'path',
  link: 'path',
  focusWords: 'focus',
  mapQuery: 'place',
  regionName: 'place',
  markers: 'list',
  captionTracks: 'list',
}

const numbered = (meanings) => Object.keys(meanings).filter((name) => name !== 'image')

/** What a choice means. A layout also has a number, by its place in the list. */
const meaningOf = (choice, meanings) =>
  meanings[choice] ?? (/^\d+$/.test(choice ?? '') ? meanings[numbered(meanings)[choice - 1]] : undefined)

/** Shows the name beside each number, and the numbers without quotation marks after the rest, since few write them. */
function listLayouts(choices, meanings) {
  const names = numbered(meanings)
  return {
    enumDetails: choices.map((choice) => (/^\d+$/.test(choice ?? '') ? names[choice - 1] : '')),
    enumSortTexts: choices.map((choice, i) => `${typeof choice === 'string' ? 0 : 1}${String(i).padStart(2, '0')}`),
  }
}

/** Adds words to the names that authors choose themselves: words in Latin letters, regions. */
function describeNames({ latin, regionValues }, { fields }) {
  const [latinTitle, latinMeaning] = fields.deck.latin
  const [valueTitle, valueMeaning] = fields.regionObject.value
  Object.assign(latin.additionalProperties, { title: latinTitle, description: latinMeaning })
  Object.assign(regionValues.additionalProperties, { title: valueTitle, description: valueMeaning, examples: [12] })
  latin.propertyNames = { examples: ['Цой'] }
}

/** Adds words to the items of lists: of slides, blocks, people, marks and subtitles. */
function describeItems({ properties, definitions }, { words }, lang) {
  const [[title, description], [blockTitle, blockDescription]] = [words.items.slide, words.items.block]
  Object.assign(properties.content.items, { title, description, defaultSnippets: slideSnippets(words) })
  const { blocks } = definitions.slide.properties
  Object.assign(blocks.items, {
    title: blockTitle,
    description: blockDescription,
    defaultSnippets: snippetsOfBlocks(words),
  })
  for (const [name, defaultSnippets] of Object.entries(snippetsOfItems(words, lang))) {
    const { items = definitions[name].then?.items } = definitions[name]
    items.defaultSnippets = defaultSnippets
  }
  const { list } = words.wrong.kinds
  Object.assign(properties.content, { errorMessage: list })
  Object.assign(blocks, { errorMessage: list, patternErrorMessage: list })
}
