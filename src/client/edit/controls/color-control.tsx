import { opsToSet, valueAt } from '../values.ts'
import type { ControlProps } from './control.ts'
import { WordControl } from './word-control.tsx'

const hex = /^#[0-9a-f]{6}$/i

/** A colour, by the picker of the browser or as it is written. */
export function ColorControl(props: ControlProps) {
  const { editor, path, field } = props
  const value = valueAt(editor.deck.value, path)
  const color = typeof value === 'string' ? value.trim() : ''
  const long = color.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3')
  return (
    <div class="ui-edit-row">
      <input
        type="color"
        class="ui-edit-color"
        aria-label={field.title || path.at(-1)?.toString()}
        value={hex.test(long) ? long : '#000000'}
        onChange={(event) => editor.edit(opsToSet(editor.deck.value, path, event.currentTarget.value))}
      />
      <WordControl {...props} />
    </div>
  )
}
