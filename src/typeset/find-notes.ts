/** A footnote's mark at the start of its line: `¹ `, `* `, `**`, `*) `, `[2] `. */
const noteMark =
  /^(?:([¹²³⁰⁴-⁹]{1,2})[ \u00a0)]?(?=\S)|(\*{1,3}\)?)[ \u00a0]?(?=[^\s*])|(\[\d{1,2}\])[ \u00a0]?(?=\S))/u

/**
 * Returns how many of the last lines are footnotes: each begins with a mark, and one of the marks stands behind a word
 * above them (`жалақы*`), or is a raised number. A list whose bullets are asterisks has no such words.
 */
export function countNotes(lines: readonly string[]): number {
  let first = lines.length
  while (first > 0 && noteMark.test(lines[first - 1]!)) first--
  // The whole text cannot be notes.
  if (first === 0) return 0
  for (; first < lines.length; first++) {
    const above = lines.slice(0, first)
    if (lines.slice(first).some((line) => isReferred(line, above)) && !isItem(lines[first]!, above)) break
  }
  return lines.length - first
}

function isReferred(line: string, above: readonly string[]): boolean {
  const [, raised, star, bracket] = noteMark.exec(line)!
  if (raised) return true
  if (bracket) return above.some((one) => one.includes(bracket))
  const mark = star!.replace(')', '')
  return above.some((one) => endsAWord(one, mark))
}

/** Whether a mark of stars stands right behind a word or a sign, and nothing but punctuation follows it. */
function endsAWord(line: string, mark: string): boolean {
  for (let at = line.indexOf(mark); at >= 0; at = line.indexOf(mark, at + mark.length)) {
    const [before, after] = [line[at - 1] ?? ' ', line[at + mark.length] ?? ' ']
    if (/[\p{L}\p{N}%₸°»”")]/u.test(before) && /[\s.,;:!?)»]/.test(after) && opensNoEmphasis(line, at)) return true
  }
  return false
}

/** Whether an even number of asterisks is before one, so that it ends no emphasis. */
function opensNoEmphasis(line: string, at: number): boolean {
  let stars = 0
  for (let i = 0; i < at; i++) if (line[i] === '*' && line[i - 1] !== '*') stars++
  return stars % 2 === 0
}

/** Whether a starred line is an item of a list that begins above: the line before is one too, and nothing refers to it. */
const isItem = (line: string, above: readonly string[]): boolean => /^\* /.test(line) && /^\* /.test(above.at(-1) ?? '')
