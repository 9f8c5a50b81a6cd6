import type { PrintWords } from '../../model/words.ts'

/** The texts of a PDF in English. */
export const print: PrintWords = {
  sheet: 'Page {x} of {y}',
  more: 'Continued on page {x}',
  rest: 'Slide {x}, continued',
}
