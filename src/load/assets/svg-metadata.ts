import { SaxesParser } from 'saxes'

const svgNamespace = 'http://www.w3.org/2000/svg'
/** The namespaces whose attributes a browser reads. */
const ofAttributes = ['', svgNamespace, 'http://www.w3.org/1999/xlink', 'http://www.w3.org/XML/1998/namespace']
const declarations = 'http://www.w3.org/2000/xmlns/'

/**
 * Returns a drawing without what it tells about its author and program: `<metadata>`, comments, and the elements and attributes of
 * other namespaces, such as those of Inkscape and Illustrator. No browser draws any of them.
 *
 * Shape: `bytes` are UTF-8, as `sanitizeSvg` gives them. A drawing whose namespaces are wrong stays as it is.
 */
export function withoutSvgMetadata(bytes: Uint8Array): Uint8Array {
  const kept: string[] = []
  /** How many elements are open, from the outermost one on that is dropped. */
  let dropped = 0
  let isBroken = false
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', () => {
    isBroken = true
  })
  parser.on('opentag', ({ name, local, uri, attributes, isSelfClosing }) => {
    const isOwn = (uri === '' || uri === svgNamespace) && local !== 'metadata'
    if (dropped > 0 || !isOwn) {
      dropped++
      return
    }
    const written = Object.values(attributes).flatMap((one) => {
      const isKept = one.uri === declarations ? ofAttributes.includes(one.value) : ofAttributes.includes(one.uri)
      return isKept ? [` ${one.name}="${escaped(one.value)}"`] : []
    })
    kept.push(`<${name}${written.join('')}${isSelfClosing ? '/>' : '>'}`)
  })
  parser.on('closetag', ({ name, isSelfClosing }) => {
    if (dropped > 0) dropped--
    else if (!isSelfClosing) kept.push(`</${name}>`)
  })
  parser.on('text', (content) => {
    if (dropped === 0) kept.push(escaped(content))
  })
  parser.on('cdata', (content) => {
    if (dropped === 0) kept.push(`<![CDATA[${content}]]>`)
  })
  parser.write(new TextDecoder().decode(bytes)).close()
  return isBroken ? bytes : Buffer.from(kept.join('').trim())
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' }

const escaped = (value: string): string => value.replace(/[&<>"\r]/g, (sign) => signs[sign]!)
