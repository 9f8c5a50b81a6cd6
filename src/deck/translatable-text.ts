/**
 * Returns the parts of a text that need a translation: without addresses, telephone numbers, numbers, codes, abbreviations,
 * and names, which are the same in every language. Empty if nothing is left.
 *
 * Shape: the parts in order, joined by blanks.
 */
export function translatableText(text: string): string {
  return text
    .split(/[\n\r]/)
    .flatMap((line) => translatableParts(line))
    .join(' ')
}

/**
 * Whether a text that is given in some languages lacks nothing in the others: it reads the same in those, and consists of
 * names, numbers, addresses or codes.
 */
export function readsAlike(versions: Readonly<Partial<Record<string, string>>>): boolean {
  const [first = '', ...others] = Object.values(versions).flatMap((one) => one?.trim() || [])
  return others.every((one) => one === first) && !hasWords(translatableText(first))
}

/** Whether a text has a word in it. */
export const hasWords = (text: string): boolean => /\p{L}{2}/u.test(text)

function translatableParts(line: string): string[] {
  const parts = line
    .split(/[,;|\t•·]|\s[–—-]\s/)
    .map((part) => ({ part, words: wordsOf(part), hasInitial: /(?:^|\s)\p{Lu}\./u.test(part) }))
    .filter(({ words }) => words.length > 0)
  const left = parts.filter((one) => !isName(one))
  // A list of words that each begin with a capital, such as towns, or what stands beside a name, as in a postal address.
  const isListed = parts.length > 1 && left.every(({ words }) => words.length === 1 && isCapital(words[0]!))
  // Words of one letter tell the language.
  const kept = (part: string) => tokensOf(part).filter((word) => !isNeutral(word) || /^[^\p{L}\d]*\p{L}$/u.test(word))
  return isListed ? [] : left.map(({ part }) => kept(part).join(' '))
}

/** Whether words are a name: two or three that begin with a capital, or fewer beside an initial. */
const isName = ({ words, hasInitial }: { words: readonly string[]; hasInitial: boolean }) =>
  words.length > (hasInitial ? 0 : 1) && words.length <= 3 && words.every(isCapital)

const isCapital = (word: string) => /^[^\p{L}]*\p{Lu}/u.test(word)

/** The words of a part that belong to a language. One quotation beside abbreviations is the name of an organization. */
function wordsOf(part: string): string[] {
  const quoted = /^([^«»"“”]*)[«"“][^«»"“”]*[»"”]([^«»"“”]*)$/.exec(part)
  const around = quoted ? tokensOf(`${quoted[1]} ${quoted[2]}`) : []
  if (around.length > 0 && around.every(isNeutral)) return []
  return tokensOf(part).filter((word) => !isNeutral(word))
}

const tokensOf = (part: string) => part.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word))

/** Words before contacts, and units, that are written alike. */
const alike = new Set(
  'тел факс моб сайт email mail e-mail www tel fax whatsapp telegram instagram км кг га тг млн млрд трлн кв см мм'.split(
    ' ',
  ),
)

/** Whether a word is the same in every language: an address, a number, a code, an abbreviation. */
function isNeutral(word: string): boolean {
  // An address, a path, a name at a service, a file, a word with a capital inside.
  if (/[@/\\_#]|[\p{L}\d]\.[\p{L}\d]|\p{Ll}\p{Lu}/u.test(word)) return true
  const letters = word.replace(/[^\p{L}]/gu, '')
  if (letters.length < 2 || !/\p{Ll}/u.test(letters)) return true
  if (alike.has(word.toLowerCase().replace(/[^\p{L}-]/gu, ''))) return true
  // A number with its unit.
  return /^[^\p{L}]*\d/u.test(word) && letters.length < 3
}
