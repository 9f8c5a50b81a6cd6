import { encode } from 'uqr'
import type { BlockContext, BlockSlot } from '../model/block-type.ts'
import { contrastRatio, isHexColor } from '../model/color.ts'
import type { QrView } from '../model/laid-out.ts'
import type { LocalizedText } from '../model/lang.ts'

/** The light edge that a scanner needs. Units: modules. */
const quietZone = 4

/**
 * A QR code of an address. Letters other than Latin are percent-encoded, which every scanner reads.
 * Errors: null for an address that is longer than a code can be and still be scanned from a slide.
 */
export function createQr(address: string, label: LocalizedText): QrView | null {
  const text = encodedUrl(address)
  if (text.length > 600) return null
  const { data, size } = encode(text, { ecc: 'M', border: quietZone })
  return { size, path: modulesPath(data), label: label.text, lang: label.lang }
}

const white = '#ffffff'

/** White on a ground of less contrast than this is not seen for a box. */
const invisibleContrast = 1.03

/**
 * How far a code of that side hangs out of its column, so that its dark part is in line with the words: by its quiet zone
 * on a ground as light as that, not at all on any other, where the zone is seen as a white box. Units: px.
 */
export function quietZoneOffset(
  { size }: QrView,
  side: number,
  { layout }: BlockSlot,
  { colors, background }: BlockContext,
): number {
  const backgroundColor = background ?? colors[layout.ground]
  return backgroundColor && isHexColor(backgroundColor) && contrastRatio(backgroundColor, white) < invisibleContrast
    ? Math.floor((side * quietZone) / size)
    : 0
}

function encodedUrl(address: string): string {
  try {
    return new URL(address).href
  } catch {
    return encodeURI(address)
  }
}

/** The dark modules as one path, runs of a row together. */
function modulesPath(rows: readonly (readonly boolean[])[]): string {
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
