import { languages } from '../languages/languages.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { LocalizedText } from '../model/lang.ts'
import type { Range } from '../model/source.ts'
import { brokenLinks, linkedSlides, unsafeLinks } from '../typeset/parse-inline.ts'
import { countTooDeep, doubtfulNumbers } from '../typeset/parse-paragraphs.ts'
import { checkForeignText } from './foreign-text.ts'

/** Straight quotation marks around words. Marks for inches and minutes follow a digit. */
const straightQuotes = /(?<![\d"])"(?=[\p{L}\p{N}«(])[^"\n]*"/gu
/** A hyphen between spaces, used as a dash. */
const spacedHyphen = /(?<=\S)[ \u00a0]-(?=[ \u00a0]\S)/g

/** The bullet or number of a list item; the tab after it does not separate columns. */
const listMark = /^\s*(?:[•▪●◦‣·*–—-]|o(?=\t)|(?:\d{1,3}[.)]){1,4}|\p{L}{1,4}[.)])?\s*/u
const tabColumn = /\S[ \u00a0]*\t\s*\S/u

/**
 * Checks a text independently of its layout: unsafe or broken links, straight quotes, hyphens used as dashes, tables,
 * markup of other programs, torn words. In `rows`, tabs and dashes separate cells.
 */
export function checkText({ text, lang }: LocalizedText, range: Range, slides: number, form?: 'rows'): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  for (const address of unsafeLinks(text))
    diagnostics.push({ code: 'link-unsafe', address, severity: 'warning', range })
  for (const address of brokenLinks(text))
    diagnostics.push({ code: 'link-broken', address, severity: 'warning', range })
  for (const slide of linkedSlides(text)) {
    if (slide < 1 || slide > slides)
      diagnostics.push({ code: 'link-slide-missing', target: slide, slides, severity: 'warning', range })
  }
  const quotes = !languages[lang].quotes.straight && text.includes('"') ? countMatches(text, straightQuotes) : 0
  if (quotes > 0) diagnostics.push({ code: 'quotes-straight', lang, severity: 'info', range, count: quotes })
  const dashes = text.includes('-') && form !== 'rows' ? countMatches(text, spacedHyphen) : 0
  if (dashes > 0) diagnostics.push({ code: 'dash-hyphen', severity: 'info', range, count: dashes })
  const rows = text.includes('\t') && form !== 'rows' ? longestTable(text) : 0
  if (rows > 1) diagnostics.push({ code: 'table-flattened', rows, severity: 'warning', range })
  diagnostics.push(...checkForeignText(text, range, form))
  const numbers = text.includes('\n') && form !== 'rows' ? doubtfulNumbers(text) : null
  if (numbers) diagnostics.push({ code: 'numbers-doubtful', shown: numbers, severity: 'info', range })
  const deep = text.includes('\n') && form !== 'rows' ? countTooDeep(text) : 0
  if (deep > 0) diagnostics.push({ code: 'list-too-deep', lines: deep, severity: 'info', range })
  return diagnostics
}

/** The largest number of consecutive lines with columns. */
function longestTable(text: string): number {
  let [longest, run] = [0, 0]
  for (const line of text.split('\n')) {
    run = tabColumn.test(line.replace(listMark, '')) ? run + 1 : 0
    longest = Math.max(longest, run)
  }
  return longest
}

const countMatches = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0
