import { Copies } from './copies.ts'
import { svgSize } from './svg-size.ts'
import { readXml, resolved, withoutEntities, type XmlAttribute, type XmlPart } from './xml.ts'

/** What became of a drawing. Units: px. `removed` names what was taken out of it. */
export type Svg =
  | { bytes: Uint8Array; width: number; height: number; removed: string[] }
  | { unsafe: 'entities' | 'copies' }
  | 'broken'

/** Elements that run something, or bring a page of another kind into the drawing. */
const unwantedElements = new Set(
  'script foreignobject iframe object embed audio video canvas handler listener'.split(' '),
)
const animations = new Set('set animate animatetransform animatemotion animatecolor'.split(' '))

/**
 * Takes scripts, event handlers and references to other files out of an SVG; everything else stays as it was drawn.
 * A browser runs none of them in an `<img>`; they are taken out so that nobody needs to rely on that.
 *
 * Errors: `broken` where it is not well-formed; `unsafe` where a few lines of it stand for millions.
 */
export function cleanSvg(bytes: Uint8Array): Svg {
  const source = textOf(bytes)
  const text = source && withoutEntities(source.text)
  if (source === null) return 'broken'
  if (text === null) return { unsafe: 'entities' }
  const parts = readXml(text)
  const root = parts?.find((part) => part.kind === 'open')
  if (!parts || root?.kind !== 'open' || localName(root.name) !== 'svg') return 'broken'

  const cleaned = clean(parts)
  if (cleaned === null) return 'broken'
  if (cleaned.copies.total() > 2_000_000) return { unsafe: 'copies' }
  const untouched = cleaned.removed.size === 0 && text === source.text && source.utf8
  const size = svgSize(root.attributes)
  return { ...size, bytes: untouched ? bytes : Buffer.from(cleaned.text), removed: [...cleaned.removed] }
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

/** Writes the parts again without what is unwanted; null where an attribute cannot be read. */
function clean(parts: readonly XmlPart[]): { text: string; removed: Set<string>; copies: Copies } | null {
  const removed = new Set<string>()
  const copies = new Copies()
  const kept: string[] = []
  const open: string[] = []
  let insideUnwanted = 0
  for (const part of parts) {
    if (insideUnwanted > 0) {
      if (part.kind === 'open' && !part.empty) insideUnwanted++
      if (part.kind === 'close') insideUnwanted--
    } else if (part.kind === 'open') {
      const attributes = readAttributes(part.attributes)
      if (attributes === null) return null
      if (isUnwanted(part.name, attributes)) {
        removed.add(localName(part.name))
        if (!part.empty) insideUnwanted = 1
      } else {
        kept.push(`<${part.name}${keptAttributes(part, attributes, removed)}${part.empty ? '/>' : '>'}`)
        copies.open(attributes, part.empty)
        if (!part.empty) open.push(localName(part.name))
      }
    } else if (part.kind === 'close') {
      open.pop()
      copies.close()
      kept.push(part.raw)
    } else if (part.kind === 'instruction') {
      if (/^<\?xml-stylesheet/i.test(part.raw)) removed.add('xml-stylesheet')
    } else if (part.kind !== 'doctype' && part.kind !== 'comment') {
      kept.push(open.at(-1) === 'style' ? cleanRules(part, removed) : part.raw)
    }
  }
  return { text: kept.join(''), removed, copies }
}

/** Attributes with the characters their values stand for. */
function readAttributes(attributes: readonly XmlAttribute[]): Map<string, string> | null {
  const read = new Map<string, string>()
  for (const { name, value } of attributes) {
    const meant = resolved(value)
    if (meant === null) return null
    read.set(name.toLowerCase(), meant)
  }
  return read
}

function isUnwanted(name: string, attributes: ReadonlyMap<string, string>): boolean {
  const local = localName(name)
  if (!animations.has(local)) return unwantedElements.has(local)
  return /^(?:on|(?:xlink:)?href$)/i.test((attributes.get('attributename') ?? '').trim())
}

function keptAttributes(
  part: XmlPart & { kind: 'open' },
  meant: ReadonlyMap<string, string>,
  removed: Set<string>,
): string {
  let written = ''
  for (const { name, value } of part.attributes) {
    const local = localName(name)
    const now = meant.get(name.toLowerCase())!
    if (/^on/.test(local)) removed.add(name)
    else if ((local === 'href' || local === 'src') && !isOwn(now)) removed.add(name)
    else {
      const cleaned = name.startsWith('xmlns') ? now : cleanStyle(now, name, removed)
      const quote = value.includes('"') ? "'" : '"'
      written += cleaned === now ? ` ${name}=${quote}${value}${quote}` : ` ${name}="${escaped(cleaned)}"`
    }
  }
  return written
}

/** A part of the drawing itself, or a picture of pixels inside it. */
const isOwn = (reference: string): boolean =>
  /^\s*(?:#|$|data:image\/(?:png|jpe?g|gif|webp)[;,])/i.test(reference.replace(/[\u0000-\u001f]/g, ''))

/** The rules of a `<style>`, where entities stand for characters as in attributes. */
function cleanRules(part: XmlPart, removed: Set<string>): string {
  if (part.kind === 'cdata') return cleanStyle(part.raw, 'style', removed)
  const css = resolved(part.raw) ?? ''
  const cleaned = cleanStyle(css, 'style', removed)
  return cleaned === css ? part.raw : escaped(cleaned)
}

/** Takes references to other files out of style rules. */
function cleanStyle(css: string, name: string, removed: Set<string>): string {
  if (!/url|@import|image-set|expression|\\/i.test(css)) return css
  const plain = css.replace(/\\([0-9a-f]{1,6})\s?/gi, (_, code: string) => {
    const point = Number.parseInt(code, 16)
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : ''
  })
  const cleaned = plain
    .replace(/@import[^;<]*;?/gi, '')
    .replace(/(?:-webkit-)?image-set\s*\([^)]*\)/gi, 'none')
    .replace(/url\s*\(\s*(["']?)([^)]*?)\1\s*\)/gi, (whole, _quote, reference: string) =>
      isOwn(reference) ? whole : 'none',
    )
  if (cleaned === plain) return css
  removed.add(name)
  return cleaned
}

const escaped = (value: string): string =>
  value.replace(/[&<"]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&quot;'))

const localName = (name: string): string => name.slice(name.indexOf(':') + 1).toLowerCase()
