import { FieldControl } from './controls/field-control.tsx'
import { type Editor, inSlide } from './editor.ts'
import { propertiesOf } from './schema.ts'

/** The notes of the slide, below it. */
export function NotesField({ editor }: { editor: Editor }) {
  const schema = propertiesOf(editor.schema, 'slide').notes
  if (!schema) return null
  return (
    <div class="ui-edit-notes">
      <FieldControl editor={editor} schema={schema} path={inSlide(editor, editor.current.value, 'notes')} />
    </div>
  )
}
