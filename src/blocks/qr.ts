import { encode } from 'uqr'
import type { BlockContext, BlockSlot } from '../model/block-type.ts'
import { contrastRatio, isHexColor } from '../model/color.ts'
import type { QrView } from '../model/laid-out.ts'
import type { LocalizedText } from '../model/lang.ts'
import { parseAddress } from '../model/web-address.ts'

/** The quiet zone around the code. Units: modules. */
const quietZone = 4

/**
 * The dark part of each code in a deck: 30 mm on a slide printed on A4, 20 mm with two slides per sheet. A code of the
 * fewest modules is no wider than 200 px with its quiet zone. Units: px.
 */
const darkSide = 144

/** The side of a QR code with its quiet zone, so that its dark part has the size of all others. Units: px. */
export const qrSide = ({ size }: QrView): number => Math.ceil((darkSide * size) / (size - 2 * quietZone))

/**
 * Creates a QR code of an address. Non-Latin letters are percent-encoded, which every scanner can read.
 * Errors: null if the address is too long to be scanned from a slide.
 */
export const createQr = (address: string, label: LocalizedText): QrView | null =>
  createTextQr(encodedUrl(address), label)

/**
 * Creates a QR code of a text as it is, in UTF-8 where it is not Latin.
 * Errors: null if the text is too long to be scanned from a slide.
 */
export function createTextQr(text: string, label: LocalizedText): QrView | null {
  if (text.length > 600) return null
  const { data, size } = encode(text, { ecc: 'M', border: quietZone })
  return { size, path: modulesPath(data), label: label.text, lang: label.lang }
}

const white = '#ffffff'

/** White on a background with less contrast than this is not visible as a box. */
const invisibleContrast = 1.03

/**
 * How far a code extends beyond its column so that its dark part aligns with the text: by its quiet zone on a
 * background that is nearly white; by nothing on any other, where the zone is visible as a white box. Units: px.
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
  // Half of a surrogate pair cannot be encoded.
  return parseAddress(address)?.href ?? encodeURI(address.replace(/\p{Surrogate}/gu, '\ufffd'))
}

/** Draws the dark modules as one path, with adjacent modules of a row as one rectangle. */
function modulesPath(rows: readonly (readonly boolean[])[]): string {
  let path = ''
  for (const [y, row] of rows.entries()) {
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue
      let run = 1
      while (row[x + run]) run++
      path += `M${x},${y}h${run}v1h-${run}z`
      x += run
    }
  }
  return path
}
