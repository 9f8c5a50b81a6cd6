import type { Language } from '../language.ts'
import { dataWords } from './data-words.ts'
import { videoWords } from './video-words.ts'

/** Russian, as a language of decks and messages. */
export const ru: Language = {
  spellings: ['rus', 'russian', 'русский'],
  alphabet: { script: 'Cyrillic', ownLetters: '' },
  signs:
    /[щъё]|(?<!\p{L})(?:и|в|на|с|от|из|для|при|что|это|мы|цел[иья]|года?|(?:наш|ваш|спасибо|внимани|вопрос|итог|задач|вывод|содержани|введени|заключени|результат|сколько|зачем|почему)\p{L}{0,4})(?!\p{L})|\p{L}{2}(?:ый|ий|ая|ое|ые|ого|его|ому|ему|ение|ания|ость|ство|ться|ами|ями|ить|еть|ировать)(?!\p{L})/iu,
  quotes: { opening: '«', straight: false },
  thanks: /^(?:(?:большое |всем )?спасибо|благодар(?:им|ю) (?:вас )?за |благодар(?:им|ю)[!.]?$)/u,
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
