import { type BareWord, closingMarks, openingMarks, wordAfter, wordBefore } from './words-around.ts'

/** How close two parts of a text belong together: not at all, better together, or on one line. */
export type Tie = 'none' | 'weak' | 'strong'

/**
 * Returns how close the two sides of a possible line break belong together, by the rules of Kazakh and Russian typesetting.
 *
 * Shape:  a text with single spaces between words.
 *         Strong: a suffix and its sign or capitals (`92 %-ға`, `ҚР-ның`); an abbreviation, an initial or a short
 *         preposition and the word that follows; a particle and the word before; a closing mark and what it closes.
 *         Weak: a number and what it counts, a range, a dash and the word before.
 * Units:  `at` in UTF-16 units, not the start or the end of the text.
 */
export function tieAt(text: string, at: number, lang: string): Tie {
  if (beginsWithClosing(text, at)) return 'strong'
  if (text.charCodeAt(at - 1) === space) return tieAtSpace(text, at, lang)
  return isDash(text.charCodeAt(at - 1)) ? tieAtDash(text, at) : 'none'
}

const [space, hyphen, fullStop] = [0x20, 0x2d, 0x2e]

/** Whether the next line would begin with a comma, a full stop or a bracket that closes, and nothing else. */
function beginsWithClosing(text: string, at: number): boolean {
  let end = at
  while (end < text.length && closingMarks.has(text.charCodeAt(end))) end++
  return end > at && isSpaceOrEnd(text, end)
}

/** A suffix belongs to what it is added to: 18-ге, 92 %-ға, ҚР-ның, кто-то. The ends of a range belong together. */
function tieAtDash(text: string, at: number): Tie {
  const last = text.charCodeAt(at - 2)
  const isSuffix = isLetter(text.charCodeAt(at))
  if (text.charCodeAt(at - 1) !== hyphen || !isSuffix) {
    return isDigit(last) && (isSuffix || isDigit(text.charCodeAt(at))) ? 'weak' : 'none'
  }
  const letters = countLetters(text, at)
  if (isDigit(last) || suffixedSigns.has(last)) return letters <= longestSuffix ? 'strong' : 'weak'
  const isAlone = isLetter(last) && !isLetter(text.charCodeAt(at - 3))
  if (letters <= longestParticle || isAlone) return 'strong'
  const onCapitals = isCapital(text.charAt(at - 2)) && !isCapital(text.charAt(at))
  return onCapitals && letters <= longestSuffix ? 'strong' : 'none'
}

/** `-то` belongs to any word, `-ларының` to an abbreviation in capitals. Units: letters. */
const [longestParticle, longestSuffix] = [2, 8]

/** Signs that take a suffix: % ‰ ° ₸ € $ » ” ) ². */
const suffixedSigns = new Set([0x25, 0x2030, 0xb0, 0x20b8, 0x20ac, 0x24, 0xbb, 0x201d, 0x29, 0xb2, 0xb3])

function tieAtSpace(text: string, at: number, lang: string): Tie {
  const last = text.charCodeAt(at - 2)
  const next = text.charCodeAt(at)
  if (last === 0x2116 || last === 0xa7) return 'strong' // № §
  if (openingMarks.has(last) && (at === 2 || text.charCodeAt(at - 3) === space)) return 'strong'
  if (isDash(next) && isSpaceOrEnd(text, at + 1)) return 'weak'
  if (isPhone(text, at)) return 'strong'
  if (isDigit(last)) return tieAfterNumber(text, at)
  return tieBetweenWords(text, at, wordBefore(text, at - 1), wordAfter(text, at), lang)
}

/** `+7 (701) 000-00-00` */
function isPhone(text: string, at: number): boolean {
  const [last, next] = [text.charAt(at - 2), text.charAt(at)]
  if (next === '(') return isDigit(text.charCodeAt(at - 2)) && isDigit(text.charCodeAt(at + 1))
  return last === ')' && isDigit(text.charCodeAt(at - 3)) && isDigit(text.charCodeAt(at))
}

/** A number stays with its sign, its unit, its further digits and what it counts. */
function tieAfterNumber(text: string, at: number): Tie {
  if (suffixedSigns.has(text.charCodeAt(at))) return 'strong'
  if (isDigit(text.charCodeAt(at))) return isGroup(text, at) ? 'strong' : 'none'
  return units.has(wordAfter(text, at).word) || isCounted(text, at) ? 'weak' : 'none'
}

function tieBetweenWords(text: string, at: number, before: BareWord, after: BareWord, lang: string): Tie {
  if (before.word.length > longestTied && after.word.length > longestTied) return 'none'
  const { prepositions, particles } = wordsOf(lang)
  const isEnd = closingMarks.has(text.charCodeAt(at - 2))
  const lower = before.word.length > longestTied ? before.word : before.word.toLowerCase()
  if (!isEnd && (prepositions.has(lower) || particles.has(after.word))) return 'strong'
  if (after.stopped && shortenedBehind.has(after.word)) return 'strong'
  if (contractedBefore.has(lower) || contractedBehind.has(after.word)) return 'strong'
  if (!isEnd && centuries.has(after.word) && isRoman(before.word)) return 'strong'
  if (text.charCodeAt(at - 2) === fullStop) {
    if (shortenedBefore.has(before.word.length > 1 ? lower : before.word)) return 'strong'
    if (isInitials(before) && isCapital(after.word.charAt(0))) return 'strong'
  }
  // `Пушкин А. С.`: initials behind a name, which no name follows.
  if (isInitials(after) && !isEnd && isName(before.word) && !followsName(text, at)) return 'strong'
  if (!isEnd && multiples.has(before.word)) return 'weak'
  return !isEnd && before.word.length === 1 && isLetter(before.word.charCodeAt(0)) ? 'weak' : 'none'
}

/** `А.` or `А.С.` */
const isInitials = ({ word, stopped }: BareWord) =>
  stopped &&
  (word.length === 1 || (word.length === 3 && word.charAt(1) === '.' && isCapital(word.charAt(2)))) &&
  isCapital(word.charAt(0))

const isName = (word: string) => word.length > 2 && isCapital(word.charAt(0)) && !isCapital(word.charAt(1))

/** Whether a name stands behind the initials that begin at an offset. */
function followsName(text: string, at: number): boolean {
  let start = at
  for (let initials = 0; initials < 3; initials++) {
    const word = wordAfter(text, start)
    if (!isInitials(word)) return isName(word.word)
    start = text.indexOf(' ', start) + 1
    if (start === 0 || text.charCodeAt(start - 2) !== fullStop) return false
  }
  return false
}

const setOf = (words: string) => new Set(words.split(' '))

/** Short words by language: those that the next word follows on one line, and those that follow the word before. */
const shortWords = {
  ru: {
    prepositions: setOf('в во к ко с со у о об от до из на по за не ни но и а я'),
    particles: setOf('же ж бы б ли ль'),
  },
  kk: {
    prepositions: setOf('в во к ко с со у о об до из на по за и'),
    particles: setOf('же бы ли да де та те ма ме ба бе па пе ғой'),
  },
  'kk-Latn': { prepositions: new Set<string>(), particles: setOf('da de ta te ma me ba be pa pe ğoi') },
  en: { prepositions: setOf('a an i of in on at to by в к с у о и'), particles: new Set<string>() },
}

const wordsOf = (lang: string) =>
  Object.hasOwn(shortWords, lang) ? shortWords[lang as keyof typeof shortWords] : shortWords.en

/** Abbreviations before the word that they belong to, without the full stop. */
const shortenedBefore = setOf(
  'г гг гор ул д им тыс млн млрд трлн пр просп пер пл кв корп стр оф каб тел р с п пп ст гл рис табл сур см т ч ' +
    'пос дер мкр бул наб проф акад доц инж гр зам св напр көш ' +
    'no nos p pp mr mrs ms dr prof fig art vol ch sec',
)

/** Words that are shortened by a hyphen, before the word that they belong to, and behind it. */
const contractedBefore = setOf('г-н г-жа г-да д-р пр-т б-р пр-д м-р')
const contractedBehind = setOf('к-сі д-лы д-ы р-н р-на р-не р-ны')

/** Abbreviations behind the word that they belong to, without the full stop. */
const shortenedBehind = setOf('қ к көш даңғ ауд обл т.б т.д т.п т.с.с')

/** What follows a Roman number. */
const centuries = setOf('в вв век века веке веком веков ғ ғғ ғасыр ғасыры ғасырда ғасырдың ғасырға century centuries')

/** Roman numbers, also in Cyrillic letters that look the same. */
const isRoman = (word: string) => word !== '' && [...word].every((letter) => 'IVXІХУ–-'.includes(letter))

/** Words that count what follows. */
const multiples = setOf('тыс мың млн млрд трлн thousand million billion')

/** No word that is tied to another is longer. Units: UTF-16 units. */
const longestTied = Math.max(
  ...[shortenedBefore, contractedBefore, contractedBehind, shortenedBehind, centuries, multiples]
    .concat(Object.values(shortWords).flatMap(({ prepositions, particles }) => [prepositions, particles]))
    .flatMap((words) => [...words].map((word) => word.length)),
)

const isDigit = (unit: number) => unit >= 0x30 && unit <= 0x39
const isDash = (unit: number) => unit === 0x2013 || unit === 0x2014 || unit === hyphen
const isSpaceOrEnd = (text: string, at: number) => at >= text.length || text.charCodeAt(at) === space
const isLetter = (unit: number) =>
  (unit >= 0x400 && unit < 0x530) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a)
const isCapital = (char: string) => char !== '' && char !== char.toLowerCase()

function countLetters(text: string, from: number): number {
  let end = from
  while (end - from <= longestSuffix && isLetter(text.charCodeAt(end))) end++
  return end - from
}

/** Three digits, as in 1 250 000. */
function isGroup(text: string, at: number): boolean {
  return isDigit(text.charCodeAt(at + 1)) && isDigit(text.charCodeAt(at + 2)) && !isDigit(text.charCodeAt(at + 3))
}

/**
 * A lower-case word after a number, which it counts, as in `14 ауыл` and `1 250 книг`. Four digits are usually a year,
 * which may end a line.
 */
function isCounted(text: string, at: number): boolean {
  const next = text.charAt(at)
  if (!isLetter(text.charCodeAt(at)) || isCapital(next)) return false
  let from = at - 2
  while (from > 0 && at - 1 - from <= 3 && isDigit(text.charCodeAt(from - 1))) from--
  return at - 1 - from <= 3 && (from === 0 || !isLetter(text.charCodeAt(from - 1)))
}

const units = setOf(
  '% ‰ ° °C °С ₸ $ € ₽ мм см дм м км мг г кг т ц л мл га кв куб м² м³ км² Вт кВт МВт ГВт кВтч Гц МГц ГГц КБ МБ ГБ ТБ ' +
    'с сек мин ч сағ сут тг теңге тенге тыс мың млн млрд трлн руб коп ж жж г гг жыл жылы года год лет бет стр адам чел ' +
    'mm cm m km mg g kg t l ml ha s min h kW MW GW kWh MWh Hz MHz GHz KB MB GB TB px pt KZT USD EUR ' +
    'teñge tg tys myñ mln mlrd trln jyl jyly jj bet adam sağ sek',
)
