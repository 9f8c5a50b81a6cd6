import type { JsonValue } from '../../../model/source.ts'
import { typesOf } from '../schema.ts'
import { useText } from '../use-text.ts'
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
  const isNumber = typesOf(field.schema).some((type) => type === 'number' || type === 'integer')
  const typed = useText(editor, {
    path,
    text: value === undefined || value === null || typeof value === 'object' ? '' : String(value),
    opsFor: (text, deck) => opsToSet(deck, path, isNumber ? numberIn(text) : text),
    // Half of a word names no picture and no theme.
    hasDrafts: false,
  })
  return (
    <>
      <input
        list={choices.length > 0 ? `${labelId}-choices` : undefined}
        class="ui-edit-input"
        aria-labelledby={labelId}
        inputMode={isNumber ? 'decimal' : 'text'}
        spellcheck={false}
        placeholder={field.example}
        value={typed.text}
        onInput={(event) => typed.type(event.currentTarget.value)}
        onBlur={typed.apply}
        onKeyDown={(event) => {
          if (event.key === 'Enter') typed.apply()
          else if (event.key === 'Escape') typed.cancel()
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
