import type { MultilingualText } from '../../model/lang.ts'
import type { ItemOrigin, Range } from '../../model/source.ts'

/** People with portraits, names and roles. */
export interface PeopleBlock<T = MultilingualText> {
  type: 'people'
  people: (Person<T> | PeopleText<T>)[]
  /** Portraits of a list of their own, in the order of the people; null keeps the place of one without. */
  portraits: (Portrait<T> | null)[]
  range: Range
}

/** A person that the author wrote as an object. */
export interface Person<T = MultilingualText> {
  name: T | null
  role: T | null
  note: T | null
  portrait: Portrait<T> | null
  range: Range
  origin: ItemOrigin
}

/** People as text: a line for each, or all lines of one person if it is an item of a list. */
export interface PeopleText<T = MultilingualText> {
  text: T
  isItem: boolean
  range: Range
  origin: ItemOrigin
}

/** The picture of a person. */
export interface Portrait<T = MultilingualText> {
  /** The path as the author wrote it. */
  src: string
  alt: T | null
  /** The point that stays visible when it is cropped, as fractions of width and height; null: chosen for faces. */
  focus: { x: number; y: number } | null
  range: Range
}
