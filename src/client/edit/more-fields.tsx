import { useSignal } from '@preact/signals'
import type { NodePath } from '../../model/source.ts'
import type { FieldProps } from './controls/control.ts'
import { FieldControl } from './controls/field-control.tsx'
import type { Editor } from './editor.ts'
import { Icon } from './icons.tsx'
import { type FilledField, fieldPlaceholders } from './placeholders.ts'
import { fieldOf, type Schema } from './schema.ts'
import { isBlank, opsToSet, valueAt } from './values.ts'

/** What a slide may show besides, in the order of the form. Every other field is a setting. */
const contents = [
  'img_path',
  'table',
  'chart',
  'people',
  'timeline',
  'map',
  'video',
  'poll',
  'background',
  'blocks',
] as const

/** Settings that do something only beside another field. */
const needs: Readonly<Record<string, readonly string[]>> = {
  img_alt: ['img_path'],
  img_caption: ['img_path'],
  img_fit: ['img_path'],
  img_focus: ['img_path'],
  fit: ['text', 'blocks'],
}

interface MoreFieldsProps {
  editor: Editor
  /** The path of the slide. */
  path: NodePath
  /** Its empty fields. */
  fields: readonly [string, Schema][]
}

/** What a slide may get besides: each adds something that is seen, or opens where it is chosen. */
export function MoreFields({ editor, path, fields }: MoreFieldsProps) {
  const { words, deck } = editor
  const open = useSignal<string | null>(null)
  const schemas = Object.fromEntries(fields)
  const own = contents.filter((name) => schemas[name])
  const settings = fields.filter(([name]) => !contents.some((one) => one === name) && canDo(editor, path, name))
  const placeholders = fieldPlaceholders(editor.newSlides[editor.langs.value[0] ?? 'en'])
  const add = (name: string) => {
    if (!Object.hasOwn(placeholders, name)) {
      open.value = open.value === name ? null : name
      return
    }
    editor.edit(opsToSet(deck.value, [...path, name], placeholders[name as FilledField]))
    focusField([...path, name])
  }
  const opened = open.value === null ? undefined : schemas[open.value]
  return (
    <section class="ui-edit-add-fields" aria-labelledby="ui-edit-add-fields">
      <h2 id="ui-edit-add-fields">{words.panel.addToSlide}</h2>
      <div class="ui-edit-add-grid">
        {own.map((name) => (
          <button
            type="button"
            key={name}
            class="ui-edit-button"
            data-field={name}
            aria-expanded={Object.hasOwn(placeholders, name) ? undefined : open.value === name}
            onClick={() => add(name)}
          >
            <Icon name="add" />
            <span>{fieldOf(editor.schema, schemas[name]!, undefined, name).title}</span>
          </button>
        ))}
      </div>
      {opened && (
        <div class="ui-edit-opened-field">
          <FieldControl editor={editor} schema={opened} path={[...path, open.value!]} title={open.value!} />
        </div>
      )}
      {settings.length > 0 && (
        <details class="ui-edit-settings">
          <summary>{words.panel.more}</summary>
          {settings.map(([name, schema]) => (
            <EmptyField key={name} editor={editor} schema={schema} path={[...path, name]} title={name} />
          ))}
        </details>
      )}
    </section>
  )
}

/** Whether a field is removed from a slide by a button, since its own control does not. */
export const isRemovable = (name: string): boolean =>
  contents.some((one) => one === name) && name !== 'img_path' && name !== 'video'

const canDo = ({ deck }: Editor, path: NodePath, name: string) =>
  needs[name]?.some((one) => !isBlank(valueAt(deck.value, [...path, one]))) ?? true

/** A setting that is not set: its control is made when it is opened. */
function EmptyField({ editor, schema, path, title }: FieldProps) {
  const isOpen = useSignal(false)
  return (
    <details
      class="ui-edit-empty-field"
      onToggle={(event) => {
        isOpen.value = event.currentTarget.open
      }}
    >
      <summary>{fieldOf(editor.schema, schema, undefined, title).title}</summary>
      {isOpen.value && <FieldControl editor={editor} schema={schema} path={path} />}
    </details>
  )
}

/** Shows a field that has just been added, and gives it the focus. */
function focusField(path: NodePath): void {
  requestAnimationFrame(() => {
    const field = document.querySelector(`.ui-edit-panel [data-path="${CSS.escape(path.join('/'))}"]`)
    field?.scrollIntoView({ block: 'nearest' })
    field?.querySelector<HTMLElement>(':is(input, textarea, select):not([hidden])')?.focus()
  })
}
