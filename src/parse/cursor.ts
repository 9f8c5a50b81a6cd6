import type { Diagnostic } from '../model/diagnostic.ts'
import type { ParseProblem } from '../model/problems/parse.ts'
import type { Edit, Range } from '../model/source.ts'
import { codePointNames } from './code-point.ts'

const blank = /[ \t\r\n]*/y
/** Blanks that JSON does not know: of Word, of web pages, of other scripts; and what has no width. */
const special = /[\u00A0\u1680\u180E\u2000-\u200B\u2028\u2029\u202F\u205F\u2060\u3000\uFEFF\u00AD\v\f]/

type Token = 'open' | 'close' | 'comma' | 'colon' | 'key' | 'value' | 'number'

const keyAhead = /(?:"[^"\n]*"|[\p{L}_$][\p{L}\p{N}_$-]*)\s*:/uy

/** More mistakes than these are not looked for. */
const maxDiagnostics = 50_000

/** A place in the text that moves forward, and what was found on the way. */
export class Cursor {
  readonly text: string
  readonly diagnostics: Diagnostic<ParseProblem>[] = []
  at = 0
  /** The end of the last token that was read. */
  lastEnd = 0
  /** Which brackets are open around this place. */
  readonly open: ('{' | '[')[] = []
  /** The rest is not read: the text is nested too deep, or is no JSON. */
  stopped = false
  /** What the last token was. */
  private last: Token = 'open'
  /** The brackets that were still open at the end of the file, innermost first. */
  missingClosers = ''
  /** A missing comma before the next entry is the consequence of an error that was reported. */
  commaExcused = false
  errorCount = 0
  /** Brackets were passed over after an error, so nothing can be said of the balance at the end. */
  unbalanced = false
  private cachedLastMark: number | undefined
  private readonly specialSpaces: Edit[] = []

  constructor(text: string) {
    this.text = text
  }

  warn(problem: ParseProblem, range: Range, edits: Edit[]): void {
    if (this.stopped) return
    this.diagnostics.push({ ...problem, severity: 'warning', range, edits })
    this.limit(range)
  }

  fail(problem: ParseProblem, range: Range): void {
    if (this.stopped) return
    this.diagnostics.push({ ...problem, severity: 'error', range })
    this.errorCount++
    this.limit(range)
  }

  private limit(range: Range): void {
    if (this.diagnostics.length !== maxDiagnostics) return
    this.diagnostics.push({ code: 'mistakes-too-many', limit: maxDiagnostics, severity: 'error', range })
    this.stop()
  }

  /** How far the end of a doubtful text is looked for: less after every text that has none. Units: characters. */
  lookahead = 200_000

  /** The end of a doubtful text was not found. */
  shrinkLookahead(): void {
    this.lookahead = Math.max(1000, this.lookahead * 0.9)
  }

  /** Where the last closing mark of the file stands: a text that is open behind it was cut. */
  get lastClosingMark(): number {
    this.cachedLastMark ??= Math.max(
      ...['"', '”', '»', '}', ']'].map((cachedLastMark) => this.text.lastIndexOf(cachedLastMark)),
    )
    return this.cachedLastMark
  }

  get atEnd(): boolean {
    return this.at >= this.text.length
  }

  /** Reads one character, a token of its own. Gives its range. */
  consume(token: Token): Range {
    this.advanceTo(this.at + 1, token)
    return { start: this.at - 1, end: this.at }
  }

  /** Goes behind a token. */
  advanceTo(end: number, token: Token): void {
    if (this.stopped) return
    this.at = this.lastEnd = end
    this.last = token
  }

  /** Whether the last token ended a value for certain: digits at the end of a file may be half a number. */
  get afterCompleteValue(): boolean {
    if (this.last === 'number') return this.lastEnd < this.text.length
    return this.last === 'value' || this.last === 'close'
  }

  /** Whether a name and a colon stand here. */
  keyAhead(): boolean {
    keyAhead.lastIndex = this.at
    return keyAhead.test(this.text)
  }

  /** Where this line ends, its line break not included. */
  lineEnd(): number {
    const length = this.text.slice(this.at).search(/[\r\n]/)
    return length < 0 ? this.text.length : this.at + length
  }

  /** After an error: passes over the rest of the line, but not over brackets at its end that close what is open. */
  skipLine(): void {
    const line = this.text.slice(this.at, this.lineEnd())
    const tail = /[\s,;}\]]*$/.exec(line)!
    const opened = line.match(/[{[]/g)?.length ?? 0
    if (opened > 0) this.unbalanced = true
    const end = opened > 0 ? line.trimEnd().length : tail.index
    this.advanceTo(this.at + Math.max(1, end), 'value')
  }

  /** Stops for good: nothing after this place is looked at. */
  stop(): void {
    this.stopped = true
    this.at = this.text.length
  }

  /** Goes to the next token. Comments and blanks that JSON does not know are findings. */
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

  /** A `#` begins a comment at the start of a line, or with a blank on both sides: `#1a5f7a` is a colour. */
  private atHash(): boolean {
    const { text, at } = this
    if (text[at] !== '#') return false
    const line = text.slice(Math.max(0, at - 200), at)
    return /(?:^|[\r\n])[ \t]*$/.test(line) || (/[\s,]$/.test(line) && /^#[\s#]/.test(text.slice(at, at + 2)))
  }

  private comment(start: number, end: number): true {
    const text = this.text.slice(start, end)
    this.warn({ code: 'comment-present', text: excerpt(text) }, { start, end }, [{ start, end, text: '' }])
    // One quotation mark of a pair: rather a text with slashes in it, whose other mark is missing.
    if (text.split('"').length % 2 === 0) this.fail({ code: 'repair-uncertain' }, { start, end })
    if (!this.stopped) this.at = end
    return true
  }

  /** What was found, in the order of the file. */
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

/** A piece of the source for a message: one line, not long. */
export function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}
