import type { Language } from '../language.ts'
import { dataWords } from './data-words.ts'
import { videoWords } from './video-words.ts'

/** Kazakh, as a language of decks and messages. */
export const kk: Language = {
  spellings: ['kz', 'kaz', 'kazakh', 'қазақша'],
  alphabet: { script: 'Cyrillic', ownLetters: 'ӘәҒғҚқҢңӨөҰұҮүҺһІі' },
  signs:
    /(?<!\p{L})(?:мен|бен|пен|саны|орны|жалпы|карта(?:сы|да)|(?:рахмет|жоспар|жоба|жыл|ауыл|аудан|облысы|жастар|адам|балалар|мектеп|бойынша|туралы|болды|болады|басты|сурет|бейне|тамыз|мамыр|наурыз|басталды|ашылды)\p{L}{0,12})(?!\p{L})|\p{L}{2}(?:лары|дары|тары|лардан|лармен|ларда|ларды|ылды|лады|далы|ады)(?!\p{L})/iu,
  quotes: { opening: '«', straight: false },
  thanks: /^(?:(?:көп |мың |үлкен )*ра[қх]мет|[^\n]{0,40} (?:ра[қх]мет|алғыс)(?![\p{L}]))/u,
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
