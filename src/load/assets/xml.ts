/** One part of an XML document, in the order of the file. `raw` is the part as written. */
export type XmlPart =
  | { kind: 'open'; name: string; attributes: XmlAttribute[]; empty: boolean; raw: string }
  | { kind: 'close'; name: string; raw: string }
  | { kind: 'text' | 'cdata' | 'comment' | 'instruction' | 'doctype'; raw: string }

/** Shape: `value` as written, entities not resolved, without its quotes. */
export interface XmlAttribute {
  name: string
  value: string
}

const name = '[^\\s<>/="\'&]+'
const openTag = new RegExp(`<(${name})((?:\\s+${name}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>`, 'y')
const closeTag = new RegExp(`</(${name})\\s*>`, 'y')
const attribute = new RegExp(`(${name})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'g')
const doctype = /<!DOCTYPE[^[>]*(?:\[[^\]]*\]\s*)?>/iy

/** Elements inside one another; drawings have ten or twenty. */
const depthLimit = 256

/**
 * Splits an XML document into its parts.
 *
 * Errors: null where it is not well-formed, as a browser would then show nothing either.
 */
export function readXml(text: string): XmlPart[] | null {
  const parts: XmlPart[] = []
  const open: string[] = []
  let at = 0
  while (at < text.length) {
    const part = partAt(text, at)
    if (part === null) return null
    if (part.kind === 'open' && !part.empty) open.push(part.name)
    if (part.kind === 'close' && open.pop() !== part.name) return null
    if (open.length > depthLimit) return null
    parts.push(part)
    at += part.raw.length
  }
  return open.length === 0 ? parts : null
}

function partAt(text: string, at: number): XmlPart | null {
  if (text[at] !== '<') {
    const next = text.indexOf('<', at)
    return { kind: 'text', raw: text.slice(at, next < 0 ? text.length : next) }
  }
  if (text.startsWith('<!--', at)) return until(text, at, '-->', 'comment')
  if (text.startsWith('<![CDATA[', at)) return until(text, at, ']]>', 'cdata')
  if (text.startsWith('<?', at)) return until(text, at, '?>', 'instruction')
  const close = matchAt(closeTag, text, at)
  if (close) return { kind: 'close', name: close[1]!, raw: close[0] }
  const opened = matchAt(openTag, text, at)
  if (opened) {
    return {
      kind: 'open',
      name: opened[1]!,
      attributes: attributesOf(opened[2]!),
      empty: opened[3] === '/',
      raw: opened[0],
    }
  }
  const declared = matchAt(doctype, text, at)
  return declared && { kind: 'doctype', raw: declared[0] }
}

function until(text: string, at: number, end: string, kind: 'comment' | 'cdata' | 'instruction'): XmlPart | null {
  const stop = text.indexOf(end, at)
  return stop < 0 ? null : { kind, raw: text.slice(at, stop + end.length) }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

const attributesOf = (text: string): XmlAttribute[] =>
  Array.from(text.matchAll(attribute), ([, name, double, single]) => ({ name: name!, value: double ?? single ?? '' }))

const entity = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([^;\s&]{1,60}));/gi
const predefined: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The characters an attribute's value stands for; null where it names an entity that nobody declared. */
export function resolved(value: string): string | null {
  if (!value.includes('&')) return value
  let unknown = false
  const text = value.replace(entity, (_, decimal?: string, hexadecimal?: string, named?: string) => {
    const code = decimal ? Number(decimal) : hexadecimal ? Number.parseInt(hexadecimal, 16) : null
    if (code !== null && code <= 0x10ffff) return String.fromCodePoint(code)
    const known = named === undefined ? undefined : predefined[named]
    unknown ||= known === undefined
    return known ?? ''
  })
  return unknown ? null : text
}

/**
 * Puts the entities of a document type in their places, as Illustrator needs it for its names of namespaces.
 *
 * Errors: null where an entity holds another, which is how a few lines grow into gigabytes, or comes from outside.
 */
export function withoutEntities(text: string): string | null {
  const declared = doctypeIn(text)
  if (!declared?.includes('[')) return text
  const values = new Map<string, string>()
  for (const [, name, value] of declared.matchAll(/<!ENTITY\s+([^\s"'<>]+)\s+(?:"([^"]*)"|[^>]*)>/gi)) {
    if (!name || name === '%' || value === undefined || /[&%<]/.test(value) || value.length > 1000) return null
    values.set(name, value)
  }
  const body = text.replace(declared, '')
  return values.size === 0
    ? body
    : body.replace(/&([^;\s&#]{1,60});/g, (whole, name: string) => values.get(name) ?? whole)
}

function doctypeIn(text: string): string | undefined {
  const at = text.search(/<!DOCTYPE/i)
  return at < 0 ? undefined : matchAt(doctype, text, at)?.[0]
}
