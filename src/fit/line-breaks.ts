import { getBlinkLineBreaks } from '#generated/line-breaks.js'

/** A line may begin here. */
export const breakAllowed = 1
/** A line should begin here only if there is no other way: readers expect the two sides together. */
export const breakDiscouraged = 2

/**
 * Finds the line breaks of a text: `breakAllowed`, `breakDiscouraged` or 0 by offset.
 *
 * Shape:  a text with single spaces between words. `glue` adds the rules of Kazakh and Russian typesetting, which keep
 *        a one-letter word with the next word, a number with its unit, a range together, and a dash after its word. The
 *        characters of the text stay the same.
 */
export function findLineBreaks(text: string, lang: string, glue = true): Uint8Array {
  const breaks = getBlinkLineBreaks(text, false, lang)
  for (let i = 1; i < text.length; i++) {
    if (breaks[i] === 0) continue
    if (text.charCodeAt(i - 1) === softHyphen) breaks[i] = 0
    else if (glue && isGlued(text, i)) breaks[i] = breakDiscouraged
  }
  return breaks
}

const softHyphen = 0xad
const space = 0x20

function isGlued(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1)
  if (before === space) return isGluedAtSpace(text, at)
  // A range, and a suffix after a number: 2017–2019, 18-ге, 20-летие.
  const next = text.charCodeAt(at)
  return isDash(before) && isDigit(text.charCodeAt(at - 2)) && (isDigit(next) || isLetter(next))
}

function isGluedAtSpace(text: string, at: number): boolean {
  const last = text.charCodeAt(at - 2)
  const next = text.charCodeAt(at)
  if (isDash(next) && isSpaceOrEnd(text, at + 1)) return true
  if (last === 0x2116 || last === 0xa7) return true // № §
  if (isDigit(last)) return isDigit(next) ? isGroup(text, at) : isUnit(text, at) || isCounted(text, at)
  return isWordStart(text, at - 2) && isLetter(last)
}

const isDigit = (unit: number) => unit >= 0x30 && unit <= 0x39
const isDash = (unit: number) => unit === 0x2013 || unit === 0x2014 || unit === 0x2d
const isSpaceOrEnd = (text: string, at: number) => at >= text.length || text.charCodeAt(at) === space
const isLetter = (unit: number) =>
  (unit >= 0x400 && unit < 0x530) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a)

function isWordStart(text: string, at: number): boolean {
  if (at === 0) return true
  const before = text.charCodeAt(at - 1)
  return (
    before === space || before === 0xa0 || before === 0x28 || before === 0xab || before === 0x201e || before === 0x201c
  )
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
  if (!isLetter(text.charCodeAt(at)) || next !== next.toLowerCase()) return false
  let from = at - 2
  while (from > 0 && isDigit(text.charCodeAt(from - 1))) from--
  return at - 1 - from <= 3 && (from === 0 || !isLetter(text.charCodeAt(from - 1)))
}

const units = new Set(
  `% ‰ ° °C °С ₸ $ € ₽ мм см дм м км мг г кг т ц л мл га кв куб м² м³ км² Вт кВт МВт ГВт кВтч Гц МГц ГГц КБ МБ ГБ ТБ
  с сек мин ч сағ сут тг теңге тенге тыс мың млн млрд трлн руб коп ж жж г гг жыл жылы года год лет бет стр адам чел
  mm cm m km mg g kg t l ml ha s min h kW MW GW kWh MWh Hz MHz GHz KB MB GB TB px pt KZT USD EUR`.split(/\s+/),
)
const longestUnit = 6

function isUnit(text: string, at: number): boolean {
  let end = at
  while (end < text.length && end - at <= longestUnit && !isSpaceOrEnd(text, end) && !isClosing(text.charCodeAt(end)))
    end++
  return units.has(text.slice(at, end))
}

const isClosing = (unit: number) =>
  unit === 0x2e || unit === 0x2c || unit === 0x3b || unit === 0x29 || unit === 0xbb || unit === 0x3a
