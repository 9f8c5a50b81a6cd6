/** Part of one source text. Units: UTF-16 offsets into the decoded text without its BOM, `end` not included. */
export interface Range {
  start: number
  end: number
}

/** Replaces a range by a text; an insertion where `start` is `end`. */
export interface Edit extends Range {
  text: string
}

/** A JSON value that knows where it stands. Ranges include quotes and brackets. */
export type SourceNode = ObjectNode | ArrayNode | StringNode | ScalarNode

export interface Member {
  key: StringNode
  value: SourceNode
}

export interface ObjectNode {
  type: 'object'
  range: Range
  /** In the order of the file; the same name may stand twice. */
  members: Member[]
}

export interface ArrayNode {
  type: 'array'
  range: Range
  items: SourceNode[]
}

export interface StringNode {
  type: 'string'
  range: Range
  /** The text after escapes, repairs, and Word's leftovers have been resolved. */
  value: string
}

export interface ScalarNode {
  type: 'number' | 'boolean' | 'null'
  range: Range
  value: number | boolean | null
}

/** The way from the root of a document to a value: names of members and indexes of items. */
export type Path = readonly (string | number)[]
