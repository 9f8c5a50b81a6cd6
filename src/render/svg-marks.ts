import Handlebars from 'handlebars/runtime.js'
import type { DrawnElement, SharedShape } from '../model/laid-out.ts'

const { escapeExpression: escaped } = Handlebars

/**
 * Collects the shapes that drawings share. Slides refer to a shape by its id; the page contains each once, before the
 * slides. Equal shapes have the same id.
 */
export class SharedShapes {
  private readonly shapes = new Map<string, SharedShape>()

  use(shape: SharedShape): void {
    this.shapes.set(shape.id, shape)
  }

  /** The number of shapes so far. */
  get size(): number {
    return this.shapes.size
  }

  /** Returns all shapes so far, as the content of `<defs>`. */
  html(): string {
    return [...this.shapes.values()].map(shapeHtml).join('')
  }
}

function shapeHtml({ id, paths, tile }: SharedShape): string {
  if (tile) {
    const { size, angle } = tile
    const turned = angle === 0 ? '' : ` patternTransform="rotate(${angle})"`
    const attributes = `width="${size}" height="${size}" patternUnits="userSpaceOnUse"${turned}`
    return `<pattern id="${id}" ${attributes}>${paths.map((path) => pathHtml(path, null)).join('')}</pattern>`
  }
  const [only, ...more] = paths
  if (only && more.length === 0) return pathHtml(only, id)
  return `<g id="${id}">${paths.map((path) => pathHtml(path, null)).join('')}</g>`
}

const pathHtml = ({ className, d }: SharedShape['paths'][number], id: string | null) =>
  `<path${id === null ? '' : ` id="${id}"`}${className === null ? '' : ` class="${className}"`} d="${d}"/>`

/** An invisible letter: Chromium 143 omits drawings without text, and their descriptions, from the tags of a PDF. */
const hiddenLetter = '<text>\u00a0</text>'

/** Renders the elements of a drawing. Not a template, for speed: a map has hundreds of elements. */
export function marksHtml(marks: readonly DrawnElement[], shapes: SharedShapes): string {
  const html = marks.map((mark) => markHtml(mark, shapes)).join('')
  return marks.some(({ text }) => text !== undefined) ? html : html + hiddenLetter
}

function markHtml({ tag, attributes, text, shape }: DrawnElement, shapes: SharedShapes): string {
  if (shape) shapes.use(shape)
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
  const start = `<${tag}${written.join('')}`
  return text === undefined ? `${start}/>` : `${start}>${escaped(text)}</${tag}>`
}
