import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { CopyCounter } from './copy-counter.ts'
import { parseEntities } from './entities.ts'
import { svgSize } from './svg-size.ts'

/** What became of a drawing. Units: px. `removed` names what was taken out of it. */
export type SanitizedSvg =
  | { bytes: Uint8Array; width: number; height: number; removed: string[] }
  | { unsafe: 'entities' | 'copies' }
  | 'broken'

/** Elements that run something, or bring a page of another kind into the drawing. */
const unwantedElements = new Set(
  'script foreignobject iframe object embed audio video canvas handler listener'.split(' '),
)
const animations = new Set('set animate animatetransform animatemotion animatecolor'.split(' '))

/** Elements inside one another; drawings have ten or twenty. */
const depthLimit = 256

/** Copied parts that a browser would draw. */
const copiesLimit = 2_000_000

/** Why the reading of a drawing stops. */
class SvgRefusal extends Error {
  readonly result: Exclude<SanitizedSvg, { bytes: Uint8Array }>

  constructor(result: Exclude<SanitizedSvg, { bytes: Uint8Array }>) {
    super('refused')
    this.result = result
  }
}

/**
 * Takes scripts, event handlers and references to other files out of an SVG; everything else stays as it was drawn.
 * A browser runs none of them in an `<img>`; they are taken out so that nobody needs to rely on that.
 *
 * Errors: `broken` where it is not well-formed; `unsafe` where a few lines of it stand for millions.
 */
export function sanitizeSvg(bytes: Uint8Array): SanitizedSvg {
  const source = textOf(bytes)
  if (source === null) return 'broken'
  try {
    const { root, kept, removed, copies, declares } = sanitize(source.text)
    if (!root) return 'broken'
    if (copies.total() > copiesLimit) return { unsafe: 'copies' }
    const untouched = removed.size === 0 && !declares && source.utf8
    return { ...svgSize(root), bytes: untouched ? bytes : Buffer.from(kept.join('')), removed: [...removed] }
  } catch (error) {
    if (error instanceof SvgRefusal) return error.result
    throw error
  }
}

/** The document as text; the encoding is what its mark or its first line says. */
function textOf(bytes: Uint8Array): { text: string; utf8: boolean } | null {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  const named = /^[^<]*<\?xml[^>]*\sencoding\s*=\s*["']([\w-]+)["']/i.exec(start)?.[1]?.toLowerCase()
  const label = wide ?? named ?? 'utf-8'
  try {
    return { text: new TextDecoder(label, { fatal: true }).decode(bytes), utf8: label === 'utf-8' }
  } catch {
    return null
  }
}

/** Reads a drawing and writes it again without what is unwanted. Errors: `Refused`. */
function sanitize(text: string) {
  const removed = new Set<string>()
  const copies = new CopyCounter()
  const kept: string[] = []
  const open: string[] = []
  let root: Readonly<Record<string, string>> | null = null
  let unwantedDepth = 0
  let declares = false
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
    if (open.push(name) > depthLimit) refuse('broken')
    if (unwantedDepth === 0 && isUnwanted(name, tag.attributes)) {
      removed.add(name)
      unwantedDepth = open.length
    }
    if (unwantedDepth > 0) return
    kept.push(`<${tag.name}${keptAttributes(tag, removed)}${tag.isSelfClosing ? '/>' : '>'}`)
    copies.open(tag.attributes, tag.isSelfClosing)
  })
  parser.on('closetag', ({ name, isSelfClosing }) => {
    const depth = open.length
    open.pop()
    if (unwantedDepth > 0) {
      if (unwantedDepth === depth) unwantedDepth = 0
    } else if (!isSelfClosing) {
      kept.push(`</${name}>`)
      copies.close()
    }
  })
  const isRule = () => open.at(-1) === 'style'
  parser.on('text', (written) => {
    if (unwantedDepth === 0 && open.length > 0)
      kept.push(escaped(isRule() ? sanitizeStyle(written, 'style', removed) : written))
  })
  parser.on('cdata', (written) => {
    if (unwantedDepth > 0) return
    kept.push(`<![CDATA[${isRule() ? sanitizeStyle(written, 'style', removed) : written}]]>`)
  })
  parser.write(text).close()
  return { root: root as Readonly<Record<string, string>> | null, kept, removed, copies, declares }
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

/** A part of the drawing itself, or a picture of pixels inside it. */
const isInternalReference = (reference: string): boolean =>
  /^\s*(?:#|$|data:image\/(?:png|jpe?g|gif|webp)[;,])/i.test(reference.replace(/[\u0000-\u001f]/g, ''))

/** Takes references to other files out of style rules. */
function sanitizeStyle(css: string, name: string, removed: Set<string>): string {
  if (!/url|@import|image-set|expression|\\/i.test(css)) return css
  const plain = css.replace(/\\([0-9a-f]{1,6})\s?/gi, (_, code: string) => {
    const point = Number.parseInt(code, 16)
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : ''
  })
  const cleaned = plain
    .replace(/@import[^;<]*;?/gi, '')
    .replace(/(?:-webkit-)?image-set\s*\([^)]*\)/gi, 'none')
    .replace(/url\s*\(\s*(["']?)([^)]*?)\1\s*\)/gi, (whole, _quote, reference: string) =>
      isInternalReference(reference) ? whole : 'none',
    )
  if (cleaned === plain) return css
  removed.add(name)
  return cleaned
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' }

const escaped = (value: string): string => value.replace(/[&<>"\r]/g, (sign) => signs[sign]!)

const localName = (name: string): string => name.slice(name.indexOf(':') + 1).toLowerCase()
