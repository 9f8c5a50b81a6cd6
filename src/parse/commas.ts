import type { Range } from '../model/source.ts'
import type { Cursor } from './cursor.ts'

/** The commas between the entries of one object or array. */
export class CommaTracker {
  private readonly cursor: Cursor
  private entries = 0
  private pending: { range: Range; found: string } | null = null

  constructor(cursor: Cursor) {
    this.cursor = cursor
  }

  /** Reads a comma, or a semicolon in its place. One with nothing before it goes. */
  read(): void {
    const found = this.cursor.text[this.cursor.at]!
    const range = this.cursor.consume('comma')
    if (this.entries > 0 && !this.pending) this.pending = { range, found }
    else this.cursor.warn({ code: 'comma-extra' }, range, [{ ...range, text: '' }])
  }

  /** An entry begins: now it is known whether a comma was missing, or was one. */
  beforeEntry(): void {
    const { cursor, pending } = this
    if (pending && pending.found !== ',') {
      cursor.warn({ code: 'comma-mistyped', found: pending.found }, pending.range, [{ ...pending.range, text: ',' }])
    } else if (!pending && this.entries > 0 && !cursor.commaExcused) {
      const at = cursor.lastEnd
      cursor.warn({ code: 'comma-missing' }, { start: at, end: at }, [{ start: at, end: at, text: ',' }])
    }
    cursor.commaExcused = false
    this.pending = null
    this.entries++
  }

  /** The closing bracket stands here: a comma before it goes. */
  beforeClosing(): void {
    if (!this.pending) return
    const { range } = this.pending
    this.cursor.warn({ code: 'comma-trailing' }, range, [{ ...range, text: '' }])
  }
}
