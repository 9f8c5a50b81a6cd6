import type { Lang } from './lang.ts'

/** What the built page says in the deck's language: help, overview, the speaker view. The page fills in `{x}` and `{y}`. */
export interface PageWords {
  /** Name of the region that holds the slides, for screen readers. */
  slides: string
  /** Stands before the number of a slide. */
  slide: string
  /** `{x}` is the number of a slide, `{y}` how many there are. */
  slideOf: string
  close: string
  /** What the language calls itself. */
  languageName: string
  /** Said to screen readers while the screen is black. */
  black: string
  help: {
    title: string
    /** What the keys do; also the names of the buttons that do the same. */
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
      undo: string
      clear: string
      laser: string
      fullscreen: string
      speaker: string
      here: string
      help: string
    }
    /** Keys that have words on them. */
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
    /** No slide holds the words. */
    none: string
  }
  ink: {
    /** `{x}` is the number of a pen. */
    color: string
  }
  video: {
    /** `{x}` is the name of a file. */
    failed: string
  }
  speaker: {
    title: string
    language: string
    /** Leaves the speaker view that covers the slides. */
    leave: string
    current: string
    next: string
    /** In place of the next slide on the last one. */
    end: string
    notes: string
    noNotes: string
    clock: string
    elapsed: string
    left: string
    /** In place of `left` once the plan is used up. */
    over: string
    start: string
    pause: string
    reset: string
    smaller: string
    larger: string
    blackOn: string
    blackOff: string
    /** The browser did not let the window open. */
    blocked: string
    /** The button that shows how others follow the talk. */
    share: string
    /** In its place while the server is out of reach. */
    offline: string
    /** The window of the deck is gone. */
    lost: string
  }
}

/** What a PDF says in the deck's language; `{x}` and `{y}` are numbers. */
export interface PrintWords {
  /** Above the speaker notes of a slide. */
  notesOf: string
  /** The foot of a handout's sheet: `{x}` of `{y}` sheets. */
  sheet: string
  /** Below notes that go on: `{x}` is the number of a sheet. */
  more: string
  /** Above notes that go on: `{x}` is the number of a slide. */
  rest: string
}

/** A region with the highest or lowest value, as a sentence names it. */
export interface Extreme {
  name: string
  value: string
}

/** What a map says in the deck's language. Every sentence is whole, so that its word order is the language's own. */
export interface MapWords {
  lang: Lang
  /** Titles of a map to which the author gave none. */
  mapOf(place: string): string
  mapOfWorld: string
  plainMap: string
  /** Sentences of the description. `more` is the number of names left out. */
  marked(names: readonly string[], more: number): string
  highlighted(names: readonly string[], more: number): string
  values(regions: number, most: Extreme, least: Extreme): string
  categories(regions: number, categories: readonly string[]): string
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

/** What a video says in the deck's language. */
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
