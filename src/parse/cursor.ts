import type { Diagnostic } from '../model/diagnostic.ts'
import { excerpt } from '../model/excerpt.ts'
import { limits } from '../model/limits.ts'
import type { ParseProblem } from '../model/problems/parse.ts'
import type { Edit, Range } from '../model/source.ts'
import { codePointNames } from './code-point.ts'

const blank = /[ \t\r\n]*/y
/** White space that JSON does not allow, from Word, web pages and other scripts, and characters without width. */
const special = /[\u00A0\u1680\u180E\u2000-\u200B\u2028\u2029\u202F\u205F\u2060\u3000\uFEFF\u00AD\v\f]/

type CommentFinding = Diagnostic<ParseProblem> & { code: 'comment-present' }
type Token = 'open' | 'close' | 'comma' | 'colon' | 'key' | 'value' | 'number'

const keyAhead = /(?:"[^"\n]*"|[\p{L}_$][\p{L}\p{N}_$-]*)\s*[:=]/uy

/** Further comments are counted with the last of these. */
const maxComments = 1_000

/** A position in the text that moves forward, and the diagnostics collected on the way. */
export class Cursor {
  readonly text: string
  readonly diagnostics: Diagnostic<ParseProblem>[] = []
  at = 0
  /** The end of the last token that was read. */
  lastEnd = 0
  /** The brackets that are open here, outermost first. */
  readonly open: ('{' | '[')[] = []
  /** The names of the members that are being read, outermost first. */
  readonly keys: string[] = []
  /** Whether the rest is not scanned, because it is nested too deeply or is not JSON. */
  stopped = false
  /** The kind of the last token. */
  private last: Token = 'open'
  /** The closing brackets that are missing at the end of the file, innermost first. */
  missingClosers = ''
  /** Whether a missing comma before the next entry follows from an error already reported. */
  commaExcused = false
  errorCount = 0
  /** Whether brackets were skipped after an error, so that missing closers at the end mean nothing. */
  unbalanced = false
  private cachedLastMark: number | undefined
  private readonly specialSpaces: Edit[] = []
  /** The comments that are reported; the last one stands for all further ones. */
  private readonly comments: CommentFinding[] = []
  private repairs = 0
  private values = 0

  constructor(text: string) {
    this.text = text
  }

  warn(problem: ParseProblem, range: Range, edits: Edit[]): void {
    if (this.stopped) return
    this.diagnostics.push({ ...problem, severity: 'warning', range, edits })
    this.limit(range, edits.length)
  }

  fail(problem: ParseProblem, range: Range): void {
    if (this.stopped) return
    this.diagnostics.push({ ...problem, severity: 'error', range })
    this.errorCount++
    this.limit(range)
  }

  /** Called for each value. Stops the scan after too many, before they fill the memory. */
  countValue(): void {
    if (++this.values <= limits.values || this.stopped) return
    this.fail({ code: 'values-too-many', limit: limits.values }, { start: this.at, end: this.at + 1 })
    this.stop()
  }

  /** Stops the scan after too many diagnostics or repairs, which other programs would take minutes to show. */
  private limit(range: Range, edits = 0): void {
    this.repairs += edits
    const limit = this.repairs > limits.repairs ? limits.repairs : limits.findings
    if (limit === limits.findings && this.diagnostics.length < limit) return
    this.diagnostics.push({ code: 'mistakes-too-many', limit, severity: 'error', range })
    this.stop()
  }

  /** How far to search for the end of an ambiguous string. It shrinks after each failure. Units: characters. */
  lookahead = 200_000

  /** Called when the end of an ambiguous string was not found. */
  shrinkLookahead(): void {
    this.lookahead = Math.max(1000, this.lookahead * 0.9)
  }

  /** The offset of the last closing mark in the file: a string still open after it was cut. */
  get lastClosingMark(): number {
    this.cachedLastMark ??= Math.max(...['"', '”', '»', '}', ']'].map((mark) => this.text.lastIndexOf(mark)))
    return this.cachedLastMark
  }

  get atEnd(): boolean {
    return this.at >= this.text.length
  }

  /** Reads a token of one character and returns its range. */
  consume(token: Token): Range {
    this.advanceTo(this.at + 1, token)
    return { start: this.at - 1, end: this.at }
  }

  /** Moves to the end of a token. */
  advanceTo(end: number, token: Token): void {
    if (this.stopped) return
    this.at = this.lastEnd = end
    this.last = token
  }

  /** Whether the last token certainly ended a value: digits at the end of a file may be half a number. */
  get afterCompleteValue(): boolean {
    if (this.last === 'number') return this.lastEnd < this.text.length
    return this.last === 'value' || this.last === 'close'
  }

  /** Whether a key and a colon follow. */
  keyAhead(): boolean {
    keyAhead.lastIndex = this.at
    return keyAhead.test(this.text)
  }

  /** The end of this line, without its line break. */
  lineEnd(): number {
    const length = this.text.slice(this.at).search(/[\r\n]/)
    return length < 0 ? this.text.length : this.at + length
  }

  /** Skips the rest of the line after an error, except brackets at its end that close what is open. */
  skipLine(): void {
    const line = this.text.slice(this.at, this.lineEnd())
    const tail = /(?<![\s,;}\]])[\s,;}\]]*$/.exec(line)!
    const opened = line.match(/[{[]/g)?.length ?? 0
    if (opened > 0) this.unbalanced = true
    const end = opened > 0 ? line.trimEnd().length : tail.index
    this.advanceTo(this.at + Math.max(1, end), 'value')
  }

  /** Ends the scan: nothing after this position is read. */
  stop(): void {
    this.stopped = true
    this.at = this.text.length
  }

  /** Moves to the next token. Reports comments, and white space that JSON does not allow. */
  skipBlank(): void {
    const { text } = this
    for (;;) {
      const code = text.charCodeAt(this.at)
      if (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) {
        blank.lastIndex = this.at
        blank.test(text)
        this.at = blank.lastIndex
      } else if (code === 0x2f || code === 0x23) {
        if (!this.skipComment()) return
      } else if ((code > 0x7e || code === 0x0b || code === 0x0c) && special.test(text[this.at]!)) {
        const visible = text[this.at] !== '\u200B' && !/[\u00AD\u2060\uFEFF]/.test(text[this.at]!)
        this.specialSpaces.push({ start: this.at, end: ++this.at, text: visible ? ' ' : '' })
        this.limit({ start: this.at - 1, end: this.at }, 1)
      } else return
    }
  }

  private skipComment(): boolean {
    const { text, at } = this
    const opening = text.slice(at, at + 2)
    if (opening === '/*') {
      const close = text.indexOf('*/', at + 2)
      if (close < 0) {
        this.fail({ code: 'comment-unclosed' }, { start: at, end: at + 2 })
        this.stop()
        return true
      }
      return this.comment(at, close + 2)
    }
    if (opening !== '//' && !this.atHash()) return false
    const rest = text.slice(at).search(/[\r\n]/)
    return this.comment(at, rest < 0 ? text.length : at + rest)
  }

  /** Whether `#` begins a comment: at the start of a line, or with blanks on both sides, since `#1a5f7a` is a colour. */
  private atHash(): boolean {
    const { text, at } = this
    if (text[at] !== '#') return false
    const line = text.slice(Math.max(0, at - 200), at)
    return /(?:^|[\r\n])[ \t]*$/.test(line) || (/[\s,]$/.test(line) && /^#[\s#]/.test(text.slice(at, at + 2)))
  }

  private comment(start: number, end: number): true {
    const text = this.text.slice(start, end)
    this.reportComment(text, { start, end })
    // An odd number of quotation marks suggests a string with slashes in it, one of whose marks is missing.
    if (text.split('"').length % 2 === 0) this.fail({ code: 'repair-uncertain' }, { start, end })
    if (!this.stopped) this.at = end
    return true
  }

  private reportComment(text: string, range: Range): void {
    const edits = [{ ...range, text: '' }]
    const last = this.comments.at(-1)
    if (last && this.comments.length === maxComments) {
      last.count = (last.count ?? 1) + 1
      last.edits!.push(...edits)
      this.limit(range, 1)
    } else {
      this.warn({ code: 'comment-present', text: excerpt(text) }, range, edits)
      this.comments.push(this.diagnostics.at(-1) as CommentFinding)
    }
  }

  /** Returns all diagnostics; unusual white space is one of them, whatever its number. */
  takeDiagnostics(): Diagnostic<ParseProblem>[] {
    const [first] = this.specialSpaces
    if (first) {
      const codePoints = codePointNames(this.specialSpaces.map(({ start }) => this.text[start]!))
      const count = this.specialSpaces.length
      const range = { start: first.start, end: first.end }
      this.diagnostics.push({
        code: 'space-special',
        codePoints,
        severity: 'warning',
        range,
        count,
        edits: this.specialSpaces,
      })
    }
    return this.diagnostics
  }
}
