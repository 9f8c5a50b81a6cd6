/** What the built page says in the deck's language: help, overview, the speaker view. The page fills in `{x}` and `{y}`. */
export interface PageWords {
  /** Name of the region that holds the slides, for screen readers. */
  slides: string
  /** Stands before the number of a slide. */
  slide: string
  /** `{x}` is the number of a slide, `{y}` how many there are. */
  slideOf: string
  close: string
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
