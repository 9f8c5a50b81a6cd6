import type { PrintWords } from '../../model/words.ts'

/** What a PDF of slides says in Russian. */
export const print: PrintWords = { notesOf: 'Заметки к слайду {x}' }
