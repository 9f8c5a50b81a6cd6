import type { HandoutWords } from '../../model/words.ts'

/** What a handout says in Kazakh. */
export const handout: HandoutWords = {
  sheet: '{x}-бет, барлығы {y}',
  more: 'Жалғасы {x}-бетте',
  rest: '{x}-слайд, жалғасы',
}
