import type { Edit, JsonValue, NodePath, Range } from '../source.ts'

/**
 * A change of one value in the tree of a file. `set` replaces a value or adds a field to an object, `remove` takes a field or
 * an item away, `insert` puts an item before the one at its path (or at the end), `move` and `copy` bring an item to an
 * index, which counts after the item has been taken away. Of a name that stands twice in an object, the last one is meant.
 */
export type EditOp =
  | { op: 'set'; path: NodePath; value: JsonValue }
  | { op: 'remove'; path: NodePath }
  | { op: 'insert'; path: NodePath; value: JsonValue }
  | { op: 'move'; from: NodePath; path: NodePath }
  | { op: 'copy'; from: NodePath; path: NodePath }

/**
 * An edit of the file whose bytes have the SHA-256 `base` (hexadecimal): of values, or the `inverse` of an earlier answer to
 * undo or redo it.
 */
export type EditRequest = { base: string } & ({ ops: readonly EditOp[] } | { changes: readonly Edit[] })

/** An edit was made. `inverse` undoes it in the file with `hash`; `ranges` are the changed parts of the new text. */
export interface EditAnswer {
  hash: string
  ranges: readonly Range[]
  inverse: readonly Edit[]
  /** The edits that were made, and the hash of the file on which they were made. */
  changes: readonly Edit[]
  on: string
  /** What others have changed from `base` to `on`; absent if both are the same. */
  over?: readonly Edit[]
}

/**
 * An operation that cannot be made, since somebody else changed the same meanwhile (`changed`), or took away what it is about
 * (`gone`). A value that is not there is left out: `yours` if it was to be removed, `base` if it was new.
 */
export interface EditConflict {
  /** The index of the operation. */
  index: number
  why: 'changed' | 'gone'
  /** Where the value is in the present text; where it was, if it is gone. */
  path: NodePath
  /** What it was when the edit was made. */
  base?: JsonValue
  /** What it is now. */
  theirs?: JsonValue
  /** What it was to become. */
  yours?: JsonValue
}
