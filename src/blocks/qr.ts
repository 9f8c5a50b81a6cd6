import { encode } from 'uqr'
import type { PlaceTools, Slot } from '../model/block.ts'
import { contrast, isColor } from '../model/color.ts'
import type { QrView } from '../model/laid-out.ts'
import type { Said } from '../model/lang.ts'

/** The light edge that a scanner needs. Units: modules. */
const quiet = 4

/**
 * A QR code of an address. Letters other than Latin are percent-encoded, which every scanner reads.
 * Errors: null for an address that is longer than a code can be and still be scanned from a slide.
 */
export function qrOf(address: string, label: Said): QrView | null {
  const text = encoded(address)
  if (text.length > 600) return null
  const { data, size } = encode(text, { ecc: 'M', border: quiet })
  return { size, path: pathOf(data), label: label.text, lang: label.lang }
}

const white = '#ffffff'

/** White on a ground of less contrast than this is not seen for a box. */
const unseen = 1.03

/**
 * How far a code of that side hangs out of its column, so that its dark part is in line with the words: by its quiet zone
 * on a ground as light as that, not at all on any other, where the zone is seen as a white box. Units: px.
 */
export function hangOf({ size }: QrView, side: number, { layout }: Slot, { colors, background }: PlaceTools): number {
  const ground = background ?? colors[layout.ground]
  return ground && isColor(ground) && contrast(ground, white) < unseen ? Math.floor((side * quiet) / size) : 0
}

function encoded(address: string): string {
  try {
    return new URL(address).href
  } catch {
    return encodeURI(address)
  }
}

/** The dark modules as one path, runs of a row together. */
function pathOf(rows: readonly (readonly boolean[])[]): string {
  let path = ''
  for (const [y, row] of rows.entries()) {
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue
      let run = 1
      while (row[x + run]) run++
      path += `M${x} ${y}h${run}v1h-${run}z`
      x += run
    }
  }
  return path
}
