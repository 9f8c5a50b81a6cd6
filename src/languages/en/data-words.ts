import type { DataWords } from '../../model/words.ts'

/** The texts of figures, tables and charts in English. */
export const dataWords: DataWords = {
  arrows: { up: 'up', down: 'down' },
}
