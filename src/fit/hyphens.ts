/** Vowels of Kazakh and Russian. */
const vowels = new Set('аәеёиоөуұүыіэюя')
/** Consonants and signs of both. */
const consonants = new Set('бвгғджзйкқлмнңпрстфхһцчшщьъ')
/** Letters that no line begins with. */
const fixed = new Set('йьъ')

/** The letters of a word that stay on each side of a break. */
const fewestLetters = 2
/** Shorter words are not divided. */
const shortestWord = 5

const words = /[а-яёәғқңөұүһі]+/gi

/** In Russian, these stay together: за-кры-тие, со-гла-сие, but not behind a prefix: под-росток; and the suffix in рус-ский. */
const [firstOfPair, secondOfPair] = [new Set('бвгдкптфх'), new Set('рл')]
const prefixes = /^(?:под(?!руг|руж)|над|пред|от|об)(?=[рл])/

/**
 * Finds the offsets at which Kazakh and Russian words may be divided: a syllable begins with the last consonant before a
 * vowel, or in Russian with two that are one sound group. Abbreviations in capitals, and names with capitals inside, stay whole.
 */
export function findHyphens(text: string, lang: string): number[] {
  const found: number[] = []
  for (const { 0: word, index } of text.matchAll(words)) {
    if (word.length < shortestWord || isPartOfCode(text, index, index + word.length)) continue
    for (const point of hyphensOf(word, lang)) found.push(index + point)
  }
  return found
}

/** Returns the places at which one word may be divided. */
export function hyphensOf(word: string, lang: string): number[] {
  const letters = word.toLowerCase()
  if (letters.slice(1) !== word.slice(1)) return []
  const points: number[] = []
  const prefix = prefixes.exec(letters)?.[0].length ?? 0
  let firstVowel = letters.length
  for (let i = 0; i <= word.length - fewestLetters; i++) {
    const [letter, next] = [letters[i]!, letters[i + 1]!]
    if (vowels.has(letter)) firstVowel = Math.min(firstVowel, i)
    if (!consonants.has(letter) || fixed.has(letter) || !vowels.has(next)) continue
    const isPair = lang === 'ru' && i !== prefix && isSoundGroup(letters, i)
    const start = isPair ? i - 1 : i
    if (start >= fewestLetters && start > firstVowel) points.push(start)
  }
  return points
}

function isSoundGroup(letters: string, at: number): boolean {
  const [letter, before] = [letters[at]!, letters[at - 1] ?? '']
  if (letter === 'к' && before === 'с') return consonants.has(letters[at - 2] ?? '')
  return secondOfPair.has(letter) && firstOfPair.has(before)
}

/** Whether digits, Latin letters or the signs of an address touch a word. */
function isPartOfCode(text: string, start: number, end: number): boolean {
  return /[\dA-Za-z@_/\\]/.test(text[start - 1] ?? ' ') || /[\dA-Za-z@_/\\]/.test(text[end] ?? ' ')
}
