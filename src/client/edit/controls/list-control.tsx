import type { JsonValue } from '../../../model/source.ts'
import type { Editor } from '../editor.ts'
import { Icon } from '../icons.tsx'
import { newBlocks } from '../placeholders.ts'
import { fieldOf, propertiesOf, type Schema, typesOf } from '../schema.ts'
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
      {!isFixed && isOfBlocks(editor, schemaAt(0)) && <AddBlock editor={editor} path={path} items={items} />}
      {!isFixed && !isOfBlocks(editor, schemaAt(0)) && (
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

const isOfBlocks = ({ schema: deck }: Editor, schema: Schema) => fieldOf(deck, schema, undefined).names[0] === 'block'

/** The types of blocks, each of which adds one with something to be replaced. */
function AddBlock({ editor, path, items }: Pick<ControlProps, 'editor' | 'path'> & { items: readonly JsonValue[] }) {
  const names = propertiesOf(editor.schema, 'slide')
  const types = Object.entries(newBlocks(editor.newSlides[editor.langs.value[0] ?? 'en']))
  return (
    <fieldset class="ui-edit-add-grid" aria-label={editor.words.panel.addItem}>
      {types.map(([type, { named, block }]) => (
        <button
          type="button"
          key={type}
          class="ui-edit-button"
          onClick={() => editor.edit(opsToSet(editor.deck.value, path, [...items, block]))}
        >
          <Icon name="add" />
          <span>{fieldOf(editor.schema, names[named] ?? {}, undefined, type).title}</span>
        </button>
      ))}
    </fieldset>
  )
}
