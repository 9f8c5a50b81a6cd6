import type { Diagnostic } from '../model/diagnostic.ts'
import { entityNames } from '../model/html-entities.ts'
import type { Range } from '../model/source.ts'

const elements =
  'a|article|audio|b|blockquote|body|br|button|center|code|dd|del|div|dl|dt|em|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|li|link|mark|meta|nav|nobr|ol|p|pre|q|s|script|section|small|span|strike|strong|style|sub|sup|svg|table|tbody|td|tfoot|th|thead|tr|u|ul|video|wbr|[amovw]:[a-z]{1,20}'
/** A tag without attributes, or with at least one of the form `name=`: `a <b and c> d` is none. */
const tag = new RegExp(`<(?:/?(?:${elements})(?: ?/?|\\s[a-z:-]{1,20}=[^<>\\n]{0,500})>|!--)`, 'gi')
const entity = new RegExp(`&(?:${entityNames}|#\\d{1,7}|#x[\\da-f]{1,6});`, 'gi')
/** A character as Office writes it into its XML. */
const officeCharacter = /_x00[01][\da-f]_/gi
/** Marks within a line: `__bold__`, `~~struck~~`, a picture, code. */
const inlineMark =
  /(?<![\p{L}\d_])__(?=[\p{L}\d«][^_\n]{0,200}__(?![\p{L}\d_]))|~~(?=[^\s~])|!\[(?=[^\]\n]{0,200}\]\()|`{3}|`(?=[^`\n]{1,200}`)/gu
/** Marks of forums, and fields of templates that nobody filled in. */
const forumMark = /\[\/?(?:b|i|u|s|url|img|color|size|quote|code|list|center)(?:=[^\]\n]{1,200})?\]/gi
const forumEnd = /\[\/(?:b|i|u|s|url|img|color|size|quote|code|list|center)\]/i
const templateField = /\{\{[^{}\n]{1,60}\}\}/g
/** Commands of LaTeX. */
const latex = /\\(?:textbf|textit|text|frac|begin|end|section|item)\{/g
/** Marks at the start of a line. `> 5 млн` is a comparison. */
const lineMark = /^(?:#{1,6}(?= \S)|>(?= ?[\p{L}«"*])|(?:[-*•] )?\[[ xXхХ]\](?= ))/u
const rule = /^(?:-{3,100}|\*{3,100}|\|? ?:?-{3,100}:? ?\|.{0,500})$/

const tornWord = /\p{Ll}[-‐\u00ad]\n[ \t]{0,20}(?=\p{Ll})/gu
const wordBefore = /[\p{L}-]{1,40}$/u
const wordAfter = /^\p{L}{1,40}/u

const rightToLeft = /^[^\p{L}]{0,200}[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u

/**
 * Reports what a text brings along from elsewhere: markup that is shown as written, torn words, Arabic script. In `rows`,
 * the line `|---|` below the head of a table is read, not shown.
 */
export function checkForeignText(text: string, range: Range, form?: 'rows'): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  const marks = findMarks(text, form)
  if (marks.length > 0) {
    const found = [...new Set(marks)].slice(0, 6)
    diagnostics.push({ code: 'markup-shown', found, severity: 'warning', range, count: marks.length })
  }
  const words = text.includes('\n') ? tornWords(text) : []
  if (words.length > 0)
    diagnostics.push({ code: 'line-torn', words: words.slice(0, 3), severity: 'warning', range, count: words.length })
  if (text.split('\n').some((line) => rightToLeft.test(line)))
    diagnostics.push({ code: 'script-right-to-left', severity: 'warning', range })
  return diagnostics
}

/** The foreign marks in a text, shortened, as often as they occur. */
function findMarks(text: string, form?: 'rows'): string[] {
  const found: string[] = []
  const collect = (sign: string, pattern: RegExp) => {
    if (text.includes(sign)) for (const [mark] of text.matchAll(pattern)) found.push(shortened(mark))
  }
  collect('<', tag)
  collect('&', entity)
  collect('_x00', officeCharacter)
  collect('{{', templateField)
  collect('\\', latex)
  if (forumEnd.test(text)) collect('[', forumMark)
  if (/[_~`!]/.test(text)) for (const [mark] of text.matchAll(inlineMark)) found.push(mark)
  for (const line of text.split('\n')) {
    const bare = line.trim()
    const mark = lineMark.exec(bare)?.[0] ?? rule.exec(bare)?.[0]
    if (form === 'rows' && mark?.includes('|')) continue
    if (mark) found.push(shortened(mark))
  }
  return found
}

const shortened = (mark: string) => (mark.length > 24 ? `${mark.slice(0, 22)}…` : mark)

/** The words that a hyphen at the end of a line divides, as `үкі-⏎меттік`. */
function tornWords(text: string): string[] {
  return [...text.matchAll(tornWord)].map(({ 0: break_, index }) => {
    const hyphen = index + 1
    const next = index + break_.length
    const before = wordBefore.exec(text.slice(Math.max(0, hyphen - 40), hyphen))![0]
    return `${before}-⏎${wordAfter.exec(text.slice(next, next + 40))![0]}`
  })
}
