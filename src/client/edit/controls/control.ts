import type { JSX } from 'preact'
import type { NodePath } from '../../../model/source.ts'
import type { Editor } from '../editor.ts'
import type { Field, Schema } from '../schema.ts'

/** What a field with its name is given. */
export interface FieldProps {
  editor: Editor
  schema: Schema
  path: NodePath
  /** The name of a field that has none in the schema. */
  title?: string
  /** The id of the element that names an item of a list, which has no name of its own. */
  labelledBy?: string
}

/** What every control is given. */
export interface ControlProps {
  editor: Editor
  path: NodePath
  field: Field
  /** The id of the element that names the control. */
  labelId: string
  /** Shows a field of the value: a control of an object has controls inside. */
  Inner: (props: FieldProps) => JSX.Element
}
