const fullStop = 0x2e
const space = 0x20

/**
 * Finds the offsets at which sentences after the first begin: after the space that follows a full stop.
 * It uses no regular expressions, because compiling them would take longer than running this code.
 */
export function sentenceStarts(text: string): Int32Array {
  const starts: number[] = []
  for (let at = text.indexOf(' '); at > 0; at = text.indexOf(' ', at + 1)) {
    let stop = at - 1
    while (stop > 0 && isClosing(text.charCodeAt(stop))) stop--
    if (!isStop(text.charCodeAt(stop)) || !beginsSentence(text, at + 1)) continue
    if (text.charCodeAt(stop) === fullStop && isShortened(text, stop)) continue
    starts.push(at + 1)
  }
  return Int32Array.from(starts)
}

const isStop = (unit: number) => unit === fullStop || unit === 0x21 || unit === 0x3f || unit === 0x2026
const isClosing = (unit: number) =>
  unit === 0x22 ||
  unit === 0x27 ||
  unit === 0x29 ||
  unit === 0x5d ||
  unit === 0xbb ||
  unit === 0x201d ||
  unit === 0x2019
const isOpening = (unit: number) =>
  unit === 0x22 || unit === 0x27 || unit === 0x28 || unit === 0xab || unit === 0x201c || unit === 0x201e

/** Whether a capital letter, a digit or a dash follows, possibly after quotation marks. */
function beginsSentence(text: string, from: number): boolean {
  let at = from
  while (isOpening(text.charCodeAt(at))) at++
  const unit = text.charCodeAt(at)
  return (unit >= 0x30 && unit <= 0x39) || unit === 0x2013 || unit === 0x2014 || isCapital(text.charAt(at))
}

const isCapital = (char: string) => char !== char.toLowerCase()
const isLetter = (char: string) => char.toUpperCase() !== char.toLowerCase()

/** `А.`, `г.`, `ж.`, `им.`: one or two letters before a full stop are an abbreviation, not the end of a sentence. */
function isShortened(text: string, stop: number): boolean {
  let start = stop
  while (start > 0 && stop - start <= 2 && isLetter(text.charAt(start - 1))) start--
  const letters = stop - start
  const before = text.charCodeAt(start - 1)
  return letters > 0 && letters <= 2 && (start === 0 || before === space || before === fullStop || isOpening(before))
}
