import type schema from '../model/deck.schema.json'

type Definitions = typeof schema.definitions

/** A field in an editor: its name in the reader's language, what it means, and an example unless the schema has one. */
export type FieldWords = readonly [title: string, meaning: string, example?: unknown]

/** An entry of a list of completions: its name, and what it inserts. */
export type SnippetWords = readonly [label: string, meaning: string]

/** The fields of an object but for its fixed `type`. */
type Fields<O> = O extends { properties: infer P }
  ? { readonly [F in keyof P as P[F] extends { const: unknown } ? never : F]: FieldWords }
  : never

/** The objects of a deck. The keys of a text are languages, those of GeoJSON belong to its own standard. */
type Objects = {
  readonly [D in keyof Definitions as Definitions[D] extends { properties: object }
    ? Exclude<D, 'text' | 'geojson'>
    : never]: Fields<Definitions[D]>
}

/** The words for the fields of a deck and of a slide. */
export type DeckFields = Pick<Objects, 'slide'> & {
  readonly deck: { readonly [F in keyof (typeof schema)['properties']]: FieldWords }
}

/** The words for the fields of the objects of a map. */
export type MapFields = Pick<Objects, 'viewPoint' | 'markerObject' | 'regionObject' | 'scale' | 'mapObject'>

/** The words for the fields of all other objects: blocks, and what they hold. */
export type BlockFields = Omit<Objects, keyof DeckFields | keyof MapFields>

/** The choices of a deck but for languages, which have their names from the system. */
type Choices = {
  readonly [D in keyof Definitions as Definitions[D] extends { enum: unknown } ? Exclude<D, 'lang'> : never]: Readonly<
    Record<string, string>
  >
}

/** A kind of value that a definition of the schema accepts, where it is neither an object nor a choice. */
export type ValueKind =
  | 'text'
  | 'count'
  | 'number'
  | 'flag'
  | 'color'
  | 'colors'
  | 'latin'
  | 'list'
  | 'focus'
  | 'path'
  | 'place'
  | 'background'

/**
 * The texts of `schemas/deck.schema.json` in one language: what an editor shows while somebody writes a deck. They do not
 * belong to the program; `scripts/make-schemas.mjs` writes them into a schema for each language. A field or an object that
 * is missing here does not compile; a test finds a missing choice.
 */
export interface SchemaWords {
  /** The deck as a whole. */
  readonly deck: SnippetWords
  readonly fields: DeckFields & MapFields & BlockFields
  /** The text in one language. `name`: the name of that language. */
  textIn(name: string): FieldWords
  /** What each choice means, by the name of its definition. */
  readonly choices: Choices
  /** What each type of block holds. */
  readonly blocks: Readonly<Record<string, string>>
  /** One slide, one block: the items of lists. */
  readonly items: { readonly slide: SnippetWords; readonly block: SnippetWords }
  /** The type of a GeoJSON object. */
  readonly geojson: FieldWords
  readonly themes: Readonly<Record<string, string>>
  /** What the theme draws in each of its colours. */
  readonly colors: Readonly<Record<string, string>>
  /** What an empty string and null mean. */
  readonly nothing: string
  readonly flag: { readonly yes: string; readonly no: string }
  /** Problems of values. */
  readonly wrong: {
    /** A choice that does not exist. */
    choice(known: readonly string[]): string
    /** A field that does not exist, or something else in place of the object. */
    object(fields: readonly string[]): string
    readonly kinds: Readonly<Record<ValueKind, string>>
  }
  readonly snippets: {
    readonly deck: SnippetWords
    readonly slide: Readonly<Record<string, SnippetWords>>
    readonly block: Readonly<Record<string, SnippetWords>>
    readonly value: Readonly<Record<string, SnippetWords>>
  }
  /** Texts in the snippets, besides those of `sample-deck.ts` and `sample-report.ts`. */
  readonly samples: {
    readonly section: string
    readonly columns: readonly [string, string]
    readonly quote: string
    readonly alt: string
    readonly caption: string
    readonly place: string
    readonly placeLabel: string
    readonly unit: string
    /** The options of a poll, one a line, and its question. */
    readonly poll: string
    readonly pollQuestion: string
  }
}
