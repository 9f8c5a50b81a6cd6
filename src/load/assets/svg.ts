import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { cssReferences } from '../../system/css-references.ts'
import { CopyCounter } from './copy-counter.ts'
import { parseEntities } from './entities.ts'
import { SvgLabels } from './svg-labels.ts'
import { svgSize } from './svg-size.ts'
import { utf16Encoding } from './utf16.ts'

/**
 * A drawing that is safe to embed, or why there is none. Units: px. `removed` names what was removed from it, `elements` is how
 * many a browser would draw.
 */
export type SanitizedSvg =
  | { bytes: Uint8Array; width: number; height: number; removed: string[]; elements: number }
  | { unsafe: 'entities' | 'copies' }
  | 'broken'

/** Elements that run scripts or embed other documents. */
const unwantedElements = new Set(
  'script foreignobject iframe object embed audio video canvas handler listener'.split(' '),
)
/** Elements without text that a browser would draw in `foreignObject`. */
const replaced = new Set('img svg math canvas video iframe object embed input'.split(' '))
const animations = new Set('set animate animatetransform animatemotion animatecolor'.split(' '))

/** Nesting of elements; drawings have ten or twenty levels. */
const maxDepth = 256

/** Elements that a browser would draw, copies included. */
const maxDrawnElements = 2_000_000

/** Stops parsing a drawing. */
class SvgRefusal extends Error {
  readonly result: Exclude<SanitizedSvg, { bytes: Uint8Array }>

  constructor(result: Exclude<SanitizedSvg, { bytes: Uint8Array }>) {
    super('refused')
    this.result = result
  }
}

/**
 * Removes scripts, event handlers and references to other files from an SVG, and keeps everything else. Browsers ignore
 * them in an `<img>`; they are removed so that nobody needs to rely on that.
 *
 * Errors: `broken` if it is not well-formed; `unsafe` if a few lines of it expand to millions of elements.
 */
export function sanitizeSvg(bytes: Uint8Array): SanitizedSvg {
  const source = decodeText(bytes)
  if (source === null) return 'broken'
  try {
    const { root, kept, removed, unseen, copies, declares } = sanitize(source.text)
    if (!root) return 'broken'
    const elements = copies.total()
    if (elements > maxDrawnElements) return { unsafe: 'copies' }
    const untouched = removed.size + unseen.size === 0 && !declares && source.utf8
    return { ...svgSize(root), bytes: untouched ? bytes : Buffer.from(kept.join('')), removed: [...removed], elements }
  } catch (error) {
    if (error instanceof SvgRefusal) return error.result
    throw error
  }
}

/** Decodes a document as its byte order mark or its XML declaration says. */
function decodeText(bytes: Uint8Array): { text: string; utf8: boolean } | null {
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  const named = /^[^<]*<\?xml[^>]*\sencoding\s*=\s*["']([\w-]+)["']/i.exec(start)?.[1]?.toLowerCase()
  const label = utf16Encoding(bytes) ?? named ?? 'utf-8'
  try {
    return { text: new TextDecoder(label, { fatal: true }).decode(bytes), utf8: label === 'utf-8' }
  } catch {
    return null
  }
}

/** Parses a drawing and writes it without unwanted parts. Errors: throws `SvgRefusal`. */
function sanitize(text: string) {
  const removed = new Set<string>()
  /** What was removed that no browser shows. */
  const unseen = new Set<string>()
  const copies = new CopyCounter()
  const labels = new SvgLabels()
  const kept: string[] = []
  const open: string[] = []
  let root: Readonly<Record<string, string>> | null = null
  let unwantedDepth = 0
  let declares = false
  // A browser joins all text of a `<style>`, whatever comments or elements are between its parts.
  let styleSheet: { text: string; write: (content: string) => string } | null = null
  const parser = new SaxesParser()
  parser.on('error', () => refuse('broken'))
  parser.on('doctype', (doctype) => {
    const entities = parseEntities(doctype, () => refuse({ unsafe: 'entities' }))
    declares = entities !== null
    Object.defineProperties(parser.ENTITIES, entities ?? {})
  })
  parser.on('processinginstruction', ({ target }) => target === 'xml-stylesheet' && removed.add(target))
  parser.on('opentag', (tag) => {
    const name = localName(tag.name)
    root ??= name === 'svg' ? tag.attributes : refuse('broken')
    if (open.push(name) > maxDepth) refuse('broken')
    if (unwantedDepth === 0 && (open.at(-2) === 'style' || isUnwanted(name, tag.attributes))) {
      // Illustrator writes an empty one, which shows nothing.
      ;(name === 'foreignobject' ? unseen : removed).add(name)
      unwantedDepth = open.length
      if (name === 'foreignobject') labels.begin()
    } else if (open[unwantedDepth - 1] === 'foreignobject') {
      labels.element(name, tag.attributes)
      if (replaced.has(name)) removed.add('foreignobject')
    }
    if (unwantedDepth > 0) return
    labels.beside(open.at(-2) === 'switch' ? name : '', tag.attributes)
    // A link of draw.io to its help, which no browser shows.
    const dropped = name === 'a' && open.at(-2) === 'switch' ? unseen : removed
    kept.push(`<${tag.name}${keptAttributes(tag, dropped)}${tag.isSelfClosing ? '/>' : '>'}`)
    copies.open(tag.attributes, tag.isSelfClosing)
  })
  parser.on('closetag', ({ name, isSelfClosing }) => {
    const depth = open.length
    if (open.pop() === 'style' && styleSheet) {
      kept.push(styleSheet.write(sanitizeStyle(styleSheet.text, 'style', removed)))
      styleSheet = null
    }
    if (unwantedDepth > 0) {
      if (unwantedDepth === depth) unwantedDepth = 0
    } else if (!isSelfClosing) {
      kept.push(`</${name}>`)
      copies.close()
    }
  })
  const keepText = (content: string, write: (content: string) => string) => {
    if (open[unwantedDepth - 1] === 'foreignobject') {
      labels.text(content)
      if (content.trim() !== '') removed.add('foreignobject')
    }
    if (unwantedDepth > 0 || open.length === 0) return
    const label = labels.complete(content)
    if (label) return void kept.push(labelLines(label))
    if (open.at(-1) === 'style') styleSheet = { text: `${styleSheet?.text ?? ''}${content}`, write }
    else kept.push(write(content))
  }
  parser.on('text', (content) => keepText(content, escaped))
  parser.on('cdata', (content) => keepText(content, asCdata))
  parser.write(text).close()
  return { root: root as Readonly<Record<string, string>> | null, kept, removed, unseen, copies, declares }
}

const refuse = (result: SvgRefusal['result']): never => {
  throw new SvgRefusal(result)
}

function isUnwanted(name: string, attributes: Readonly<Record<string, string>>): boolean {
  if (!animations.has(name)) return unwantedElements.has(name)
  const animated = Object.entries(attributes).find(([key]) => key.toLowerCase() === 'attributename')?.[1] ?? ''
  return /^(?:on|(?:xlink:)?href$)/i.test(animated.trim())
}

function keptAttributes({ attributes }: SaxesTagPlain, removed: Set<string>): string {
  let written = ''
  for (const [name, value] of Object.entries(attributes)) {
    const local = localName(name)
    if (/^on/.test(local)) removed.add(name)
    else if ((local === 'href' || local === 'src') && !isInternalReference(value)) removed.add(name)
    else written += ` ${name}="${escaped(name.startsWith('xmlns') ? value : sanitizeStyle(value, name, removed))}"`
  }
  return written
}

/** Whether a reference is to a part of the drawing or to an embedded raster image. */
const isInternalReference = (reference: string): boolean =>
  /^\s*(?:#|$|data:image\/(?:png|jpe?g|gif|webp)[;,])/i.test(reference.replace(/[\u0000-\u001f]/g, ''))

/** Removes references to other files from CSS. */
function sanitizeStyle(css: string, name: string, removed: Set<string>): string {
  let kept = ''
  let last = 0
  for (const { kind, address, start, end } of cssReferences(css)) {
    if (kind === 'url' && address !== null && isInternalReference(address)) continue
    kept += `${css.slice(last, start)}${kind === 'url' ? 'none' : ''}`
    last = end
  }
  if (last > 0) removed.add(name)
  return kept + css.slice(last)
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' }

const escaped = (value: string): string => value.replace(/[&<>"\r]/g, (sign) => signs[sign]!)

/** Text as a CDATA section; escaped if it holds the end of one. */
const asCdata = (value: string): string => (value.includes(']]>') ? escaped(value) : `<![CDATA[${value}]]>`)

/** Lines around the place of a label of one line. */
const labelLines = ({ x, lines }: { x: string; lines: readonly string[] }): string =>
  lines
    .map((line, i) => [i === 0 ? (0.6 * (1 - lines.length)).toFixed(1) : '1.2', escaped(line)])
    .map(([dy, line]) => `<tspan x="${escaped(x)}" dy="${dy}em">${line}</tspan>`)
    .join('')

const localName = (name: string): string => name.slice(name.indexOf(':') + 1).toLowerCase()
