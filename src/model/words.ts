/** What the built page says in the deck's language: buttons, help, the speaker view. `{name}` is filled in by the page. */
export interface PageWords {
  /** Announced by screen readers: `{x}` of `{y}`. */
  slideOf: string
  /** Name of the region that holds the slides, for screen readers. */
  slides: string
  previous: string
  next: string
  overview: string
  overviewHint: string
  help: {
    title: string
    close: string
    /** The column of keys and what they do, in the order of the dialog. */
    keys: {
      next: string
      previous: string
      first: string
      last: string
      number: string
      overview: string
      black: string
      fullscreen: string
      speaker: string
      help: string
    }
    /** Keys that have words on them. */
    names: {
      space: string
      right: string
      left: string
      pageDown: string
      pageUp: string
      home: string
      end: string
      enter: string
      digits: string
    }
  }
  jump: {
    label: string
    go: string
    /** `{y}` is the number of slides. */
    range: string
  }
  black: string
  speaker: {
    title: string
    current: string
    next: string
    /** In place of the next slide on the last one. */
    end: string
    notes: string
    noNotes: string
    clock: string
    elapsed: string
    left: string
    /** Over the plan, before the time. */
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
    /** The window of the deck is gone. */
    lost: string
  }
}
