import type { JsonValue } from '../../../model/source.ts'
import type { Editor } from '../editor.ts'
import { isBlank, opsToSet, valueAt } from '../values.ts'
import type { ControlProps } from './control.ts'

/** One of the values that the schema lists. */
export function ChoiceControl(props: ControlProps) {
  const { field, editor } = props
  const values = (field.schema.enum ?? []).filter((one): one is string => typeof one === 'string' && one !== '')
  return <Choice {...props} options={values.map((value) => [value, wordFor(editor, value)])} />
}

/** The name of a value in the reader's language, if it has one. */
const wordFor = ({ words }: Editor, value: string): string =>
  (words.values as Readonly<Record<string, string>>)[value] ?? value

/** Yes, no, or as Korme decides. */
export function FlagControl(props: ControlProps) {
  const { words } = props.editor
  return (
    <Choice
      {...props}
      options={[
        ['true', words.values.yes],
        ['false', words.values.no],
      ]}
      toValue={(text) => text === 'true'}
    />
  )
}

interface ChoiceProps extends ControlProps {
  /** Values and their names. */
  options: readonly (readonly [string, string])[]
  /** The value that is chosen now, if it is not what is written. */
  shown?: string
  toValue?: (text: string) => JsonValue
}

/** A choice of values by their names, or none. */
export function Choice({ editor, path, labelId, options, shown, toValue = (text) => text }: ChoiceProps) {
  const value = valueAt(editor.deck.value, path)
  const now = shown ?? (isBlank(value) ? '' : String(value))
  const isKnown = now === '' || options.some(([one]) => one === now)
  return (
    <select
      class="ui-edit-input"
      aria-labelledby={labelId}
      value={now}
      onChange={(event) => {
        const { value: chosen } = event.currentTarget
        editor.edit(opsToSet(editor.deck.value, path, chosen === '' ? undefined : toValue(chosen)))
      }}
    >
      <option value="">{editor.words.values.auto}</option>
      {!isKnown && <option value={now}>{now}</option>}
      {options.map(([one, name]) => (
        <option key={one} value={one}>
          {name}
        </option>
      ))}
    </select>
  )
}
