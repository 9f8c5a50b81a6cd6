import type { LayoutName } from '../deck.ts'
import type { Lang } from '../lang.ts'
import type { ControlWords } from './control-words.ts'

/** The words of the editor in the reader's language. The page fills in `{x}` and `{y}`. */
export interface EditWords {
  lang: Lang
  tools: {
    /** The name of the tools for screen readers. */
    title: string
    decks: string
    undo: string
    redo: string
    add: string
    copy: string
    remove: string
    /** The choice of the language in which the slides are shown. */
    language: string
    findings: string
    replace: string
    show: string
    /** The button that comes back from the show. */
    edit: string
  }
  /** What has become of the edits. */
  state: {
    saved: string
    /** Instead, for a file that cannot be written. */
    readOnly: string
    saving: string
    /** Something is kept in this browser alone. */
    kept: string
    /** Somebody else has changed the same. */
    conflict: string
    lost: string
    again: string
    drop: string
    /** Agrees that the file becomes UTF-8. */
    convert: string
    /** Puts a sentence away. */
    understood: string
  }
  /** Undoing and redoing beside what others have changed. `{x}` is how many changes were left out. */
  steps: {
    undo: Record<'skipped' | 'none', string>
    redo: Record<'skipped' | 'none', string>
    /** What was changed while nobody knows how. */
    forgotten: string
  }
  slides: {
    title: string
    /** `{x}` is the number of a slide. */
    slide: string
    /** `{x}` is the number of a page, `{y}` how many the slide has. */
    page: string
    /** `{x}` is how many pages the slide has. */
    pages: string
  }
  stage: {
    title: string
    /** The name of a box without words. */
    box: string
    /** The name of the field in which a text is typed, and its keys. */
    text: string
    textKeys: string
  }
  notes: string
  panel: {
    title: string
    tabs: Record<'slide' | 'deck' | 'findings', string>
    /** `{x}` is the name of a field. */
    meaning: string
    /** The choice of languages in which texts are shown. */
    languages: string
    more: string
    newName: string
    add: string
    addItem: string
    removeItem: string
    /** The grip by which an item is dragged, and moved by keys. */
    move: string
    up: string
    down: string
    /** `{x}` is the name of a field. */
    removeFromSlide: string
    addToSlide: string
  }
  grid: {
    /** `{x}` is the row, `{y}` the column. */
    cell: string
    addRow: string
    addColumn: string
    removeRow: string
    removeColumn: string
    paste: string
  }
  picture: {
    /** The name of one of several, with its number. */
    picture: string
    choose: string
    drop: string
    /** The name of the place where pictures are pasted. */
    here: string
    sending: string
    /** The slide of a file is not there any more; `{x}` is its path. */
    gone: string
    remove: string
    focus: string
  }
  /** The colours of themes, and the button that takes a change back. */
  colors: Record<ThemeColorName | 'reset', string>
  /** The button that shows the slide in each layout. */
  layoutPictures: string
  /** No layout makes something else of the slide. */
  layoutsSame: string
  /** Who else edits: `{x}` is the number of a slide. */
  others: { slide: string; text: string }
  findings: {
    none: string
    stale: string
    /** `{x}` is `slide 3`. */
    go: string
    fix: string
    /** `{x}` is how many findings can be repaired. */
    fixAll: string
  }
  /** Finding and replacing a text in the whole deck. */
  replace: {
    title: string
    find: string
    with: string
    matchCase: string
    wholeWord: string
    all: string
    one: string
    none: string
    /** `{x}` is how often it was found, or replaced. */
    found: string
    done: string
    close: string
  }
  /** The words of the controls of people, programmes, charts, videos, maps and themes. */
  controls: ControlWords
  /** The file itself. */
  source: { open: string; title: string; close: string; draft: string }
  /** A file of which no slide can be shown. */
  file: {
    waiting: string
    /** What can be done with a file that is no text. */
    unreadable: string
    begin: string
  }
  kept: { title: string; insert: string; discard: string }
  /** `gone`: what was edited has been removed. */
  conflict: { title: string; gone: string; mine: string; theirs: string; keepMine: string; keepTheirs: string }
  /** Values that fields may have, and the choice that Korme makes itself. */
  values: Record<EditValue, string>
  layouts: Record<LayoutName, string>
  /** What stands on a new slide until it is replaced. */
  newSlide: Record<'title' | 'text' | 'name' | 'other' | 'person' | 'role' | 'place', string>
  langs: Record<Lang, string>
}

/** A colour of themes that has a name in the editor. */
export type ThemeColorName =
  | 'accent'
  | 'mark'
  | 'ink'
  | 'soft'
  | 'ground'
  | 'tint'
  | 'rule'
  | 'deep'
  | 'deepInk'
  | 'deepAccent'

/** A value of a field that has a name in the editor. */
export type EditValue =
  | 'auto'
  | 'yes'
  | 'no'
  | Lang
  | 'cover'
  | 'contain'
  | 'shrink'
  | 'split'
  | 'left'
  | 'right'
  | 'bar'
  | 'stack'
  | 'line'
  | 'donut'
  | 'programme'
  | 'pin'
  | 'dot'
  | 'star'
  | 'office'
  | 'kz'
  | 'region'
  | 'world'
  | 'none'
  | 'names'
  | 'values'
  | 'link'
  | 'tiles'
  | 'quantile'
  | 'steps'
  | 'category'
