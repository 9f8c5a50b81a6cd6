import type { ServeWords } from '../../model/wire/serve-pages.ts'

/** What served pages say in English. */
export const serve: ServeWords = {
  lang: 'en',
  lost: 'The connection to Korme is lost. Trying again…',
  changed: 'Slide {x} changed',
  go: 'Go there',
  close: 'Close',
  findings: {
    title: 'Findings',
    stale: 'The file cannot be shown as it is now. You see it as it was before.',
    waiting: 'The file cannot be shown as it is now. The slides appear as soon as it can.',
    copy: 'Copy the place',
    copied: 'Copied: {x}',
    editor: 'Open in VS Code',
    open: 'Findings: {x}',
  },
  start: {
    title: 'Decks',
    about: 'Open one, edit its file, and watch it change as you save.',
    reading: 'Reading…',
    broken: 'cannot be shown yet',
    empty: 'There is no deck in {x} yet. Start one: {y}',
  },
}
