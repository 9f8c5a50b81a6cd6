import type { Range } from '../model/source.ts'
import type { Cursor } from './cursor.ts'

/** Tracks the commas between the entries of one object or array. */
export class CommaTracker {
  private readonly cursor: Cursor
  private entries = 0
  private pending: { range: Range; found: string } | null = null

  constructor(cursor: Cursor) {
    this.cursor = cursor
  }

  /** Reads a comma, or a semicolon typed instead of one. A comma without an entry before it is removed. */
  read(): void {
    const found = this.cursor.text[this.cursor.at]!
    const range = this.cursor.consume('comma')
    if (this.entries > 0 && !this.pending) this.pending = { range, found }
    else this.cursor.warn({ code: 'comma-extra' }, range, [{ ...range, text: '' }])
  }

  /** Called when an entry begins: reports a comma that was missing or mistyped before it. */
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

  /** Called at the closing bracket: removes a trailing comma. */
  beforeClosing(): void {
    if (!this.pending) return
    const { range, found } = this.pending
    this.cursor.warn({ code: 'comma-trailing', found }, range, [{ ...range, text: '' }])
  }
}
