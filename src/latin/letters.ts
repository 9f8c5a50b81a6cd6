/**
 * The Kazakh alphabet in Latin letters that the government published on 28 January 2021: 31 letters, one or two Cyrillic ones
 * for each. Lower case.
 */
const officialTable =
  'аa әä бb вv гg ғğ дd еe жj зz иi йi кk қq лl мm нn ңñ оo өö пp рr сs тt уu ұū үü фf хh һh шş ыy іı'

/**
 * Letters of Russian words, for which nothing is official: they are written by their sound in letters of that alphabet, and
 * the two signs are left out.
 */
const ownTable = 'эe яia юiu ёio цs чş щş ъ ь'

/** Letters of other Cyrillic alphabets. */
const foreignTable = 'ѐe ђd ѓg єe ѕz їi јi љl њn ћş ќk ѝi ўu џj ґg'

const entriesOf = (table: string) => table.split(' ').map((entry) => [entry.charAt(0), entry.slice(1)] as const)
const latin = new Map([officialTable, ownTable, foreignTable].flatMap(entriesOf))
const official = new Set(entriesOf(officialTable).map(([letter]) => letter))

/** Capitals by table, since that of `i` is `İ` and that of `ı` is `I` here. */
const capitals = new Map(
  [
    ...'aA äÄ bB cC dD eE fF gG ğĞ hH ıI iİ jJ kK lL mM nN ñÑ oO öÖ pP qQ rR sS şŞ tT uU ūŪ üÜ vV wW xX yY zZ'.split(
      ' ',
    ),
  ].map((pair) => [pair.charAt(0), pair.charAt(1)] as const),
)

/** Every letter that a text in Latin letters may have, small and large. */
export const latinLetters: ReadonlySet<string> = new Set([...latin.values(), ...capitals.values()].join(''))

/** Returns a small Cyrillic letter in Latin letters, which may be none; undefined for any other character. */
export const latinOf = (small: string): string | undefined => latin.get(small)

/** Whether the alphabet of 2021 says nothing about a small Cyrillic letter. */
export const isUnofficial = (small: string): boolean => latin.has(small) && !official.has(small)

/** Returns the capital of a Latin letter. A deck's own words may have letters of other alphabets. */
export const capitalOf = (letter: string): string => capitals.get(letter) ?? letter.toUpperCase()

/** Returns a text in capitals, or with a capital at its start. */
export const inCapitals = (text: string): string => [...text].map(capitalOf).join('')
export const withCapital = (text: string): string => capitalOf(text.charAt(0)) + text.slice(1)

/** Whether a text has letters to replace. */
export const hasCyrillic = (text: string): boolean => /[\u0400-\u052f]/.test(text)
