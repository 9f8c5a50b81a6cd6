import type { PrintWords } from '../../model/words.ts'

/** What a PDF of slides says in Kazakh. */
export const print: PrintWords = { notesOf: '{x}-слайдқа жазбалар' }
