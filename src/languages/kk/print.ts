import type { PrintWords } from '../../model/words.ts'

/** The texts of a PDF in Kazakh. */
export const print: PrintWords = {
  sheet: '{x}-бет, барлығы {y}',
  more: 'Жалғасы {x}-бетте',
  rest: '{x}-слайд, жалғасы',
}
