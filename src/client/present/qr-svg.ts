import type { QrPath } from '../../model/wire/invitation.ts'
import { svgElement } from '../parts/element.ts'

/** Creates the picture of a QR code. It is black on white in any theme, so that it can be scanned. */
export function qrSvg({ size, path }: QrPath): SVGSVGElement {
  const attributes = { viewBox: `0 0 ${size} ${size}`, class: 'ui-qr', 'aria-hidden': 'true' }
  return svgElement('svg', attributes, svgElement('path', { d: path }))
}
