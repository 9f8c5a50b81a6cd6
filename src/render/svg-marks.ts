import Handlebars from 'handlebars/runtime.js'
import type { MapElement, SharedShape } from '../model/laid-out.ts'

const { escapeExpression: escaped } = Handlebars

/**
 * The shapes that drawings share. A slide names a shape by its id alone; the page holds each once, before the slides.
 * Equal shapes have one id.
 */
export class SharedShapes {
  private readonly shapes = new Map<string, SharedShape>()

  use(shape: SharedShape): void {
    this.shapes.set(shape.id, shape)
  }

  /** How many shapes there are so far. */
  get size(): number {
    return this.shapes.size
  }

  /** All shapes asked for so far, as the content of a `<defs>`; empty where there are none. */
  html(): string {
    return [...this.shapes.values()].map(shapeHtml).join('')
  }
}

function shapeHtml({ id, paths }: SharedShape): string {
  const [only, ...more] = paths
  if (only && more.length === 0) return pathHtml(only, id)
  return `<g id="${id}">${paths.map((path) => pathHtml(path, null)).join('')}</g>`
}

const pathHtml = ({ className, d }: SharedShape['paths'][number], id: string | null) =>
  `<path${id === null ? '' : ` id="${id}"`}${className === null ? '' : ` class="${className}"`} d="${d}"/>`

/** A letter that nobody sees: in a PDF, Chromium leaves drawings without letters out of the tags, with what describes them (143). */
const hiddenLetter = '<text>\u00a0</text>'

/** The elements of a drawing. Written here and not in a template since a map has hundreds of them. */
export function marksHtml(marks: readonly MapElement[], shapes: SharedShapes): string {
  const html = marks.map((mark) => markHtml(mark, shapes)).join('')
  return marks.some(({ text }) => text !== undefined) ? html : html + hiddenLetter
}

function markHtml({ tag, attributes, text, shape }: MapElement, shapes: SharedShapes): string {
  if (shape) shapes.use(shape)
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
  const start = `<${tag}${written.join('')}`
  return text === undefined ? `${start}/>` : `${start}>${escaped(text)}</${tag}>`
}
