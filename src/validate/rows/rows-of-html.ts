import { type ArrayNode, type StringNode, sourceOffset } from '../../model/source.ts'
import { rowOf } from './cells.ts'

/** The rows of a table of a web page. `head`: whether the cells of the first row are heads. */
export interface HtmlTable {
  rows: ArrayNode[]
  head: boolean
}

/** A cell while it is read: its text, and where each piece of it stands in the written one. */
interface OpenCell {
  text: string
  offsets: number[]
  isHead: boolean
}

const known = new Set(
  'table thead tbody tfoot tr td th caption colgroup col br b strong i em u span p div font'.split(' '),
)

/** Reads a text that is a table of a web page; null if something else stands around it, or if its cells span several places. */
export function rowsOfHtml(node: StringNode): HtmlTable | null {
  const { value } = node
  if (!/^\s*<table[\s>]/i.test(value) || !/<\/table>\s*$/i.test(value)) return null
  const reader = new HtmlReader(node)
  let at = 0
  while (at < value.length) {
    const open = value.indexOf('<', at)
    if (!reader.addText(at, open < 0 ? value.length : open)) return null
    if (open < 0) break
    const close = value.indexOf('>', open)
    if (close < 0 || !reader.addTag(value.slice(open + 1, close))) return null
    at = close + 1
  }
  return reader.table()
}

class HtmlReader {
  private readonly rows: OpenCell[][] = []
  private cell: OpenCell | null = null

  constructor(private readonly node: StringNode) {}

  /** Adds a text between two tags; false if it stands in no cell. */
  addText(from: number, to: number): boolean {
    const text = this.node.value.slice(from, to)
    if (!this.cell) return text.trim() === ''
    for (let i = 0; i < text.length; i++) {
      const isBlank = /\s/.test(text[i]!)
      if (isBlank && (this.cell.text === '' || this.cell.text.endsWith(' '))) continue
      this.cell.offsets.push(this.cell.text.length, sourceOffset(this.node, from + i))
      this.cell.text += isBlank ? ' ' : text[i]!
    }
    return true
  }

  /** Reads a tag; false if a table of rows and cells has none such. */
  addTag(tag: string): boolean {
    const name = /^\/?([a-z]+)/i.exec(tag)?.[1]?.toLowerCase() ?? ''
    const isEnd = tag.startsWith('/')
    if (!known.has(name) || /\b(?:col|row)span\s*=\s*["']?(?!1\b)\d/i.test(tag)) return false
    if (name === 'caption' || (name === 'table' && !isEnd && this.rows.length > 0)) return false
    if (name === 'tr' || name === 'table') {
      this.cell = null
      if (name === 'tr' && !isEnd) this.rows.push([])
    }
    if (name === 'td' || name === 'th') {
      const row = this.rows.at(-1)
      if (!row) return false
      this.cell = isEnd ? null : { text: '', offsets: [], isHead: name === 'th' }
      if (this.cell) row.push(this.cell)
    }
    if ((name === 'br' || name === 'p' || name === 'div') && this.cell && !this.cell.text.endsWith(' ')) this.addBlank()
    return true
  }

  private addBlank(): void {
    if (this.cell && this.cell.text !== '') this.cell.text += ' '
  }

  table(): HtmlTable | null {
    const filled = this.rows.filter((row) => row.some(({ text }) => text.trim() !== ''))
    const [first] = filled
    if (!first) return null
    const { range } = this.node
    const cells = (row: readonly OpenCell[]) =>
      row.map(({ text, offsets }): StringNode => {
        const value = text.trimEnd()
        return value === '' ? { type: 'string', range, value } : { type: 'string', range, value, offsetMap: offsets }
      })
    return {
      rows: filled.map((row) => rowOf(cells(row), range)),
      head: first.every(({ isHead }) => isHead) && filled.length > 1,
    }
  }
}
