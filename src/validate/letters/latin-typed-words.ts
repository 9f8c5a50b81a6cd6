import { twinOf } from './letter-twins.ts'

/**
 * Kazakh and Russian words that can be typed in letters that look Latin. None of them is a word in these letters: `COBET`,
 * `pecypc`. Shorter ones could be an abbreviation.
 */
const words = `совет карта наука текст место ресурс сектор театр актер вектор весна старт страна касса масса восток москва
  астана сахар норма контракт океан оркестр автор номер характер статус состав конкурс ответ смета марта ракета монета
  хаттама тарау сауат орман кесте мекен мекеме керек мереке терек санау актау`

const typed = new Map<string, string>()
for (const word of words.split(/\s+/)) {
  const spellings = [word, word.toUpperCase(), word[0]!.toUpperCase() + word.slice(1)]
  for (const spelling of spellings) {
    const latin = [...spelling].map((letter) => twinOf(letter, null))
    if (word.length >= 5 && !latin.includes(null)) typed.set(latin.join(''), spelling)
  }
}

/** Returns the Cyrillic word that somebody typed in Latin letters; null if the word may be a Latin one. */
export const cyrillicWordOf = (word: string): string | null => typed.get(word) ?? null
