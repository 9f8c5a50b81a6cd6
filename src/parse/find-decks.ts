/** Where a deck stands in other text. Shape: offsets; `end` is exclusive, or the end of the text where it is not known. */
export interface Frame {
  start: number
  end: number
}

/** How an object with fields begins, or a list of such objects. */
const deckStart = /(?:\[\s*)?\{\s*(?:["“„«'`＂]|[\p{L}_$][\p{L}\p{N}_$-]*\s*[:=])/u
/** What names the language of a block of code, where a page was copied with its buttons. */
const label = /^(?:json[5cl]?|javascript|js|typescript|ts|python|copy(?: code)?|көшіру|копировать(?: код)?)$/i
/** The end of an assignment, a call or an export. */
const scriptEnd = /[=(]$|\b(?:return|default)$/

/**
 * Finds decks behind other text: in the fences of a chat's answer, after an assignment or an export of a script, or below
 * lines of prose. Empty if the text begins with a deck, or if there is none.
 *
 * Shape: more than one only if each is in a fence of its own.
 */
export function findDecks(text: string): Frame[] {
  const first = afterComments(text)
  if (first >= text.length || /[{[,;}\]]/.test(text[first]!) || isStructural(text[first]!)) return []
  const fenced = fences(text).flatMap((frame) => inFence(text, frame) ?? [])
  if (fenced.length > 0) return fenced
  const start = indexFrom(text, deckStart, first)
  return start >= 0 && isForeign(text.slice(first, start)) ? [{ start, end: text.length }] : []
}

/** A field with its value, which is no prose: a deck whose first bracket is missing begins so. */
const field = /^["“„«']?[\p{L}_$][\p{L}\p{N}_$-]{0,60}["”»']?\s?[:=]\s?["'“«„\d[{]/u

/** The offset where something that looks like a deck begins below other text; -1 if nowhere, or if fields stand before it. */
export function looseDeckStart(text: string): number {
  const start = text.search(deckStart)
  const lineEnd = start < 0 ? -1 : text.indexOf('\n', start)
  const lines = text.slice(0, lineEnd < 0 ? text.length : lineEnd).split('\n')
  return lines.some((line) => field.test(line.trim())) ? -1 : start
}

/** Whether a text may be a part of a deck: it has brackets, names with values, or lines in quotation marks. */
export function looksLikeJson(text: string): boolean {
  const bare = text.replaceAll('[]', '')
  if (/[{}[\]]|["”'`][ \t]*(?::|=>)/.test(bare)) return true
  return bare.split('\n').some((line) => {
    const words = line.trim()
    return /^[\p{L}_$][\p{L}\p{N}_$-]*\s?[:=]\s?["'“«„\d]/u.test(words) || /^["“„«].*["”»],?$/.test(words)
  })
}

/** The contents of the blocks of code between lines of three marks. */
function fences(text: string): Frame[] {
  const frames: Frame[] = []
  let open: { mark: string; start: number } | null = null
  for (const { index, 0: mark } of text.matchAll(/`{3,}|~{3,}/g)) {
    if (open === null) open = { mark: mark[0]!, start: index + mark.length }
    else if (mark[0] === open.mark && (frames.length === 0 || index >= frames.at(-1)!.end)) {
      frames.push({ start: open.start, end: index })
      open = null
    }
  }
  // An answer that was cut has no closing mark.
  if (open) frames.push({ start: open.start, end: text.length })
  return frames
}

/** Returns the deck in a block of code, behind the name of its language; null if the block begins with something else. */
function inFence(text: string, { start, end }: Frame): Frame | null {
  const code = text.slice(start, end)
  const name = /^[\w+.-]{0,20}/.exec(code)![0].length
  const first = name + afterComments(code.slice(name))
  if (/[{[]/.test(code[first] ?? '')) return { start: start + first, end }
  const at = indexFrom(code, deckStart, first)
  return at >= 0 && scriptEnd.test(code.slice(first, at).trimEnd()) ? { start: start + at, end } : null
}

/**
 * Whether the text before a deck is certainly no part of it: an assignment or export, or lines of prose, and then the deck on
 * a line of its own or after a colon.
 */
function isForeign(before: string): boolean {
  if (looksLikeJson(before)) return false
  const words = before.trimEnd()
  if (scriptEnd.test(words)) return true
  const lastLine = words.slice(words.lastIndexOf('\n') + 1).trim()
  if (/[,;]$/.test(lastLine)) return false
  const onOwnLine = /\n[ \t]*$/.test(before.slice(-200))
  return onOwnLine
    ? /\S[ \t]\S/.test(lastLine) || /[.:!]$/.test(lastLine) || label.test(lastLine)
    : /[:!]$/.test(lastLine)
}

/** The offset of the first character that is neither blank nor in a comment. */
function afterComments(text: string): number {
  for (let at = 0; ; ) {
    const next = indexFrom(text, /\S/, at)
    if (next < 0) return text.length
    const opening = text.slice(next, next + 2)
    if (opening === '/*') {
      const close = text.indexOf('*/', next)
      if (close < 0) return next
      at = close + 2
    } else if (opening === '//') {
      const lineEnd = indexFrom(text, /[\r\n]/, next)
      if (lineEnd < 0) return text.length
      at = lineEnd
    } else return next
  }
}

/** Full-width brackets and invisible characters, which other repairs read. */
const isStructural = (character: string) => /[｛［\uFEFF\u200B\u00AD\u2060]/.test(character)

function indexFrom(text: string, pattern: RegExp, from: number): number {
  const index = text.slice(from).search(pattern)
  return index < 0 ? -1 : from + index
}
