import type { SchemaWords } from '../../schema-words.ts'

/** What each choice of a field means, in English. */
export const choices: SchemaWords['choices'] = {
  layout: {
    cover: 'Cover: title, subtitle, event and date, logo.',
    text: 'Text: title and text, with a picture beside the text if there is one.',
    picture: 'Picture: title and one or more pictures; a large photograph fills the slide.',
    image: 'The same as picture: title and one or more pictures.',
    video: 'Video: title and video.',
    map: 'Map: title and map.',
    columns: 'Columns: title and two or more texts side by side.',
    section: 'Section: title of a section, with its number.',
    quote: 'Quote: a quotation and its source.',
    number: 'Number: one to eight large figures with labels, and how they changed.',
    closing: 'Closing: title, text and logo.',
    table: 'Table: title and a table.',
    chart: 'Chart: title and a chart of bars, lines or a ring.',
    people: 'People: title and people with portraits.',
    timeline: 'Timeline: title and the programme of an event, or stages.',
    poll: 'Poll: title and options that the audience chooses from on their phones.',
  },
  aspect: {
    '16:9': 'Wide, for the screens and projectors of today.',
    '4:3': 'For old projectors.',
  },
  fit: {
    auto: 'Sets long text smaller, then continues it on another page. This is what happens without the field.',
    shrink: 'Sets long text smaller and never continues it.',
    split: 'Continues long text on another page rather than setting it small.',
  },
  steps: {
    true: 'Items, paragraphs, rows, series or bars of a chart and pictures of a gallery appear one by one.',
    false: 'The slide is shown whole.',
    all: 'All other boxes appear one by one, too: a picture, a map, a video.',
  },
  transition: {
    none: 'The next slide is there at once. This is what happens without the field.',
    fade: 'The slide before fades out.',
    slide: 'The next slide pushes the one before aside.',
  },
  imageFit: {
    cover: 'Fills the region and crops the picture.',
    contain: 'Shows the whole picture.',
  },
  markerKind: {
    pin: 'A pin that points to the place.',
    dot: 'A dot.',
    star: 'A star, for the place that matters most.',
    office: 'A building, for an office.',
  },
  scaleKind: {
    quantile: 'About as many regions in each class.',
    steps: 'Classes between the boundaries in "steps".',
    category: 'A colour for each word.',
  },
  base: {
    auto: 'Decides by the content.',
    kz: 'Kazakhstan.',
    region: 'The surroundings of what the map shows.',
    world: 'The world.',
    none: 'No outlines, the marks alone.',
  },
  labels: {
    auto: 'The names and the values of the regions.',
    names: 'The names of the regions.',
    values: 'The values of the regions.',
    none: 'No labels.',
  },
  online: {
    none: 'Nothing.',
    link: 'A link to the online map.',
    tiles: 'The same as link: map services forbid storing their tiles.',
  },
  chartKind: {
    bar: 'Bars, to compare.',
    stack: 'Bars of several parts.',
    line: 'Lines, for what changes in time.',
    donut: 'A ring, for the shares of a whole.',
  },
  columnAlign: { left: 'Left, for words.', right: 'Right, for numbers.' },
  pollShow: {
    hidden: 'The speaker shows the results.',
    live: 'The results are seen while people vote.',
  },
  timelineKind: {
    programme: 'A programme with clock times.',
    line: 'Stages along a line.',
  },
}

/** The themes that ship with the program, in English. */
export const themes: SchemaWords['themes'] = {
  official: 'Blue and gold.',
  calm: 'Paper, headings with serifs.',
  stage: 'Dark and large, for halls and video walls.',
  contrast: 'Black and white, nothing below 28 px, for people with low vision.',
}

/** What a theme draws in each of its colours, in English. */
export const colors: SchemaWords['colors'] = {
  ground: 'Background of slides.',
  ink: 'Text.',
  soft: 'Secondary text.',
  accent: 'Links and headings inside texts.',
  mark: 'Decorations and marks on maps.',
  rule: 'Lines.',
  tint: 'Areas behind pictures and cards.',
  deep: 'The second background, of covers and sections.',
  deepInk: 'Text on the second background.',
  deepSoft: 'Secondary text on the second background.',
  deepAccent: 'Links and headings on the second background.',
  deepMark: 'Decorations on the second background.',
  deepRule: 'Lines on the second background.',
  deepTint: 'Areas behind pictures and cards on the second background.',
  scrim: 'What covers a picture behind text.',
  scrimInk: 'Text on a picture.',
}
