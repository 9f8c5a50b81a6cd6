import type { JsonValue, NodePath } from '../../../model/source.ts'
import type { Editor } from '../editor.ts'
import type { Schema } from '../schema.ts'
import { isBlank, isObject, isSame, opsToSet, valueAt } from '../values.ts'
import type { ControlProps } from './control.ts'
import { DeckColorsControl } from './deck-colors-control.tsx'
import { readRows, rowsPath } from './rows.ts'

/** The kinds of charts as pictures of 32 × 18 units; `auto` is the one that Korme chooses. */
const pictures = {
  auto: 'M4 10h4v6H4zM11 6h4v10h-4zM20 4l7 6-7 6z',
  bar: 'M4 3h20v3H4zM4 8h13v3H4zM4 13h24v3H4z',
  stack: 'M4 3h9v3H4zM14 3h10v3H14zM4 8h6v3H4zM11 8h6v3h-6zM4 13h14v3H4zM19 13h9v3h-9z',
  line: 'M3 13.500l8-6 7 4 10-8 1 1.500-11 8.500-7-4-7 5.500z',
  donut: 'M16 1.500a7.500 7.500 0 1 0 .01 0zM16 5.500a3.500 3.500 0 1 1-.01 0z',
} as const

type Kind = keyof typeof pictures

/** Fields that the pictures of kinds, the grid and the choice of rows stand for. */
const special = ['type', 'data', 'kind', 'highlight']

/** A chart: its kind by pictures, its data as a grid, the rows to set off, and the colours of the deck. */
export function ChartControl({ editor, path, field, labelId, Inner }: ControlProps) {
  const { deck, words } = editor
  const value = valueAt(deck.value, path)
  const isBlock = field.names.includes('chartBlock')
  const isWrapped = isBlock || (isObject(value) && 'data' in value)
  const dataPath: NodePath = isWrapped ? [...path, 'data'] : path
  /** Sets a field beside the data, which gets a name of its own for it. */
  const put = (name: string, next: JsonValue | undefined) => {
    if (isWrapped) editor.edit(opsToSet(deck.value, [...path, name], next))
    else if (next !== undefined) editor.edit(opsToSet(deck.value, path, { [name]: next, data: value ?? [] }))
  }
  const kind = isWrapped ? valueAt(deck.value, [...path, 'kind']) : undefined
  const chart = editor.schema.root.definitions?.chartObject?.properties ?? {}
  const own = isWrapped ? (field.schema.properties ?? chart) : {}
  return (
    <fieldset class="ui-edit-chart" aria-labelledby={labelId}>
      <div class="ui-edit-kinds">
        {(Object.keys(pictures) as Kind[]).map((name) => (
          <button
            type="button"
            key={name}
            aria-pressed={name === (isBlank(kind) ? 'auto' : kind)}
            onClick={() => put('kind', name === 'auto' ? undefined : name)}
          >
            <svg viewBox="0 0 32 18" class="ui-edit-layout" aria-hidden="true" focusable="false">
              <path d={pictures[name]} fill-rule="evenodd" />
            </svg>
            <span>{words.values[name]}</span>
          </button>
        ))}
      </div>
      <Inner editor={editor} schema={{ $ref: '#/definitions/tableValue' }} path={dataPath} labelledBy={labelId} />
      <Highlight
        editor={editor}
        path={dataPath}
        value={isWrapped ? valueAt(deck.value, [...path, 'highlight']) : undefined}
        onChange={(next) => put('highlight', next)}
      />
      {Object.entries(own)
        .filter(([name]) => !special.includes(name))
        .map(([name, schema]: [string, Schema]) => (
          <Inner key={name} editor={editor} schema={schema} path={[...path, name]} title={name} />
        ))}
      <details class="ui-edit-layout-pictures">
        <summary>{words.controls.chart.colors}</summary>
        <DeckColorsControl {...{ editor, field, labelId, Inner }} path={['colors']} />
      </details>
    </fieldset>
  )
}

interface HighlightProps {
  editor: Editor
  /** The path of the data. */
  path: NodePath
  value: JsonValue | undefined
  onChange(names: JsonValue | undefined): void
}

/** The rows of a chart by their names: those that are set off are pressed. */
function Highlight({ editor, path, value, onChange }: HighlightProps) {
  const { deck, words, show } = editor
  const names = rowNames(deck.value, path, show.page.lang)
  if (names.length === 0 || names.length > 30) return null
  const chosen = Array.isArray(value) ? value : isBlank(value) ? [] : [value as JsonValue]
  const isChosen = (name: JsonValue) => chosen.some((one) => isSame(one, name))
  const toggle = (name: JsonValue) => {
    const next = isChosen(name) ? chosen.filter((one) => !isSame(one, name)) : [...chosen, name]
    onChange(next.length > 0 ? next : undefined)
  }
  return (
    <fieldset class="ui-edit-chips" aria-label={words.controls.chart.highlight}>
      <legend>{words.controls.chart.highlight}</legend>
      {names.map(({ text, name }) => (
        <button type="button" key={text} aria-pressed={isChosen(name)} onClick={() => toggle(name)}>
          {text}
        </button>
      ))}
    </fieldset>
  )
}

/** The names of the rows of a chart: as they are read, and as they are written. */
export function rowNames(deck: JsonValue, data: NodePath, lang: string): { text: string; name: JsonValue }[] {
  const value = valueAt(deck, data)
  const path = rowsPath(deck, isObject(value) && 'rows' in value ? [...data, 'rows'] : data, lang)
  const written = valueAt(deck, path)
  const rows = readRows(written, lang)
  const named = rows.map((cells, row) => {
    const first = Array.isArray(written) ? valueAt(written, [row, 0]) : undefined
    return { text: cells[0] ?? '', name: isObject(first) ? first : (cells[0] ?? '') }
  })
  // The first row names the columns if none of its cells is a number.
  const hasHead = rows.length > 1 && rows[0]!.length > 1 && rows[0]!.slice(1).every((cell) => !/\d/.test(cell))
  const own = hasHead ? named.slice(1) : named
  return own.filter(({ text }, i) => text.trim() !== '' && own.findIndex((one) => one.text === text) === i)
}
