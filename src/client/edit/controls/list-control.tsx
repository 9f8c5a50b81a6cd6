import type { JsonValue } from '../../../model/source.ts'
import type { Editor } from '../editor.ts'
import { fieldOf, type Schema, typesOf } from '../schema.ts'
import { isBlank, opsToSet, valueAt } from '../values.ts'
import type { ControlProps } from './control.ts'
import { ItemList } from './item-list.tsx'
import { ItemTools } from './item-tools.tsx'

/** A list whose items can be added, moved and removed. */
export function ListControl({ editor, path, field, labelId, Inner }: ControlProps) {
  const { words } = editor
  const value = valueAt(editor.deck.value, path)
  const items = Array.isArray(value) ? value : isBlank(value) ? [] : [value as JsonValue]
  const schemaAt = (index: number): Schema =>
    (Array.isArray(field.schema.items) ? field.schema.items[index] : field.schema.items) ?? {}
  const isFixed = Array.isArray(field.schema.items)
  const rows = isFixed ? (field.schema.items as Schema[]).map((_, i) => i) : [...items.keys()]
  return (
    <fieldset class="ui-edit-list-control" aria-labelledby={labelId}>
      <ItemList editor={editor} path={path} count={isFixed ? 0 : items.length}>
        {rows.map((index) => (
          <li key={index}>
            <Inner editor={editor} schema={schemaAt(index)} path={[...path, index]} labelledBy={labelId} />
            {!isFixed && <ItemTools editor={editor} path={path} index={index} count={items.length} />}
          </li>
        ))}
      </ItemList>
      {!isFixed && (
        <button
          type="button"
          class="ui-edit-link"
          onClick={() =>
            editor.edit(opsToSet(editor.deck.value, path, [...items, newItem(editor, schemaAt(0), items)]))
          }
        >
          {words.panel.addItem}
        </button>
      )}
    </fieldset>
  )
}

/** An empty item of the kind that the list has, or may have. */
function newItem({ schema: deck }: Editor, schema: Schema, items: readonly JsonValue[]): JsonValue {
  const last = items.at(-1)
  if (last !== undefined) return Array.isArray(last) ? [] : typeof last === 'object' ? {} : ''
  const asObject = fieldOf(deck, schema, {})
  return typesOf(asObject.schema).includes('object') && !asObject.names.includes('text') ? {} : ''
}
