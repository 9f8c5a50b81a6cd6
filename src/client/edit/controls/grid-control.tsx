import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { JsonValue } from '../../../model/source.ts'
import type { EditOp } from '../../../model/wire/edit.ts'
import { IconButton } from '../icons.tsx'
import { isObject, opsToSet, valueAt } from '../values.ts'
import type { ControlProps } from './control.ts'
import { pasteRows, type Rows, readRows, rowsInHtml, rowsInText, rowsPath, squareRows } from './rows.ts'

/** The rows of a table, a chart or a programme as a grid. Cells of a spreadsheet can be pasted into it. */
export function GridControl({ editor, path: given, field, labelId }: ControlProps) {
  const { deck, words, langs } = editor
  const lang = editor.show.page.lang
  const path = rowsPath(deck.value, given, lang)
  const value = valueAt(deck.value, path)
  const rows = squareRows(readRows(value, lang))
  const grid = rows.length > 0 ? rows : [['', '']]
  const table = useRef<HTMLTableElement>(null)
  const at = useSignal({ row: 0, column: 0 })
  const columns = grid[0]!.length
  const putRows = (next: Rows) =>
    editor.edit(
      opsToSet(
        deck.value,
        path,
        next.map((row) => [...row]),
      ),
    )
  const setCell = (row: number, column: number, text: string) => {
    if (grid[row]?.[column] === text) return
    editor.edit(opsForCell(deck.value, path, { row, column, text, lang, grid }))
  }
  const paste = (event: ClipboardEvent, row: number, column: number) => {
    const html = event.clipboardData?.getData('text/html') ?? ''
    const text = event.clipboardData?.getData('text/plain') ?? ''
    const pasted = rowsInHtml(html) ?? rowsInText(text)
    if (pasted.length === 1 && pasted[0]!.length === 1) return
    event.preventDefault()
    putRows(pasteRows(grid, pasted, { row, column }))
  }
  const focus = (row: number, column: number) => {
    const cell = table.current?.rows[row]?.cells[column]?.querySelector('textarea')
    cell?.focus()
    cell?.select()
  }
  const onKey = (event: KeyboardEvent, row: number, column: number) => {
    const field = event.currentTarget as HTMLTextAreaElement
    const isStart = field.selectionStart === 0 && field.selectionEnd === 0
    const isEnd = field.selectionStart === field.value.length
    if (event.key === 'Enter' && !event.shiftKey) {
      if (row === grid.length - 1) putRows([...withTyped(grid, row, column, field.value), emptyRow(columns)])
      requestAnimationFrame(() => focus(row + 1, column))
    } else if (event.key === 'ArrowUp' && isStart) focus(row - 1, column)
    else if (event.key === 'ArrowDown' && isEnd) focus(row + 1, column)
    else return
    event.preventDefault()
  }
  return (
    <fieldset class="ui-edit-grid" aria-labelledby={labelId}>
      <div class="ui-edit-grid-scroll">
        <table ref={table}>
          <tbody>
            {grid.map((cells, row) => (
              <tr key={row}>
                {cells.map((text, column) => (
                  <td key={column}>
                    <Cell
                      text={text}
                      lang={lang}
                      label={words.grid.cell.replace('{x}', `${row + 1}`).replace('{y}', `${column + 1}`)}
                      onFocus={() => {
                        at.value = { row, column }
                      }}
                      onApply={(next) => setCell(row, column, next)}
                      onPaste={(event) => paste(event, row, column)}
                      onKey={(event) => onKey(event, row, column)}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div class="ui-edit-grid-tools">
        <IconButton
          name="add"
          label
          title={words.grid.addRow}
          onClick={() => putRows(spliced(grid, at.value.row + 1, 0, emptyRow(columns)))}
        />
        <IconButton
          name="add"
          label
          title={words.grid.addColumn}
          onClick={() => putRows(grid.map((row) => spliced(row, at.value.column + 1, 0, '')))}
        />
        <IconButton
          name="remove"
          label
          title={words.grid.removeRow}
          disabled={grid.length < 2}
          onClick={() => putRows(spliced(grid, Math.min(at.value.row, grid.length - 1), 1))}
        />
        <IconButton
          name="remove"
          label
          title={words.grid.removeColumn}
          disabled={columns < 2}
          onClick={() => putRows(grid.map((row) => spliced(row, Math.min(at.value.column, columns - 1), 1)))}
        />
      </div>
      <p class="ui-edit-note">{words.grid.paste}</p>
      {langs.value.length > 1 && <p class="ui-edit-note">{field.example}</p>}
    </fieldset>
  )
}

/** Returns a list with other items in place of some. */
function spliced<T>(list: readonly T[], start: number, removed: number, ...added: T[]): T[] {
  const copy = [...list]
  copy.splice(start, removed, ...added)
  return copy
}

const emptyRow = (columns: number): string[] => Array.from({ length: columns }, () => '')

const withTyped = (grid: Rows, row: number, column: number, text: string): Rows =>
  grid.map((cells, i) => (i === row ? spliced(cells, column, 1, text) : cells))

interface EditedCell {
  row: number
  column: number
  text: string
  lang: string
  grid: Rows
}

/** The operations that change a cell. A table that is written as one text becomes a list of rows. */
export function opsForCell(
  deck: JsonValue,
  path: readonly (string | number)[],
  { row, column, text, lang, grid }: EditedCell,
): EditOp[] {
  const cells = valueAt(deck, [...path, row])
  if (!Array.isArray(valueAt(deck, path)) || !Array.isArray(cells) || column >= cells.length) {
    return opsToSet(
      deck,
      path,
      withTyped(grid, row, column, text).map((one) => [...one]),
    )
  }
  const cell = cells[column]
  return opsToSet(deck, [...path, row, column, ...(isObject(cell) ? [lang] : [])], text)
}

interface CellProps {
  text: string
  lang: string
  label: string
  onFocus(): void
  onApply(text: string): void
  onPaste(event: ClipboardEvent): void
  onKey(event: KeyboardEvent): void
}

function Cell({ text, lang, label, onFocus, onApply, onPaste, onKey }: CellProps) {
  const typed = useSignal<string | null>(null)
  return (
    <textarea
      rows={1}
      lang={lang}
      spellcheck
      aria-label={label}
      value={typed.value ?? text}
      onFocus={onFocus}
      onInput={(event) => {
        typed.value = event.currentTarget.value
      }}
      onBlur={() => {
        const next = typed.peek()
        typed.value = null
        if (next !== null) onApply(next)
      }}
      onPaste={onPaste}
      onKeyDown={(event) => {
        if (event.key === 'Escape') typed.value = null
        onKey(event)
      }}
    />
  )
}
