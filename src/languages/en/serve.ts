import type { ServeWords } from '../../model/wire/serve-pages.ts'

/** The texts of the pages of `korme serve` in English. */
export const serve: ServeWords = {
  lang: 'en',
  lost: 'Connection to Korme lost. Reconnecting…',
  changed: 'Slide {x} changed',
  go: 'Go there',
  close: 'Close',
  findings: {
    title: 'Findings',
    stale: 'The file has errors. You see the last good version.',
    waiting: 'The file has errors. The slides appear as soon as they are fixed.',
    copy: 'Copy the location',
    copied: 'Copied: {x}',
    editor: 'Open in VS Code',
    open: 'Findings: {x}',
  },
  start: {
    title: 'Decks',
    about: 'Open a deck and edit its file: the page updates whenever you save.',
    reading: 'Reading…',
    broken: 'cannot be shown yet',
    empty: 'There are no decks in {x} yet. Start one: {y}',
  },
}
