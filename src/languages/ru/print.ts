import type { PrintWords } from '../../model/words.ts'

/** The texts of a PDF in Russian. */
export const print: PrintWords = {
  sheet: 'Страница {x} из {y}',
  more: 'Продолжение на странице {x}',
  rest: 'Слайд {x}, продолжение',
}
