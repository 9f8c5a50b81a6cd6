/** Offsets at which a sentence begins that is not the first: behind the space that follows a full stop. */
export function sentenceStarts(text: string): Int32Array {
  const starts: number[] = []
  const ends = /[.!?…]["'»”’)\]]*(?= )/gu
  for (let match = ends.exec(text); match; match = ends.exec(text)) {
    const start = match.index + match[0].length + 1
    if (beginsSentence(text.slice(start, start + 3)) && !isShortened(text, match.index)) starts.push(start)
  }
  return Int32Array.from(starts)
}

const beginsSentence = (text: string) => /^["'«“„(]*[\p{Lu}\p{N}–—]/u.test(text)

/** `А.`, `г.`, `ж.`, `им.`: one or two letters before a full stop are a word cut short, not the end of a sentence. */
function isShortened(text: string, stop: number): boolean {
  return text[stop] === '.' && /(?:^|[\s«"(.])\p{L}{1,2}$/u.test(text.slice(Math.max(0, stop - 3), stop))
}
