import { useSignal } from '@preact/signals'
import { fieldOf, type Schema } from '../schema.ts'
import { isBlank, isObject, opsToSet, valueAt } from '../values.ts'
import type { ControlProps } from './control.ts'

/** The fields of an object: those that are filled, and on demand the others. */
export function ObjectControl({ editor, path, field, labelId, Inner }: ControlProps) {
  const { properties = {}, additionalProperties } = field.schema
  const value = valueAt(editor.deck.value, path)
  const isAll = useSignal(false)
  const given = isObject(value) ? value : {}
  const named = Object.entries(properties).filter(([, schema]) => schema.const === undefined)
  const isShown = ([name]: [string, Schema], at: number) => isAll.value || !isBlank(given[name]) || at < 2
  const shown = named.filter(isShown)
  const free = typeof additionalProperties === 'object' ? additionalProperties : null
  const others = free ? Object.keys(given).filter((name) => !Object.hasOwn(properties, name)) : []
  return (
    <fieldset class="ui-edit-object" aria-labelledby={labelId}>
      {shown.map(([name, schema]) => (
        <Inner key={name} editor={editor} schema={schema} path={[...path, name]} title={name} />
      ))}
      {free &&
        others.map((name) => <Inner key={name} editor={editor} schema={free} path={[...path, name]} title={name} />)}
      {free && <NewName editor={editor} path={path} schema={free} />}
      {named.length > shown.length && (
        <button
          type="button"
          class="ui-edit-link"
          onClick={() => {
            isAll.value = true
          }}
        >
          {editor.words.panel.more}
        </button>
      )}
    </fieldset>
  )
}

/** Adds an entry to an object whose names are free, such as the colours of a deck. */
function NewName({ editor, path, schema }: Pick<ControlProps, 'editor' | 'path'> & { schema: Schema }) {
  const name = useSignal('')
  const { names } = fieldOf(editor.schema, schema, undefined)
  const add = () => {
    const key = name.value.trim()
    if (key === '') return
    const first = names.includes('color') ? '#000000' : '0'
    editor.edit(opsToSet(editor.deck.value, [...path, key], first))
    name.value = ''
  }
  return (
    <div class="ui-edit-row">
      <input
        class="ui-edit-input"
        aria-label={editor.words.panel.newName}
        placeholder={editor.words.panel.newName}
        value={name.value}
        onInput={(event) => {
          name.value = event.currentTarget.value
        }}
        onKeyDown={(event) => event.key === 'Enter' && add()}
      />
      <button type="button" class="ui-edit-button" onClick={add}>
        {editor.words.panel.add}
      </button>
    </div>
  )
}
