import type { Edit } from '../../model/source.ts'

/** A text as an editor shows it, with `\n` at the end of each line, and the way to the file and back. */
export interface ShownText {
  text: string
  /** The offset in the file of an offset in the shown text. */
  toFile(offset: number): number
  toShown(offset: number): number
  /** The same edit in the file, with the line ends that it has. */
  fileEdit(edit: Edit): Edit
}

/** Prepares the text of a file for an editor. */
export function shownText(file: string): ShownText {
  // The offsets in the file of each `\r` that is not shown.
  const hidden: number[] = []
  for (let at = file.indexOf('\r\n'); at !== -1; at = file.indexOf('\r\n', at + 2)) hidden.push(at)
  const hiddenBefore = (isBefore: (place: number, i: number) => boolean): number => {
    let [low, high] = [0, hidden.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (isBefore(hidden[middle]!, middle)) low = middle + 1
      else high = middle
    }
    return low
  }
  const toFile = (offset: number) => offset + hiddenBefore((place, i) => place - i < offset)
  const lineEnd = hidden.length > 0 ? '\r\n' : '\n'
  return {
    text: file.replace(/\r\n?/g, '\n'),
    toFile,
    toShown: (offset) => offset - hiddenBefore((place) => place < offset),
    fileEdit: ({ start, end, text }) => ({
      start: toFile(start),
      end: toFile(end),
      text: text.replaceAll('\n', lineEnd),
    }),
  }
}

/** The one edit that makes one text of another; null if they are the same. */
export function difference(before: string, after: string): Edit | null {
  if (before === after) return null
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++
  let same = 0
  while (
    same < shorter - start &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  )
    same++
  return { start, end: before.length - same, text: after.slice(start, after.length - same) }
}

/** Whether two edits of one text change the same place, so that they cannot both be made. */
export const overlap = (a: Edit, b: Edit): boolean => a.start <= b.end && b.start <= a.end
