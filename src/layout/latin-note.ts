import { latinWords } from '../languages/kk/latin-words.ts'
import type { LaidOutPage, TextView } from '../model/laid-out.ts'
import type { LocalizedText } from '../model/lang.ts'

/** What a page says of its letters: that they are Latin ones, put in automatically. */
export const latinNote: LocalizedText = { text: latinWords.note, lang: 'kk' }

/** Whether a page says so beside its author, event and date. */
export const saysLatin = ({ boxes }: LaidOutPage): boolean =>
  boxes.some(({ region, view }) => region === 'event' && wordsOf(view as TextView).endsWith(latinWords.note))

const wordsOf = ({ page }: TextView): string =>
  page.paragraphs.flatMap(({ lines }) => lines.map(({ runs }) => runs.map(({ text }) => text).join(''))).join(' ')
