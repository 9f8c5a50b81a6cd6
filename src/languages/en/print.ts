import type { PrintWords } from '../../model/words.ts'

/** What PDFs say in English. */
export const print: PrintWords = {
  notesOf: 'Notes to slide {x}',
  sheet: 'Page {x} of {y}',
  more: 'Continued on page {x}',
  rest: 'Slide {x}, continued',
}
