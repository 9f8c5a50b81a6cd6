/** A Latin spelling of each Cyrillic letter that keeps only what all ways of writing a word in Latin letters have in common. */
const latin: Readonly<Record<string, string>> = {
  ...{ а: 'a', ә: 'a', б: 'b', в: 'v', г: 'g', ғ: 'g', д: 'd', е: 'e', ё: 'e', ж: 'j', з: 'z', и: 'i', й: 'i', к: 'k' },
  ...{ қ: 'k', л: 'l', м: 'm', н: 'n', ң: 'n', о: 'o', ө: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ұ: 'u', ү: 'u' },
  ...{
    ф: 'f',
    х: 'h',
    һ: 'h',
    ц: 'c',
    ч: 'ch',
    ш: 'sh',
    щ: 'sh',
    ъ: '',
    ы: 'i',
    і: 'i',
    ь: '',
    э: 'e',
    ю: 'iu',
    я: 'ia',
  },
}

/** Pairs of letters that stand for one, and single letters that are written in several ways. */
const latinSpellings: readonly (readonly [RegExp, string])[] = [
  [/shch|sch/g, 'sh'],
  [/zh/g, 'j'],
  [/kh/g, 'h'],
  [/ts/g, 'c'],
  [/y[oe]/g, 'e'],
  [/ya/g, 'ia'],
  [/yu/g, 'iu'],
  [/y/g, 'i'],
  [/w/g, 'u'],
  [/q/g, 'k'],
  [/x/g, 'h'],
]

/**
 * Returns what all spellings of a word have in common: `тақырып`, `такырып`, `taqyryp` and `takyryp` are the same. Only letters
 * and digits count.
 */
export function skeletonOf(word: string): string {
  const plain = word.normalize('NFKC').toLowerCase().replaceAll('ş', 'sh').replaceAll('ı', 'i').replaceAll('ə', 'a')
  // A Latin letter among Cyrillic ones is one that looks the same.
  const isCyrillic = /[а-яё]/.test(plain)
  let letters = ''
  for (const letter of plain) letters += latin[letter] ?? (isCyrillic ? (twins[letter] ?? letter) : letter)
  if (!isCyrillic) {
    letters = letters.normalize('NFD')
    for (const [spelling, one] of latinSpellings) letters = letters.replace(spelling, one)
  }
  return letters
    .replace(/[^a-z\d]/g, '')
    .replace(/ng/g, 'n')
    .replace(/([a-z])\1+/g, '$1')
}

const twins: Readonly<Record<string, string>> = { p: 'r', c: 's', y: 'u', x: 'h', h: 'n', b: 'v' }

/** Endings of Kazakh and Russian words in that spelling, the longest first. */
const endings =
  /(?:larin|lerin|darin|derin|tarin|terin|lari|leri|dari|deri|tari|teri|iami|lar|ler|dar|der|tar|ter|nin|din|tin|sin|ami|iam|iah|oi|ei|ov|ev|om|em|am|ah|ni|di|ti|si|ga|ge|ka|ke|da|de|ta|te|iu|ia|i|a|e|o|u)$/

/** Returns a skeleton without up to two endings; at least four letters stay. */
export function stemOf(skeleton: string): string {
  let stem = skeleton
  for (let n = 0; n < 2; n++) {
    const shorter = stem.replace(endings, '')
    if (shorter.length < 4) break
    stem = shorter
  }
  return stem
}
