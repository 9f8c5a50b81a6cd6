import type { MultilingualText } from '../../model/lang.ts'
import type { ItemOrigin, Range } from '../../model/source.ts'

/** One picture, or several in a gallery. */
export interface ImageBlock<T = MultilingualText> {
  type: 'image'
  images: ImageRef<T>[]
  range: Range
}

/** A picture that a deck names, and what the author says about it. */
export interface ImageRef<T = MultilingualText> {
  /** The path as the author wrote it. */
  src: string
  alt: T | null
  caption: T | null
  fit: 'cover' | 'contain' | null
  /** The point that stays visible when the picture is cropped, as fractions of width and height. */
  focus: { x: number; y: number } | null
  range: Range
  origin: ItemOrigin
}
