import type { PlaceKind } from './map-edit.ts'

/** The words of the controls of one kind of content, in the reader's language. The page fills in `{x}` and `{y}`. */
export interface ControlWords {
  people: {
    /** `{x}` is the number of a person. */
    person: string
    add: string
    /** Turns lines of text into cards. */
    asCards: string
    paste: string
  }
  programme: {
    /** `{x}` is the number of a row. */
    row: string
    time: string
    title: string
    who: string
    add: string
    paste: string
    /** What is told of a time: it is none; it ends before it begins. */
    notTime: string
    backwards: string
    /** The rows are in another order than their times. */
    unsorted: string
    sort: string
  }
  chart: {
    /** The choice of rows to set off. */
    highlight: string
    colors: string
  }
  video: {
    choose: string
    drop: string
    /** The name of the place where films are dropped. */
    here: string
    /** `{x}` is how much of the film has been sent, in percent. */
    sending: string
    address: string
    remove: string
    /** The film in the panel. */
    preview: string
    startHere: string
    endHere: string
    posterHere: string
    /** The place where a picture is dropped that stands for the film. */
    poster: string
  }
  map: {
    find: string
    /** What may be typed instead of a name. */
    hint: string
    /** `{x}` is what was typed. */
    none: string
    near: string
    /** The places of the map, and the number of one. */
    places: string
    place: string
    remove: string
    /** The name of a pin on the slide: `{x}` is its place. */
    pin: string
    /** `{x}` is the latitude, `{y}` the longitude. */
    at: string
    kinds: Record<PlaceKind, string>
  }
  /** What the view of the source says itself, by the words that it has in English. `$` is a number. */
  code: Record<CodePhrase, string>
  themes: {
    /** The choice of a deck that names none. */
    default: string
    /** Shows the slide in each theme. */
    show: string
  }
}

/** A phrase of the view of the source. */
export type CodePhrase =
  | 'Find'
  | 'Replace'
  | 'next'
  | 'previous'
  | 'all'
  | 'match case'
  | 'by word'
  | 'regexp'
  | 'replace'
  | 'replace all'
  | 'close'
  | 'current match'
  | 'on line'
  | 'replaced $ matches'
  | 'replaced match on line $'
  | 'Go to line'
  | 'go'
  | 'Diagnostics'
  | 'No diagnostics'
  | 'Completions'
  | 'Selection deleted'
  | 'Control character'
