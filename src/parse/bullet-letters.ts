import type { ValueEdit } from './rewrite.ts'

/** A mark of Wingdings or Courier that the clipboard made a letter, and the tab that Word sets after a bullet. */
const mark = /^[ \t]{0,20}([§ØüÜvqoØ])\t[ ]{0,5}(?=[^\t\n]{1,2000}$)/u
/** Word's own marks of the second and the third level, which show the level where no white space does. */
const levels: Readonly<Record<string, string>> = { o: '◦', '§': '▪' }
const text = /^[«"“(]?[\p{L}\d]/u

/**
 * Finds the letters that Word's bullets become when their font is lost: `§`, `Ø`, `ü`, `v`, `q` and `o` before a tab and the
 * only text of the line. A table has such letters too, but then with numbers, or other lines with tabs between.
 */
export function findBulletLetters(value: string): ValueEdit[] {
  if (!/[§ØüÜvqo]\t/.test(value)) return []
  const edits: ValueEdit[] = []
  let offset = 0
  for (const line of value.split('\n')) {
    const found = mark.exec(line)
    const rest = found ? line.slice(found[0].length) : ''
    if (found && text.test(rest) && /\p{L}{2}/u.test(rest)) {
      const start = offset + line.indexOf(found[1]!)
      edits.push({ start, end: start + 1, text: levels[found[1]!] ?? '•' })
    } else if (!found && /\S\t+\S/.test(line) && !/^\s*(?:[•·▪●◦‣\-–—*]|\d{1,3}[.)]|\p{L}[.)])\t/u.test(line)) return []
    offset += line.length + 1
  }
  return edits
}
