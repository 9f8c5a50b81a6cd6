import type { DataWords } from '../../model/words.ts'

/** The texts of figures, tables and charts in Kazakh. */
export const dataWords: DataWords = {
  arrows: { up: 'өсті:', down: 'төмендеді:' },
}
