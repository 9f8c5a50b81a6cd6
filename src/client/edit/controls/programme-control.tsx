import { useRef } from 'preact/hooks'
import type { JsonValue, NodePath } from '../../../model/source.ts'
import type { EditOp } from '../../../model/wire/edit.ts'
import type { Editor } from '../editor.ts'
import { IconButton } from '../icons.tsx'
import { isPlaceholder } from '../placeholders.ts'
import { useText } from '../use-text.ts'
import { isSame, opsToSet, valueAt } from '../values.ts'
import type { ControlProps } from './control.ts'
import { opsForCell } from './grid-ops.ts'
import { ItemList } from './item-list.tsx'
import { ItemTools } from './item-tools.tsx'
import { rowsInClipboard } from './pasted.ts'
import { isProgramme, movesTo, readProgramme, sortedRows, splitRow, timeFault } from './programme.ts'
import { type Rows, rowsPath } from './rows.ts'

/** The rows of a programme: time, what, who. Times are checked, and put in order only if somebody asks for it. */
export function ProgrammeControl({ editor, path: given, labelId }: ControlProps) {
  const { deck, words, show } = editor
  const { lang } = show.page
  const path = rowsPath(deck.value, given, lang)
  const value = valueAt(deck.value, path)
  const rows = readProgramme(value, lang)
  const list = useRef<HTMLFieldSetElement>(null)
  const own = words.controls.programme
  const isTimed = isProgramme(rows)
  const order = sortedRows(rows)
  const isSorted = order.every((index, i) => index === i)
  /** The operations that make a list of rows of the value, if it is not one yet. */
  const asList = (): EditOp[] => (Array.isArray(value) ? [] : [{ op: 'set', path, value: copyOf(rows) }])
  const insert = (at: number, added: Rows) => {
    const ops = asList()
    if (value === undefined) editor.edit(opsToSet(deck.value, path, copyOf(added)))
    else
      editor.edit([
        ...ops,
        ...added.map((row, i): EditOp => ({ op: 'insert', path: [...path, at + i], value: [...row] })),
      ])
  }
  const focusRow = (index: number, column = 0) =>
    requestAnimationFrame(() => {
      list.current?.querySelectorAll<HTMLElement>(`[data-row="${index}"] input`)[column]?.focus()
    })
  const paste = (event: ClipboardEvent) => {
    const pasted = rowsInClipboard(event.clipboardData, true)
    if (!pasted) return
    event.preventDefault()
    if (isPlaceholder(value, editor.newSlides))
      return editor.edit(opsToSet(deck.value, path, copyOf(pasted.map(splitRow))))
    const row = (event.target as Element).closest<HTMLElement>('[data-row]')
    insert(row ? Number(row.dataset.row) + 1 : rows.length, pasted.map(splitRow))
  }
  const sort = () => {
    const moves = movesTo(order).map(
      ([from, to]): EditOp => ({ op: 'move', from: [...path, from], path: [...path, to] }),
    )
    editor.edit([...asList(), ...moves])
  }
  return (
    <fieldset class="ui-edit-programme" aria-labelledby={labelId} onPaste={paste} ref={list}>
      {isTimed && !isSorted && (
        <div class="ui-edit-row">
          <p class="ui-edit-note ui-edit-warned" role="status">
            {own.unsorted}
          </p>
          <button type="button" class="ui-edit-button ui-edit-fix" onClick={sort}>
            {own.sort}
          </button>
        </div>
      )}
      <ItemList editor={editor} path={path} count={Array.isArray(value) ? rows.length : 0}>
        {rows.map((row, index) => (
          <Row
            key={index}
            {...{ editor, path, rows, row, index, lang }}
            isTimed={isTimed}
            isList={Array.isArray(value)}
            onNext={() => {
              if (index === rows.length - 1) insert(rows.length, [['', '', '']])
              focusRow(index + 1)
            }}
          />
        ))}
      </ItemList>
      <IconButton
        name="add"
        label
        title={own.add}
        onClick={() => {
          insert(rows.length, [['', '', '']])
          focusRow(rows.length)
        }}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: rows are pasted here */}
      <p class="ui-edit-note ui-edit-paste" tabIndex={0}>
        {own.paste}
      </p>
    </fieldset>
  )
}

interface RowProps {
  editor: Editor
  path: NodePath
  rows: Rows
  row: readonly string[]
  index: number
  lang: string
  isTimed: boolean
  /** Whether the rows are items of a list, which can be moved. */
  isList: boolean
  /** Goes to the next row; after the last one, to a new one. */
  onNext(): void
}

function Row({ editor, path, rows, row, index, lang, isTimed, isList, onNext }: RowProps) {
  const { words } = editor
  const own = words.controls.programme
  const name = own.row.replace('{x}', `${index + 1}`)
  const fault = isTimed ? timeFault(row) : null
  const labels = [
    own.time,
    own.title,
    own.who,
    ...Array.from({ length: Math.max(0, row.length - 3) }, (_, i) => `${own.who} ${i + 2}`),
  ]
  const cell = (column: number) => (
    <RowCell
      key={column}
      {...{ editor, path, rows, index, column, lang, onNext }}
      text={row[column] ?? ''}
      label={labels[column]!}
      name={`${name}, ${labels[column]}`}
      fault={column === 0 && fault ? `row-${index}-fault` : undefined}
    />
  )
  return (
    <li class="ui-edit-card" data-row={index}>
      <div class="ui-edit-card-head">
        {cell(0)}
        {isList && <ItemTools editor={editor} path={path} index={index} count={rows.length} name={name} />}
      </div>
      {fault && (
        <p class="ui-edit-note ui-edit-warned" id={`row-${index}-fault`}>
          {own[fault]}
        </p>
      )}
      {labels.slice(1).map((_, i) => cell(i + 1))}
    </li>
  )
}

interface RowCellProps extends Pick<RowProps, 'editor' | 'path' | 'rows' | 'index' | 'lang' | 'onNext'> {
  column: number
  text: string
  /** What an empty cell is for. */
  label: string
  name: string
  /** The id of what is wrong with it. */
  fault: string | undefined
}

function RowCell({ editor, path, rows, index, column, lang, text, label, name, fault, onNext }: RowCellProps) {
  const typed = useText(editor, {
    path: [...path, index, column],
    text,
    opsFor: (next, deck) => opsForRow(deck, path, { row: index, column, text: next, lang, grid: rows }),
  })
  return (
    <input
      class="ui-edit-input"
      lang={column === 0 ? undefined : lang}
      spellcheck={column > 0}
      aria-label={name}
      aria-invalid={fault !== undefined}
      aria-describedby={fault}
      placeholder={label}
      value={typed.text}
      onInput={(event) => typed.type(event.currentTarget.value)}
      onBlur={typed.apply}
      onKeyDown={(event) => {
        if (event.key === 'Escape') typed.cancel()
        else if (event.key === 'Enter') {
          typed.apply()
          onNext()
        } else return
        event.preventDefault()
        event.stopPropagation()
      }}
    />
  )
}

/** The operations that change a cell. A line that was split for the form becomes a list of its cells. */
function opsForRow(deck: JsonValue, path: NodePath, cell: Parameters<typeof opsForCell>[2]): EditOp[] {
  const { row, column, text, grid } = cell
  const written = valueAt(deck, [...path, row])
  if (!Array.isArray(valueAt(deck, path)) || Array.isArray(written)) return opsForCell(deck, path, cell)
  const cells = [...(grid[row] ?? [])]
  while (cells.length <= column) cells.push('')
  cells[column] = text
  return isSame(cells, [...(grid[row] ?? [])]) ? [] : [{ op: 'set', path: [...path, row], value: cells }]
}

const copyOf = (rows: Rows): JsonValue => rows.map((row) => [...row])
