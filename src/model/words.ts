import type { Lang } from './lang.ts'

/** The texts of a built page in the deck's language: help, overview, speaker view. The page fills in `{x}` and `{y}`. */
export interface PageWords {
  /** The name of the region with the slides, for screen readers. */
  slides: string
  /** Precedes the number of a slide. */
  slide: string
  /** `{x}` is the number of a slide, `{y}` the number of slides. */
  slideOf: string
  close: string
  /** What the language calls itself. */
  languageName: string
  /** For screen readers, while the screen is black. */
  black: string
  /** Over the black screen, while the mouse moves; the second where keys that type a character are switched off. */
  blackHint: string
  blackHintClick: string
  /** At a poll on a page on which nobody can vote. */
  pollHint: string
  help: {
    title: string
    /** The headings of the groups of keys. */
    groups: Record<'move' | 'slide' | 'draw' | 'window', string>
    /** The actions of the keys, and the names of the buttons with the same actions. */
    keys: {
      next: string
      previous: string
      first: string
      last: string
      jump: string
      search: string
      overview: string
      black: string
      video: string
      draw: string
      color: string
      eraser: string
      undo: string
      clear: string
      laser: string
      fullscreen: string
      speaker: string
      here: string
      /** Changes between the show and the reading view. */
      reading: string
      /** Saves votes and questions of a talk as a file. */
      export: string
      /** Shows the slides in another language; only in the page of a deck in several. */
      language?: string
      help: string
    }
    /** The switch for keys that type a character. */
    characters: string
    /** The switch for the mouse wheel. */
    wheel: string
    /** The keys that have words on them. */
    names: { space: string; digits: string }
  }
  jump: {
    title: string
    /** `{y}` is the number of slides. */
    range: string
    go: string
  }
  search: {
    title: string
    /** Read aloud: `{x}` is the number of slides that contain the words. */
    found: string
    /** No slide contains the words. */
    none: string
  }
  ink: {
    /** The name of the strip with the drawing tools. */
    title: string
    /** The pens. `ink` is black on light slides and white on dark ones. */
    pens: Record<'red' | 'blue' | 'green' | 'ink', string>
  }
  video: {
    /** `{x}` is the name of a file. */
    failed: string
  }
  speaker: {
    title: string
    language: string
    /** The button that closes a speaker view on top of the slides. */
    leave: string
    current: string
    next: string
    /** How far a slide is that is shown step by step: step `{x}` of `{y}`. */
    step: string
    /** Shown on the last slide instead of the next one. */
    end: string
    notes: string
    noNotes: string
    clock: string
    elapsed: string
    left: string
    /** Replaces `left` when the planned time is over. */
    over: string
    start: string
    pause: string
    reset: string
    smaller: string
    larger: string
    blackOn: string
    blackOff: string
    /** The browser refused to open the window. */
    blocked: string
    /** The button that shows how others can follow the talk. */
    share: string
    /** Replaces it while the server cannot be reached. */
    offline: string
    /** The window of the deck was closed. */
    lost: string
    /** The bar of the planned time. `{x}` is a number of minutes. */
    plan: { title: string; minutes: string; onTime: string; behind: string; ahead: string }
    rehearsal: {
      title: string
      about: string
      start: string
      /** The button that shows the measured times; `{x}` is that of the current slide. */
      running: string
      goOn: string
      discard: string
      slide: string
      measured: string
      planned: string
      total: string
      /** Nothing was measured yet. */
      none: string
    }
  }
}

/** The labels of keys that only the page of a deck in several languages has. */
export type SeveralLanguagesWords = Required<Pick<PageWords['help']['keys'], 'language'>>

/** The texts of a PDF in the deck's language; `{x}` and `{y}` are numbers. */
export interface PrintWords {
  /** The footer of a handout: sheet `{x}` of `{y}`. */
  sheet: string
  /** Below notes that continue: `{x}` is the number of a sheet. */
  more: string
  /** Above continued notes: `{x}` is the number of a slide. */
  rest: string
}

/** A region with the highest or lowest value, as a sentence names it. */
export interface Extreme {
  name: string
  value: string
}

/** The texts of a map in the deck's language. Each is a whole sentence, so that every language has its own word order. */
export interface MapWords {
  lang: Lang
  /** Titles of a map to which the author gave none. */
  mapOf(place: string): string
  mapOfWorld: string
  plainMap: string
  /** Sentences of the description without their full stop. `more` is the number of names left out. */
  shownWorld: string
  shownCountry: string
  shown(place: string): string
  shownAround(place: string): string
  shownBetween(corner: string, opposite: string): string
  marked(names: readonly string[], more: number): string
  markedValues(places: readonly Extreme[], more: number): string
  highlighted(names: readonly string[], more: number): string
  /** All values, the largest first. */
  values(regions: readonly Extreme[]): string
  /** The largest values, and the smallest, of more regions. */
  valuesAmong(count: number, most: readonly Extreme[], least: Extreme): string
  categories(groups: readonly { name: string; regions: readonly string[]; more: number }[]): string
  shapes(count: number): string
  nearPlace(place: string, km: string): string
  /** The link to an online map. */
  open: string
  openIn(provider: string): string
  qr(host: string): string
  coordinates(lat: number, lng: number): string
  km(figure: string): string
  noData: string
  /** In the legend of circles. */
  circles: string
  source(text: string): string
  placesCredit: string
  basemapCredit: string
  /** Names that are not on the map. */
  unplaced(names: readonly string[]): string
  table: { region: string; place: string; value: string; kind: string }
}

/** The texts of figures, tables, charts and long texts in the deck's language. */
export interface DataWords {
  /** What screen readers say for an arrow before a change. */
  arrows: Readonly<Record<'up' | 'down', string>>
  /** A heading that is repeated above what follows on a further page. */
  continued(heading: string): string
  chart: ChartWords
}

/** The texts of charts: whole sentences for screen readers, and words of the drawing. */
export interface ChartWords {
  /** What is drawn, as a sentence. */
  kinds: Readonly<Record<'bar' | 'stack' | 'line' | 'donut', string>>
  series(names: readonly string[]): string
  unit(unit: string): string
  extremes(values: number, most: Extreme, least: Extreme): string
  /** The first and last value of a line; `series` is empty if it has no name. */
  change(series: string, first: Extreme, last: Extreme): string
  /** The small parts of a ring that are drawn as one. */
  other: string
  source(text: string): string
  /** The heads of the table of data. */
  name: string
  value: string
}

/** The texts of a video in the deck's language. */
export interface VideoWords {
  /** The action of a click, for screen readers. `what` is the title or content of the video, `where` the site that plays it. */
  play(what: string | null, where: string | null): string
  /** Next to a player, and next to the address of a page. */
  online(provider: string): string
  onlinePage: string
  qr(where: string): string
}

/** The texts of a new deck. */
export interface SampleDeckWords {
  name: string
  title: string
  subtitle: string
  textTitle: string
  text: string
  notes: string
  closingTitle: string
  closing: string
}

/** The texts that new decks for a training, a contest and the programme of an event have of their own. */
export interface SampleEventWords {
  goalsTitle: string
  goals: string
  exerciseTitle: string
  exercise: string
  rulesTitle: string
  rules: string
  organizersTitle: string
}

/** The texts of a new report, a deck with a slide for each way to show data. Rows of a text are lines, cells are tabs. */
export interface SampleReportWords {
  subtitle: string
  figuresTitle: string
  figures: string
  tableTitle: string
  table: string
  tableNote: string
  chartTitle: string
  chart: string
  rankingTitle: string
  ranking: string
  programmeTitle: string
  programme: string
  stagesTitle: string
  stages: string
  peopleTitle: string
  people: string
}
