import type { Lang } from '../../../model/lang.ts'
import type { MapWords } from './map-words.ts'

/** Loads the words of all three languages: a deck is built in several at once. */
export async function loadWords(): Promise<Record<Lang, MapWords>> {
  const [{ words: kk }, { words: ru }, { words: en }] = await Promise.all([
    import('../../../languages/kk/map-words.ts'),
    import('../../../languages/ru/map-words.ts'),
    import('../../../languages/en/map-words.ts'),
  ])
  return { kk, ru, en }
}
