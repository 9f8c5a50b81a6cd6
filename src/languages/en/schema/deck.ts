import type { DeckFields } from '../../schema-words.ts'
import { pictureAlt, pictureFit } from './blocks.ts'

/** The fields of a deck and of a slide in English. */
export const deckFields: DeckFields = {
  deck: {
    $schema: [
      'Schema',
      'Path of this schema, so that editors can complete the fields.',
      '../node_modules/korme/schemas/deck.schema.json',
    ],
    name: [
      'Name',
      'Name of the deck. The footer shows it if it contains letters; otherwise the footer shows the first title.',
      'Spring exhibition',
    ],
    ID: ['Reference number', 'Your own reference number. Not shown.'],
    logo_title: [
      'Organization',
      'Name of the organization, on the cover and in the footer of the other slides.',
      'Ministry of Culture',
    ],
    logo_path: ['Logo', 'Logo: /img/logo.png, or a path relative to this file.'],
    slide_max: ['Number of slides', 'Number of slides, kept by hand. A wrong number is only a warning.'],
    slide_now: ['First slide', 'The first slide shown, counted from 1.'],
    lang: ['Language', 'Language of the deck. Detected from the text if absent.'],
    langs: [
      'Languages',
      'All languages of the deck, the main one first. If there are several, its page has all of them.',
    ],
    latin: [
      'Latin letters',
      'true: the page shows Kazakh in Latin letters too. Names and words with a spelling of their own are listed in { }; their endings follow by themselves.',
    ],
    theme: ['Theme', 'Name of the theme, such as official.'],
    aspect: ['Aspect ratio', 'Aspect ratio of the slides; 4:3 is for old projectors.'],
    colors: ['Colours', 'Colours to replace in this deck, under the names that the theme gives them.'],
    author: ['Author', 'Who made the deck.', 'Aigul Sarsen'],
    event: ['Event', 'Event or place where it is presented.', 'Annual meeting, Taldykorgan'],
    date: ['Date', 'Date of the event, written as it should appear.', '12 April 2026'],
    minutes: ['Minutes', 'Planned length of the talk, in minutes.'],
    steps: [
      'Steps',
      'true: items, paragraphs, rows, series or bars of a chart and pictures of a gallery appear one by one in the show; covers, sections and closing slides are shown whole. "all": all other boxes too. A slide can say it for itself.',
    ],
    transition: ['Transition', 'How one slide follows another in the show: none, fade or slide.'],
    loop: [
      'Loop',
      'The built page shows its slides by itself and begins again after the last one: seconds for each slide, longer where there is more to read.',
    ],
    content: ['Slides', 'The slides, in order.', [{ title: 'Spring exhibition', text: '14 projects' }]],
  },
  slide: {
    title: ['Title', 'Title of the slide.', 'What we show'],
    block: [
      'Layout',
      'Layout: 1 cover, 2 text, 3 picture, 4 video, 5 map, 6 columns, 7 section, 8 quote, 9 number, 10 closing, 11 table, 12 chart, 13 people, 14 timeline, 15 poll. Chosen from the other fields if absent.',
    ],
    img_path: [
      'Picture',
      'A picture or a list of pictures: /img/a.png, static/img/a.png, or a path relative to this file.',
    ],
    img_alt: ['Text alternative', pictureAlt, 'A yurt on the steppe'],
    img_caption: ['Caption', 'Caption of the picture. A list if there are several pictures.', 'The steppe in April'],
    img_fit: ['Fit of the picture', pictureFit],
    img_focus: [
      'Focus of the picture',
      'The point that stays visible when the picture is cropped: "left top", "50% 20%".',
    ],
    video: ['Video', 'A video file, or the address of a video.'],
    map: [
      'Map',
      'A place, several places, coordinates, an address copied from an online map, or an object with markers and regions.',
      'Astana, Almaty',
    ],
    table: [
      'Table',
      'A table: one row a line with cells separated by tabs, vertical bars or semicolons, a list of rows, or an object.',
      [
        ['Region', 2024, 2025],
        ['North', 348, '402.75'],
      ],
    ],
    chart: [
      'Chart',
      'Names and numbers to draw: one row a line, a list of rows, or an object with the data and the kind of chart.',
      'Astana — 1430\nAlmaty — 2228',
    ],
    people: [
      'People',
      'People with portraits: a list of objects, or lines such as "Name, role". Portraits may also stand in "img_path", in the same order.',
      'Aigul Sarsen, project lead\nErlan Kim, editor',
    ],
    timeline: [
      'Timeline',
      'The programme of an event, or stages with dates: one row a line, a list of rows, or an object.',
      'September: team\nOctober: training',
    ],
    poll: [
      'Poll',
      'A question for the phones of the audience: a list of options with the title as the question, or an object.',
      'Astana\nAlmaty',
    ],
    text: [
      'Text',
      'Text of the slide. Each line is a paragraph; a list of texts is set in columns.',
      '• 14 projects\n• 3 workshops',
    ],
    notes: [
      'Speaker notes',
      'Speaker notes: private, only the speaker sees them, in the speaker view and in print with --notes. They are not shown on the slide, but stay in the built file unless it is made with --no-notes.',
      'Introduce the guests first.',
    ],
    lang: ['Language', "Language of this slide, if it differs from the deck's."],
    fit: [
      'Long text',
      'What to do with long text: auto sets it smaller, then continues it on another page; shrink never continues it; split continues it rather than setting it small.',
    ],
    steps: [
      'Steps',
      'true: items, paragraphs, rows, series or bars of a chart and pictures of a gallery appear one by one in the show. "all": all other boxes too. false: the slide is shown whole.',
    ],
    minutes: [
      'Minutes',
      'Planned time of the slide, in minutes; on a slide that opens a section, that of the whole section. The speaker view shows whether the talk keeps to it.',
    ],
    background: ['Background', 'A colour (#1a5f7a), or a picture behind the whole slide.'],
    blocks: [
      'Blocks',
      'Content as a list of blocks, instead of or after the fields above.',
      [{ type: 'text', text: 'First column' }],
    ],
  },
}
