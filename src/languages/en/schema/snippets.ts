import type { SchemaWords } from '../../schema-words.ts'

/** What an editor offers to insert, in English. */
export const snippets: SchemaWords['snippets'] = {
  deck: ['New deck', 'A deck of three slides to start from.'],
  slide: {
    cover: ['Cover', 'Title, and who speaks.'],
    text: ['Text', 'Title, text and notes for the speaker.'],
    picture: ['Picture', 'Title, picture and its text alternative.'],
    textPicture: ['Text and picture', 'Text with a picture beside it.'],
    columns: ['Columns', 'Two texts side by side.'],
    section: ['Section', 'The title of a section.'],
    quote: ['Quote', 'A quotation and its source.'],
    number: ['Figures', 'Large figures with labels.'],
    table: ['Table', 'A table with a remark below.'],
    chart: ['Chart', 'Names and numbers that are drawn.'],
    people: ['People', 'Names, roles and portraits.'],
    programme: ['Programme', 'The programme of an event, with times.'],
    stages: ['Stages', 'Stages along a line.'],
    map: ['Map', 'Places on a map.'],
    video: ['Video', 'A video file or its address.'],
    closing: ['Closing', 'The last slide.'],
    languages: ['Text in several languages', 'Title and text in Kazakh, Russian and English.'],
  },
  block: {
    title: ['Title', 'Title of the slide.'],
    text: ['Text', 'A text.'],
    image: ['Picture', 'A picture and its text alternative.'],
    video: ['Video', 'A video.'],
    map: ['Map', 'Places on a map.'],
    table: ['Table', 'A table.'],
    chart: ['Chart', 'A chart.'],
    people: ['People', 'People with portraits.'],
    timeline: ['Timeline', 'A programme or stages.'],
  },
  value: {
    place: ['One place', 'The name of a place.'],
    markers: ['Marks', 'Several places with labels.'],
    regions: ['Values by region', 'Regions in colours, by their values.'],
    lines: ['Lines', 'One row a line, in one text.'],
    rows: ['List of rows', 'Each row is a list of cells.'],
    settings: ['With settings', 'An object with the data and its settings.'],
    persons: ['List of people', 'Names, roles and portraits.'],
    file: ['File or address', 'The path of a file, or an address.'],
    player: ['With settings', 'A video with a poster and a title.'],
    accent: ['Accent', 'Replaces the accent colour.'],
    words: ['Sides', 'The side or corner that stays visible.'],
    percent: ['Percent', 'From the left and from the top.'],
    hex: ['Colour', 'A colour behind the slide.'],
    photo: ['Picture', 'A picture behind the slide.'],
  },
}

/** The texts in what it inserts, in English. */
export const samples: SchemaWords['samples'] = {
  section: 'What comes next',
  columns: ['Before\n• Three offices', 'Now\n• One window'],
  quote: 'Knowledge is light.\n— Proverb',
  alt: 'What the picture shows',
  caption: 'Caption of the picture',
  place: 'Astana',
  placeLabel: 'Final',
  unit: 'people',
}
