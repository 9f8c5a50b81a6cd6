import type { BlockFields, SchemaWords } from '../../schema-words.ts'

/** What the choices of the fit of a picture do. */
export const pictureFit = 'cover fills the region and crops the picture; contain shows the whole picture.'

/** What a text alternative of pictures is for. */
export const pictureAlt =
  'Text alternative for people who cannot see the picture. A list if there are several pictures.'

const table = {
  rows: [
    'Rows',
    'One row a line, with cells separated by tabs, vertical bars or semicolons, or a list of rows.',
    [
      ['Region', 2024, 2025],
      ['North', 348, '402.75'],
    ],
  ],
  head: ['Names of the columns', 'Whether the first row names the columns. Recognised if absent.'],
  total: ['Sum', 'Whether the last row is a sum, which is set off. Recognised by its words if absent.'],
  rank: ['Ranking', 'Whether the rows are a ranking: places are set in front, and many rows in two columns.'],
  unit: ['Unit', 'The unit of all numbers, shown above the table.', 'million tenge'],
  note: ['Remark', 'A remark or the source, shown below the table.', 'Source: annual report'],
  align: ['Sides of the columns', 'The side of each column, left or right. Numbers stand right if absent.'],
} as const

const chart = {
  kind: ['Kind of chart', 'bar, stack (bars of several parts), line or donut. Chosen from the data if absent.'],
  data: [
    'Data',
    'Names in the first column, numbers in one to four others: one row a line, or a list of rows.',
    'Astana — 1430\nAlmaty — 2228',
  ],
  unit: ['Unit', 'Unit of all numbers, such as % or people.', 'people'],
  source: ['Source', 'Source of the data, shown below.', 'Annual report, 2025'],
  highlight: ['Set off', 'The names of rows to set off; the other bars are grey.', 'Almaty'],
} as const

const timeline = {
  kind: ['Kind', 'programme for clock times, line for stages. Chosen from the rows if absent.'],
  rows: [
    'Rows',
    'One row a line, or a list of rows: "09:00–09:30", what, where; or "September: what".',
    '09:00–09:30\tRegistration\tFoyer\n09:30–11:00\tOpening, talks\tMain hall',
  ],
} as const

const poll = {
  question: ['Question', 'The question. By default the title of the slide.', 'Where shall we meet?'],
  options: ['Options', 'What can be chosen: one option a line, or a list.', 'Astana\nAlmaty'],
  many: ['Several', 'Several options can be chosen.'],
  show: ['Results', 'hidden: the speaker shows the results; live: they are seen while people vote. By default hidden.'],
} as const

/** What each type of block holds, in English. */
export const blocks: SchemaWords['blocks'] = {
  title: 'Title of the slide.',
  text: 'A text. Several text blocks are set in columns.',
  image: 'A picture, or several in a grid.',
  video: 'A video with its poster, subtitles and playback settings.',
  map: 'A map with markers, regions and values.',
  table: 'A table.',
  chart: 'A chart.',
  people: 'People with portraits.',
  timeline: 'The programme of an event, or stages along a line.',
  poll: 'A question that the audience answers on their phones.',
}

/** The fields of blocks but for maps in English. */
export const blockFields: BlockFields = {
  focusPoint: {
    x: ['From the left', '0 is the left edge, 1 the right edge.'],
    y: ['From the top', '0 is the top edge, 1 the bottom edge.'],
  },
  imageObject: {
    src: ['Path', 'Path of the picture.'],
    alt: ['Text alternative', 'Text alternative for people who cannot see it.', 'A yurt on the steppe'],
    caption: ['Caption', 'Caption of the picture.', 'The steppe in April'],
    fit: ['Fit', pictureFit],
    focus: ['Focus', 'The point that stays visible when the picture is cropped.'],
  },
  captionTrack: {
    src: ['Path', 'Path of a WebVTT file (.vtt).'],
    lang: ['Language', 'Language of the subtitles.'],
    label: ['Name', 'Name of the subtitles in the player.', 'English'],
  },
  videoObject: {
    src: ['Video', 'A file of the project, or an address.'],
    poster: ['Poster', 'Picture shown until the video plays, and in print.'],
    poster_time: ['Time of the poster', 'Time of the frame to use as the poster, in seconds.'],
    start: ['Start', 'Where playback starts, in seconds.'],
    end: ['End', 'Where playback ends, in seconds.'],
    title: ['Title', 'Title of the video.', 'The opening'],
    alt: ['Text alternative', 'Text alternative for people who cannot see it.', 'Children dance on the square'],
    captions: ['Subtitles', 'Subtitles.'],
    autoplay: ['Plays by itself', 'Plays when the slide is shown.'],
    muted: ['Without sound', 'Plays without sound.'],
    loop: ['Repeats', 'Plays again from the start when it ends.'],
    qr: ['QR code', 'A QR code of the address beside the video; false omits it.'],
  },
  block: {
    type: [
      'Type',
      'Type of the block: title, text, image, video, map, table, chart, people, timeline or poll.',
      'text',
    ],
  },
  chartObject: chart,
  chartBlock: chart,
  personObject: {
    name: ['Name', 'Name.', 'Aigul Sarsen'],
    role: ['Role', 'What the person does.', 'Project lead'],
    img_path: ['Portrait', 'Portrait. Without one, the initials are shown.'],
    img_alt: [
      'Text alternative',
      'Text alternative of the portrait, if it shows more than the person.',
      'Aigul Sarsen at the opening',
    ],
    img_focus: ['Focus', 'The point that stays visible when the portrait is cropped. Chosen for faces if absent.'],
    note: ['Remark', 'Something more about the person.', 'In the team since 2019'],
  },
  peopleBlock: {
    people: [
      'People',
      'The people: a list of objects, or lines such as "Name, role".',
      'Aigul Sarsen, project lead\nErlan Kim, editor',
    ],
  },
  tableObject: table,
  tableBlock: table,
  timelineObject: timeline,
  timelineBlock: timeline,
  pollObject: poll,
  pollBlock: poll,
  titleBlock: { text: ['Title', 'The title.', 'What we show'] },
  textBlock: { text: ['Text', 'The text. Each line is a paragraph.', '• 14 projects\n• 3 workshops'] },
  imageBlock: {
    src: ['Picture', 'A picture, or a list of pictures.'],
    alt: ['Text alternative', pictureAlt, 'A yurt on the steppe'],
    caption: ['Caption', 'Caption of the picture. A list if there are several pictures.', 'The steppe in April'],
    fit: ['Fit', pictureFit],
    focus: ['Focus', 'The point that stays visible when the picture is cropped.'],
  },
}
