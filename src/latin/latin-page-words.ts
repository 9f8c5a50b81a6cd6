import { latinWords } from '../languages/kk/latin-words.ts'
import type { PageWords } from '../model/words.ts'
import type { Latin } from './latin.ts'

/** Returns the words of a page in the letters of its slides. `latin` is present if these are Latin ones. */
export const pageWordsIn = (words: PageWords, latin: Latin | undefined): PageWords =>
  latin ? { ...latin.value(words, 'kk'), languageName: latinWords.name } : words
