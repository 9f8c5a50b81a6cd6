import type { PrintWords } from '../../model/words.ts'

/** What a PDF of slides says in English. */
export const print: PrintWords = { notesOf: 'Notes to slide {x}' }
