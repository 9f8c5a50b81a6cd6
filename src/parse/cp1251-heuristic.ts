/** The ten most common letters: 62 % of Russian prose, 60 % of names and headings, 25 to 40 % of wrongly decoded text. */
const common = /[оеаинтсрвл]/gi

/** What Russian office texts contain besides letters and ASCII. */
const punctuation = /[«»—–…№“”„‘’‚•·°§©®™€ \u00ADІі]/g

/**
 * Whether a text decoded as Windows-1251 reads as Russian. It does not if the file was in KOI8-R (upper and lower case are
 * swapped), in code page 866 (symbols between letters), or in a Western code page (Cyrillic letters inside Latin words).
 */
export function looksLikeRussian(text: string): boolean {
  const letters = count(text, /[а-яё]/gi)
  if (letters === 0) return false
  const foreign = count(text, /[^\x00-\x7F]/g) - letters - count(text, punctuation)
  const insideLatin = count(text, /[a-z][а-яё]|[а-яё][a-z]/gi)
  const turnedRound = count(text, /(?<![а-яёА-ЯЁ])[а-яё][А-ЯЁ]+/g)
  if (foreign * 20 > letters || insideLatin * 10 > letters || turnedRound * 20 > letters) return false
  return letters < 40 || count(text, common) * 100 > letters * 45
}

/**
 * The share of the most common letters in what is neither ASCII nor ordinary punctuation: over a half in Russian
 * text, under a third where it was decoded wrongly.
 */
export function russianShare(text: string): number {
  const all = count(text, /[^\x00-\x7F«»—–…№“”„\u00A0]/g)
  return all === 0 ? 0 : count(text, common) / all
}

function count(text: string, pattern: RegExp): number {
  let n = 0
  for (const _ of text.matchAll(pattern)) n++
  return n
}
