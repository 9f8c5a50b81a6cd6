import type { DataWords } from '../../model/words.ts'

/** The texts of figures, tables and charts in Russian. */
export const dataWords: DataWords = {
  arrows: { up: 'рост:', down: 'снижение:' },
}
