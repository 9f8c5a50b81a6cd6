import { createHash } from 'node:crypto'
import type { DrawnElement, SharedShape } from '../../../model/laid-out.ts'
import type { Lang } from '../../../model/lang.ts'
import type { Box } from '../../../model/theme.ts'
import type { TextRuler } from './text-ruler.ts'

/** The style of a text on a map. */
export interface MapTextStyle {
  className: string
  size?: number
  bold?: boolean
  anchor?: 'start' | 'middle' | 'end'
  /** The language of the author's words, if it is not that of the deck. */
  lang?: Lang | null
  /** A colour that is not one of the theme. */
  fill?: string | null
}

/** The line height of labels, as a multiple of the size. */
export const lineSpacing = 1.2

/** Collects the elements of a map and the characters of its texts. Units: px. */
export class Sketch {
  readonly marks: DrawnElement[] = []
  readonly ruler: TextRuler
  readonly #lang: Lang
  #characters = ''

  constructor(ruler: TextRuler, lang: Lang) {
    this.ruler = ruler
    this.#lang = lang
  }

  /** All characters on the map. */
  characters(): string {
    return [...new Set(this.#characters)].join('')
  }

  rect({ x, y, width, height }: Box, className: string, fill: string | null = null): void {
    this.#add('rect', className, { x: round1(x), y: round1(y), width: round1(width), height: round1(height) }, fill)
  }

  circle([cx, cy]: readonly [number, number], r: number, className: string, fill: string | null = null): void {
    this.#add('circle', className, { cx: round1(cx), cy: round1(cy), r: round1(r) }, fill)
  }

  path(d: string, className: string, fill: string | null = null, transform: string | null = null): void {
    this.#add('path', className, { ...(transform ? { transform } : {}), d }, fill)
  }

  /** Draws a line in the author's own colour. */
  stroke(d: string, className: string, stroke: string, transform: string): void {
    this.marks.push({ tag: 'path', attributes: { class: className, stroke, transform, d } })
  }

  /** Draws a shape that is stored once. */
  use(shape: SharedShape, transform: string, className: string | null = null, fill: string | null = null): void {
    const attributes = {
      href: `#${shape.id}`,
      ...(className ? { class: className } : {}),
      ...(fill ? { fill } : {}),
      transform,
    }
    this.marks.push({ tag: 'use', attributes, shape })
  }

  /** Draws one line of text; `y` is its middle. */
  text(text: string, x: number, y: number, look: MapTextStyle): void {
    const { className, size = this.ruler.sizes.small, bold = false, anchor = 'start', lang, fill } = look
    this.#characters += text
    const attributes: Record<string, string | number> = { x: round1(x), y: round1(y + size * 0.355) }
    if (anchor !== 'start') attributes['text-anchor'] = anchor
    attributes['font-size'] = size
    if (bold) attributes['font-weight'] = this.ruler.weights.bold
    if (lang && lang !== this.#lang) attributes.lang = lang
    if (fill) attributes.fill = fill
    else attributes.class = className
    this.marks.push({ tag: 'text', attributes, text })
  }

  #add(
    tag: DrawnElement['tag'],
    className: string,
    attributes: Record<string, string | number>,
    fill: string | null,
  ): void {
    this.marks.push({ tag, attributes: { class: className, ...attributes, ...(fill ? { fill } : {}) } })
  }
}

/** Creates a shape with an id that is derived from its content. */
export function createSharedShape(paths: SharedShape['paths']): SharedShape {
  const hash = createHash('sha1').update(JSON.stringify(paths)).digest('hex').slice(0, 10)
  return { id: `m-${hash}`, paths }
}

/** Rounds to tenths. */
export const round1 = (value: number): number => Math.round(value * 10) / 10
