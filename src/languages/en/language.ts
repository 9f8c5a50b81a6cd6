import type { Language } from '../language.ts'
import { dataWords } from './data-words.ts'
import { videoWords } from './video-words.ts'

/** English, as a language of decks and messages. */
export const en: Language = {
  spellings: ['eng', 'english'],
  alphabet: { script: 'Latin', ownLetters: '' },
  signs: null,
  quotes: { opening: '“', straight: true },
  thanks: /^(?:many )?thank(?:s| you)(?![\p{L}])/u,
  video: videoWords,
  data: dataWords,
  load: {
    messages: () => import('./messages.ts').then((m) => m.messages),
    page: () => import('./page.ts').then((m) => m.page),
    severalLanguages: () => import('./page.ts').then((m) => m.severalLanguages),
    print: () => import('./print.ts').then((m) => m.print),
    serve: () => import('./serve.ts').then((m) => m.serve),
    editor: () => import('./editor.ts').then((m) => m.editor),
    startEdit: () => import('./start-edit.ts').then((m) => m.startEdit),
    present: () => import('./present.ts').then((m) => m.present),
    map: () => import('./map-words.ts').then((m) => m.mapWords),
    sampleEvents: () => import('./sample-events.ts').then((m) => m.sampleEvents),
    sampleReport: () => import('./sample-report.ts').then((m) => m.sampleReport),
    sampleDeck: () => import('./sample-deck.ts').then((m) => m.sampleDeck),
  },
}
