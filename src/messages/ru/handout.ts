import type { HandoutWords } from '../../model/words.ts'

/** What a handout says in Russian. */
export const handout: HandoutWords = {
  sheet: 'Страница {x} из {y}',
  more: 'Продолжение на странице {x}',
  rest: 'Слайд {x}, продолжение',
}
