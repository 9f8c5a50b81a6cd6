/**
 * What an editor offers to insert: slides, blocks and values, in the words of one language. `$1`, `${1:text}` and so on are
 * the places where the cursor goes with Tab.
 */

/** A text to replace: Tab selects it. Its own `$`, `}` and `\` mean nothing to the editor. */
const field = (n, text) => `\${${n}:${text.replace(/[$}\\]/g, '\\$&')}}`

const entry = ([label, description], body) => ({ label, description, body })

const entries = (names, bodies) => Object.entries(bodies).map(([key, body]) => entry(names[key], body))

/** The rows of a text as lists of cells. */
const cells = (text, limit) =>
  text
    .split('\n')
    .slice(0, limit)
    .map((line) => line.split('\t'))

/** The slides that people write most, in the order of a talk. */
export function slideSnippets({ samples, snippets }) {
  const title = (text, n = 1) => ({ title: field(n, text) })
  const bodies = {
    cover: { ...title(samples.title), block: '1', text: field(2, samples.subtitle) },
    text: { ...title(samples.textTitle), block: '2', text: field(2, '• …'), notes: field(3, samples.notes) },
    picture: {
      ...title(samples.textTitle),
      block: '3',
      img_path: field(2, '/img/'),
      img_alt: field(3, samples.alt),
      img_caption: field(4, samples.caption),
    },
    textPicture: {
      ...title(samples.textTitle),
      block: '2',
      text: field(2, '• …'),
      img_path: field(3, '/img/'),
      img_alt: field(4, samples.alt),
    },
    columns: {
      ...title(samples.textTitle),
      block: '6',
      text: [field(2, samples.columns[0]), field(3, samples.columns[1])],
    },
    section: { ...title(samples.section), block: '7' },
    quote: { block: '8', text: field(1, samples.quote) },
    number: { ...title(samples.figuresTitle), block: '9', text: field(2, samples.figures) },
    table: {
      ...title(samples.tableTitle),
      block: '11',
      table: { rows: cells(samples.table, 4), note: field(2, samples.tableNote) },
    },
    chart: { ...title(samples.chartTitle), block: '12', text: field(2, samples.chart) },
    people: { ...title(samples.peopleTitle), block: '13', people: persons(samples) },
    programme: { ...title(samples.programmeTitle), block: '14', text: field(2, samples.programme) },
    stages: { ...title(samples.stagesTitle), block: '14', text: field(2, samples.stages) },
    map: { ...title(samples.textTitle), block: '5', map: { markers: markers(samples) } },
    video: { ...title(samples.textTitle), block: '4', video: field(2, '/video/') },
    closing: { ...title(samples.closingTitle), block: '10', text: field(2, samples.closing) },
    languages: { title: inLanguages(1), block: '2', text: inLanguages(4) },
  }
  return entries(snippets.slide, bodies)
}

const inLanguages = (n) => ({ kk: `$${n}`, ru: `$${n + 1}`, en: `$${n + 2}` })

const persons = ({ people }) =>
  people.split('\n').map((line, i) => {
    const [name, role] = line.split(', ')
    return { name: field(3 * i + 2, name), role: field(3 * i + 3, role), img_path: field(3 * i + 4, '/img/') }
  })

const markers = ({ place, placeLabel }) => [{ place: field(2, place), label: field(3, placeLabel) }, '$4']

/** The options of a poll. */
const pollOptions = ({ poll }, first = 1) => poll.split('\n').map((option, i) => field(first + i, option))

/** The blocks of a slide. */
export function snippetsOfBlocks({ samples, snippets }) {
  const bodies = {
    title: { type: 'title', text: field(1, samples.textTitle) },
    text: { type: 'text', text: field(1, '• …') },
    image: { type: 'image', src: field(1, '/img/'), alt: field(2, samples.alt) },
    video: { type: 'video', src: field(1, '/video/') },
    map: { type: 'map', markers: markers(samples) },
    table: { type: 'table', rows: cells(samples.table, 4) },
    chart: { type: 'chart', data: field(1, samples.chart), unit: field(2, samples.unit) },
    people: { type: 'people', people: persons(samples) },
    timeline: { type: 'timeline', rows: field(1, samples.programme) },
    poll: { type: 'poll', options: pollOptions(samples) },
  }
  return entries(snippets.block, bodies)
}

/** The values that a field offers, by definition and field. A field that has none here offers its example. */
export function snippetsOfFields(words) {
  const { samples, snippets, themes } = words
  const { value } = snippets
  const of = (bodies) => entries(value, bodies)
  return {
    'deck.theme': Object.entries(themes).map(([name, description]) => ({ label: name, description, body: name })),
    'deck.colors': of({ accent: { accent: field(1, '#7a1f5c') } }),
    'slide.img_fit': choicesOf(words.choices.imageFit),
    'imageBlock.fit': choicesOf(words.choices.imageFit),
    'tableObject.align': choicesOf(words.choices.columnAlign),
    'tableBlock.align': choicesOf(words.choices.columnAlign),
    'slide.img_focus': of({ words: field(1, 'center top'), percent: field(1, '50% 20%') }),
    'slide.background': of({ hex: field(1, '#0b3a5b'), photo: field(1, '/img/') }),
    'slide.video': of({ file: field(1, '/video/'), player: player(samples) }),
    'slide.map': of({
      place: field(1, samples.place),
      markers: { markers: markers(samples) },
      regions: regions(words),
    }),
    'slide.table': of({
      lines: field(1, samples.table),
      rows: cells(samples.table, 4),
      settings: { rows: cells(samples.table, 4), note: field(1, samples.tableNote) },
    }),
    'slide.chart': of({
      lines: field(1, samples.chart),
      settings: { kind: field(1, 'bar'), data: field(2, samples.chart), unit: field(3, samples.unit) },
    }),
    'slide.people': of({ lines: field(1, samples.people), persons: persons(samples) }),
    'slide.poll': of({
      options: pollOptions(samples),
      settings: { question: field(1, samples.pollQuestion), options: pollOptions(samples, 2), many: false },
    }),
    'slide.timeline': of({ lines: field(1, samples.programme), rows: cells(samples.programme, 2) }),
  }
}

/** A text in each language, for every field that holds a text. */
export const languagesSnippet = ({ snippets }) => entry(snippets.value.languages, inLanguages(1))

/** The items that a list offers, by the definition of the list. */
export function snippetsOfItems({ samples, snippets: { value } }, lang) {
  const track = { src: field(1, `/video/sherkin.${lang}.vtt`), lang: field(2, lang) }
  return {
    peopleValue: [entry(value.person, persons(samples)[0])],
    markers: [entry(value.marker, markers(samples)[0])],
    places: [entry(value.marker, markers(samples)[0])],
    captionTracks: [entry(value.track, track)],
  }
}

/** `true` and `false`. */
export const flagSnippets = ({ flag }) => [
  { label: 'true', description: flag.yes, body: true },
  { label: 'false', description: flag.no, body: false },
]

const choicesOf = (choices) =>
  Object.entries(choices).map(([name, description]) => ({ label: name, description, body: name }))

const player = ({ textTitle }) => ({
  src: field(1, '/video/'),
  poster: field(2, '/img/'),
  title: field(3, textTitle),
})

const regions = ({ fields, samples }) => ({ regions: fields.mapObject.regions[2], unit: field(1, samples.unit) })

/** A deck to start from, for an empty file. */
export function wholeDeck(words, lang) {
  const { samples, snippets } = words
  const [cover, text] = slideSnippets(words)
  const closing = { title: samples.closingTitle, block: '10', text: samples.closing }
  const renumbered = (body, by) =>
    JSON.parse(JSON.stringify(body).replace(/\$\{(\d+):/g, (_, n) => `\${${Number(n) + by}:`))
  return entry(snippets.deck, {
    name: field(1, samples.name),
    lang,
    content: [renumbered(cover.body, 1), renumbered(text.body, 3), closing],
  })
}
