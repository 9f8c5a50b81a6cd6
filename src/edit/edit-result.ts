import type { Edit, NodePath, Range } from '../model/source.ts'
import type { EditOp } from '../model/wire/edit.ts'
import type { EditableText } from './editable-text.ts'

/**
 * Why an operation is not made:
 * - `path-missing`: nothing stands at its path, or the place is inside a text or a number;
 * - `index-outside`: a list has no such place;
 * - `not-a-list`: only items of lists can be inserted, moved and copied;
 * - `inside-itself`: an item would be moved into itself;
 * - `text-unreadable`: the parser cannot read the file at all;
 * - `bracket-missing`: the list or object has no opening bracket of its own in the file;
 * - `languages-outside`: languages stand around the place, so that only these can be changed there;
 * - `value-not-json`: the value holds what JSON cannot, such as infinity;
 * - `too-large`: the file would be larger than a deck may be, or hold more;
 * - `unsafe`: with the change the parser would read other parts of a broken file differently.
 */
export type RefusalReason =
  | 'path-missing'
  | 'index-outside'
  | 'not-a-list'
  | 'inside-itself'
  | 'text-unreadable'
  | 'bracket-missing'
  | 'languages-outside'
  | 'value-not-json'
  | 'too-large'
  | 'unsafe'

/** An edit that is not made; the text stays as it is. `index` says which operation it is about, `path` where. */
export interface EditRefusal {
  ok: false
  code: 'not-editable'
  why: RefusalReason
  index: number
  path: NodePath
}

/**
 * An edit that was made.
 *
 * Shape: `changes` turn the old text into the new one, `inverse` turns it back; both are in source order and do not overlap.
 * `ranges` are the places of the changes in the new text. `source` is the new text, read for the next edit.
 */
export interface AppliedEdit {
  ok: true
  text: string
  changes: readonly Edit[]
  ranges: readonly Range[]
  inverse: readonly Edit[]
  source: EditableText
}

/** A number of operations, made one after the other: all or none. */
export type EditOps = readonly EditOp[]
