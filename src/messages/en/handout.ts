import type { HandoutWords } from '../../model/words.ts'

/** What a handout says in English. */
export const handout: HandoutWords = {
  sheet: 'Page {x} of {y}',
  more: 'Continued on page {x}',
  rest: 'Slide {x}, continued',
}
