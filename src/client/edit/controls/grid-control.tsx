import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { NodePath } from '../../../model/source.ts'
import type { Editor } from '../editor.ts'
import { IconButton } from '../icons.tsx'
import { isPlaceholder } from '../placeholders.ts'
import { type TypedText, useText } from '../use-text.ts'
import { opsToSet, valueAt } from '../values.ts'
import type { ControlProps } from './control.ts'
import { opsForCell, spliced } from './grid-ops.ts'
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
  const paste = (event: ClipboardEvent, row: number, column: number) => {
    const html = event.clipboardData?.getData('text/html') ?? ''
    const text = event.clipboardData?.getData('text/plain') ?? ''
    const table = rowsInHtml(html)
    const pasted = table ?? rowsInText(text)
    const [[only = ''] = []] = pasted
    const isCell = pasted.length === 1 && pasted[0]!.length === 1
    // Words that come from no spreadsheet are pasted by the browser.
    if (isCell && !table && !/[\r\n]/.test(text)) return
    event.preventDefault()
    if (isCell) return void document.execCommand('insertText', false, only)
    putRows(isPlaceholder(value, editor.newSlides) ? squareRows(pasted) : pasteRows(grid, pasted, { row, column }))
  }
  const focus = (row: number, column: number) => {
    const cell = table.current?.rows[row]?.cells[column]?.querySelector('textarea')
    cell?.focus()
    cell?.select()
  }
  const onKey = (event: KeyboardEvent, row: number, column: number, typed: TypedText) => {
    const field = event.currentTarget as HTMLTextAreaElement
    const isStart = field.selectionStart === 0 && field.selectionEnd === 0
    const isEnd = field.selectionStart === field.value.length
    if (event.key === 'Enter' && !event.shiftKey) {
      typed.apply()
      if (row < grid.length - 1) focus(row + 1, column)
      else {
        putRows([...squareRows(readRows(valueAt(deck.value, path), lang)), emptyRow(columns)])
        requestAnimationFrame(() => focus(row + 1, column))
      }
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
                      {...{ editor, path, row, column, text, lang, grid }}
                      label={words.grid.cell.replace('{x}', `${row + 1}`).replace('{y}', `${column + 1}`)}
                      onFocus={() => {
                        at.value = { row, column }
                      }}
                      onPaste={(event) => paste(event, row, column)}
                      onKey={(event, typed) => onKey(event, row, column, typed)}
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

const emptyRow = (columns: number): string[] => Array.from({ length: columns }, () => '')

interface CellProps {
  editor: Editor
  path: NodePath
  row: number
  column: number
  text: string
  lang: string
  grid: Rows
  label: string
  onFocus(): void
  onPaste(event: ClipboardEvent): void
  onKey(event: KeyboardEvent, typed: TypedText): void
}

/** A cell. The slide shows what is typed after each pause. */
function Cell({ editor, path, row, column, text, lang, grid, label, onFocus, onPaste, onKey }: CellProps) {
  const typed = useText(editor, {
    path: [...path, row, column],
    text,
    opsFor: (next, deck) => opsForCell(deck, path, { row, column, text: next, lang, grid }),
  })
  return (
    <textarea
      rows={1}
      lang={lang}
      spellcheck
      aria-label={label}
      value={typed.text}
      onFocus={onFocus}
      onInput={(event) => typed.type(event.currentTarget.value)}
      onBlur={typed.apply}
      onPaste={onPaste}
      onKeyDown={(event) => {
        if (event.key === 'Escape') typed.cancel()
        onKey(event, typed)
      }}
    />
  )
}
