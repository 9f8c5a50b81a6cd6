import { useSignal } from '@preact/signals'
import type { JsonValue } from '../../../model/source.ts'
import { typesOf } from '../schema.ts'
import { opsToSet, valueAt } from '../values.ts'
import type { ControlProps } from './control.ts'

/** A word, a number or an address in one line. It is applied when it is left. `choices` are suggested. */
export function WordControl({
  editor,
  path,
  field,
  labelId,
  choices = [],
}: ControlProps & { choices?: readonly string[] }) {
  const { deck } = editor
  const value = valueAt(deck.value, path)
  const typed = useSignal<string | null>(null)
  const isNumber = typesOf(field.schema).some((type) => type === 'number' || type === 'integer')
  const apply = () => {
    const text = typed.peek()
    typed.value = null
    if (text !== null) editor.edit(opsToSet(deck.value, path, isNumber ? numberIn(text) : text))
  }
  return (
    <>
      <input
        list={choices.length > 0 ? `${labelId}-choices` : undefined}
        class="ui-edit-input"
        aria-labelledby={labelId}
        inputMode={isNumber ? 'decimal' : 'text'}
        spellcheck={false}
        placeholder={field.example}
        value={typed.value ?? (value === undefined || value === null || typeof value === 'object' ? '' : String(value))}
        onInput={(event) => {
          typed.value = event.currentTarget.value
        }}
        onBlur={apply}
        onKeyDown={(event) => {
          if (event.key === 'Enter') apply()
          else if (event.key === 'Escape') typed.value = null
        }}
      />
      {choices.length > 0 && (
        <datalist id={`${labelId}-choices`}>
          {choices.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      )}
    </>
  )
}

/** A number as it is typed, with a comma or a point; anything else stays a text, and is reported as such. */
export function numberIn(text: string): JsonValue {
  const number = Number(text.trim().replace(',', '.'))
  return text.trim() === '' || Number.isNaN(number) ? text : number
}
