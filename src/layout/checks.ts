import { linkedSlides, unsafeLinks } from '../blocks/text/inline.ts'
import type { Found } from '../model/diagnostic.ts'
import type { Said } from '../model/lang.ts'
import type { Range } from '../model/source.ts'

/** Straight quotation marks around words; inches and minutes follow a figure. */
const straight = /(?<![\d"])"(?=[\p{L}\p{N}«(])[^"\n]*"/gu
/** A hyphen between blanks, as only a dash stands. */
const hyphen = /(?<=\S)[ \u00a0]-(?=[ \u00a0]\S)/g

/** What can be said of one text whatever the layout: links that lead nowhere, typewriter's quotes and dashes. */
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
  return found
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0
