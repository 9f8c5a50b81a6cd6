import { characterOfEntity } from '../model/html-entities.ts'
import type { ValueEdit } from './rewrite.ts'

/**
 * `&nbsp;`, `&#1179;` and `&#x2014;` of web pages, `_x000D_` and `_x000B_` of Office, and escapes that were escaped once more,
 * `\\n` and `\\u049b`.
 */
const written =
  /&(?:#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,7}\d{0,2});?|(?:_x00[01][\da-f]_)+|(?:\\r)?\\n(?=[\\&_\u00AD¬А-яЁё\u0490-\u04FF\d•–—*\s«“-]|$)|\\u[\da-f]{4}/gi
/** Entities that browsers read without their semicolon too, and that no word of a text begins with. */
const withoutSemicolon = /^(?:nbsp|[mn]dash|[lr]aquo|hellip)$/
const officeCode = /_x00([01][\da-f])_/gi

/** A text about HTML, in which codes are meant to be seen. */
const aboutHtml = /(?<![.\w])(?:x?html5?|xml)\b|&lt;[a-z][a-z\d]{0,10}&gt;.{0,200}&lt;\//is
/** A path or a name of a file, which may have such a name. */
const drive = /(?<![a-z\d])[a-z]:\\/i
const path = /^[^\s<>"]{1,500}\.[a-z\d]{2,5}$/i

/**
 * Finds characters that another program wrote as codes, with the characters that they stand for. Codes that the author wants
 * to show, alone in quotation marks or in a text about HTML, and codes of codes (`&amp;nbsp;`) are left alone.
 */
export function findWrittenCharacters(value: string): ValueEdit[] {
  if (!/&[a-z#]|_x00|\\[nru]/i.test(value)) return []
  if (aboutHtml.test(value) || path.test(value) || drive.test(value)) return []
  const edits: ValueEdit[] = []
  for (const { 0: code, index: start } of value.matchAll(written)) {
    const end = start + code.length
    const text = characterOf(code, value, end)
    if (text !== null && !isQuoted(value, start, end)) edits.push({ start, end, text })
  }
  return edits
}

/** Whether a code stands alone between marks, as its own name: `«&nbsp;»`. */
const isQuoted = (value: string, start: number, end: number) =>
  /["'`«“„(]/.test(value[start - 1] ?? '') && /["'`»”“)]/.test(value[end] ?? '')

/** Returns what a code stands for; null if it is to be seen, or stands for nothing that a text may have. */
function characterOf(code: string, value: string, end: number): string | null {
  if (code[0] === '&') return ofEntity(code, value.slice(end, end + 12))
  if (code[0] === '_') return ofOffice(code, end === value.length || value[end] === '\n')
  return code.length > 4 ? ofNumber(Number.parseInt(code.slice(2), 16)) : '\n'
}

/** Returns the character of an entity; null if it is none of a text, or `&` of another entity. */
function ofEntity(entity: string, after: string): string | null {
  const exact = entity.slice(1).replace(';', '')
  const name = exact.toLowerCase()
  if (!entity.endsWith(';') && (!withoutSemicolon.test(name) || /^\w/.test(after))) return null
  if (name === 'amp' && /^[#a-zA-Z][\da-zA-Z]{1,8};/.test(after)) return null
  if (name[0] !== '#') return characterOfEntity(exact)
  return ofNumber(name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)))
}

/** Returns the character of a number in Unicode; null if no text has it. */
function ofNumber(code: number): string | null {
  if (code === 9) return '\t'
  if (code === 10 || code === 13) return '\n'
  if (code === 0xad || code === 0x200b || code === 0xfeff) return ''
  const isText =
    code >= 0x20 && code <= 0x10ffff && !(code >= 0x7f && code < 0xa0) && !/\p{C}/u.test(String.fromCodePoint(code))
  return isText ? String.fromCodePoint(code) : null
}

/**
 * Returns what codes of Office stand for: one line break, however it is put together, a tab, or nothing. `endsLine`: a line
 * break or the end of the text follows.
 */
function ofOffice(codes: string, endsLine: boolean): string {
  const characters = [...codes.matchAll(officeCode)].map(([, digits]) => Number.parseInt(digits!, 16))
  const breaks = characters.filter((code) => code >= 10 && code <= 12).length
  const returns = characters.filter((code) => code === 13).length
  const lines = Math.max(breaks, returns)
  if (lines > 0) return endsLine ? '' : '\n'.repeat(lines)
  return characters.includes(9) ? '\t' : ''
}
