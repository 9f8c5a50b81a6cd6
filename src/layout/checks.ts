import type { Found } from '../model/diagnostic.ts'
import type { Said } from '../model/lang.ts'
import type { Range } from '../model/source.ts'
import { linkedSlides, unsafeLinks } from '../typeset/inline.ts'

/** Straight quotation marks around words; inches and minutes follow a figure. */
const straight = /(?<![\d"])"(?=[\p{L}\p{N}«(])[^"\n]*"/gu
/** A hyphen between blanks, as only a dash stands. */
const hyphen = /(?<=\S)[ \u00a0]-(?=[ \u00a0]\S)/g

/** What a line of a list begins with; the tab after it makes no column. */
const listMark = /^\s*(?:[•▪●◦‣·*–—-]|o(?=\t)|\d{1,3}[.)])?\s*/u
const column = /\S[ \u00a0]*\t\s*\S/u

/** What can be said of one text whatever the layout: links that lead nowhere, typewriter's quotes and dashes, tables. */
export function checkText({ text, lang }: Said, range: Range, slides: number): Found[] {
  const found: Found[] = []
  for (const address of unsafeLinks(text)) found.push({ code: 'link-unsafe', address, severity: 'warning', range })
  for (const slide of linkedSlides(text)) {
    if (slide < 1 || slide > slides)
      found.push({ code: 'link-slide-missing', target: slide, slides, severity: 'warning', range })
  }
  const quotes = lang !== 'en' && text.includes('"') ? count(text, straight) : 0
  if (quotes > 0) found.push({ code: 'quotes-straight', lang, severity: 'info', range, count: quotes })
  const dashes = text.includes('-') ? count(text, hyphen) : 0
  if (dashes > 0) found.push({ code: 'dash-hyphen', severity: 'info', range, count: dashes })
  const rows = text.includes('\t') ? longestTable(text) : 0
  if (rows > 1) found.push({ code: 'table-flattened', rows, severity: 'warning', range })
  return found
}

/** The most lines with columns that stand one below the other. */
function longestTable(text: string): number {
  let [longest, run] = [0, 0]
  for (const line of text.split('\n')) {
    run = column.test(line.replace(listMark, '')) ? run + 1 : 0
    longest = Math.max(longest, run)
  }
  return longest
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0
