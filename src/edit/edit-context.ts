import type { ArrayNode, Edit, ObjectNode, SourceNode } from '../model/source.ts'
import type { Block } from './blocks.ts'
import type { Style } from './style.ts'
import type { Inside } from './tokens.ts'
import type { Wanted } from './wanted.ts'
import type { Placing } from './write-value.ts'

/** The parts of a list or an object of the source. */
export interface Parts extends Inside {
  blocks: readonly Block[]
}

/** What the edits of one text are made from. */
export interface EditContext {
  text: string
  style: () => Style
  /** Errors: throws `BracketMissing` if the list or object has no opening bracket in the source. */
  partsOf: (node: ArrayNode | ObjectNode) => Parts
  /** How a new value is written at a place. `isExpanded`: whether its lists and objects go over several lines. */
  placing: (at: number, indent: string, isExpanded: boolean) => Placing
  /**
   * The edits that close a value, if closing brackets are missing and nothing else in the file is in doubt. Shape: the same
   * objects each time, so that none is made twice.
   */
  closers: (node: SourceNode, wanted: Wanted) => Edit[]
  /** The edits that turn a value of the source into a wanted one. */
  valueEdits: (node: SourceNode, wanted: Wanted, isExpanded: () => boolean) => Edit[]
}

/** Thrown for a list or an object that cannot be changed, because its opening bracket is missing from the source. */
export class BracketMissing extends Error {}
